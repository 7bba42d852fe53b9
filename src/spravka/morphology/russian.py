"""Base forms and grammar of Russian words (pymorphy3: dictionary OpenCorpora; unknown words by their endings).

The dictionary takes 15 MB and is read when the first word is asked for: only a process that reads Russian pays for
it, and once. All caches are of the process.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from spravka.morphology.letters import folded

CACHED_WORDS = 65_536
_PARTS = {
    "NOUN": "noun",
    "VERB": "verb",
    "INFN": "verb",
    "GRND": "verb",
    "PRTF": "verb",
    "PRTS": "verb",
    "ADJF": "adjective",
    "ADJS": "adjective",
    "COMP": "adjective",
    "NPRO": "pronoun",
    "PREP": "preposition",
    "CONJ": "conjunction",
    "ADVB": "adverb",
    "NUMR": "number",
}
_LEAST_SCORE = 0.02
_LONGEST_WORD = 64


@dataclass(frozen=True, slots=True)
class RussianForm:
    """One way to read a word: its base form (ё as е), part of speech, case and number by OpenCorpora's names.

    ``is_command``: an imperative or an infinitive; ``is_comparative``: «дороже».
    """

    lemma: str
    part: str
    case: str
    number: str
    is_command: bool = False
    is_comparative: bool = False


@lru_cache(maxsize=CACHED_WORDS)
def russian_forms(word: str) -> tuple[RussianForm, ...]:
    """The plausible readings of a word, likeliest first. A word of more than 64 letters reads as itself."""
    if len(word) > _LONGEST_WORD:
        return (RussianForm(folded(word), "", "", ""),)
    parses = analyzer().parse(word.lower())
    likely = [parse for parse in parses if parse.score >= _LEAST_SCORE] or parses[:1]
    return tuple(
        RussianForm(
            folded(parse.normal_form),
            _PARTS.get(str(parse.tag.POS), "other"),
            parse.tag.case or "",
            parse.tag.number or "",
            is_comparative=parse.tag.POS == "COMP",
            is_command=parse.tag.POS == "INFN" or parse.tag.mood == "impr",
        )
        for parse in likely
    )


@lru_cache(maxsize=CACHED_WORDS)
def russian_lemma(word: str) -> str:
    """The lemma of a word in lower case, with е for ё; of a form of several words, the likeliest one's.

    Most forms belong to one word: those are looked up, without the probabilities that take most of the time.
    """
    known = _known_lemmas(word)
    lemma = known.pop() if len(known) == 1 else analyzer().parse(word)[0].normal_form
    return str(lemma).replace("ё", "е")


@lru_cache(maxsize=CACHED_WORDS)
def is_russian_word(word: str) -> bool:
    """Whether a word in lower case is a form of one in the dictionary; е may stand for ё."""
    return bool(analyzer().word_is_known(word))


def _known_lemmas(word: str) -> set[str]:
    dictionary = analyzer().dictionary
    return {
        dictionary.build_normal_form(paradigm, index, form)
        for form, parses in dictionary.words.similar_items(word, analyzer().char_substitutes)
        for paradigm, index in parses
    }


@cache
def analyzer() -> Any:
    """The dictionary, opened once for a process."""
    import pymorphy3  # type: ignore[import-untyped,unused-ignore]  # takes a third of a second

    return pymorphy3.MorphAnalyzer(lang="ru")
