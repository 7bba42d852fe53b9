"""Stems of words, in any number of threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from spravka.morphology.stemming import english_stem, russian_stem


@pytest.mark.parametrize(
    "forms", [("writing", "writes", "write"), ("payment", "payments"), ("connected", "connecting")]
)
def test_forms_of_an_english_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(english_stem, forms))) == 1


def test_forms_of_a_russian_word_share_a_stem() -> None:
    assert russian_stem("клиентов") == russian_stem("клиент") == "клиент"


@pytest.mark.parametrize("stem", [english_stem, russian_stem])
def test_threads_do_not_get_letters_of_each_other(stem: Callable[[str], str]) -> None:
    stem_anew: Callable[[str], str] = stem.__wrapped__  # type: ignore[attr-defined]
    words = ["nationalisation", "connections", "договорами", "happiness", "обязательствами"] * 400
    stems = {word: stem_anew(word) for word in set(words)}
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda part: [stem_anew(word) for word in part], [words] * 4))
    assert found == [[stems[word] for word in words]] * 4
