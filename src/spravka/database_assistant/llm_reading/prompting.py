"""The messages that ask for a plan: rules of ours, then everything else fenced as data."""

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spravka.database_assistant.llm_reading.drafts import DRAFT_SHAPE
from spravka.database_assistant.llm_reading.examples import Example, Similarity, brief_plan, nearest, tell_example
from spravka.database_assistant.llm_reading.masking import mask_plan
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.llm_reading.retrieving import TableSearch, key_words
from spravka.database_assistant.llm_reading.telling_schema import ToldSchema, tell_schema
from spravka.llm.asking import Message, Speaker
from spravka.llm.counting import estimate_tokens
from spravka.llm.fencing import Fence, as_json, as_line, as_name
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    ColumnRef,
    DateUnit,
    InPeriod,
    Join,
    Ordering,
    Output,
    QueryPlan,
    RelativePeriod,
    Select,
    TableUse,
)
from spravka.query_plans.schema import Dialect
from spravka.question_reading.hearing.heard import Heard
from spravka.question_reading.knowledge import GlossaryTerm, TermKind
from spravka.question_reading.linking.links import Link, LinkKind

SCHEMA_SHARE = 0.7
"""Of the tokens that rules, shape and question leave; what it does not need is for values, terms and examples."""
LEAST_FREE_TOKENS = 300
AROUND_SECTIONS_TOKENS = 100
MOST_VALUES = 30
MOST_TERMS = 40
WORDING_CHARACTERS = 2_000

RULES = """\
You turn a question about a database into a query plan. You answer with one JSON value of the type Answer only.
- kind "plan": whenever a plan can say it. kind "sql": only where a plan cannot (windows, recursion): one SELECT in \
{dialect}. kind "cannot": where the database does not hold what is asked, or where it is no question about its data; \
"reason" then tells in one sentence, in the language of the question, what is missing. Never guess a table or column.
- Use only the tables and columns of the section "schema", spelled exactly so.
- TableUse.alias is a short name of yours; ColumnRef.table and Join.alias are such aliases. Each table use but the \
first has one Join, in order; "on" are pairs of columns that are equal; join along the keys that the schema shows.
- Aggregated without "of" counts rows; "only" counts just the rows that fulfil it. Every output that is not \
aggregated stands in group_by too. OfAll is the aggregate over all groups, for shares.
- RelativePeriod counts whole units from today's: first -1, last -1 is the unit before this one; 0 and 0 this one, \
with until_today up to today. FixedPeriod ends before "end". Truncated groups dates by a unit. Today is {today}.
- Stored values: as the section "values" spells them; where it names none, text-matches with "contains".
- Output.label is a heading in the language of the question. Answer only what was asked; add no column and no limit \
of your own.
{fence_rule}
This plan says "how much was paid to each partner last month, the five largest":
{sample}"""

SAMPLE = Select(
    outputs=(
        Output(ColumnRef("p", "title"), "Partner"),
        Output(Aggregated(Aggregate.SUM, ColumnRef("m", "amount")), "Paid"),
    ),
    tables=(TableUse("m", "money_move"), TableUse("p", "partner")),
    joins=(Join("p", ((ColumnRef("m", "partner_id"), ColumnRef("p", "id")),)),),
    where=InPeriod(ColumnRef("m", "paid_on"), RelativePeriod(DateUnit.MONTH, -1, -1)),
    group_by=(ColumnRef("p", "id"), ColumnRef("p", "title")),
    order=(Ordering(Aggregated(Aggregate.SUM, ColumnRef("m", "amount")), descending=True),),
    limit=5,
)


@dataclass(frozen=True)
class Asked:
    """A question with everything that may be told beside it.

    ``wordings`` are the tenant's active prompts by table key; ``previous`` is the question before a follow-up with
    its plan.
    """

    heard: Heard
    today: datetime.date
    privacy: Privacy
    links: Sequence[Link] = ()
    glossary: Sequence[GlossaryTerm] = ()
    wordings: Mapping[str, str] = field(default_factory=dict)
    examples: Sequence[Example] = ()
    previous: tuple[str, QueryPlan] | None = None


@dataclass(frozen=True)
class Prompt:
    """``messages`` to send; ``told`` is the schema in them."""

    messages: tuple[Message, ...]
    told: ToldSchema


def build_prompt(
    asked: Asked,
    search: TableSearch,
    budget_tokens: int,
    fence: Fence | None = None,
    similarity: Similarity | None = None,
) -> Prompt:
    """The messages for a question, of about ``budget_tokens`` at most."""
    fence = fence or Fence()
    rules = _rules(asked, search.schema.dialect, fence)
    question = fence.section("question", [as_json(asked.heard.question)])
    fixed = sum(estimate_tokens(text) for text in (rules, question, DRAFT_SHAPE.told)) + AROUND_SECTIONS_TOKENS
    free = max(budget_tokens - fixed, LEAST_FREE_TOKENS)
    ranked = search.rank(asked.heard.question, asked.links)
    told = tell_schema(search.schema, ranked, int(free * SCHEMA_SHARE))
    left = free - sum(estimate_tokens(line) for line in told.lines)
    optional = _within(_optional_sections(asked, told, fence, similarity), left)
    sections = [fence.section("schema", told.lines), *optional, question]
    data = Message(Speaker.USER, "\n".join(section for section in sections if section))
    return Prompt((Message(Speaker.SYSTEM, rules), data), told)


def _rules(asked: Asked, dialect: Dialect, fence: Fence) -> str:
    return RULES.format(
        dialect=dialect,
        today=asked.today.isoformat(),
        fence_rule=fence.rule,
        sample=as_json({"answer": {"kind": "plan", "plan": brief_plan(SAMPLE)}}),
    )


def _optional_sections(asked: Asked, told: ToldSchema, fence: Fence, similarity: Similarity | None) -> Iterator[str]:
    """What helps, the most helpful first."""
    yield fence.section("values", _values(asked))
    yield fence.section("previous question", _previous(asked))
    yield fence.section("terms of this company", _terms(asked, told))
    yield fence.section("notes of its administrators", _wordings(asked, told))
    near = nearest(asked.heard.question, asked.examples, similarity)
    yield fence.section("approved answers", [tell_example(one, asked.privacy) for one in near])


def _within(sections: Iterator[str], budget_tokens: int) -> Iterator[str]:
    left = budget_tokens
    for section in sections:
        cost = estimate_tokens(section)
        if cost <= left:
            left -= cost
            yield section


def _values(asked: Asked) -> list[str]:
    """The stored values that words of the question may mean: no others."""
    if not asked.privacy.shows_values:
        return []
    links = sorted((one for one in asked.links if one.kind is LinkKind.VALUE), key=lambda one: -one.score)
    lines = (
        f"{as_json(_span(asked.heard, one))} may be {as_name(one.table)}.{as_name(one.column)} = {as_json(one.value)}"
        for one in links
    )
    return list(dict.fromkeys(lines))[:MOST_VALUES]


def _span(heard: Heard, link: Link) -> str:
    return heard.question[heard.tokens[link.first].start : heard.tokens[link.last].end]


def _previous(asked: Asked) -> list[str]:
    if asked.previous is None:
        return []
    question, plan = asked.previous
    told = brief_plan(plan) if asked.privacy.shows_values else mask_plan(brief_plan(plan))[0]
    return [as_json(question), as_json(told)]


def _terms(asked: Asked, told: ToldSchema) -> list[str]:
    """Terms with a word in the question come first; a stored value is told only where values may be."""
    words = key_words(asked.heard.question)
    shown = [one for one in asked.glossary if asked.privacy.shows_values or one.kind is not TermKind.VALUE]
    named = [one for one in shown if words & key_words(one.term)]
    others = [one for one in shown if one.table in told.keys and one not in named]
    return [_term(one, asked.privacy) for one in [*named, *others][:MOST_TERMS]]


def _term(term: GlossaryTerm, privacy: Privacy) -> str:
    place = ".".join(as_name(one) for one in (term.table, term.column) if one)
    parts = (
        place,
        term.aggregate,
        f"= {as_json(term.value)}" if term.value else "",
        as_line(_formula(term, privacy), 1000),
    )
    return f"{as_json(term.term)} is {term.kind} " + " ".join(part for part in parts if part)


def _formula(term: GlossaryTerm, privacy: Privacy) -> str:
    """The formula of a measure or condition; the stored values in it are masked where values may not be told."""
    if not term.formula or privacy.shows_values:
        return term.formula
    masked, _ = mask_plan(json.loads(term.formula))
    return json.dumps(masked, ensure_ascii=False)


def _wordings(asked: Asked, told: ToldSchema) -> list[str]:
    return [
        f"{as_name(key) if key else 'all tables'}: {as_line(text, WORDING_CHARACTERS)}"
        for key, text in asked.wordings.items()
        if key in told.keys or not key
    ]
