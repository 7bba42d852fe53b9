"""Figures over a folder of small documents that are read, cut, searched and quoted."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from spravka.evaluation.documents.accuracy import BY_WORDS, measure_given, measure_shared
from spravka.evaluation.problems import MeasuringDataMissing

FACTS = {
    "alpha.txt": [
        ("The bridge in Riga was built in 1974 by Karl Ozols.", "Who built the bridge in Riga?", "Karl Ozols"),
        ("The tower of Tartu is 61 metres tall.", "How tall is the tower of Tartu?", "61 metres"),
        ("The harbour of Narva closes in November.", "When does the harbour of Narva close?", "November"),
    ],
    "beta.txt": [
        ("Завод в Казани выпускает трубы с 1955 года.", "С какого года завод в Казани выпускает трубы?", "1955"),
        ("Склад в Твери вмещает 300 тонн цемента.", "Сколько цемента вмещает склад в Твери?", "300 тонн"),
        ("Карьером в Пскове владеет Иван Лосев.", "Кто владеет карьером в Пскове?", "Иван Лосев"),
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, facts in FACTS.items():
        (tmp_path / name).write_text("\n\n".join(text for text, _, _ in facts), encoding="utf-8")
    return tmp_path


def write_gold(folder: Path, told: Sequence[Mapping[str, str | int]]) -> Path:
    file = folder / "gold.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def test_answers_are_found_quoted_and_declined_where_they_are_not(folder: Path) -> None:
    told: list[dict[str, str | int]] = [
        {"doc": name, "question": question, "answer": answer, "page": 1}
        for name, facts in FACTS.items()
        for _, question, answer in facts
    ]
    figures = measure_given(write_gold(folder, [*told, {**told[0], "page": 9}]), folder, None, lambda _: None).values
    assert figures["xquad_page_at_1"] == pytest.approx(6 / 7, abs=1e-3)
    assert figures["xquad_answer_quoted"] == 1
    assert figures["absent_declined"] == 1
    assert figures["absent_declined_as_shipped"] == 1


def test_titles_are_counted_by_their_page(folder: Path) -> None:
    told = [{"doc": "alpha.txt", "title": "tower of Tartu", "page": page} for page in (1, 2)]
    figures = measure_given(write_gold(folder, told), folder, None, lambda _: None)
    assert figures.values == {"outline_at_1": 0.5, "outline_at_5": 0.5}
    assert figures.notes == ["alpha.txt p. 2, found [1]"]


class NeverAsked:
    """An encoder that is not to be used."""

    name = "never"
    dimensions = 1

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise AssertionError(texts)

    encode_queries = encode


def test_titles_are_sought_by_words_alone_unless_wanted_otherwise(folder: Path) -> None:
    gold = write_gold(folder, [{"doc": "alpha.txt", "title": "tower of Tartu", "page": 1}])
    figures = measure_given(gold, folder, NeverAsked(), lambda _: None)
    assert figures.values["outline_at_1"] == 1
    assert figures.notes == [BY_WORDS]
    with pytest.raises(AssertionError, match="Tartu"):
        measure_given(gold, folder, NeverAsked(), lambda _: None, outline_vectors=True)


def test_documents_that_are_not_there_are_told(folder: Path) -> None:
    told = [{"doc": name, "title": "tower of Tartu", "page": 1} for name in ("alpha.txt", "absent.txt")]
    figures = measure_given(write_gold(folder, told), folder, None, lambda _: None)
    assert figures.values["outline_at_1"] == 1
    assert figures.notes[0].endswith("not in the folder: absent.txt")


def test_a_file_of_questions_and_titles_is_measured_as_both(folder: Path) -> None:
    told: list[dict[str, str | int]] = [
        {"doc": "alpha.txt", "question": "Who built the bridge in Riga?", "answer": "Karl Ozols", "page": 1},
        {"doc": "alpha.txt", "title": "tower of Tartu", "page": 1},
    ]
    values = measure_given(write_gold(folder, told), folder, None, lambda _: None).values
    assert values["xquad_answer_quoted"] == values["outline_at_1"] == 1


def test_without_the_shared_sets_it_says_which_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MeasuringDataMissing) as raised:
        measure_shared(tmp_path, None, lambda _: None)
    assert "xquad_ru_gold.json" in raised.value.detail
