"""The kinds of Problem: what can go wrong, in words that know nothing of HTTP.

A room's own errors are small dataclasses deriving from one of the kinds below; they give a
``title`` (the same for every occurrence), typed members (what exactly), and a ``detail`` that says
what to do. The room ``web`` turns a kind into an RFC 9457 response, the worker stores it on the
job, the CLI prints it.
"""

import dataclasses
import re
from typing import Any, ClassVar


class Problem(Exception):
    """Something a caller is told about. ``type_slug`` names it in the API and in the documentation."""

    title: ClassVar[str] = "Something went wrong"
    keeps_work: ClassVar[bool] = False
    """True where the request is refused and what it has stored stays nevertheless (a failed sign-in is counted)."""

    def __str__(self) -> str:
        return self.detail

    @property
    def detail(self) -> str:
        """What happened here and what to do about it, in one or two sentences."""
        return self.title

    @classmethod
    def type_slug(cls) -> str:
        """The kebab-case name of the problem: ``CatalogueNotFound`` is ``catalogue-not-found``."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()

    def members(self) -> dict[str, Any]:
        """The typed facts of this occurrence, JSON-able."""
        if not dataclasses.is_dataclass(self):
            return {}
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def to_json(self) -> dict[str, Any]:
        """The problem as stored on a job: type, title, detail and the members."""
        return {"type": self.type_slug(), "title": self.title, "detail": self.detail, **self.members()}


class NotFound(Problem):
    """There is no such thing for this caller (somebody else's thing is also "not found")."""

    title = "Not found"


class Conflict(Problem):
    """The thing is in a state that does not allow this."""

    title = "Conflict"


class Unauthenticated(Problem):
    """Nobody knows who is asking."""

    title = "Not signed in"


class Forbidden(Problem):
    """It is known who is asking, and he may not."""

    title = "Not allowed"


class Rejected(Problem):
    """What was sent cannot be accepted as it is."""

    title = "Not accepted"


class LimitExceeded(Problem):
    """More, or more often, than allowed."""

    title = "Limit exceeded"


class Unavailable(Problem):
    """A part that is needed does not answer now; trying later may help."""

    title = "Temporarily unavailable"
