"""What is near in the encoder's space, by the real encoder of the product."""

import pytest

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.linking.links import LinkKind
from spravka.question_reading.linking.meanings import LEAST_COSINE, Meanings, Remembering, strength_of
from spravka.question_reading.values import ValueIndex
from tests.question_reading.linking.yards import TODAY, named

ENCODER = Remembering(SentenceEncoder().encode)
TRADES = Meanings(["plumber", "carpenter", "ship captain", "wage"], ENCODER)


@pytest.mark.parametrize(
    ("text", "nearest"), [("сантехник", "plumber"), ("капитан корабля", "ship captain"), ("salary", "wage")]
)
def test_the_nearest_text_means_the_same_in_another_language_or_word(text: str, nearest: str) -> None:
    assert TRADES.near([text])[0][0][0] == nearest


def test_nothing_is_near_to_what_is_of_another_world() -> None:
    assert TRADES.near(["Tuesday", "ромашка"]) == [(), ()]


def test_without_texts_nothing_is_near() -> None:
    assert (Meanings([], ENCODER).near(["salary"]), TRADES.near([])) == ([()], [])


@pytest.mark.parametrize(
    ("cosine", "strength"), [(LEAST_COSINE - 0.01, 0.0), (LEAST_COSINE, 0.3), (0.95, 0.85), (1.0, 0.85)]
)
def test_strength_grows_with_the_cosine_up_to_a_limit(cosine: float, strength: float) -> None:
    assert strength_of(cosine) == pytest.approx(strength)


def test_a_category_is_found_by_its_meaning() -> None:
    table = Table("voyage", (Column("outcome", ColumnKind.TEXT),))
    values = ValueIndex({("voyage", "outcome"): ["Shipwreck", "Mutiny"]})
    linker = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, (table,)), values), SentenceEncoder().encode)
    links = linker.link(hear("сколько было кораблекрушений", TODAY))
    assert "voyage.outcome=Shipwreck" in named(links, LinkKind.VALUE)


def test_only_by_words_nothing_is_linked_that_is_merely_near() -> None:
    table = Table("voyage", (Column("outcome", ColumnKind.TEXT),))
    values = ValueIndex({("voyage", "outcome"): ["Shipwreck", "Mutiny"]})
    linker = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, (table,)), values), SentenceEncoder().encode)
    links = linker.link(hear("сколько было кораблекрушений", TODAY), by_meaning=False)
    assert named(links, LinkKind.VALUE) == []
