"""Base forms and grammar of Russian words (pymorphy3: dictionary OpenCorpora, unknown words by their endings)."""

import re
from dataclasses import dataclass
from functools import lru_cache

import pymorphy3  # type: ignore[import-untyped,unused-ignore]

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
_SUPERLATIVE = re.compile(
    r"(наи(?:больш|меньш|лучш|худш|высш|низш)|лучш|худш|высш|низш|\w{2,}(?:ейш|айш))(?:ий|ая|ее|ие|их|его|ей|ую|им|ими|ему|ем)"
)
_ABBREVIATIONS = {
    "кол-во": "количество",
    "тел": "телефон",
    "руб": "рубль",
    "г": "год",
    "гг": "год",
    "кв": "квартал",
    "мес": "месяц",
    "тыс": "тысяча",
    "млн": "миллион",
    "млрд": "миллиард",
    "ул": "улица",
    "зп": "зарплата",
    "з/п": "зарплата",
    "шт": "штука",
    "ср": "средний",
    "мин": "минимальный",
    "макс": "максимальный",
    "сотр": "сотрудник",
    "орг": "организация",
    "др": "другой",
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


@lru_cache(maxsize=1)
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def folded(text: str) -> str:
    """Lower case, ё as е: how all Russian words are compared."""
    return text.lower().replace("ё", "е")


@lru_cache(maxsize=65_536)
def forms_of(word: str) -> tuple[RussianForm, ...]:
    """The plausible readings of a word, likeliest first. A word of more than 64 letters reads as itself."""
    if len(word) > _LONGEST_WORD:
        return (RussianForm(folded(word), "", "", ""),)
    parses = _analyzer().parse(word.lower())
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


@lru_cache(maxsize=65_536)
def lemmas_of(word: str) -> tuple[str, ...]:
    """The plausible base forms, likeliest first, each once; a superlative («крупнейших») has its own one, too."""
    text = folded(word)
    lemmas = [form.lemma for form in forms_of(word)]
    superlative = _SUPERLATIVE.fullmatch(text)
    whole = _ABBREVIATIONS.get(text)
    return tuple(
        dict.fromkeys([*([whole] if whole else []), *lemmas, *([superlative[1] + "ий"] if superlative else [])])
    )


def part_of(word: str) -> str:
    return forms_of(word)[0].part
