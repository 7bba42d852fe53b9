"""Gold queries are read as frames, and label the mentions of their questions."""

import datetime

import pytest

from spravka.evaluation.questions_gold import NotAFrame, gold_frame, is_ordered
from spravka.evaluation.questions_labels import role_labels
from spravka.query_plans.plan import Aggregate, SetKind
from spravka.question_reading.frames import ROWS, Field, Item, TestKind
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.mentions import mentions
from spravka.question_reading.roles import NO_ROLE, Sentence
from spravka.question_reading.schema_graph import SchemaGraph
from spravka.question_reading.skeletons import skeleton_named, skeleton_of
from tests.question_reading.schemas import SCHOOL, school

PETS = "SELECT T1.name FROM student AS T1 JOIN pet AS T2 ON T1.id = T2.student_id"


def test_columns_are_found_by_their_aliases_and_without() -> None:
    frame = gold_frame(f"{PETS} WHERE kind = 'cat' AND T1.AGE > 20", SCHOOL)
    assert frame.outputs == (Item(Field("student", "name")),)
    assert [test.item.field for test in frame.tests] == [Field("pet", "kind"), Field("student", "age")]
    assert [test.values for test in frame.tests] == [("cat",), (20,)]


def test_counts_groups_and_orders_are_read() -> None:
    frame = gold_frame("SELECT city, count(*) FROM student GROUP BY city ORDER BY count(*) DESC LIMIT 1", SCHOOL)
    assert (frame.outputs[1], frame.group, frame.limit) == (ROWS, (Item(Field("student", "city")),), 1)
    assert frame.order[0].descending


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("SELECT name FROM student WHERE id NOT IN (SELECT student_id FROM pet)", TestKind.AMONG),
        ("SELECT name FROM student WHERE age > (SELECT avg(age) FROM student)", TestKind.COMPARE_INNER),
        ("SELECT name FROM student WHERE age BETWEEN 1 AND 2", TestKind.BETWEEN),
        ("SELECT name FROM student WHERE name LIKE '%a%'", TestKind.MATCH),
        ("SELECT name FROM student WHERE city IN ('Paris', 'Rome')", TestKind.ONE_OF),
    ],
)
def test_every_kind_of_condition_is_read(sql: str, kind: TestKind) -> None:
    assert [test.kind for test in gold_frame(sql, SCHOOL).tests] == [kind]


def test_a_set_operation_has_two_frames() -> None:
    frame = gold_frame("SELECT city FROM student WHERE age > 1 EXCEPT SELECT city FROM student WHERE age > 2", SCHOOL)
    assert frame.set_kind is SetKind.EXCEPT
    assert frame.other is not None


@pytest.mark.parametrize("sql", ["SELECT age + 1 FROM student", "SELECT nothing FROM student", "SELEC"])
def test_what_no_frame_says_is_refused(sql: str) -> None:
    with pytest.raises(NotAFrame):
        gold_frame(sql, SCHOOL)


def test_a_skeleton_is_found_by_its_name() -> None:
    frame = gold_frame("SELECT city FROM student GROUP BY city HAVING count(*) > 1", SCHOOL)
    skeleton = skeleton_of(frame)
    assert skeleton_named(skeleton.name) == skeleton
    assert (skeleton.grouped, skeleton.having) == (True, True)


def test_only_the_outermost_order_counts() -> None:
    assert is_ordered("SELECT name FROM student ORDER BY age")
    assert not is_ordered("SELECT name FROM student WHERE id IN (SELECT id FROM student ORDER BY age)")


def test_mentions_are_labelled_by_what_the_query_does_with_them() -> None:
    question = "What is the average age of students from Paris?"
    heard = hear(question, datetime.date(2026, 1, 1))
    sentence = Sentence(heard, mentions(heard, Linker(school(), None).link(heard)), SCHOOL, SchemaGraph(SCHOOL))
    labels = role_labels(sentence, gold_frame("SELECT avg(age) FROM student WHERE city = 'Paris'", SCHOOL))
    roles = {role for role in labels.values() if role != NO_ROLE}
    assert {f"out:{Aggregate.AVERAGE}", "test=", "from"} <= roles
