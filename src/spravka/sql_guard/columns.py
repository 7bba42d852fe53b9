"""Which source a column comes from; its name is replaced by the true one. An unknown column is refused.

So is a vendor's hidden column (``rowid``, ``ctid``, ``xmin``), because no description names it.
"""

from collections.abc import Iterator

from sqlglot import exp

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.finding_tables import is_strict
from spravka.sql_guard.names import Names, fold
from spravka.sql_guard.policy import GuardPolicy
from spravka.sql_guard.scopes import Findings, Scope, Source


def resolve_column(column: exp.Column, scope: Scope, policy: GuardPolicy, findings: Findings) -> None:
    """Give ``column`` its true names, and note its source."""
    if column.args.get("table") is not None:
        resolve_qualified(column, scope, policy, findings)
    elif not resolve_bare(column, scope, policy, findings):
        read_as_string(column, policy)


def refuse(column: exp.Column) -> QueryRefused:
    return QueryRefused(RefusalReason.COLUMN, ".".join(part.name for part in column.parts))


def resolve_qualified(column: exp.Column, scope: Scope, policy: GuardPolicy, findings: Findings) -> None:
    source = find_source(column, scope, policy)
    if source is None:
        raise refuse(column)
    column.set("table", exp.to_identifier(source.label, quoted=True))
    column.set("db", None)
    findings.origins[id(column)] = source
    if isinstance(column.this, exp.Star):
        source.is_starred = True
        return
    name = source.columns.find(column.name, is_strict=is_strict(column.this, policy))
    if name is None:
        raise refuse(column)
    column.set("this", exp.to_identifier(name, quoted=True))


def find_source(column: exp.Column, scope: Scope, policy: GuardPolicy) -> Source | None:
    """The nearest source with the label that ``column`` is qualified with."""
    table, namespace = column.args["table"], column.args.get("db")
    for level in scope.levels():
        for source in level.sources:
            if same_label(table, source.label, policy) and lies_in(source, namespace):
                return source
    return None


def same_label(written: exp.Identifier, label: str, policy: GuardPolicy) -> bool:
    if written.name == label:
        return True
    return not is_strict(written, policy) and fold(written.name) == fold(label)


def lies_in(source: Source, namespace: exp.Identifier | None) -> bool:
    """A column written with a namespace is one of a table; its label alone tells which."""
    return namespace is None or source.table is not None


def resolve_bare(column: exp.Column, scope: Scope, policy: GuardPolicy, findings: Findings) -> bool:
    """True where a source, or the result's names where they may be used, knows the column."""
    strict = is_strict(column.this, policy)
    for level in scope.levels():
        for name, source in candidates(level, column.name, strict):
            column.set("this", exp.to_identifier(name, quoted=True))
            if source is not None:
                findings.origins[id(column)] = source
            return True
    return False


def candidates(scope: Scope, written: str, strict: bool) -> Iterator[tuple[str, Source | None]]:
    """Names meant by ``written``, the exactly equal ones first."""
    known: list[tuple[Names, Source | None]] = [(source.columns, source) for source in scope.sources]
    if scope.aliases_are_open:
        known.append((scope.aliases, None))
    for names, source in known:
        if name := names.exact(written):
            yield name, source
    for names, source in known:
        if not strict and (name := names.alike(written)):
            yield name, source


def read_as_string(column: exp.Column, policy: GuardPolicy) -> None:
    """SQLite takes a quoted name that is no column for a string; other dialects refuse it."""
    if not (policy.speech.quotes_may_be_strings and column.this.args.get("quoted")):
        raise refuse(column)
    column.replace(exp.Literal.string(column.name))
