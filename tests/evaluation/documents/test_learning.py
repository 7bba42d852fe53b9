"""Weights are learned from documents whose answers are known, and written by the names of their signs."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from spravka.evaluation.documents.accuracy import ANSWERS, OUTLINE
from spravka.evaluation.documents.learning import learn_documents
from spravka.passages.absence import PresenceSigns
from spravka.passages.quoting import SentenceSigns
from spravka.passages.ranking import PassageSigns

ENGLISH = {
    "alpha.txt": [
        ("The tower of Tartu is 61 metres tall.", "How tall is the tower of Tartu?", "61 metres"),
        ("The bridge in Riga was built in 1974 by Karl Ozols.", "Who built the bridge in Riga?", "Karl Ozols"),
        ("The lighthouse of Ventspils burned down in 1863.", "When did the lighthouse of Ventspils burn?", "1863"),
        ("The school in Cesis has 420 pupils.", "How many pupils has the school in Cesis?", "420"),
    ],
    "beta.txt": [
        ("The mill of Tartu was sold in 1801.", "When was the mill of Tartu sold?", "1801"),
        ("The harbour of Narva closes in November.", "When does the harbour of Narva close?", "November"),
        ("The canal of Jelgava is 9 kilometres long.", "How long is the canal of Jelgava?", "9 kilometres"),
        ("The library in Valga opens at noon.", "When does the library in Valga open?", "noon"),
    ],
}
RUSSIAN = {
    "альфа.txt": [
        ("Высота башни в Тарту – 61 метр.", "Какой высоты башня в Тарту?", "61 метр"),
        ("Мост в Риге построил в 1974 году Карл Озолс.", "Кто построил мост в Риге?", "Карл Озолс"),
        ("Маяк Вентспилса сгорел в 1863 году.", "Когда сгорел маяк Вентспилса?", "1863"),
        ("В школе Цесиса 420 учеников.", "Сколько учеников в школе Цесиса?", "420"),
    ],
    "бета.txt": [
        ("Мельница Тарту была продана в 1801 году.", "Когда продали мельницу Тарту?", "1801"),
        ("Гавань Нарвы закрывается в ноябре.", "Когда закрывается гавань Нарвы?", "ноябре"),
        ("Длина канала Елгавы – 9 километров.", "Какой длины канал Елгавы?", "9 километров"),
        ("Библиотека Валги открывается в полдень.", "Когда открывается библиотека Валги?", "полдень"),
    ],
}


class LetterCounts:
    """An encoder that needs no weights."""

    name = "letters"
    dimensions = 20

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        counts = np.array([[text.lower().count(letter) + 0.01 for letter in "абвгдеиоуabcdeiournt"] for text in texts])
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), dtype=np.float32)

    encode_queries = encode


def test_what_is_learned_has_a_weight_for_every_sign_and_a_bound_for_each_encoder(tmp_path: Path) -> None:
    for gold, facts in zip(ANSWERS, (RUSSIAN, ENGLISH), strict=True):
        (tmp_path / gold).write_text(json.dumps(written(facts, tmp_path)), encoding="utf-8")
    titles = [{"doc": "alpha.txt", "title": "tower of Tartu", "page": 1}]
    (tmp_path / OUTLINE).write_text(json.dumps(titles), encoding="utf-8")

    learn_documents(tmp_path, [LetterCounts()], tmp_path / "weights.json", lambda _: None)

    learned = json.loads((tmp_path / "weights.json").read_text(encoding="utf-8"))
    assert tuple(learned["passage"]) == PassageSigns._fields
    assert tuple(learned["sentence"]) == SentenceSigns._fields
    assert set(learned["presence"]) == {"", "letters", "letters across"}
    for name, presence in learned["presence"].items():
        assert tuple(presence["signs"]) == PresenceSigns._fields
        assert (presence["signs"]["sentence"] > 0) is ("across" not in name), "in another language words tell nothing"
        assert 0 <= presence["threshold"] <= 1
    assert learned["presence"][""]["signs"]["meaning"] == 0


def written(facts: Mapping[str, Sequence[tuple[str, str, str]]], folder: Path) -> list[dict[str, str | int]]:
    """The gold of the documents that are written."""
    for name, told in facts.items():
        (folder / name).write_text("\n\n".join(text for text, _, _ in told), encoding="utf-8")
    return [
        {"doc": name, "question": question, "answer": answer, "page": 1}
        for name, told in facts.items()
        for _, question, answer in told
    ]
