"""Which allowed table a written name means; every other name is refused alike, whether it exists or not."""

from sqlglot import exp

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.policy import AllowedTable, GuardPolicy


def find_table(node: exp.Table, policy: GuardPolicy) -> AllowedTable:
    """The table that may be read under the name in ``node``."""
    namespace = find_namespace(node.args.get("db"), policy)
    name = node.this
    found = None
    if namespace is not None and namespace in policy.table_names:
        found = policy.table_names[namespace].find(name.name, is_strict=is_strict(name, policy))
    if namespace is None or found is None:
        raise QueryRefused(RefusalReason.TABLE, ".".join(part.name for part in node.parts))
    return policy.tables_by_namespace[namespace][found]


def find_namespace(written: exp.Identifier | None, policy: GuardPolicy) -> str | None:
    """The namespace of allowed tables that is meant; the default one where none is written."""
    if written is None:
        return policy.home_namespace
    return policy.namespace_names.find(written.name, is_strict=is_strict(written, policy))


def is_strict(identifier: exp.Identifier, policy: GuardPolicy) -> bool:
    """True where another case would be another name."""
    return bool(identifier.args.get("quoted")) and policy.speech.tells_quoted_cases_apart


def reference_to(table: AllowedTable, policy: GuardPolicy) -> exp.Table:
    """The table by its true names, in its namespace where there is one to write."""
    namespace = table.namespace or policy.written_namespace
    return exp.Table(
        this=exp.to_identifier(table.name, quoted=True),
        db=exp.to_identifier(namespace, quoted=True) if namespace else None,
    )
