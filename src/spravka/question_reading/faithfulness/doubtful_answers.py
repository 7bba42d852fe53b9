"""Answers that show what nobody asked for, or the question itself."""

from collections.abc import Iterator, Sequence

from spravka.query_plans.plan import AllOf, ColumnRef, Comparison, Condition, Constant, Expression, Operator, Select
from spravka.query_plans.schema import TEMPORAL, ColumnKind
from spravka.query_plans.walking import walk
from spravka.question_reading.everyday.facts import PERSON_WORDS, is_numeric, words_of_field
from spravka.question_reading.faithfulness.doubts import Doubt
from spravka.question_reading.faithfulness.operators import free_marks
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.linking.links import LinkKind
from spravka.question_reading.mentions import Mention
from spravka.question_reading.roles import Sentence

WHICH = frozenset({"какой", "который", "which", "what"})
TIMES = TEMPORAL | {ColumnKind.TIME}


def answer_doubts(sentence: Sentence, used: Sequence[Mention], select: Select) -> Iterator[Doubt]:
    """Doubts about what the outermost select shows."""
    shown = _shown_fields(select)
    said = {mark.sign for mark in free_marks(sentence, used)}
    is_count = not shown
    if Sign.WHEN in said and not is_count and not any(_is_time(sentence, field) for field in shown):
        yield Doubt.NOT_SHOWN
    if Sign.WHO in said and not is_count and not any(_is_of_someone(sentence, field) for field in shown):
        yield Doubt.NOT_SHOWN
    if _misses_what_is_asked(sentence, used, shown):
        yield Doubt.NOT_SHOWN
    if _is_fixed(select):
        yield Doubt.FIXED_GROUP
    if _has_strange_state(sentence, used):
        yield Doubt.STRANGE_STATE


def _shown_fields(select: Select) -> list[Field]:
    tables = {use.alias: use.table for use in select.tables}
    refs = (node for output in select.outputs for node in walk(output.expression) if isinstance(node, ColumnRef))
    return [Field(tables[ref.table], ref.column) for ref in refs if ref.table in tables]


def _is_time(sentence: Sentence, field: Field) -> bool:
    return sentence.schema.column(field.table, field.column).kind in TIMES


def _is_of_someone(sentence: Sentence, field: Field) -> bool:
    """The name of a person, a company or whoever may be meant by "who": no date and no quantity."""
    is_measured = _is_time(sentence, field) or is_numeric(sentence.schema, sentence.graph, field)
    return not is_measured or bool(PERSON_WORDS & set(words_of_field(sentence.schema, field)))


def _misses_what_is_asked(sentence: Sentence, used: Sequence[Mention], shown: Sequence[Field]) -> bool:
    """ "Which warehouse" wants a warehouse, wherever in the question it is said."""
    tokens = sentence.heard.tokens
    for place in range(len(tokens) - 1):
        if WHICH & set(tokens[place].lemmas):
            over = [one for one in used if one.first <= place + 1 <= one.last and one.link is not None]
            if over and shown and not any(_tells(sentence, one, field) for one in over for field in shown):
                return True
    return False


def _tells(sentence: Sentence, asked: Mention, shown: Field) -> bool:
    """A column of the thing, or of what the named key refers to."""
    assert asked.link is not None
    edges = sentence.graph.neighbours(asked.link.table)
    referred = {edge.table for edge in edges if edge.to_one and edge.on[0][0] == asked.field}
    return shown.table in {asked.link.table, *referred}


def _is_fixed(select: Select) -> bool:
    """Every row would show the same value, the one that was asked for."""
    fixed = {_key(one.left) for one in _conditions(select.where) if _is_equality(one)}
    groups = {_key(expression) for expression in select.group_by} or {_key(one.expression) for one in select.outputs}
    groups -= {None}
    names = {key[1] for key in fixed if key is not None}
    return bool(groups) and (groups <= fixed or all(key is not None and key[1] in names for key in groups))


def _conditions(condition: Condition | None) -> list[Comparison]:
    all_of = condition.conditions if isinstance(condition, AllOf) else (condition,)
    return [one for one in all_of if isinstance(one, Comparison)]


def _is_equality(one: Comparison) -> bool:
    return one.operator is Operator.EQUAL and isinstance(one.right, Constant)


def _key(expression: Expression) -> tuple[str, str] | None:
    return (expression.table, expression.column) if isinstance(expression, ColumnRef) else None


def _has_strange_state(sentence: Sentence, used: Sequence[Mention]) -> bool:
    """«действующие механики» are no mechanics of a contract in force."""
    return any(
        one.link is not None
        and other.link is not None
        and one.last + 1 == other.first
        and one.link.kind is LinkKind.VALUE
        and one.link.table != other.link.table
        and other.link.kind in (LinkKind.TABLE, LinkKind.VALUE)
        and sentence.heard.tokens[one.last].part in ("adjective", "verb")
        for one in used
        for other in used
    )
