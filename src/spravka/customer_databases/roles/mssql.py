"""What a login of MS SQL may do: server and database permissions, and those on each table."""

from collections.abc import Iterable

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rights import Finding, Right, found

SERVER_SQL = "SELECT permission_name FROM fn_my_permissions(NULL, 'SERVER')"
DATABASE_SQL = "SELECT permission_name FROM fn_my_permissions(NULL, 'DATABASE')"
WRITABLE_SQL = """
SELECT s.name + '.' + o.name FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
  AND (HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'INSERT') = 1
       OR HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'UPDATE') = 1
       OR HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'DELETE') = 1)
ORDER BY 1
"""
SHELL_SQL = "SELECT HAS_PERMS_BY_NAME('master.dbo.xp_cmdshell', 'OBJECT', 'EXECUTE'), IS_SRVROLEMEMBER('sysadmin')"
DATABASES_SQL = """
SELECT name FROM sys.databases WHERE HAS_DBACCESS(name) = 1 AND name <> DB_NAME()
  AND name NOT IN ('master', 'tempdb', 'model', 'msdb') ORDER BY name
"""
LINKED_SQL = "SELECT name FROM sys.servers WHERE is_linked = 1 ORDER BY name"

RIGHTS = {
    "CONTROL SERVER": Right.BE_SUPERUSER,
    "ADMINISTER BULK OPERATIONS": Right.READ_FILES,
    **dict.fromkeys(
        ("ALTER ANY LOGIN", "ALTER ANY ROLE", "ALTER ANY USER", "IMPERSONATE ANY LOGIN"), Right.MANAGE_ROLES
    ),
    **dict.fromkeys(("CREATE ANY DATABASE", "CREATE DATABASE"), Right.CREATE_DATABASES),
    "ALTER ANY CONNECTION": Right.STOP_OTHERS,
    "ALTER ANY LINKED SERVER": Right.REACH_OTHER_SERVERS,
    **dict.fromkeys(
        ("CREATE TABLE", "CREATE PROCEDURE", "CREATE FUNCTION", "CREATE VIEW", "ALTER ANY SCHEMA", "CREATE ASSEMBLY"),
        Right.CREATE_OBJECTS,
    ),
    **dict.fromkeys(("EXECUTE", "EXECUTE ANY EXTERNAL SCRIPT"), Right.RUN_AS_OWNER),
    "CONTROL": Right.OWN_TABLES,
}


def read_findings(connection: CustomerConnection) -> list[Finding]:
    """What the login may do."""
    permissions = [*_names(connection, SERVER_SQL), *_names(connection, DATABASE_SQL)]
    [[may_run_shell, is_administrator]] = connection.ask(SHELL_SQL)
    return [
        *findings_of_permissions(permissions, bool(may_run_shell), bool(is_administrator)),
        *found(Right.WRITE_ROWS, _names(connection, WRITABLE_SQL)),
        *found(Right.SEE_OTHER_DATABASES, _names(connection, DATABASES_SQL)),
        *found(Right.REACH_OTHER_SERVERS, _names(connection, LINKED_SQL)),
    ]


def findings_of_permissions(permissions: Iterable[str], may_run_shell: bool, is_administrator: bool) -> list[Finding]:
    """One finding a right, whichever permissions give it."""
    rights = {RIGHTS[name] for name in permissions if name in RIGHTS}
    if may_run_shell:
        rights.add(Right.RUN_PROGRAMS)
    if is_administrator:
        rights.add(Right.BE_SUPERUSER)
    return [Finding(right) for right in Right if right in rights]


def _names(connection: CustomerConnection, sql: str) -> list[str]:
    return [str(name) for (name,) in connection.ask(sql)]
