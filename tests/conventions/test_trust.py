"""Nothing untrusted is executed, and nothing of the place where the product was written is in it."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.conventions.source import Module, modules, repository_texts

UNPICKLING = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve"}
RUNNING_TEXT = {"eval", "exec", "compile", "__import__"}
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|tmp/\w+)/[\w.-]+")
DOWNLOAD_HOSTS = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg")
WRITTEN_HERE = "tests/conventions/test_trust.py"


def imports(module: Module) -> Iterator[str]:
    """The packages a module imports."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def calls(module: Module) -> Iterator[str]:
    """The bare names a module calls."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def test_nothing_is_pickled() -> None:
    assert {module.name for module in modules("src", "scripts") if UNPICKLING & set(imports(module))} == set()


def test_arrays_are_read_without_pickle() -> None:
    allowing = re.compile(r"allow_pickle\s*=\s*True")
    assert [module.name for module in modules("src", "scripts") if allowing.search(module.text)] == []


def test_no_text_is_run_as_a_program() -> None:
    assert {module.name for module in modules("src", "scripts") if RUNNING_TEXT & set(calls(module))} == set()


def test_no_shell_reads_a_command() -> None:
    shell = re.compile(r"shell\s*=\s*True|os\.system\(|os\.popen\(")
    assert [module.name for module in modules("src", "scripts") if shell.search(module.text)] == []


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, DOWNLOAD_HOSTS], ids=["machine paths", "download hosts"])
def test_the_repository_names_no_machine_and_no_download_host(
    pattern: re.Pattern[str],
) -> None:
    found = {name: match[0] for name, text in repository_texts() if (match := pattern.search(text))}
    found.pop(WRITTEN_HERE, None)
    assert found == {}


def test_the_repository_holds_no_private_key_and_no_password() -> None:
    secret = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|(?i:password|secret)\s*=\s*[\"'][A-Za-z0-9+/]{20,}[\"']")
    assert {name: match[0] for name, text in repository_texts() if (match := secret.search(text))} == {}
