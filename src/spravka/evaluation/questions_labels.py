"""Labels to learn from: which role each mention has in the gold frame, and of what kind the frame is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spravka.query_plans.plan import Operator
from spravka.question_reading.frames import Field, Frame, Item, Test, TestKind, items_of
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import NO_ROLE, Sentence
from spravka.question_reading.schema_graph import SchemaGraph
from spravka.question_reading.word_keys import normalised

REPEATED_SHARE = 0.6


@dataclass
class GoldUses:
    """What a gold frame does with each column, constant and table."""

    columns: dict[Field, set[str]] = field(default_factory=dict)
    constants: list[tuple[object, str, Field | None]] = field(default_factory=list)
    """A constant, its use and the column it is compared with."""
    tables: dict[str, set[str]] = field(default_factory=dict)
    counts: set[str] = field(default_factory=set)
    limit: int | None = None

    def add(self, item: Item, use: str) -> None:
        if item.field is None:
            self.counts.add(use.split(":")[-1] if use.startswith("in:") else use)
        elif item.field.column != "*":
            tag = use if item.aggregate is None else f"{use}:{item.aggregate}"
            self.columns.setdefault(item.field, set()).add(tag)


def gold_uses(frame: Frame) -> GoldUses:
    uses = GoldUses(limit=frame.limit)
    _read_select(frame, uses, "")
    for inner, prefix in _inner_frames(frame):
        _read_select(inner, uses, prefix)
    return uses


def _inner_frames(frame: Frame) -> Iterator[tuple[Frame, str]]:
    for test in (*frame.tests, *frame.having):
        if test.inner is not None:
            is_join = test.kind is TestKind.AMONG and not test.negated
            yield test.inner, "" if is_join else "in:"
            yield from ((inner, "in:") for inner, _ in _inner_frames(test.inner))
    if frame.other is not None:
        yield frame.other, "in:"
        yield from _inner_frames(frame.other)


def _read_select(frame: Frame, uses: GoldUses, prefix: str) -> None:
    for output in frame.outputs:
        for item in items_of(output):
            uses.add(item, f"{prefix}out")
            if item.field is not None and item.field.column == "*":
                shown = {item.field.table} if item.field.table else frame.needed_tables - {""}
                for table in shown if len(shown) == 1 else ():
                    uses.tables.setdefault(table, set()).add(f"{prefix}out")
    for test in frame.tests:
        _read_test(test, uses, f"{prefix}test")
    for test in frame.having:
        _read_test(test, uses, f"{prefix}having")
    for item in frame.group:
        uses.add(item, f"{prefix}group")
    for sorting in frame.order:
        uses.add(sorting.item, f"{prefix}order")
    for table in frame.needed_tables - {""}:
        uses.tables.setdefault(table, set()).add(f"{prefix}from")


def _read_test(test: Test, uses: GoldUses, use: str) -> None:
    uses.add(test.item, use)
    if test.other is not None:
        uses.add(test.other, use)
    for value in test.values:
        uses.constants.append((value, use + _sign_of(test), test.item.field))


def _sign_of(test: Test) -> str:
    if test.kind is TestKind.COMPARE:
        turned = Operator.UNEQUAL if test.negated and test.operator is Operator.EQUAL else test.operator
        return turned.value
    names = {TestKind.BETWEEN: "between", TestKind.MATCH: "~", TestKind.ONE_OF: "="}
    return ("!" if test.negated else "") + names.get(test.kind, "=")


def role_labels(sentence: Sentence, frame: Frame) -> dict[Mention, str]:
    """The role of every mention."""
    uses = gold_uses(frame)
    labels: dict[Mention, str] = {}
    linked = {mention.field for mention in sentence.mentions if mention.kind is MentionKind.COLUMN}
    for mention in sentence.mentions:
        tags = _tags(mention, uses, sentence.graph, linked)
        labels[mention] = "+".join(sorted(tags)) or NO_ROLE
    _keep_best_of_twins(sentence, labels)
    _keep_strong_of_repeated(labels)
    return labels


def _keep_strong_of_repeated(labels: dict[Mention, str]) -> None:
    """Of the spans that may name one used column or table, those that name it about as well as the best."""
    best: dict[tuple[str, str], float] = {}
    for mention, role in labels.items():
        if role != NO_ROLE and mention.link is not None and mention.kind is not MentionKind.VALUE:
            key = (mention.link.table, mention.link.column)
            best[key] = max(best.get(key, 0.0), mention.score)
    for mention in labels:
        if mention.link is not None and mention.kind is not MentionKind.VALUE:
            least = REPEATED_SHARE * best.get((mention.link.table, mention.link.column), 0.0)
            labels[mention] = labels[mention] if mention.score >= least else NO_ROLE


def _tags(mention: Mention, uses: GoldUses, graph: SchemaGraph, linked: set[Field | None]) -> set[str]:
    match mention.kind:
        case MentionKind.COLUMN:
            return _column_tags(mention, uses, graph, linked)
        case MentionKind.TABLE:
            return _table_tags(mention, uses, linked)
        case MentionKind.VALUE | MentionKind.QUOTED:
            return _value_tags(mention, uses, graph)
        case MentionKind.NUMBER:
            return _number_tags(mention, uses)
        case MentionKind.PERIOD:
            return _period_tags(mention, uses)
        case MentionKind.COUNT:
            counted = {tag for found, tags in uses.columns.items() if found not in linked for tag in tags}
            return {use for use in ("out", "order", "having") if use in uses.counts or f"{use}:count" in counted}
        case _:
            return set()


def _column_tags(mention: Mention, uses: GoldUses, graph: SchemaGraph, linked: set[Field | None]) -> set[str]:
    assert mention.field is not None
    if mention.field in uses.columns:
        return _of_both_selects(uses.columns[mention.field])
    for other in equal_fields(mention.field, graph):
        if other in uses.columns and other not in linked:
            return _of_both_selects(uses.columns[other])
    return set()


def _of_both_selects(tags: set[str]) -> set[str]:
    """Without telling the selects apart, but where the inner one aggregates what it shows."""
    aggregated = {tag for tag in tags if tag.startswith("in:out:")}
    tested = {tag.removeprefix("in:") for tag in tags if tag.startswith(("in:test", "in:having"))}
    return aggregated | tested | {tag for tag in tags if not tag.startswith("in:")}


def equal_fields(field: Field, graph: SchemaGraph) -> set[Field]:
    """The columns at the other end of the keys of a column."""
    edges = [edge for edge in graph.neighbours(field.table) if len(edge.on) == 1]
    return {right for edge in edges for left, right in edge.on if left == field}


def _table_tags(mention: Mention, uses: GoldUses, linked: set[Field | None]) -> set[str]:
    assert mention.link is not None
    tags = set(uses.tables.get(mention.link.table, ()))
    if "from" in tags:
        tags.discard("in:from")
        for found, columns in uses.columns.items():
            if found.table == mention.link.table and found not in linked:
                tags |= columns & {"out", "group"}
    return tags


def _value_tags(mention: Mention, uses: GoldUses, graph: SchemaGraph) -> set[str]:
    text = normalised(mention.link.value if mention.link is not None else mention.text)
    equal = set() if mention.field is None else {mention.field, *equal_fields(mention.field, graph)}
    return {
        use
        for constant, use, column in uses.constants
        if normalised(str(constant)) == text and (mention.field is None or column in equal)
    }


def _number_tags(mention: Mention, uses: GoldUses) -> set[str]:
    found = {use for constant, use, _ in uses.constants if _as_number(constant) == mention.number}
    if not found and uses.limit is not None and uses.limit == mention.number and uses.limit > 1:
        return {"limit"}
    return found


def _as_number(constant: object) -> float | None:
    try:
        return float(str(constant))
    except ValueError:
        return None


def _period_tags(mention: Mention, uses: GoldUses) -> set[str]:
    start = getattr(mention.period, "start", None) or getattr(mention.period, "end", None)
    if start is None:
        return set()
    found = {use for constant, use, _ in uses.constants if str(start.year) in str(constant)}
    return {"in:test" if use.startswith("in:") else "test" for use in found if "having" not in use}


def _keep_best_of_twins(sentence: Sentence, labels: dict[Mention, str]) -> None:
    """Of overlapping mentions of one thing only the best fitting has the role."""
    for mention in sentence.mentions:
        if labels[mention] == NO_ROLE or mention.link is None:
            continue
        for other in sentence.mentions:
            if other is not mention and _is_twin(mention, other) and _rank(other) < _rank(mention):
                labels[other] = NO_ROLE


def _is_twin(mention: Mention, other: Mention) -> bool:
    if mention.kind is not other.kind or other.link is None or mention.link is None or not mention.overlaps(other):
        return False
    return (mention.link.table, mention.link.column, mention.link.value) == (
        other.link.table,
        other.link.column,
        other.link.value,
    )


def _rank(mention: Mention) -> tuple[float, int, int]:
    return (mention.score, mention.last - mention.first, -mention.first)
