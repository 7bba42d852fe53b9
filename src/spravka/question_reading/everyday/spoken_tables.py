"""Tables that a question speaks of, and those that only their values or plans would bring in."""

from spravka.query_plans.plan import RelativePeriod
from spravka.question_reading.everyday.composition import Composition, NotComposed
from spravka.question_reading.everyday.dating import PLANNED_WORDS
from spravka.question_reading.everyday.facts import words_of_field
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.linking.naming import name_words


def refuse_strange_values(made: Composition) -> None:
    """Of a value that several tables hold, the one of a table that is spoken of is meant."""
    for part in made.parts:
        named = {other.table for other in made.parts if other is not part and other.table}
        if part.kind is PartKind.VALUE and part.table not in named and _is_held_elsewhere(made, part, named):
            raise NotComposed("a value of a table nobody spoke of")


def _is_held_elsewhere(made: Composition, part: Part, named: set[str]) -> bool:
    rivals = made.sentence.rivals.get((part.mention.first, part.mention.last), ())
    links = (rival.link for rival in rivals if rival is not part.mention)
    return any(link is not None and link.value == part.value and link.table in named for link in links)


def planned_unasked(made: Composition) -> int:
    """How many plans are looked at though the question says no word of a plan, nor of days to come."""
    if _says_plans(made):
        return 0
    planned = {part.table for part in made.parts if part.table and _is_plan(name_words(_told(made, part.table)))}
    periods = [span.period for span in made.sentence.heard.periods]
    relative = [one for one in periods if isinstance(one, RelativePeriod) and not one.until_today]
    if any(one.first > 0 for one in relative):
        return 0
    dates = [
        part.field
        for part in made.parts
        if part.kind is PartKind.FIELD and part.field is not None and _is_plan(words_of_field(made.schema, part.field))
    ]
    is_open = any(one.last >= 0 for one in relative)
    return len(planned) + len(dates) * (not is_open)


def _told(made: Composition, table: str) -> str:
    known = made.schema.tables_by_key[table]
    return f"{known.name} {known.comment}"


def _says_plans(made: Composition) -> bool:
    said = (lemma for token in made.sentence.heard.tokens for lemma in token.lemmas)
    return any(lemma.startswith(PLANNED_SAID) for lemma in said)


def copied_values(made: Composition) -> int:
    """How many values are looked for in a view though the table that the view shows them of is there."""
    return sum(
        part.kind is PartKind.VALUE and made.schema.tables_by_key[part.table].is_view and _is_in_a_table(made, part)
        for part in made.parts
    )


def _is_in_a_table(made: Composition, part: Part) -> bool:
    rivals = made.sentence.rivals.get((part.mention.first, part.mention.last), ())
    links = (rival.link for rival in rivals)
    return any(
        link is not None and link.value == part.value and not made.schema.tables_by_key[link.table].is_view
        for link in links
    )


def _is_plan(words: tuple[str, ...]) -> bool:
    return any(word.startswith(PLAN_WORDS) for word in words)


PLAN_WORDS = ("plan", "план", "schedul")
PLANNED_SAID = (*PLANNED_WORDS, "schedul", "запланир", "overdue", "просроч", "late", "опозд", "will", "должн", "behind")
