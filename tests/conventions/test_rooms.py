"""A room says what it is for, has edges of the same names everywhere, and reads tenant first."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conventions.source import PACKAGE, Module, functions, modules, rooms

READING = ("find_", "get_", "list_", "count_")
TENANT_FREE = {
    "database_assistant/find_switches": "the switches are a user's own, in whatever tenant he is",
    "jobs/find_job_for_update": "a worker is handed the id of a job, and learns from its row whose it is",
    "jobs/list_unfinished_jobs": "the reconciler sends forgotten jobs of all tenants again",
}
"""Queries that belong to no tenant, each with its reason."""

ROOMS_OF_ALL_TENANTS = {
    "auth": "users and sign-ins are found before it is known whose they are",
    "tenants": "a tenant itself is what is looked for",
}


def queries() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every reading function of a ``queries.py``, with its name inside the package."""
    for module in modules("src"):
        room = module.path.relative_to(PACKAGE).parts[0]
        if module.path.name == "queries.py" and room not in ROOMS_OF_ALL_TENANTS:
            for node in module.tree.body:
                if isinstance(node, ast.FunctionDef) and node.name.startswith(READING):
                    yield f"{room}/{node.name}", node


def arguments(function: ast.FunctionDef) -> list[str]:
    return [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_a_room_says_what_it_is_for(room: Path) -> None:
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    assert docstring


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_a_room_hands_out_nothing_by_its_door(room: Path) -> None:
    tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
    assert [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)] == []


@pytest.mark.parametrize(("name", "query"), [pytest.param(*query, id=query[0]) for query in queries()])
def test_a_query_takes_the_session_and_then_the_tenant(name: str, query: ast.FunctionDef) -> None:
    if name in TENANT_FREE:
        assert TENANT_FREE[name]
        return
    assert arguments(query)[:2] == ["session", "tenant_id"]


def test_every_exception_from_tenant_first_still_exists() -> None:
    assert set(TENANT_FREE) - {name for name, _ in queries()} == set()


def test_only_queries_and_use_cases_speak_sql_never_a_route() -> None:
    speaking = {
        module.name
        for module in modules("src")
        if module.path.name == "api.py"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"select", "insert", "update", "delete", "text"}
    }
    assert speaking == set()


def test_a_route_catches_nothing_problems_find_their_own_way() -> None:
    assert [module.name for module in modules("src") if module.path.name == "api.py" and _catches(module)] == []


def _catches(module: Module) -> bool:
    return any(isinstance(node, ast.Try) for node in ast.walk(module.tree))


def test_code_is_of_one_colour_async_only_where_a_stream_needs_it() -> None:
    asynchronous = {
        f"{module.name}:{function.name}"
        for module in modules("src")
        for function in functions(module)
        if isinstance(function, ast.AsyncFunctionDef) and not _is_stream(module, function)
    }
    assert asynchronous == set()


def _is_stream(module: Module, function: ast.AsyncFunctionDef) -> bool:
    """The web edge, a generator of events, or a reader of a request's body."""
    is_reader = any(ast.unparse(one.annotation or one) == "Request" for one in function.args.args)
    is_generator = any(isinstance(node, ast.Yield) for node in ast.walk(function))
    return module.path.parent.name == "web" or is_reader or is_generator
