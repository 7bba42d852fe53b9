"""What a role of PostgreSQL may do: its attributes, its memberships, its privileges on tables and schemas."""

from collections.abc import Iterator

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rights import Finding, Right, found

_ATTRIBUTES = """
SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user
"""
_ATTRIBUTE_RIGHTS = (
    Right.BE_SUPERUSER,
    Right.MANAGE_ROLES,
    Right.CREATE_DATABASES,
    Right.REPLICATE,
    Right.BYPASS_ROW_SECURITY,
)
_MEMBERSHIPS = """
SELECT rolname::text FROM pg_roles
WHERE rolname ~ '^pg_' AND pg_has_role(current_user, oid, 'MEMBER')
"""
_MEMBER_RIGHTS = {
    "pg_read_server_files": Right.READ_FILES,
    "pg_write_server_files": Right.WRITE_FILES,
    "pg_execute_server_program": Right.RUN_PROGRAMS,
    "pg_write_all_data": Right.WRITE_ROWS,
    "pg_signal_backend": Right.STOP_OTHERS,
    "pg_create_subscription": Right.REACH_OTHER_SERVERS,
}
_OWN_TABLE = """
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'f') AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
"""
_WRITABLE = f"""
SELECT n.nspname || '.' || c.relname {_OWN_TABLE}
  AND has_schema_privilege(n.oid, 'USAGE')
  AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
       OR has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
ORDER BY 1
"""
_OWNED = f"""
SELECT n.nspname || '.' || c.relname {_OWN_TABLE} AND pg_has_role(current_user, c.relowner, 'USAGE') ORDER BY 1
"""
_CREATABLE = """
SELECT 'schema ' || nspname FROM pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND has_schema_privilege(oid, 'CREATE')
UNION ALL SELECT 'database ' || current_database() WHERE has_database_privilege(current_database(), 'CREATE')
ORDER BY 1
"""
_RUN_AS_OWNER = """
SELECT DISTINCT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE')
ORDER BY 1
"""
_OTHER_SERVERS = """
SELECT e.extname::text FROM pg_extension e WHERE e.extname = 'dblink'
UNION ALL SELECT s.srvname::text FROM pg_foreign_server s WHERE has_server_privilege(s.oid, 'USAGE')
ORDER BY 1
"""
_NAMESPACES = f"""
SELECT DISTINCT n.nspname::text {_OWN_TABLE}
  AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1
"""
_DATABASES = """
SELECT datname::text FROM pg_database
WHERE datallowconn AND NOT datistemplate AND datname <> current_database() AND has_database_privilege(oid, 'CONNECT')
ORDER BY 1
"""


def read_findings(connection: CustomerConnection) -> list[Finding]:
    """What the role may do; its memberships count even where it must ``SET ROLE`` first."""
    findings = [*_attributes(connection), *_memberships(connection)]
    written = {finding.right for finding in findings}
    for right, sql in _LISTS:
        if right not in written:
            findings += found(right, _names(connection, sql))
    namespaces = _names(connection, _NAMESPACES)
    return findings + found(Right.SEE_OTHER_NAMESPACES, namespaces if len(namespaces) > 1 else [])


_LISTS = (
    (Right.WRITE_ROWS, _WRITABLE),
    (Right.OWN_TABLES, _OWNED),
    (Right.CREATE_OBJECTS, _CREATABLE),
    (Right.RUN_AS_OWNER, _RUN_AS_OWNER),
    (Right.REACH_OTHER_SERVERS, _OTHER_SERVERS),
    (Right.SEE_OTHER_DATABASES, _DATABASES),
)


def _attributes(connection: CustomerConnection) -> Iterator[Finding]:
    for row in connection.ask(_ATTRIBUTES):
        yield from (Finding(right) for right, has in zip(_ATTRIBUTE_RIGHTS, row, strict=True) if has)


def _memberships(connection: CustomerConnection) -> Iterator[Finding]:
    roles = _names(connection, _MEMBERSHIPS)
    yield from (Finding(right) for role, right in _MEMBER_RIGHTS.items() if role in roles)


def _names(connection: CustomerConnection, sql: str) -> list[str]:
    return [str(name) for (name,) in connection.ask(sql)]
