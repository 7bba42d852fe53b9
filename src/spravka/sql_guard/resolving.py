"""Every table and column of a query gets its meaning by the scope it stands in, and its true name.

Names of CTEs are visible in the queries after them and inside their own query, never inside themselves (recursion is
refused) and never before them. A CTE named like an allowed table is renamed, so that what is rendered has one
reading only, also in a dialect that would see the CTE from more places.
"""

from collections.abc import Iterable

from sqlglot import exp

from spravka.sql_guard.columns import resolve_column
from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.finding_tables import find_table, is_strict
from spravka.sql_guard.joins import count_unjoined
from spravka.sql_guard.names import Names, is_plain
from spravka.sql_guard.outputs import gives_single_row, output_names
from spravka.sql_guard.policy import GuardPolicy
from spravka.sql_guard.scopes import Cte, Ctes, Findings, Output, Scope, Source, TableUse, cte_key

QUERIES = (exp.Select, exp.SetOperation, exp.Subquery, exp.Values)
OPEN_TO_ALIASES = frozenset({"group", "having", "qualify", "order", "limit", "distinct"})
CLAUSES = ("distinct", "expressions", "where", "group", "having", "qualify", "windows", "order", "limit", "offset")


class Resolver:
    """Resolves one query in place; ``findings`` gathers what the later steps need."""

    def __init__(self, policy: GuardPolicy) -> None:
        self.policy = policy
        self.findings = Findings()
        self.cte_names: set[str] = set()

    def query(self, query: exp.Expr, ctes: Ctes, outer: Scope | None) -> Output:
        """Resolve a query of any form; ``outer`` is the scope whose columns it may use."""
        if isinstance(query, exp.Values):
            return self.values(query, ctes, outer)
        visible = self.with_clause(query, ctes, outer)
        if isinstance(query, exp.Select):
            return self.select(query, visible, outer)
        if isinstance(query, exp.SetOperation):
            return self.set_operation(query, visible, outer)
        if isinstance(query.this, QUERIES) and not query.args.get("joins"):
            return self.bracketed(query, visible, outer)
        raise QueryRefused(RefusalReason.CONSTRUCT, type(query).__name__.upper())

    def with_clause(self, query: exp.Expr, ctes: Ctes, outer: Scope | None) -> Ctes:
        """The CTEs visible inside ``query``: those around it and its own."""
        clause = query.args.get("with_")
        if clause is None:
            return ctes
        if not self.policy.speech.nests_ctes and query.parent is not None:
            raise QueryRefused(RefusalReason.CONSTRUCT, "WITH inside a query")
        visible = dict(ctes)
        own: set[str] = set()
        for node in clause.expressions:
            key, cte = self.named_query(node, visible, outer)
            if key in own:
                raise QueryRefused(RefusalReason.CONSTRUCT, f"WITH names {cte.name} twice")
            own.add(key)
            visible[key] = cte
        return visible

    def named_query(self, node: exp.CTE, visible: Ctes, outer: Scope | None) -> tuple[str, Cte]:
        identifier = node.args["alias"].this
        key = self.key_of(identifier)
        self.refuse_recursion(node, key, visible)
        output = self.query(node.this, visible, outer)
        columns = self.column_list(node.args["alias"], output.columns)
        rendered = self.fresh_name(identifier.name)
        identifier.set("this", rendered)
        self.cte_names.add(rendered)
        found = Output(columns, output.table_uses, output.is_single_row)
        return key, Cte(identifier.name, rendered, found)

    def key_of(self, identifier: exp.Identifier) -> str:
        return cte_key(identifier.name, is_case_telling=self.policy.speech.tells_quoted_cases_apart)

    def refuse_recursion(self, node: exp.CTE, key: str, visible: Ctes) -> None:
        """A CTE that reads itself needs no keyword in SQLite and T-SQL; a table of its name is something else."""
        if key in visible or self.policy.folded_table_names.alike(key):
            return
        if any(not table.args.get("db") and self.key_of(table.this) == key for table in node.find_all(exp.Table)):
            raise QueryRefused(RefusalReason.RECURSION, node.alias)

    def fresh_name(self, name: str) -> str:
        """``name``, or one after it that no allowed table has."""
        self.require_plain(name)
        taken = self.policy.folded_table_names
        if not is_taken(name, taken):
            return name
        number = 2
        while is_taken(f"{name}_{number}", taken) or f"{name}_{number}" in self.cte_names:
            number += 1
        return f"{name}_{number}"

    def require_plain(self, name: str) -> None:
        if not is_plain(name):
            raise QueryRefused(RefusalReason.UNSAFE_TEXT, name)

    def select(self, select: exp.Select, ctes: Ctes, outer: Scope | None) -> Output:
        scope = Scope(ctes, outer)
        uses = sum(self.add_source(node, scope) for node in row_sources(select))
        for projection in select.expressions:
            if isinstance(projection, exp.Alias):
                self.require_plain(projection.alias)
            elif isinstance(projection, exp.Star):
                star_all(scope)
        scope.aliases = Names(p.alias for p in select.expressions if isinstance(p, exp.Alias))
        everywhere = self.policy.speech.aliases_everywhere
        for join in select.args.get("joins") or ():
            uses += self.join_condition(join, scope)
        for clause in CLAUSES:
            scope.aliases_are_open = everywhere or clause in OPEN_TO_ALIASES
            uses += self.clause(select.args.get(clause), scope)
        self.count(uses)
        self.findings.unjoined += count_unjoined(select, scope.sources, self.findings.origins)
        return Output(output_names(select, scope, self.policy), uses, gives_single_row(select))

    def count(self, uses: int) -> None:
        if uses > self.policy.caps.table_uses:
            raise QueryRefused(
                RefusalReason.TOO_LARGE, f"tables are read in more than {self.policy.caps.table_uses} places"
            )

    def clause(self, part: object, scope: Scope) -> int:
        """Resolve what stands in a clause; the uses of tables in its subqueries."""
        if isinstance(part, list):
            return sum(self.clause(item, scope) for item in part)
        if isinstance(part, exp.Column):
            resolve_column(part, scope, self.policy, self.findings)
            return 0
        if isinstance(part, QUERIES):
            return self.query(part, scope.ctes, scope).table_uses
        if isinstance(part, exp.Expr):
            return sum(self.clause(child, scope) for child in list(part.iter_expressions()))
        return 0

    def set_operation(self, query: exp.SetOperation, ctes: Ctes, outer: Scope | None) -> Output:
        left = self.query(query.this, ctes, outer)
        right = self.query(query.expression, ctes, outer)
        self.count(left.table_uses + right.table_uses)
        scope = Scope(ctes, outer, [Source("", Names((*left.columns, *right.columns)))])
        for name in ("order", "limit", "offset"):
            self.clause(query.args.get(name), scope)
        return Output(left.columns, left.table_uses + right.table_uses)

    def bracketed(self, query: exp.Expr, ctes: Ctes, outer: Scope | None) -> Output:
        inner = self.query(query.this, ctes, outer)
        scope = Scope(ctes, outer, [Source("", Names(inner.columns))])
        for name in ("order", "limit", "offset"):
            self.clause(query.args.get(name), scope)
        return inner

    def values(self, query: exp.Values, ctes: Ctes, outer: Scope | None) -> Output:
        """Rows written down; ClickHouse has a function of that name, which is something else."""
        if self.policy.dialect == "clickhouse" or query.parent is None:
            raise QueryRefused(RefusalReason.CONSTRUCT, "VALUES")
        uses = self.clause(query.expressions, Scope(ctes, outer))
        width = max((len(row.expressions) for row in query.expressions), default=0)
        return Output(tuple(f"column{number}" for number in range(1, width + 1)), uses, len(query.expressions) < 20)

    def add_source(self, node: exp.Expr, scope: Scope) -> int:
        """Add what stands in FROM to the scope; the uses of tables in it."""
        if isinstance(node, exp.Join):
            return self.add_source(node.this, scope)
        if isinstance(node, exp.Table):
            return self.add_table(node, scope)
        if isinstance(node, exp.Subquery) and isinstance(node.this, exp.Table):
            return self.add_group(node, scope)
        if isinstance(node, exp.Lateral):
            return self.add_derived(node, node.this, scope, scope, is_lateral=True)
        if isinstance(node, QUERIES):
            return self.add_derived(node, node, scope, scope.outer)
        raise QueryRefused(RefusalReason.CONSTRUCT, type(node).__name__.upper())

    def add_table(self, node: exp.Table, scope: Scope) -> int:
        cte = None if node.args.get("db") else scope.ctes.get(self.key_of(node.this))
        uses = self.add_cte(node, cte, scope) if cte else self.add_allowed(node, scope)
        return uses + self.add_joined(node, scope)

    def add_cte(self, node: exp.Table, cte: Cte, scope: Scope) -> int:
        label = node.alias or node.name
        self.require_plain(label)
        node.set("this", exp.to_identifier(cte.rendered, quoted=True))
        if label != cte.rendered:
            self.set_label(node, label)
        columns = Names(self.column_list(node.args.get("alias"), cte.output.columns))
        scope.sources.append(Source(label, columns, is_single_row=cte.output.is_single_row))
        return cte.output.table_uses

    def set_label(self, node: exp.Expr, label: str) -> None:
        alias = node.args.get("alias") or exp.TableAlias()
        alias.set("this", exp.to_identifier(label, quoted=True))
        node.set("alias", alias)

    def add_allowed(self, node: exp.Table, scope: Scope) -> int:
        table = find_table(node, self.policy)
        label = node.alias or table.name
        if node.alias:
            self.require_plain(label)
        columns = self.column_list(node.args.get("alias"), table.visible_columns)
        names = table.column_names if columns == table.visible_columns else Names(columns)
        source = Source(label, names, table)
        scope.sources.append(source)
        self.findings.uses.append(TableUse(node, table, source))
        return 1

    def add_joined(self, node: exp.Expr, scope: Scope) -> int:
        """Tables joined within brackets."""
        joins = node.args.get("joins") or ()
        uses = sum(self.add_source(join, scope) for join in joins)
        return uses + sum(self.join_condition(join, scope) for join in joins)

    def add_group(self, node: exp.Subquery, scope: Scope) -> int:
        if node.args.get("alias") or node.args.get("with_"):
            raise QueryRefused(RefusalReason.CONSTRUCT, "an alias of joined tables")
        return self.add_source(node.this, scope) + self.add_joined(node, scope)

    def add_derived(
        self, node: exp.Expr, query: exp.Expr, scope: Scope, outer: Scope | None, is_lateral: bool = False
    ) -> int:
        """A subquery in FROM; beside LATERAL and APPLY it sees the sources before it."""
        joins = node.args.get("joins")
        node.set("joins", None)
        output = self.query(query, scope.ctes, outer)
        if joins:
            node.set("joins", joins)
        alias = node.args.get("alias")
        if alias is not None:
            self.require_plain(alias.name)
        columns = Names(self.column_list(alias, output.columns))
        scope.sources.append(Source(node.alias, columns, is_single_row=is_lateral or output.is_single_row))
        return output.table_uses + self.add_joined(node, scope)

    def column_list(self, alias: exp.TableAlias | None, columns: tuple[str, ...]) -> tuple[str, ...]:
        """The names of columns after ``AS t(a, b)``."""
        given = [] if alias is None else [column.name for column in alias.args.get("columns") or ()]
        for name in given:
            self.require_plain(name)
        return (*given, *columns[len(given) :])

    def join_condition(self, join: exp.Join, scope: Scope) -> int:
        """Resolve ON and USING; the uses of tables in them."""
        for identifier in join.args.get("using") or ():
            self.joining_column(identifier, scope)
        scope.aliases_are_open = False
        return self.clause(join.args.get("on"), scope)

    def joining_column(self, identifier: exp.Expr, scope: Scope) -> None:
        strict = isinstance(identifier, exp.Identifier) and is_strict(identifier, self.policy)
        found = (source.columns.find(identifier.name, is_strict=strict) for source in scope.sources)
        name = next((name for name in found if name), None)
        if name is None or not isinstance(identifier, exp.Identifier):
            raise QueryRefused(RefusalReason.COLUMN, identifier.name)
        identifier.set("this", name)


def is_taken(name: str, names: Names) -> bool:
    """True where a name, or one that differs in case only, is among ``names``."""
    return name.lower() in {known.lower() for known in names}


def row_sources(select: exp.Select) -> Iterable[exp.Expr]:
    """What stands in FROM and after each JOIN."""
    first = select.args.get("from_")
    return [*([first.this] if first else []), *(select.args.get("joins") or ())]


def star_all(scope: Scope) -> None:
    for source in scope.sources:
        source.is_starred = True
