"""Whom PostgreSQL runs as: it refuses root, so root lends it another user of the machine."""

import os
import pwd
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spravka.stack.errors import NoAccountForPostgres

FALLBACK_NAMES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """A user of the machine, by numbers."""

    name: str
    uid: int
    gid: int

    def can_enter(self, folder: Path) -> bool:
        """Whether this user can go through ``folder`` and everything above it."""
        return self._succeeds("/bin/sh", "-c", 'cd "$0"', str(folder))

    def can_run(self, executable: Path) -> bool:
        """Whether this user can start ``executable`` and the libraries it needs."""
        return self._succeeds(str(executable), "--version")

    def _succeeds(self, *argv: str) -> bool:
        quiet = subprocess.DEVNULL
        try:
            ended = subprocess.run(
                argv, user=self.uid, group=self.gid, extra_groups=[], cwd="/", stdout=quiet, stderr=quiet
            )
        except OSError:
            return False
        return ended.returncode == 0


def account_to_lend(environment: Mapping[str, str]) -> Account | None:
    """None for an ordinary user, who runs PostgreSQL himself; for root somebody else.

    Whoever called sudo comes first, then the user ``postgres``, then ``nobody``.

    Raises:
        NoAccountForPostgres: root, and none of these exists.
    """
    if os.geteuid() != 0:
        return None
    for name in (environment.get("SUDO_USER", ""), *FALLBACK_NAMES):
        account = account_named(name)
        if account and account.uid != 0:
            return account
    raise NoAccountForPostgres


def account_named(name: str) -> Account | None:
    """The machine's user of this name."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def account_numbered(uid: int) -> Account:
    """The machine's user of this number; a user without a name has the group of the same number."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return Account(str(uid), uid, uid)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
