"""The rights report: what the role of a connection could do beyond reading, were it not for the walls around it."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rights_words import WORDS


class Right(enum.StrEnum):
    """Something a role may do."""

    BE_SUPERUSER = "be-superuser"
    WRITE_ROWS = "write-rows"
    CREATE_OBJECTS = "create-objects"
    OWN_TABLES = "own-tables"
    READ_FILES = "read-files"
    WRITE_FILES = "write-files"
    RUN_PROGRAMS = "run-programs"
    REACH_OTHER_SERVERS = "reach-other-servers"
    RUN_AS_OWNER = "run-as-owner"
    MANAGE_ROLES = "manage-roles"
    CREATE_DATABASES = "create-databases"
    BYPASS_ROW_SECURITY = "bypass-row-security"
    REPLICATE = "replicate"
    STOP_OTHERS = "stop-others"
    SEE_OTHER_NAMESPACES = "see-other-namespaces"
    SEE_OTHER_DATABASES = "see-other-databases"


class Severity(enum.StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    """Good to know."""
    WARNING = "warning"
    """More than reading needs; take it away where you can."""
    DANGER = "danger"
    """One hole in the other walls, and the database or its machine is lost. Use another role."""


SEVERITIES = {
    Right.BE_SUPERUSER: Severity.DANGER,
    Right.WRITE_ROWS: Severity.WARNING,
    Right.CREATE_OBJECTS: Severity.WARNING,
    Right.OWN_TABLES: Severity.WARNING,
    Right.READ_FILES: Severity.DANGER,
    Right.WRITE_FILES: Severity.DANGER,
    Right.RUN_PROGRAMS: Severity.DANGER,
    Right.REACH_OTHER_SERVERS: Severity.WARNING,
    Right.RUN_AS_OWNER: Severity.WARNING,
    Right.MANAGE_ROLES: Severity.DANGER,
    Right.CREATE_DATABASES: Severity.WARNING,
    Right.BYPASS_ROW_SECURITY: Severity.WARNING,
    Right.REPLICATE: Severity.WARNING,
    Right.STOP_OTHERS: Severity.WARNING,
    Right.SEE_OTHER_NAMESPACES: Severity.NOTE,
    Right.SEE_OTHER_DATABASES: Severity.NOTE,
}
WRITING = frozenset(
    {
        Right.BE_SUPERUSER,
        Right.WRITE_ROWS,
        Right.CREATE_OBJECTS,
        Right.OWN_TABLES,
        Right.WRITE_FILES,
        Right.RUN_PROGRAMS,
        Right.MANAGE_ROLES,
        Right.CREATE_DATABASES,
    }
)
"""With any of these a role is *writable*."""
NAMED = 10
"""Objects of a finding that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A right the role has, and on what: ``objects`` names the first ten of ``count`` tables, schemas, databases."""

    right: Right
    objects: tuple[str, ...] = ()
    count: int = 0

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.right]

    @property
    def text_en(self) -> str:
        """What it means, in plain words."""
        return WORDS[self.right.value].en + self._named("and {} more")

    @property
    def text_ru(self) -> str:
        """The same in Russian."""
        return WORDS[self.right.value].ru + self._named("и ещё {}")

    def _named(self, more: str) -> str:
        if not self.objects:
            return "."
        left = self.count - len(self.objects)
        return ": " + ", ".join(self.objects) + (" " + more.format(left) if left > 0 else "") + "."


@dataclass(frozen=True, slots=True)
class RightsReport:
    """What the role ``user`` may do beyond reading, the gravest first."""

    user: str
    findings: tuple[Finding, ...]

    @property
    def is_writable(self) -> bool:
        """True where the role could change something."""
        return any(finding.right in WRITING for finding in self.findings)

    @property
    def is_dangerous(self) -> bool:
        """True where the role could harm more than its own database."""
        return any(finding.severity is Severity.DANGER for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        """The report as it is kept and shown."""
        return {
            "user": self.user,
            "is_writable": self.is_writable,
            "is_dangerous": self.is_dangerous,
            "findings": [_finding_json(finding) for finding in self.findings],
        }


def rights_report(connection: CustomerConnection) -> RightsReport:
    """Look at what the connection's role may do; raises what :meth:`CustomerConnection.run` raises."""
    vendor = import_module(f"spravka.customer_databases.roles.{connection.dialect.value}")
    return RightsReport(connection.fields.user, gravest_first(vendor.read_findings(connection)))


def found(right: Right, objects: Sequence[str]) -> list[Finding]:
    """The right on these objects, or nothing where there are none."""
    return [Finding(right, tuple(objects[:NAMED]), len(objects))] if objects else []


def gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Dangers, warnings, notes; within each in the order in which :class:`Right` tells them."""
    order = [Severity.DANGER, Severity.WARNING, Severity.NOTE]
    rights = list(Right)
    return tuple(sorted(findings, key=lambda one: (order.index(one.severity), rights.index(one.right))))


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "right": finding.right.value,
        "severity": finding.severity.value,
        "objects": list(finding.objects),
        "count": finding.count,
        "text_en": finding.text_en,
        "text_ru": finding.text_ru,
    }
