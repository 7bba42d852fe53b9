"""A plan in plain words, Russian or English: what its SQL does, told without SQL."""

import datetime

from spravka.query_plans.fanout import FanOutWarning, select_warnings
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AllOf,
    AmongRows,
    AnyOf,
    Arithmetic,
    Between,
    ColumnRef,
    Comparison,
    Condition,
    Constant,
    DatePart,
    Expression,
    InPeriod,
    IsEmpty,
    Negated,
    OfAll,
    OneOf,
    Ordering,
    QueryPlan,
    RelativePeriod,
    ScalarQuery,
    Select,
    SetOperation,
    TextMatches,
    Truncated,
)
from spravka.query_plans.schema import DatabaseSchema
from spravka.query_plans.scopes import Scope
from spravka.query_plans.walking import has_group_aggregate
from spravka.query_plans.wording.english import ENGLISH
from spravka.query_plans.wording.phrases import Language, Phrases
from spravka.query_plans.wording.russian import RUSSIAN
from spravka.query_plans.wording.titles import humanised, title_of

PHRASES = {Language.RUSSIAN: RUSSIAN, Language.ENGLISH: ENGLISH}


def describe(plan: QueryPlan, schema: DatabaseSchema, language: str) -> str:
    """The plan in one sentence; ``language`` is "ru" or "en". Raises ``ValueError`` for another language."""
    text = words_of(plan, schema, Language(language))
    return text[:1].upper() + text[1:]


def words_of(plan: QueryPlan, schema: DatabaseSchema, language: Language) -> str:
    if isinstance(plan, SetOperation):
        left, right = (words_of(side, schema, language) for side in (plan.left, plan.right))
        return PHRASES[language].sets[plan.kind].format(left=left, right=right)
    return SelectWords(plan, schema, language).sentence()


def describe_fan_out(warning: FanOutWarning, plan: Select, schema: DatabaseSchema, language: str) -> str:
    """The warning in words, for the select it is about."""
    words = SelectWords(plan, schema, Language(language))
    phrase = words.phrases.fan_out if warning.measured_table else words.phrases.fan_out_rows
    measure, joined = words.expression(warning.measure), words.table_title(warning.joined_alias)
    text = phrase.format(measure=measure, joined=joined, measured=words.table_title(warning.measured_alias))
    return text[:1].upper() + text[1:]


def describe_counted_once(plan: Select, schema: DatabaseSchema, language: str) -> str:
    """The plan in words, with the rows that its joins repeat counted once."""
    words = SelectWords(plan, schema, Language(language))
    repeated = [warning.measured_alias for warning in select_warnings(plan, schema) if warning.measured_alias]
    tables = words.listed(list(dict.fromkeys(map(words.table_title, repeated))))
    return words.phrases.counted_once.format(plan=describe(plan, schema, language), tables=tables)


class SelectWords:
    """The words of one select."""

    def __init__(self, select: Select, schema: DatabaseSchema, language: Language) -> None:
        self.select = select
        self.schema = schema
        self.language = language
        self.phrases: Phrases = PHRASES[language]
        self.scope = Scope(select, schema)

    def sentence(self) -> str:
        select, phrases = self.select, self.phrases
        head = " ".join(part for part in (self.shown(), self.sources(), self.groups()) if part)
        clauses = [head]
        if select.distinct:
            clauses.append(phrases.distinct)
        if select.where is not None:
            clauses.append(phrases.where.format(self.condition(select.where)))
        if select.having is not None:
            clauses.append(phrases.having.format(self.condition(select.having)))
        clauses += [self.ordering(ordering) for ordering in select.order if not self.goes_without_saying(ordering)]
        if select.limit is not None:
            clauses.append(phrases.first_rows(select.limit))
        return ", ".join(clauses)

    def shown(self) -> str:
        """What is put out; groups are told of elsewhere."""
        shown = [output.expression for output in self.select.outputs if output.expression not in self.select.group_by]
        columns = [expression for expression in shown if isinstance(expression, ColumnRef)]
        others = [self.expression(expression) for expression in shown if not isinstance(expression, ColumnRef)]
        if len(columns) > 1:
            named = self.listed([self.column_title(column) for column in columns])
            return self.listed([self.phrases.columns.format(named), *others])
        told = [self.expression(expression) for expression in shown]
        return self.listed(told) if told else self.phrases.rows

    def sources(self) -> str:
        """The tables; one whose rows alone are counted is named too."""
        titles = list(dict.fromkeys(self.table_title(use.alias) for use in self.select.tables))
        phrase = self.phrases.of_table if len(titles) == 1 else self.phrases.of_tables
        return phrase.format(self.listed(titles))

    def groups(self) -> str:
        return self.listed([self.group(key) for key in self.select.group_by])

    def group(self, key: Expression) -> str:
        if isinstance(key, Truncated):
            unit = self.phrases.units_plural[key.unit]
            return self.phrases.by_unit.format(unit=unit, column=self.expression(key.of))
        phrase = self.phrases.by_column if isinstance(key, ColumnRef) else self.phrases.by_expression
        return phrase.format(self.genitive(key))

    def ordering(self, ordering: Ordering) -> str:
        phrase = self.phrases.descending if ordering.descending else self.phrases.ascending
        return phrase.format(self.expression(ordering.by))

    def goes_without_saying(self, ordering: Ordering) -> bool:
        """What is told by months is expected from the first month to the last."""
        return isinstance(ordering.by, Truncated) and ordering.by in self.select.group_by and not ordering.descending

    def listed(self, parts: list[str]) -> str:
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.phrases.and_word} {parts[-1]}"

    def table_title(self, alias: str) -> str:
        use = next((use for use in self.select.tables if use.alias == alias), None)
        if use is not None and use.plan is not None:
            return self.phrases.value_of.format(words_of(use.plan, self.schema, self.language))
        table = self.scope.tables.get(alias)
        return self.phrases.quoted.format(title_of(table, self.language) if table else humanised(alias))

    def column_title(self, ref: ColumnRef) -> str:
        """The column's title, with its table's where another table has one of the same."""
        column = self.scope.column(ref)
        title = title_of(column, self.language) if column else humanised(ref.column)
        quoted = self.phrases.quoted.format(title)
        others = (table for alias, table in self.scope.tables.items() if alias != ref.table)
        is_shared = any(title_of(other, self.language) == title for table in others for other in table.columns)
        return f"{quoted} ({self.table_title(ref.table)})" if is_shared else quoted

    def expression(self, node: Expression) -> str:
        phrases = self.phrases
        if isinstance(node, ColumnRef):
            return phrases.column.format(self.column_title(node))
        if isinstance(node, Constant):
            return self.constant(node)
        if isinstance(node, Aggregated):
            return self.aggregated(node)
        if isinstance(node, Arithmetic):
            return f"{self.operand(node.left)} {SIGNS[node.operator]} {self.operand(node.right)}"
        if isinstance(node, DatePart):
            return phrases.parts[node.unit].format(self.genitive(node.of))
        if isinstance(node, OfAll):
            return phrases.of_all.format(self.expression(node.of))
        if isinstance(node, ScalarQuery):
            return phrases.value_of.format(words_of(node.plan, self.schema, self.language))
        return phrases.firsts[node.unit].format(self.genitive(node.of))

    def operand(self, node: Expression) -> str:
        told = self.expression(node)
        return f"({told})" if isinstance(node, Arithmetic) or has_group_aggregate(node) else told

    def genitive(self, node: Expression) -> str:
        """After "the sum of": a Russian field is declined, its name is not."""
        if isinstance(node, ColumnRef):
            return self.phrases.column_of.format(self.column_title(node))
        return self.expression(node)

    def aggregated(self, node: Aggregated) -> str:
        if node.of is None:
            told = self.phrases.row_count
        else:
            is_count = node.function is Aggregate.COUNT and node.distinct
            phrase = self.phrases.distinct_count if is_count else self.phrases.aggregates[node.function]
            told = phrase.format(self.genitive(node.of))
        if node.only is None:
            return told
        return self.phrases.only_where.format(measure=told, condition=self.condition(node.only))

    def constant(self, node: Constant) -> str:
        value = node.value
        if value is None:
            return self.phrases.nothing
        if isinstance(value, bool):
            return self.phrases.booleans[value]
        if isinstance(value, datetime.date):
            return self.phrases.date(value)
        return self.phrases.quoted.format(value) if isinstance(value, str) else f"{value:.15g}"

    def subject(self, node: Expression) -> str:
        """A column at the head of a condition goes without the word for column."""
        return self.column_title(node) if isinstance(node, ColumnRef) else self.expression(node)

    def condition(self, node: Condition) -> str:
        if isinstance(node, AllOf | AnyOf):
            return self.several(node)
        if isinstance(node, Negated):
            return self.phrases.negation.format(self.condition(node.condition))
        left = self.subject(node.left)
        if isinstance(node, Comparison):
            return self.phrases.operators[node.operator].format(left=left, right=self.subject(node.right))
        if isinstance(node, Between):
            low, high = self.subject(node.low), self.subject(node.high)
            return self.phrases.between.format(left=left, low=low, high=high)
        return self.predicate(node, left)

    def predicate(self, node: TextMatches | OneOf | AmongRows | IsEmpty | InPeriod, left: str) -> str:
        phrases = self.phrases
        if isinstance(node, TextMatches):
            phrase = (phrases.mismatches if node.negated else phrases.matches)[node.match]
            return phrase.format(left=left, text=phrases.quoted.format(node.text))
        if isinstance(node, OneOf):
            values = ", ".join(self.constant(value) for value in node.values)
            return (phrases.none_of if node.negated else phrases.one_of).format(left=left, values=values)
        if isinstance(node, AmongRows):
            nested = words_of(node.plan, self.schema, self.language)
            return (phrases.not_among if node.negated else phrases.among).format(left=left, plan=nested)
        if isinstance(node, IsEmpty):
            return (phrases.filled if node.negated else phrases.empty).format(left)
        return (phrases.not_in_period if node.negated else phrases.in_period).format(
            left=left, period=self.period(node)
        )

    def period(self, node: InPeriod) -> str:
        if isinstance(node.period, RelativePeriod):
            return self.phrases.relative(node.period)
        return self.phrases.fixed(node.period)

    def several(self, node: AllOf | AnyOf) -> str:
        word = self.phrases.and_word if isinstance(node, AllOf) else self.phrases.or_word
        return f" {word} ".join(self.inner(part) for part in node.conditions)

    def inner(self, node: Condition) -> str:
        return f"({self.condition(node)})" if isinstance(node, AnyOf | AllOf) else self.condition(node)


SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
