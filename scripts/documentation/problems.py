"""Every problem the program can tell of, found in its error classes."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TypeGuard

import spravka
import spravka.web
from spravka.errors import Problem
from spravka.web import problems as web_problems

KINDS_MODULE = "spravka.errors"
TERMINAL_ROOMS = ("evaluation", "stack")
"""Their problems are told at the terminal and never over HTTP."""
NAMED_IN_WEB = re.compile(r"PROBLEM_PAGE \+ \"([a-z-]+)\"")


@dataclass(frozen=True)
class ProblemType:
    """A type of problem: ``status`` is its HTTP status, None where it is never told over HTTP."""

    slug: str
    title: str
    room: str
    status: int | None
    detail: str
    """What it says, with its members in braces; empty where the text depends on the case."""
    members: tuple[str, ...]
    purpose: str


WITHOUT_CLASS = {
    "invalid-request": ProblemType(
        slug="invalid-request",
        title="The request is not of the expected form",
        room="web",
        status=422,
        detail="",
        members=("faults",),
        purpose="A body, a parameter or a part of a path is missing or of another form; `faults` tells what and where.",
    ),
    "unexpected": ProblemType(
        slug="unexpected",
        title="Something went wrong on our side",
        room="web",
        status=500,
        detail="",
        members=("request_id",),
        purpose="A mistake of ours. Tell the administrator the `request_id`: the log has the cause under it.",
    ),
}


def read_problems() -> list[ProblemType]:
    """All of them, by room and name."""
    import_everything(spravka)
    found = [problem_type(one) for one in _below(Problem) if one.__module__ != KINDS_MODULE]
    return sorted({*found, *_named_in_web()}, key=lambda problem: (problem.room, problem.slug))


def import_everything(package: ModuleType) -> None:
    """Import every module of the package but its entry points."""
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith("__main__") and ".versions." not in found.name:
            importlib.import_module(found.name)


def _below(root: type[Problem]) -> Iterator[type[Problem]]:
    for child in root.__subclasses__():
        if child.__module__.startswith("spravka."):
            yield child
            yield from _below(child)


def problem_type(problem: type[Problem]) -> ProblemType:
    return ProblemType(
        slug=problem.type_slug(),
        title=problem.title,
        room=problem.__module__.split(".")[1],
        status=_status(problem),
        detail=_detail_text(problem),
        members=_members(problem),
        purpose=_own_docstring(problem),
    )


def _status(problem: type[Problem]) -> int | None:
    if problem.__module__.split(".")[1] in TERMINAL_ROOMS:
        return None
    own = getattr(problem, "http_status", None)
    by_kind = (status for kind, status in web_problems.STATUS_OF_KIND.items() if issubclass(problem, kind))
    return own or next(by_kind, None)


def _members(problem: type[Problem]) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(problem):
        return ()
    return tuple(field.name for field in dataclasses.fields(problem))


def _own_docstring(problem: type[Problem]) -> str:
    """The class's docstring, without the one that a dataclass makes up."""
    text = inspect.cleandoc(problem.__dict__.get("__doc__") or "")
    return "" if text.startswith(f"{problem.__name__}(") else " ".join(text.split())


def _detail_text(problem: type[Problem]) -> str:
    """The text of ``detail`` with ``{members}`` where they are put in; empty where it is not one text."""
    given = problem.__dict__.get("detail")
    if not isinstance(given, property) or given.fget is None:
        return ""
    tree = ast.parse(textwrap.dedent(inspect.getsource(given.fget)))
    returned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return)]
    return _as_text(returned[0]) if len(returned) == 1 else ""


def _as_text(value: ast.expr | None) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(_part_text(part) for part in value.values)
    return ""


def _part_text(part: ast.expr) -> str:
    """A text as it is; a value as the member, or the name, that it is made from, in braces."""
    if not isinstance(part, ast.FormattedValue):
        return _as_text(part)
    members = [node.attr for node in ast.walk(part.value) if _is_member(node)]
    return "{" + (members[0] if members else ast.unparse(part.value)) + "}"


def _is_member(node: ast.AST) -> TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"


def _named_in_web() -> Iterator[ProblemType]:
    """The problems that the web edge makes without a class."""
    for slug in sorted(set(NAMED_IN_WEB.findall(inspect.getsource(web_problems)))):
        yield WITHOUT_CLASS[slug]
