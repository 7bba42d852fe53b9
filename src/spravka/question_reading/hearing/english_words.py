"""Base forms of English words: irregular ones from a list, the rest by rules, checked with a vocabulary.

The second form is the stem of the Snowball algorithm (Porter2, https://snowballstem.org), which brings
"performance" and "perform" nearer to each other than base forms do.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from spravka.morphology.stemming import english_stem
from spravka.question_reading.lexicon.lexicon import knows_english

_VOWELS = "aeiouy"
_LONGEST_WORD = 64
_CLOSED = {
    "pronoun": "i you he she it we they me him her us them who whom whose which what that this these those "
    "their its his our your my mine there anyone someone everyone each any some all both none",
    "preposition": "of in on at by for from with to into onto over under above below between among through during "
    "before after since until till about against per without within across along around near than as via off",
    "conjunction": "and or but nor if while whereas because although when where",
    "verb": "be is are was were been being am do does did done have has had having can could will would shall should "
    "may might must give show list find tell return display get",
    "other": "the a an not n't 's how many much more most less least very too also only just no yes please",
}
_PART_OF = {word: part for part, words in _CLOSED.items() for word in words.split()}
_ENDINGS = (
    (("tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ist"), "noun"),
    (("ous", "ful", "able", "ible", "ive", "less", "ical", "est"), "adjective"),
    (("ly",), "adverb"),
    (("ing", "ed"), "verb"),
)


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    text = resources.files(__package__).joinpath("english_irregular.tsv").read_text(encoding="utf-8")
    base_of: dict[str, str] = {}
    for line in text.splitlines():
        headword, forms = line.split("\t")
        base_of |= {form: base_of.get(form, headword) for form in forms.split()}
    return base_of


def _plural_bases(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
        yield word[:-1]
    elif word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        yield word[:-2]
        yield word[:-1]
    elif word.endswith("ves"):
        yield word[:-1]
        yield word[:-3] + "f"
    elif word.endswith("s") and len(word) > 2 and not word.endswith(("ss", "us", "is")):
        yield word[:-1]


def _stripped(word: str, ending: str) -> Iterator[str]:
    """ "planned" → planned, plan, plane: the ending gone, a doubled consonant single, or a silent e restored."""
    stem = word.removesuffix(ending)
    if len(stem) < 2 or not any(letter in _VOWELS for letter in stem):
        return
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        yield stem[:-1]
    if stem.endswith(("at", "iz", "v", "c", "as", "is", "os", "ur", "us", "ang", "rg", "dg")):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2]:
        yield stem[:-1]


def _verb_bases(word: str) -> Iterator[str]:
    if word.endswith("ied") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith("ed"):
        yield from _stripped(word, "ed")
    elif word.endswith("ing"):
        yield from _stripped(word, "ing")


def _comparison_bases(word: str) -> Iterator[str]:
    """Only where the vocabulary knows the result: "teacher" is no comparative of "teach"."""
    for ending in ("iest", "ier"):
        if word.endswith(ending):
            yield word.removesuffix(ending) + "y"
    if word.endswith("est"):
        yield from _stripped(word, "est")


def _regular_base(word: str) -> str:
    """The first candidate that the vocabulary knows, else the first one the rules give, else the word."""
    candidates = [*_plural_bases(word), *_verb_bases(word)]
    for candidate in (*candidates, *_comparison_bases(word)):
        if knows_english(candidate):
            return candidate
    if candidates and not knows_english(word):
        return candidates[0]
    return word


@lru_cache(maxsize=65_536)
def lemmas_of(word: str) -> tuple[str, ...]:
    """The base form, the word itself where it is or may be a word of its own ("building", "Texas"), and its stem."""
    lower = word.lower().replace("’", "'")
    if len(lower) > _LONGEST_WORD:
        return (lower,)
    headword = _irregular().get(lower) or _regular_base(lower)
    is_own_word = knows_english(lower) or not (knows_english(headword) or lower in _irregular())
    is_name = is_own_word and not knows_english(headword) and word[0].isupper()
    forms = [lower, headword] if is_name else [headword, lower] if is_own_word else [headword]
    return tuple(dict.fromkeys((*forms, english_stem(lower))))


@lru_cache(maxsize=65_536)
def part_of(word: str) -> str:
    """A hint from a list of function words and from endings; empty where neither tells."""
    lower = word.lower()
    if lower in _PART_OF:
        return _PART_OF[lower]
    for endings, part in _ENDINGS:
        if len(lower) > 4 and lower.endswith(endings):
            return part
    return ""


@lru_cache(maxsize=65_536)
def is_superlative(word: str) -> bool:
    """ "greenest" is one, "forest" and "interest" are words of their own."""
    lower = word.lower()
    if not lower.endswith("est") or len(lower) > _LONGEST_WORD or knows_english(lower):
        return False
    return any(knows_english(headword) for headword in _comparison_bases(lower))
