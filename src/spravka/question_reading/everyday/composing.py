"""Composing one frame from the chosen parts, by the rules of asking; anything left over makes it no reading."""

from collections.abc import Sequence
from dataclasses import replace

from spravka.question_reading.everyday.composition import Composition, NotComposed, named_by
from spravka.question_reading.everyday.dating import add_periods
from spravka.question_reading.everyday.listing import listing
from spravka.question_reading.everyday.measuring import (
    AGGREGATES,
    add_groups,
    add_measures,
    add_order,
    amounts_of_others,
    counted_tables,
    is_a_rate,
    refuse_multiplied,
    shares_of,
)
from spravka.question_reading.everyday.money import asks_for_a_sum, sums_of
from spravka.question_reading.everyday.parts import Part, PartKind, Selection, marks_outside_periods
from spravka.question_reading.everyday.spoken_tables import copied_values, planned_unasked, refuse_strange_values
from spravka.question_reading.everyday.testing import add_absences, add_averages, add_comparisons, add_filters
from spravka.question_reading.frames import Frame, Item
from spravka.question_reading.hearing.heard import Mark, Sign
from spravka.question_reading.linking.naming import name_words
from spravka.question_reading.roles import Sentence

COPY_PENALTY = 0.4
UNPLANNED_PENALTY = 0.5
"""Of plans that nobody spoke of."""
FAR_AMOUNT_PENALTY = 0.6
"""Of «сумма договоров» read as the amount of something else that a contract has."""


def compose(sentence: Sentence, selection: Selection) -> tuple[Frame, float]:
    """The frame of a selection and what it costs to believe it; raises :class:`NotComposed`."""
    marks = tuple(mark for mark in marks_outside_periods(sentence) if not _is_in_a_name(mark, selection.parts))
    made = Composition(sentence, selection.parts, marks, list(selection.parts))
    tables = [part.table for part in selection.parts if part.kind is PartKind.TABLE]
    made.penalty += 0.3 * (len(tables) - len(set(tables)))
    made.penalty += FAR_AMOUNT_PENALTY * len(amounts_of_others(made))
    refuse_strange_values(made)
    made.penalty += UNPLANNED_PENALTY * planned_unasked(made) + COPY_PENALTY * copied_values(made)
    add_comparisons(made)
    add_averages(made)
    add_absences(made)
    add_filters(made)
    add_groups(made)
    add_order(made)
    add_measures(made)
    add_periods(made)
    return _finished(made), made.penalty


def _is_in_a_name(mark: Mark, parts: Sequence[Part]) -> bool:
    """A word of a longer name ("inventory no") is no operator; "total area" is a total all the same."""
    return mark.sign not in AGGREGATES and any(
        part.mention.link is not None
        and part.first <= mark.first
        and mark.last <= part.last
        and part.last - part.first > mark.last - mark.first
        for part in parts
    )


def _finished(made: Composition) -> Frame:
    """Outputs, groups and order together; a part without a place makes it no reading."""
    shown = _shown(made)
    left = [part for part in made.free if part.kind is not PartKind.TABLE]
    if left:
        raise NotComposed(f"{left[0].kind} {left[0].field} left over")
    tables = frozenset(made.tables | ({made.entity} if made.entity else set()))
    outline = Frame((), tests=tuple(made.tests), having=tuple(made.having), tables=tables, limit=made.limit)
    if not made.measures and asks_for_a_sum(made, shown):
        made.measures, shown = sums_of(made, shown), []
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
            if _is_quality_of_the_next(made, part):
                raise NotComposed("a quality is no column to be seen")
            if _is_named_after(made, part):
                continue
            shown.append(Item(named_by(made, part.field)))
    for part in made.free:
        if part.kind is PartKind.TABLE:
            made.tables.add(part.table)
    return shown


def _is_named_after(made: Composition, part: Part) -> bool:
    """«пассажира Ying Wang»: whose name follows is not asked for."""
    after = (one for one in made.parts if one.first == part.last + 1 and one.kind is PartKind.VALUE)
    return any(one.table == part.table and one.field is not None and _share_a_word(part, one) for one in after)


def _share_a_word(one: Part, other: Part) -> bool:
    assert one.field is not None and other.field is not None
    return bool(set(name_words(one.field.column)) & set(name_words(other.field.column)))


def _is_quality_of_the_next(made: Composition, part: Part) -> bool:
    """ "Discontinued products": a participle tells which ones are meant."""
    tokens = made.sentence.heard.tokens
    is_participle = part.first == part.last and tokens[part.first].part == "verb"
    is_before = any(one.first == part.last + 1 and one.kind in (PartKind.TABLE, PartKind.FIELD) for one in made.parts)
    return is_participle and tokens[part.first].text.lower().endswith("ed") and is_before
