"""Grants as ``SHOW GRANTS`` tells them, in MySQL, MariaDB and ClickHouse, read into pairs. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spravka.customer_databases.rights import Finding, Right, found

_GRANT = re.compile(r"GRANT (?P<privileges>.+?) ON (?:(?:TABLE|FUNCTION|PROCEDURE) )?(?P<place>\S+) TO ", re.DOTALL)
_COLUMNS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Grant:
    """A privilege in capitals, and where it holds (``*.*``, ``shop.*``, ``shop.orders``), without quotes."""

    privilege: str
    place: str

    @property
    def is_everywhere(self) -> bool:
        return self.place == "*.*"


def read_grants(lines: Iterable[str]) -> Iterator[Grant]:
    """The grants of these lines; lines that grant a role have their effect in lines of their own."""
    for line in lines:
        match = _GRANT.match(line)
        if match is None:
            continue
        place = match["place"].replace("`", "").replace('"', "").replace("\\_", "_")
        for privilege in _COLUMNS.sub("", match["privileges"]).split(","):
            yield Grant(privilege.strip().upper(), place)


def findings_of(grants: Iterable[Grant], rights: dict[str, Right]) -> list[Finding]:
    """One finding a right, on all places where a privilege gives it."""
    places: dict[Right, dict[str, None]] = {}
    for grant in grants:
        right = rights.get(grant.privilege)
        if right is not None:
            places.setdefault(right, {})[grant.place] = None
    return [finding for right, where in places.items() for finding in found(right, list(where))]
