"""Names tell: words that could mean anything are not used, and the bare word for what we call a classifier,
a table, a schema or an llm does not appear."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.conventions.source import Module, modules

EMPTY_WORDS = {
    "base",
    "common",
    "core",
    "handler",
    "helper",
    "helpers",
    "manager",
    "misc",
    "service",
    "util",
    "utils",
}
EMPTY_TITLES = EMPTY_WORDS | {"data", "info", "process", "processes"}
"""Words that are no name of a module, a class or a function either; an argument may be called by them."""
BARE_WORD = "model"
GIVEN_BY_LIBRARIES = re.compile(
    r"model_(config|dump|dump_json|fields|validate|validate_json|validator|construct|copy|post_init|json_schema)"
    r"|BaseModel|ValidationModel"
)
ALLOWED = {
    # The word of the thing itself, where no other says as much.
    "src/spravka/stack/processes.py": {"processes"},
    "tests/stack/test_processes.py": {"processes"},
    # "The most common": what is asked for is called so.
    "src/spravka/question_reading/hearing/heard.py": {"common"},
}
"""Names kept on purpose, by file."""


def titles_of(module: Module) -> Iterator[str]:
    """The name of a module, and those of its classes and functions."""
    yield module.path.stem.removeprefix("test_")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name


def names_of(module: Module) -> Iterator[str]:
    """Every name a module introduces: those of :func:`titles_of`, its arguments and variables."""
    yield from titles_of(module)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def words(name: str) -> list[str]:
    """``MappingRow`` and ``mapping_row`` are ``mapping`` and ``row``."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("MappingRow", ["mapping", "row"]), ("to_API_key", ["to", "api", "key"])],
)
def test_a_name_is_read_as_words(name: str, expected: list[str]) -> None:
    assert words(name) == expected


def used_names(find: Callable[[Module], Iterator[str]], forbidden: set[str]) -> list[str]:
    """Names among the ``forbidden`` that a module of the repository uses, as ``file: name``."""
    return sorted(
        f"{module.name}: {name}"
        for module in modules("src", "tests", "scripts")
        for name in set(find(module))
        if name.strip("_").lower() in forbidden - ALLOWED.get(module.name, set())
    )


def test_no_name_is_a_word_that_could_mean_anything() -> None:
    assert used_names(names_of, EMPTY_WORDS) == []


def test_no_module_class_or_function_is_named_by_such_a_word() -> None:
    assert used_names(titles_of, EMPTY_TITLES) == []


def test_the_bare_word_is_in_no_name() -> None:
    used = {
        f"{module.name}: {name}"
        for module in modules("src", "tests", "scripts")
        for name in names_of(module)
        if BARE_WORD in words(name) and not GIVEN_BY_LIBRARIES.fullmatch(name)
    }
    assert used == set()


def test_a_time_ends_in_at() -> None:
    columns = {
        f"{module.name}: {node.target.id}"
        for module in modules("src")
        if module.path.name == "tables.py"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if re.search(r"\b(datetime|CreatedAt)\b", ast.unparse(node.annotation))
        if not node.target.id.endswith("_at")
    }
    assert columns == set()
