"""Base forms of Russian words as they are said in questions: abbreviations stand for words, superlatives are kept."""

import re
from functools import lru_cache

from spravka.morphology.letters import folded
from spravka.morphology.russian import russian_forms

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


@lru_cache(maxsize=65_536)
def lemmas_of(word: str) -> tuple[str, ...]:
    """The plausible base forms, likeliest first, each once; a superlative («крупнейших») has its own one, too."""
    text = folded(word)
    lemmas = [form.lemma for form in russian_forms(word)]
    superlative = _SUPERLATIVE.fullmatch(text)
    whole = _ABBREVIATIONS.get(text)
    return tuple(
        dict.fromkeys([*([whole] if whole else []), *lemmas, *([superlative[1] + "ий"] if superlative else [])])
    )


def part_of(word: str) -> str:
    """The likeliest part of speech."""
    return russian_forms(word)[0].part
