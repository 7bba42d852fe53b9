"""What a gold query means: the tables, columns and values its question should be linked to."""

import pytest

from spravka.evaluation.links.meant import meant_by
from spravka.evaluation.questions_gold import gold_frame
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.question_reading.frames import Field
from spravka.question_reading.linking.links import Link, LinkKind

SCHEMA = DatabaseSchema(
    Dialect.SQLITE,
    (
        Table("harbour", (Column("id", ColumnKind.INTEGER), Column("town", ColumnKind.TEXT))),
        Table(
            "boat",
            (
                Column("owner", ColumnKind.TEXT),
                Column("length", ColumnKind.NUMBER),
                Column("harbour_id", ColumnKind.INTEGER),
            ),
        ),
    ),
)
JOINED = "FROM boat AS b JOIN harbour AS h ON b.harbour_id = h.id"


@pytest.mark.parametrize(
    ("sql", "tables", "columns"),
    [
        ("SELECT count(*) FROM boat", {"boat"}, set()),
        (f"SELECT b.owner {JOINED}", {"boat", "harbour"}, {"boat.owner"}),
        (
            f"SELECT h.town {JOINED} GROUP BY h.town ORDER BY max(b.length)",
            {"boat", "harbour"},
            {"harbour.town", "boat.length"},
        ),
        (
            "SELECT town FROM harbour WHERE id IN (SELECT harbour_id FROM boat WHERE length > 9)",
            {"boat", "harbour"},
            {"harbour.town", "boat.length"},
        ),
        (
            "SELECT owner FROM boat WHERE length > (SELECT avg(length) FROM boat)",
            {"boat"},
            {"boat.owner", "boat.length"},
        ),
        ("SELECT town FROM harbour UNION SELECT owner FROM boat", {"boat", "harbour"}, {"harbour.town", "boat.owner"}),
    ],
)
def test_a_query_means_its_tables_and_the_columns_that_do_more_than_join(
    sql: str, tables: set[str], columns: set[str]
) -> None:
    meant = meant_by(gold_frame(sql, SCHEMA))
    assert meant.tables == tables
    assert {f"{column.table}.{column.column}" for column in meant.columns} == columns


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        ("owner = 'Alice Brown'", {("alice", "brown")}),
        ("owner != 'Alice'", {("alice",)}),
        ("owner LIKE '%Ali%'", {("ali",)}),
        ("owner IN ('Alice', 'Robin')", {("alice",), ("robin",)}),
        ("owner > 'M'", set()),
        ("owner BETWEEN 'A' AND 'M'", set()),
        ("owner = ' - '", set()),
        ("length = 9", set()),
    ],
)
def test_a_query_means_the_texts_that_a_column_equals_or_is_like(condition: str, values: set[tuple[str, ...]]) -> None:
    meant = meant_by(gold_frame(f"SELECT length FROM boat WHERE {condition}", SCHEMA))
    assert meant.values == {(Field("boat", "owner"), words) for words in values}


@pytest.mark.parametrize(
    ("link", "is_meant"),
    [
        (Link(0, 0, LinkKind.TABLE, "boat"), True),
        (Link(0, 0, LinkKind.TABLE, "harbour"), False),
        (Link(0, 0, LinkKind.COLUMN, "boat", "length"), True),
        (Link(0, 0, LinkKind.COLUMN, "boat", "harbour_id"), False),
        (Link(0, 0, LinkKind.VALUE, "boat", "owner", "ALICE, Brown"), True),
        (Link(0, 0, LinkKind.VALUE, "boat", "owner", "Alice"), False),
        (Link(0, 0, LinkKind.VALUE, "harbour", "town", "Alice Brown"), False),
        (Link(0, 0, LinkKind.TERM, "boat", "length", "0"), False),
    ],
)
def test_a_link_is_right_where_its_target_is_meant(link: Link, is_meant: bool) -> None:
    meant = meant_by(gold_frame("SELECT length FROM boat WHERE owner = 'Alice Brown'", SCHEMA))
    assert meant.has(link) is is_meant
