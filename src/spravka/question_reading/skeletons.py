"""Skeletons: the shape of a frame without its columns, as a word of a small closed set."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spravka.query_plans.plan import Aggregate, Operator
from spravka.question_reading.frames import Frame, TestKind
from spravka.question_reading.roles import Sentence

MANY = "n"
PARTS = 7


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The shape of a frame. ``order`` is ``""``, ``"column"`` or an aggregate; ``limit`` ``""``, ``"1"`` or ``"n"``.

    ``union`` is ``""``, ``"or"`` or a kind of set operation. ``inner`` is ``""``, ``"absent"`` (no rows among), or
    an operator and an aggregate (``">average"``: compared with the average of all).
    """

    grouped: bool = False
    having: bool = False
    order: str = ""
    descending: bool = False
    limit: str = ""
    union: str = ""
    inner: str = ""

    @property
    def name(self) -> str:
        flags = ("G" if self.grouped else "", "H" if self.having else "", self.order, "D" if self.descending else "")
        return "|".join((*flags, self.limit, self.union, self.inner))


@lru_cache(maxsize=256)
def skeleton_named(name: str) -> Skeleton:
    """The skeleton with a name."""
    grouped, having, order, descending, limit, union, inner = name.split("|")
    return Skeleton(bool(grouped), bool(having), order, bool(descending), limit, union, inner)


def inner_parts(inner: str) -> tuple[Operator, Aggregate] | None:
    """Operator and aggregate of an inner comparison; None for any other."""
    for operator in sorted(Operator, key=len, reverse=True):
        if inner.startswith(operator.value):
            return operator, Aggregate(inner.removeprefix(operator.value))
    return None


def skeleton_of(frame: Frame) -> Skeleton:
    """The shape of a frame."""
    order = frame.order[0] if frame.order else None
    return Skeleton(
        grouped=bool(frame.group),
        having=bool(frame.having),
        order="" if order is None else str(order.item.aggregate or "column"),
        descending=order is not None and order.descending,
        limit="" if frame.limit is None else "1" if frame.limit == 1 else MANY,
        union=str(frame.set_kind or ("or" if frame.any_of and len(frame.tests) > 1 else "")),
        inner=_inner_of(frame),
    )


def _inner_of(frame: Frame) -> str:
    for test in frame.tests:
        if test.kind is TestKind.AMONG and test.negated:
            return "absent"
        if test.kind is TestKind.COMPARE_INNER and test.inner is not None:
            output = test.inner.outputs[0]
            aggregate = getattr(output, "aggregate", None)
            return f"{test.operator.value}{aggregate}" if aggregate else "other"
    return ""


def skeleton_features(sentence: Sentence) -> list[str]:
    """Words that describe the whole question: runs of its symbols, and which signs it has."""
    row = ["^", *(symbol for _, symbol in sentence.spoken), "$"]
    features = [f"1={symbol}" for symbol in row]
    features += [f"2={a},{b}" for a, b in pairwise(row)]
    features += [f"3={a},{b},{c}" for a, b, c in zip(row, row[1:], row[2:], strict=False)]
    signs = [symbol for symbol in row if symbol.startswith("s:")]
    features += [f"s2={a},{b}" for a, b in pairwise(signs)]
    features += [f"first={symbol}" for symbol in row[1:3]]
    features += list(_counts(sentence))
    return list(dict.fromkeys(features))


def _counts(sentence: Sentence) -> Iterator[str]:
    kinds = [symbol.split(":")[1] for _, symbol in sentence.spoken if symbol[:2] in ("m:", "c:")]
    for kind in ("table", "value", "number", "key", "text", "date", "quoted"):
        yield f"n:{kind}={min(kinds.count(kind), 3)}"
    yield f"length={min(len(sentence.heard.tokens) // 4, 7)}"
    for sign in sentence.signs:
        yield f"has={sign}"
        places = [mark.first for mark in sentence.heard.marks if mark.sign is sign]
        yield f"at={sign}:{'start' if places[0] <= 2 else 'later'}"
        yield f"times={sign}:{min(len(places), 3)}"
