"""Choices to offer: readings that differ from the taken one in what a single span names."""

from collections.abc import Callable, Sequence

from spravka.query_plans.plan import QueryPlan
from spravka.question_reading.enumerating import Candidate
from spravka.question_reading.frames import Frame
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.proof import target_of
from spravka.question_reading.reading import Choice, ChoiceOption
from spravka.question_reading.roles import Sentence

MOST_OPTIONS = 4
NAMING = frozenset({MentionKind.TABLE, MentionKind.COLUMN, MentionKind.VALUE, MentionKind.TERM})


def choices_of(
    sentence: Sentence, taken: Candidate, rivals: Sequence[Candidate], write: Callable[[Frame], QueryPlan]
) -> tuple[Choice, ...]:
    """For each span that ``rivals`` read otherwise, all else being equal: what it may mean, the taken meaning first."""
    options: dict[Mention, list[tuple[Mention, Frame]]] = {}
    for rival in rivals:
        difference = _difference(taken, rival)
        if difference is not None and rival.frame != taken.frame:
            mine, other = difference
            options.setdefault(mine, []).append((other, rival.frame))
    return tuple(
        _choice(sentence, mine, [(mine, taken.frame), *found][:MOST_OPTIONS], write) for mine, found in options.items()
    )


def _difference(one: Candidate, other: Candidate) -> tuple[Mention, Mention] | None:
    """The only mention in which two candidates differ, over the same tokens; None where they differ otherwise."""
    mine = {(part.mention.first, part.mention.last): part for part in one.choice.chosen}
    its = {(part.mention.first, part.mention.last): part for part in other.choice.chosen}
    if mine.keys() != its.keys():
        return None
    unequal = [span for span in mine if mine[span].mention != its[span].mention]
    if len(unequal) != 1 or mine[unequal[0]].role != its[unequal[0]].role:
        return None
    first, second = mine[unequal[0]].mention, its[unequal[0]].mention
    return (first, second) if first.kind in NAMING and second.kind in NAMING else None


def _choice(
    sentence: Sentence, mention: Mention, found: Sequence[tuple[Mention, Frame]], write: Callable[[Frame], QueryPlan]
) -> Choice:
    start, end = sentence.heard.tokens[mention.first].start, sentence.heard.tokens[mention.last].end
    options = tuple(ChoiceOption(target_of(other), _label(sentence, other), write(frame)) for other, frame in found)
    return Choice(start, end, sentence.heard.question[start:end], options)


def _label(sentence: Sentence, mention: Mention) -> str:
    """The meaning in the words of the schema's makers, where they left any."""
    if mention.link is None:
        return mention.text
    table = sentence.schema.tables_by_key[mention.link.table]
    shown = table.comment or table.name
    if mention.link.column:
        column = table.columns_by_name[mention.link.column]
        shown = f"{shown}: {column.comment or column.name}"
    return f"{shown} = {mention.link.value}" if mention.kind is MentionKind.VALUE else shown
