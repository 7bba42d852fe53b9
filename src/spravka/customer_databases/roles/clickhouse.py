"""What a user of ClickHouse may do, by ``SHOW GRANTS``. Its queries run with ``readonly = 1`` nevertheless."""

from collections.abc import Iterable

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rights import Finding, Right, found
from spravka.customer_databases.roles.grants import Grant, findings_of, read_grants

RIGHTS = {
    **dict.fromkeys(("INSERT", "ALTER", "ALTER TABLE", "ALTER UPDATE", "ALTER DELETE", "TRUNCATE"), Right.WRITE_ROWS),
    **dict.fromkeys(
        ("CREATE", "CREATE TABLE", "CREATE VIEW", "CREATE FUNCTION", "DROP", "DROP TABLE"), Right.CREATE_OBJECTS
    ),
    "CREATE DATABASE": Right.CREATE_DATABASES,
    **dict.fromkeys(("ACCESS MANAGEMENT", "CREATE USER", "CREATE ROLE", "ROLE ADMIN"), Right.MANAGE_ROLES),
    **dict.fromkeys(("SOURCES", "FILE"), Right.READ_FILES),
    **dict.fromkeys(("URL", "REMOTE", "S3", "MYSQL", "POSTGRES", "ODBC", "JDBC", "HDFS"), Right.REACH_OTHER_SERVERS),
    "KILL QUERY": Right.STOP_OTHERS,
    "SYSTEM": Right.BE_SUPERUSER,
}


def read_findings(connection: CustomerConnection) -> list[Finding]:
    """What the user may do."""
    grants = read_grants(str(line) for (line,) in connection.ask("SHOW GRANTS"))
    databases = [str(name) for (name,) in connection.ask("SHOW DATABASES")]
    own = {connection.fields.database, "system", "information_schema", "INFORMATION_SCHEMA"}
    others = [name for name in databases if name not in own]
    return findings_of_grants(grants) + found(Right.SEE_OTHER_DATABASES, others)


def findings_of_grants(grants: Iterable[Grant]) -> list[Finding]:
    """``ALL`` everywhere is an administrator."""
    grants = list(grants)
    everything = [grant for grant in grants if grant.privilege == "ALL"]
    findings = findings_of(grants, RIGHTS)
    if any(grant.is_everywhere for grant in everything):
        return [Finding(Right.BE_SUPERUSER), *findings]
    places = list(dict.fromkeys(grant.place for grant in everything))
    return findings + found(Right.WRITE_ROWS, places) + found(Right.CREATE_OBJECTS, places)
