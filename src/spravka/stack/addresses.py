"""The settings that tell the application where its parts are."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spravka.stack import secrets_file
from spravka.stack.machine.ports import LOOPBACK
from spravka.stack.parts.chroma import chroma_address
from spravka.stack.parts.postgres import admin_address
from spravka.stack.parts.postgres_databases import DATABASE, ROLE
from spravka.stack.parts.valkey import valkey_address

DEMO_EMAIL = "demo@example.com"
NO_PROXY = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Addresses:
    """Where the parts listen, and the secrets to talk to them."""

    ports: dict[str, int]
    secrets: dict[str, str]

    @property
    def database(self) -> str:
        """The application's database, in SQLAlchemy's form."""
        return self.database_named(DATABASE)

    @property
    def database_for_libpq(self) -> str:
        """The same without the name of SQLAlchemy's driver."""
        return self.database.replace("postgresql+psycopg://", "postgresql://")

    def database_named(self, name: str) -> str:
        password = self.secrets[secrets_file.DATABASE_PASSWORD]
        return f"postgresql+psycopg://{ROLE}:{password}@{LOOPBACK}:{self.ports['postgres']}/{name}"

    @property
    def queue(self) -> str:
        return valkey_address(self.ports["valkey"], self.secrets[secrets_file.QUEUE_PASSWORD])

    @property
    def vectors(self) -> str:
        return chroma_address(self.ports["chroma"])

    def settings(self, data: Path) -> dict[str, str]:
        """The application's settings, by the names of its environment."""
        return {
            "SPRAVKA_DATABASE_URL": self.database,
            "SPRAVKA_QUEUE_REDIS_URL": self.queue,
            "SPRAVKA_VECTORS_URL": self.vectors,
            "SPRAVKA_AUTH_SECRET": self.secrets[secrets_file.AUTH_SECRET],
            "SPRAVKA_DATABASES_SECRET": self.secrets[secrets_file.DATABASES_SECRET],
            "SPRAVKA_DATA_DIR": str(data),
            "SPRAVKA_DEMO_EMAIL": DEMO_EMAIL,
            "SPRAVKA_DEMO_PASSWORD": self.secrets[secrets_file.DEMO_PASSWORD],
        }

    def for_demonstration(self) -> dict[str, str]:
        """What only the command that prepares the demonstration is told: it makes a database and two roles."""
        return {
            "SPRAVKA_DEMO_ADMIN_ADDRESS": admin_address(
                self.ports["postgres"], self.secrets[secrets_file.ADMIN_PASSWORD]
            ),
            "SPRAVKA_DEMO_READER_PASSWORD": self.secrets[secrets_file.DEMO_READER_PASSWORD],
        }


def application_environment(settings: Mapping[str, str], own: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment ``own`` (this process's) with ``settings``; loopback is never asked through a proxy."""
    known = own.get("NO_PROXY") or own.get("no_proxy")
    no_proxy = ",".join([*([known] if known else []), *NO_PROXY])
    return {**own, **settings, "NO_PROXY": no_proxy, "no_proxy": no_proxy, "PYTHONUNBUFFERED": "1"}
