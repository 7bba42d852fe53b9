"""Linking: words of both languages find the tables, columns and values they name, surest first."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.linker import MOST_LINKS, Linker
from spravka.question_reading.linking.links import Evidence, LinkKind
from spravka.question_reading.values import ValueIndex
from tests.question_reading.linking.yards import BOATYARDS, BUILDERS, TODAY, links_of, named

BOATS, BUILDING = Linker(BOATYARDS, None), Linker(BUILDERS, None)


@pytest.mark.parametrize(
    ("knowledge", "question", "table"),
    [
        (BOATYARDS, "How many boatyards are there?", "boatyard"),
        (BOATYARDS, "List all boat builders", "BoatBuilder"),
        (BOATYARDS, "the repairs of last year", "repair"),
        (BOATYARDS, "Сколько было ремонтов?", "repair"),
        (BUILDERS, "Покажи все объекты строительства", "obj"),
        (BUILDERS, "сколько сотрудников", "Сотрудник"),
        (BUILDERS, "payments by month", "oplata"),
        (BUILDERS, "how many employees are there", "Сотрудник"),
    ],
)
def test_a_table_is_linked_by_its_name_its_comment_or_a_translation(
    knowledge: Knowledge, question: str, table: str
) -> None:
    assert named(links_of(knowledge, question), LinkKind.TABLE)[0] == table


@pytest.mark.parametrize(
    ("knowledge", "question", "column"),
    [
        (BOATYARDS, "What are the names of the boatyards?", "boatyard.yard_name"),
        (BOATYARDS, "last names of builders", "BoatBuilder.lname"),
        (BOATYARDS, "the birth date of each builder", "BoatBuilder.dob"),
        (BOATYARDS, "average hourly wage", "BoatBuilder.hourlywage"),
        (BOATYARDS, "total quantity of hulls", "hull.qty"),
        (BOATYARDS, "maximum length of hulls", "hull.max_len"),
        (BOATYARDS, "makers of the engine", "hull.engine_maker"),
        (BOATYARDS, "the cheapest repair", "repair.price"),
        (BOATYARDS, "urgent repairs", "repair.is_urgent"),
        (BOATYARDS, "builders by nationalty", "BoatBuilder.nationality"),
        (BOATYARDS, "Какова национальность строителей?", "BoatBuilder.nationality"),
        (BUILDERS, "сумма оплаты", "oplata.summa"),
        (BUILDERS, "даты рождения сотрудников", "Сотрудник.ДатаРождения"),
        (BUILDERS, "средний оклад", "Сотрудник.Оклад"),
        (BUILDERS, "в каких городах объекты", "obj.gorod"),
        (BUILDERS, "average salary of employees", "Сотрудник.Оклад"),
    ],
)
def test_a_column_is_the_likeliest_where_its_words_are_said(knowledge: Knowledge, question: str, column: str) -> None:
    assert named(links_of(knowledge, question), LinkKind.COLUMN)[0] == column


@pytest.mark.parametrize(
    ("knowledge", "question", "column"),
    [
        (BOATYARDS, "Which builders are older than 40?", "BoatBuilder.dob"),
        (BOATYARDS, "When was it finished?", "repair.finished_on"),
        (BOATYARDS, "repairs in 2022", "repair.finished_on"),
        (BOATYARDS, "Where is the boatyard?", "boatyard.yard_town"),
        (BOATYARDS, "Which boatyards are there?", "boatyard.yard_name"),
        (BUILDERS, "самый старший сотрудник", "Сотрудник.ДатаРождения"),
        (BUILDERS, "платежи за прошлый месяц", "oplata.data_opl"),
        (BUILDERS, "где находится цех", "obj.gorod"),
    ],
)
def test_a_column_may_be_asked_about_without_being_named(knowledge: Knowledge, question: str, column: str) -> None:
    assert column in named(links_of(knowledge, question), LinkKind.COLUMN)


@pytest.mark.parametrize(
    ("knowledge", "question", "value"),
    [
        (BOATYARDS, "builders of North Slip", "boatyard.yard_name=North Slip"),
        (BOATYARDS, "builders of NORTH SLIP", "boatyard.yard_name=North Slip"),
        (BOATYARDS, "yards in 'New York'", "boatyard.yard_town=New York"),
        (BOATYARDS, "yards in Brystol", "boatyard.yard_town=Bristol"),
        (BOATYARDS, "yards in St Malo or Saint-Malo", "boatyard.yard_town=Saint-Malo"),
        (BOATYARDS, "builders of Anchor & Sons", "boatyard.yard_name=Anchor & Sons Ltd"),
        (BOATYARDS, "How many female builders are there?", "BoatBuilder.sex=F"),
        (BOATYARDS, "French builders", "BoatBuilder.nationality=France"),
        (BOATYARDS, "builders from the United States", "BoatBuilder.nationality=USA"),
        (BOATYARDS, "British builders", "BoatBuilder.nationality=United Kingdom"),
        (BOATYARDS, "двигатели Ямаха", "hull.engine_maker=Yamaha"),
        (BOATYARDS, "верфи в Нью-Йорке", "boatyard.yard_town=New York"),
        (BUILDERS, "объекты в Москве", "obj.gorod=Москва"),
        (BUILDERS, "московские объекты", "obj.gorod=Москва"),
        (BUILDERS, "объекты в СПб", "obj.gorod=Санкт-Петербург"),
        (BUILDERS, "объекты в Нижнем Новгороде", "obj.gorod=Нижний Новгород"),
        (BUILDERS, "objects in Chicago", "obj.gorod=Чикаго"),
        (BUILDERS, "платежи Палфинджера", "oplata.partner=АО «Палфинджер»"),
        (BUILDERS, "сколько получил Газпром", "oplata.partner=ООО «Газпром строй»"),
        (BUILDERS, "платежи Боингу", "oplata.partner=Boeing Company"),
        (BUILDERS, "сколько заплатили подрядчикам", "oplata.vid=подрядчик"),
        (BUILDERS, "сколько женщин в бухгалтерии", "Сотрудник.Пол=Ж"),
        (BUILDERS, "сколько женщин в бухгалтерии", "Сотрудник.Отдел=Бухгалтерия"),
        (BUILDERS, "сколько заработал «цех № 5»", "obj.naim=Цех № 5"),
    ],
)
def test_a_stored_value_is_linked_however_it_is_said(knowledge: Knowledge, question: str, value: str) -> None:
    assert value in named(links_of(knowledge, question), LinkKind.VALUE)[:2]


def test_the_same_value_in_two_columns_gives_two_links() -> None:
    twice = ValueIndex({("boatyard", "yard_town"): ["Bristol"], ("BoatBuilder", "lname"): ["Bristol"]})
    values = named(links_of(replace(BOATYARDS, values=twice), "repairs for Bristol"), LinkKind.VALUE)
    assert sorted(values) == ["BoatBuilder.lname=Bristol", "boatyard.yard_town=Bristol"]


def test_a_span_covers_just_the_words_of_the_name() -> None:
    question = "Show the engine maker of every hull"
    heard = hear(question, TODAY)
    link = next(link for link in BOATS.link(heard) if link.column == "engine_maker")
    assert question[heard.tokens[link.first].start : heard.tokens[link.last].end] == "engine maker"


def test_a_column_is_likelier_where_its_table_is_named() -> None:
    tables = tuple(Table(name, (Column("weight", ColumnKind.NUMBER),)) for name in ("anchor", "crate", "engine"))
    linker = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, tables), ValueIndex()), None)
    assert named(linker.link(hear("the weight of each crate", TODAY)), LinkKind.COLUMN)[0] == "crate.weight"


def test_a_glossary_term_outweighs_what_was_learned() -> None:
    link = BUILDING.link(hear("Какая задолженность у подрядчиков?", TODAY))[0]
    assert (link.kind, link.evidence, BUILDERS.glossary[int(link.value)].term) == (
        LinkKind.TERM,
        Evidence.GLOSSARY,
        "задолженность",
    )


def test_what_a_person_chose_for_a_span_comes_first() -> None:
    chosen = replace(BUILDERS, choices={"газпром": "oplata.partner = ООО «Газпром строй»"})
    link = links_of(chosen, "сколько получил Газпром")[0]
    assert (link.evidence, link.value, link.score) == (Evidence.CHOSEN, "ООО «Газпром строй»", 1.0)


def test_a_date_asks_for_no_column_where_there_are_no_dates() -> None:
    bare = DatabaseSchema(Dialect.SQLITE, (Table("crate", (Column("label", ColumnKind.TEXT),)),))
    links = Linker(Knowledge(bare, ValueIndex()), None).link(hear("anything since 2022-05-01?", TODAY))
    assert not [link for link in links if link.kind is LinkKind.COLUMN]


def test_the_encoder_finds_a_word_that_no_list_has() -> None:
    schema = DatabaseSchema(
        Dialect.SQLITE, (Table("sculptor", (Column("chisel", ColumnKind.TEXT),)), Table("orchard", ()))
    )
    linker = Linker(Knowledge(schema, ValueIndex()), SentenceEncoder().encode)
    links = linker.link(hear("Сколько ваятелей?", TODAY))
    assert (links[0].table, links[0].evidence) == ("sculptor", Evidence.MEANING)


@pytest.mark.parametrize(
    "question", ["", "?", "«»", "а", "🙂 🙂", "the of a", "'; DROP TABLE hull; --", "x" * 3000, "\x00"]
)
def test_a_strange_question_gives_few_links_and_no_error(question: str) -> None:
    assert len(BOATS.link(hear(question, TODAY))) <= MOST_LINKS


WORDS = st.sampled_from(
    [
        "boatyard",
        "names",
        "New",
        "York",
        "older",
        "than",
        "2022",
        "сотрудников",
        "Москве",
        "оклад",
        "'F'",
        "?",
        "of",
        "и",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | st.text(max_size=12), max_size=14), st.sampled_from([BOATS, BUILDING]))
def test_links_lie_within_the_question_and_are_always_the_same(words: list[str], linker: Linker) -> None:
    heard = hear(" ".join(words), TODAY)
    links = linker.link(heard)
    assert links == linker.link(heard)
    assert len(links) <= MOST_LINKS
    assert list(links) == sorted(links, key=lambda link: -link.score)
    for link in links:
        assert 0 <= link.first <= link.last < len(heard.tokens)
        assert 0.0 <= link.score <= 1.0
        assert 0.0 < link.covered <= 1.0


NAMES = st.text(max_size=8) | st.sampled_from(["id", "Имя", "_", "№", "order by", "a\tb", "ÅÄÖ", "名前"])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(NAMES, unique=True, max_size=5),
    st.lists(st.text(max_size=10), unique=True, max_size=6),
    st.text(max_size=30),
)
def test_any_names_and_values_can_be_prepared_and_asked(names: list[str], values: list[str], question: str) -> None:
    table = Table("t", tuple(Column(name, ColumnKind.TEXT, comment=name) for name in names))
    known = ValueIndex({("t", names[0]): values} if names else {})
    linker = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, (table,)), known), None)
    for link in linker.link(hear(" ".join([question, *names, *values]), TODAY)):
        assert link.table == "t"


@pytest.mark.parametrize(
    ("comment", "question", "covered"),
    [
        ("Поставки материалов", "поставки", 0.7),
        ("Факт «Продажи»: строки документов", "продажи", 1.0),
        ("Склады и магазины", "магазины", 1.0),
    ],
)
def test_a_table_is_called_by_the_noun_of_its_comment(comment: str, question: str, covered: float) -> None:
    table = Table("t_1", (Column("n", ColumnKind.INTEGER),), comment=comment)
    links = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, (table,)), ValueIndex()), None).link(hear(question, TODAY))
    assert max(link.covered for link in links if link.kind is LinkKind.TABLE) >= covered


def test_what_only_tells_more_of_the_noun_hardly_names_the_table() -> None:
    table = Table("t_1", (Column("n", ColumnKind.INTEGER),), comment="Поставки материалов")
    links = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, (table,)), ValueIndex()), None).link(
        hear("материалы", TODAY)
    )
    assert all(link.covered < 0.35 for link in links if link.kind is LinkKind.TABLE)


def test_a_bare_number_of_a_long_text_does_not_name_it() -> None:
    table = Table("paper", (Column("title", ColumnKind.TEXT),))
    values = ValueIndex({("paper", "title"): ["Rent by contract 17 of 2026"]})
    links = Linker(Knowledge(DatabaseSchema(Dialect.SQLITE, (table,)), values), None).link(hear("in 2026", TODAY))
    assert named(links, LinkKind.VALUE) == []
