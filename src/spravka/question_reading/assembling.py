"""Assembling frames: a skeleton and chosen mentions become the frames they may mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spravka.query_plans.plan import Aggregate, SetKind
from spravka.question_reading.choosing import Chosen
from spravka.question_reading.conditions import Conditions, Unreadable, conditions_of
from spravka.question_reading.defaults import full_name_fields, key_field, name_field
from spravka.question_reading.frames import ROWS, Field, Frame, Item, Sorting, Test, TestKind
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.mentions import MentionKind
from spravka.question_reading.roles import Sentence
from spravka.question_reading.skeletons import MANY, Skeleton, inner_parts


@dataclass(frozen=True)
class Draft:
    """What every frame of one choice shares."""

    sentence: Sentence
    skeleton: Skeleton
    chosen: tuple[Chosen, ...]
    conditions: Conditions

    def items(self, use: str) -> tuple[Item, ...]:
        """The columns with a use, in the order of the question; with an aggregate where the use has one."""
        found: list[Item] = []
        for part in self.chosen:
            field = part.mention.field
            if part.mention.kind is not MentionKind.COLUMN or field is None:
                continue
            for own in part.uses:
                if own == use:
                    found.append(Item(field))
                elif own.startswith(f"{use}:"):
                    found.append(_aggregated(self.sentence, field, own.removeprefix(f"{use}:")))
        return tuple(dict.fromkeys(found))

    def tables(self, use: str) -> tuple[str, ...]:
        """The tables whose mention has a use."""
        return tuple(
            dict.fromkeys(
                part.mention.link.table
                for part in self.chosen
                if part.mention.kind is MentionKind.TABLE and part.mention.link is not None and use in part.uses
            )
        )

    def counts(self, use: str) -> bool:
        return any(part.mention.kind is MentionKind.COUNT and use in part.uses for part in self.chosen)


def _aggregated(sentence: Sentence, field: Field, name: str) -> Item:
    aggregate = Aggregate(name)
    return Item(field, aggregate, aggregate is Aggregate.COUNT)


def assemble(sentence: Sentence, skeleton: Skeleton, chosen: Sequence[Chosen]) -> Iterator[Frame]:
    """The frames of a choice; none where its roles do not fit the skeleton."""
    try:
        draft = Draft(sentence, skeleton, tuple(chosen), conditions_of(sentence, chosen))
        for outputs in _outputs(draft):
            for frame in _frames(draft, outputs):
                if any(sentence.graph.tree(inner.needed_tables) is None for inner in frame.frames()):
                    raise Unreadable("tables that hang apart")
                yield from _with_and_without_duplicates(draft, frame)
    except Unreadable:
        return


def _outputs(draft: Draft) -> Iterator[tuple[Item, ...]]:
    """What is shown: the columns told, and of the tables told a name, a key, or both names of a person."""
    columns = draft.items("out")
    count = (ROWS,) if draft.counts("out") else ()
    shown = draft.tables("out")
    schema = draft.sentence.schema
    if not shown and not columns and not count:
        raise Unreadable("nothing shown")
    if not shown:
        yield (*columns, *count)
        if (widened := _with_last_names(draft, columns)) != columns:
            yield (*widened, *count)
        return
    for table in shown[:1]:
        for fields in dict.fromkeys(
            (
                _one(name_field(schema, table)),
                _one(key_field(schema, table)),
                full_name_fields(schema, table) or (),
                (Field(table, "*"),) if not columns and not count else (),
            )
        ):
            added = tuple(Item(field) for field in fields if Item(field) not in columns)
            if added:
                yield (*added, *columns, *count)


def _with_last_names(draft: Draft, columns: tuple[Item, ...]) -> tuple[Item, ...]:
    """A person's first name, when it stands for "the name", with the last one beside it."""
    widened: list[Item] = []
    for item in columns:
        names = () if item.field is None else full_name_fields(draft.sentence.schema, item.field.table) or ()
        is_name = item.aggregate is None and item.field in names
        widened += [Item(field) for field in names] if is_name else [item]
    return tuple(dict.fromkeys(widened))


def _one(field: Field | None) -> tuple[Field, ...]:
    return () if field is None else (field,)


def _frames(draft: Draft, outputs: tuple[Item, ...]) -> Iterator[Frame]:
    skeleton = draft.skeleton
    limit = _limit(draft)
    frame = Frame(
        outputs,
        tests=draft.conditions.tests,
        any_of=skeleton.union == "or",
        having=draft.conditions.having,
        limit=limit,
        tables=frozenset(draft.tables("from")),
    )
    if bool(frame.having) != skeleton.having:
        raise Unreadable("having against the skeleton")
    for grouped in _grouped(draft, frame):
        for ordered in _ordered(draft, grouped):
            yield from _with_inner(draft, ordered)


def _limit(draft: Draft) -> int | None:
    if not draft.skeleton.limit:
        return None
    if draft.skeleton.limit != MANY:
        return 1
    numbers = [part.mention.number for part in draft.chosen if "limit" in part.uses and part.mention.number]
    numbers += [mark.value for mark in draft.sentence.heard.marks if mark.sign is Sign.TOP and mark.value]
    if not numbers or not 1 <= numbers[0] <= 10_000:
        raise Unreadable("no number of rows")
    return int(numbers[0])


def _grouped(draft: Draft, frame: Frame) -> Iterator[Frame]:
    """With the groups told, or those of what is shown beside an aggregate."""
    plain = tuple(item for item in frame.outputs if isinstance(item, Item) and item.aggregate is None)
    if not draft.skeleton.grouped:
        if plain and len(plain) < len(frame.outputs):
            raise Unreadable("aggregates beside columns")
        yield frame
        return
    told = tuple(item.plain for item in draft.items("group"))
    keys = [key for table in draft.tables("group") if (key := key_field(draft.sentence.schema, table)) is not None]
    told = tuple(dict.fromkeys((*told, *(Item(key) for key in keys))))
    seen = set[tuple[Item, ...]]()
    for group in (*([told] if told else []), *_groups_of(draft, plain)):
        if group and group not in seen:
            seen.add(group)
            yield replace(frame, group=group)


def _groups_of(draft: Draft, plain: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The shown columns themselves, or the key of their one table."""
    yield plain
    tables = {item.field.table for item in plain if item.field is not None}
    if len(tables) == 1 and (key := key_field(draft.sentence.schema, next(iter(tables)))) is not None:
        yield (Item(key),)


def _ordered(draft: Draft, frame: Frame) -> Iterator[Frame]:
    skeleton = draft.skeleton
    if not skeleton.order:
        yield frame
        return
    if skeleton.order == "count" and skeleton.grouped:
        items: tuple[Item, ...] = (ROWS,)
    elif skeleton.order == "column":
        items = tuple(item for item in draft.items("order") if item.aggregate is None)
    else:
        wanted = [item for item in draft.items("order") if item.aggregate == skeleton.order]
        items = tuple(wanted) or tuple(item for item in draft.items("out") if item.aggregate == skeleton.order)
    if not items:
        raise Unreadable("nothing to order by")
    yield replace(frame, order=tuple(Sorting(item, skeleton.descending) for item in items[:2]))


def _with_inner(draft: Draft, frame: Frame) -> Iterator[Frame]:
    """With the select inside or beside it that the skeleton asks for."""
    skeleton, inner_tests = draft.skeleton, draft.conditions.inner_tests
    if skeleton.inner == "absent":
        yield from _absent(draft, frame)
    elif skeleton.inner:
        yield _compared_with_all(draft, frame)
    elif skeleton.union in tuple(SetKind):
        yield from _united(draft, frame, SetKind(skeleton.union))
    elif inner_tests:
        raise Unreadable("inner tests without an inner select")
    else:
        yield frame


def _compared_with_all(draft: Draft, frame: Frame) -> Frame:
    parts = inner_parts(draft.skeleton.inner)
    fields = [item.field for item in draft.items("in:out") if item.field is not None]
    fields += [part.mention.field for part in draft.conditions.unused if part.mention.field is not None]
    if parts is None or not fields:
        raise Unreadable("nothing to compare with all")
    operator, aggregate = parts
    inner = Frame((Item(fields[0], aggregate),), tests=draft.conditions.inner_tests)
    test = Test(Item(fields[0]), TestKind.COMPARE_INNER, operator, inner=inner)
    return replace(frame, tests=(*frame.tests, test))


def _absent(draft: Draft, frame: Frame) -> Iterator[Frame]:
    """Rows without a partner in another table, or without one that fulfils the inner tests."""
    graph = draft.sentence.graph
    tables = set(draft.tables("in:from")) | {
        test.item.field.table for test in draft.conditions.inner_tests if test.item.field is not None
    }
    own = frame.needed_tables
    inside = tables - own
    if not inside or not own:
        raise Unreadable("nothing is absent")
    goal = min(inside)
    start = min(own, key=lambda table: (graph.distance(table, goal), table))
    tree = graph.tree({start, *inside})
    edge = None if tree is None else next((edge for edge in tree if start in (edge.source, edge.table)), None)
    if edge is None:
        raise Unreadable("the absent hangs apart")
    outer, link = edge.on[0] if edge.source == start else edge.on[0][::-1]
    inner = Frame((Item(link),), tests=draft.conditions.inner_tests, tables=frozenset(inside))
    yield replace(frame, tests=(*frame.tests, Test(Item(outer), TestKind.AMONG, inner=inner, negated=True)))


def _united(draft: Draft, frame: Frame, kind: SetKind) -> Iterator[Frame]:
    """The same shown of rows that fulfil the inner tests."""
    inner_tests = draft.conditions.inner_tests
    tables = frame.tables | set(draft.tables("in:from"))
    plain = replace(frame, group=(), having=(), order=(), limit=None)
    if kind is SetKind.EXCEPT:
        if not inner_tests and tables == frame.needed_tables:
            raise Unreadable("nothing is taken away")
        yield replace(frame, set_kind=kind, other=replace(plain, tests=inner_tests, tables=frozenset(tables)))
        return
    first, second = frame.tests, inner_tests
    if not second:
        if len(first) < 2:
            raise Unreadable("one test is no two")
        first, second = first[:-1], first[-1:]
    yield replace(frame, tests=first, set_kind=kind, other=replace(plain, tests=second, tables=frozenset(tables)))


def _with_and_without_duplicates(draft: Draft, frame: Frame) -> Iterator[Frame]:
    """Both ways where the question or the shape leaves it open."""
    if Sign.DISTINCT in draft.sentence.signs:
        changed = _distinct_counts(frame)
        if changed != frame:
            yield changed
    yield frame
    plain = [item for item in frame.outputs if isinstance(item, Item) and item.aggregate is None]
    if frame.set_kind is not None or frame.group or len(plain) < len(frame.outputs) or frame.limit is not None:
        return
    if Sign.DISTINCT in draft.sentence.signs or len(frame.needed_tables) > 1 or draft.sentence.signs & {Sign.ALL}:
        yield replace(frame, distinct=True)


def _distinct_counts(frame: Frame) -> Frame:
    """Counts of a column are counts of its different values."""
    outputs = tuple(
        replace(item, distinct=True) if isinstance(item, Item) and item.is_count and item.field is not None else item
        for item in frame.outputs
    )
    return replace(frame, outputs=outputs)
