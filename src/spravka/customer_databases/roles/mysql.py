"""What a role of MySQL or MariaDB may do, by ``SHOW GRANTS``."""

from collections.abc import Iterable

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rights import Finding, Right, found
from spravka.customer_databases.roles.grants import Grant, findings_of, read_grants

RIGHTS = {
    **dict.fromkeys(("INSERT", "UPDATE", "DELETE"), Right.WRITE_ROWS),
    **dict.fromkeys(
        ("CREATE", "ALTER", "DROP", "CREATE VIEW", "CREATE ROUTINE", "ALTER ROUTINE", "INDEX", "TRIGGER", "EVENT"),
        Right.CREATE_OBJECTS,
    ),
    **dict.fromkeys(("CREATE USER", "GRANT OPTION", "CREATE ROLE", "ROLE_ADMIN"), Right.MANAGE_ROLES),
    **dict.fromkeys(
        ("SUPER", "SYSTEM_USER", "SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN", "SET USER"), Right.BE_SUPERUSER
    ),
    **dict.fromkeys(("REPLICATION SLAVE", "BINLOG MONITOR", "REPLICATION CLIENT"), Right.REPLICATE),
    "PROCESS": Right.STOP_OTHERS,
    "EXECUTE": Right.RUN_AS_OWNER,
    "FEDERATED ADMIN": Right.REACH_OTHER_SERVERS,
}
FREE_NAMESPACES = frozenset({"information_schema", "performance_schema", "sys"})


def read_findings(connection: CustomerConnection) -> list[Finding]:
    """What the role may do; of MySQL's databases those that it can see are those that it may ask."""
    grants = list(read_grants(str(line) for (line,) in connection.ask("SHOW GRANTS")))
    databases = [str(name) for (name,) in connection.ask("SHOW DATABASES")]
    others = [name for name in databases if name not in FREE_NAMESPACES | {connection.fields.database}]
    return findings_of_grants(grants) + found(Right.SEE_OTHER_DATABASES, others)


def findings_of_grants(grants: Iterable[Grant]) -> list[Finding]:
    """``FILE`` reads and writes files at once; ``ALL PRIVILEGES`` everywhere is an administrator."""
    grants = list(grants)
    findings = findings_of(grants, RIGHTS)
    if any(grant.privilege == "FILE" for grant in grants):
        findings += [Finding(Right.READ_FILES), Finding(Right.WRITE_FILES)]
    everything = [grant for grant in grants if grant.privilege in {"ALL PRIVILEGES", "ALL"}]
    if any(grant.is_everywhere for grant in everything):
        return [Finding(Right.BE_SUPERUSER), Finding(Right.READ_FILES), Finding(Right.WRITE_FILES), *findings]
    places = list(dict.fromkeys(grant.place for grant in everything))
    return findings + found(Right.WRITE_ROWS, places) + found(Right.CREATE_OBJECTS, places)
