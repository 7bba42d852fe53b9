"""The whole demo database in one call, for a door that has the administrator's address."""

import datetime
from collections.abc import Iterable

from psycopg.conninfo import make_conninfo

from spravka.demo.construction.company import DEFAULT_SEED
from spravka.demo.construction.filling import fill_database
from spravka.demo.construction.founding import DemoRoles, found_database


def create_demo_database(
    admin_address: str,
    roles: DemoRoles,
    today: datetime.date,
    closed: Iterable[str] = (),
    seed: int = DEFAULT_SEED,
    again: bool = False,
) -> bool:
    """Make the roles and the database where they are missing, and fill it where it is empty; whether it was filled.

    May be called at every start. Dates move to another ``today`` only with ``again``. ``closed``: see
    ``found_database``.
    """
    found_database(admin_address, roles, closed)
    return fill_database(owner_address(admin_address, roles), roles.reader, today, seed, again)


def owner_address(admin_address: str, roles: DemoRoles) -> str:
    """The owner's address in the same server, in libpq's form."""
    return make_conninfo(admin_address, user=roles.owner, password=roles.owner_password, dbname=roles.database)


def reader_address(admin_address: str, roles: DemoRoles) -> str:
    """The reader's address in the same server, in libpq's form."""
    return make_conninfo(admin_address, user=roles.reader, password=roles.reader_password, dbname=roles.database)
