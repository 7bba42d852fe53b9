"""Composing one frame from the chosen parts, by the rules of asking; anything left over makes it no reading."""

from dataclasses import replace

from spravka.question_reading.everyday.composition import Composition, NotComposed, named_by
from spravka.question_reading.everyday.dating import add_periods
from spravka.question_reading.everyday.listing import listing
from spravka.question_reading.everyday.measuring import (
    add_groups,
    add_measures,
    add_order,
    amounts_of_others,
    counted_tables,
    is_a_rate,
    refuse_multiplied,
    shares_of,
)
from spravka.question_reading.everyday.parts import PartKind, Selection, marks_outside_periods
from spravka.question_reading.everyday.testing import add_absences, add_averages, add_comparisons, add_filters
from spravka.question_reading.frames import Frame, Item
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.roles import Sentence

FAR_AMOUNT_PENALTY = 0.6
"""Of «сумма договоров» read as the amount of something else that a contract has."""


def compose(sentence: Sentence, selection: Selection) -> tuple[Frame, float]:
    """The frame of a selection and what it costs to believe it; raises :class:`NotComposed`."""
    made = Composition(sentence, selection.parts, marks_outside_periods(sentence), list(selection.parts))
    tables = [part.table for part in selection.parts if part.kind is PartKind.TABLE]
    made.penalty += 0.3 * (len(tables) - len(set(tables)))
    made.penalty += FAR_AMOUNT_PENALTY * len(amounts_of_others(made))
    add_comparisons(made)
    add_averages(made)
    add_absences(made)
    add_filters(made)
    add_groups(made)
    add_order(made)
    add_measures(made)
    add_periods(made)
    return _finished(made), made.penalty


def _finished(made: Composition) -> Frame:
    """Outputs, groups and order together; a part without a place makes it no reading."""
    shown = _shown(made)
    left = [part for part in made.free if part.kind is not PartKind.TABLE]
    if left:
        raise NotComposed(f"{left[0].kind} {left[0].field} left over")
    tables = frozenset(made.tables | ({made.entity} if made.entity else set()))
    outline = Frame((), tests=tuple(made.tests), having=tuple(made.having), tables=tables, limit=made.limit)
    if made.measures and shown:
        raise NotComposed("columns beside quantities")
    if made.measures:
        refuse_multiplied(made)
        made.penalty += 0.25 * sum(part.table not in counted_tables(made) for part in made.free)
        made.penalty += 0.3 * sum(is_a_rate(made, item) for item in made.measures)
        order = () if made.order is None else (made.order,)
        outputs = shares_of(made) if any(made.signs(Sign.SHARE)) else made.measures
        return replace(outline, outputs=(*made.groups, *outputs), group=tuple(made.groups), order=order)
    if any(made.signs(Sign.SHARE, Sign.DIFFERENCE, Sign.RATIO)):
        raise NotComposed("a share of nothing")
    return listing(made, outline, shown)


def _shown(made: Composition) -> list[Item]:
    """The columns named to be seen."""
    shown: list[Item] = []
    for part in list(made.free):
        if part.kind is PartKind.FIELD and part.field is not None:
            made.take(part)
            shown.append(Item(named_by(made, part.field)))
    for part in made.free:
        if part.kind is PartKind.TABLE:
            made.tables.add(part.table)
    return shown
