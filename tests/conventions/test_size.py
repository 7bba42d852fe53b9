"""Files of one idea, functions of a sentence."""

import ast
import statistics
from collections import Counter

from tests.conventions.source import Module, code_lines, functions, modules

FILE_LINES = 400
FUNCTION_LINES = 60
MEDIAN_LINES = 10
ROOM_FILES = 24


def test_no_file_is_longer_than_400_lines() -> None:
    long = {module.name: module.line_count() for module in modules("src", "tests", "scripts")}
    assert {name: count for name, count in long.items() if count > FILE_LINES} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = {
        f"{module.name}:{function.name}": code_lines(function)
        for module in modules("src", "tests", "scripts")
        for function in functions(module)
    }
    assert {name: count for name, count in long.items() if count > FUNCTION_LINES} == {}


def test_half_of_the_functions_are_shorter_than_ten_lines() -> None:
    lines = [code_lines(function) for module in modules("src") for function in functions(module)]
    assert statistics.median(lines) < MEDIAN_LINES


def test_a_room_that_grows_becomes_two() -> None:
    folders = Counter(module.path.parent for module in modules("src"))
    crowded = {str(folder): count for folder, count in folders.items() if count > ROOM_FILES}
    assert crowded == {}


def is_documented(module: Module) -> bool:
    """An empty ``__init__.py`` only makes a folder importable."""
    return ast.get_docstring(module.tree) is not None or (module.path.name == "__init__.py" and not module.text)


def test_every_module_says_what_it_is_for() -> None:
    assert [module.name for module in modules("src", "scripts", "tests") if not is_documented(module)] == []
