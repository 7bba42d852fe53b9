"""The script ``run``: starts on an old Python, lists its commands, and tells uv what pip is told."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from bootstrap.linking import link_product, product_version
from bootstrap.pip_settings import index_arguments, pip_files, read_pip_settings, uv_environment
from bootstrap.terminal import Trouble, answer_of, run_step
from bootstrap.uv import version_of

CHECKOUT = Path(__file__).resolve().parents[2]
STARTS_EARLY = [CHECKOUT / "run", *sorted((CHECKOUT / "bootstrap").glob("*.py"))]
OLDEST_PYTHON = (3, 8)


@pytest.mark.parametrize("file", STARTS_EARLY, ids=lambda file: file.name)
def test_what_starts_before_the_environment_needs_no_new_python_and_no_package(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"), feature_version=OLDEST_PYTHON)
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | {"bootstrap"}


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_without_a_command_all_commands_are_listed(words: list[str]) -> None:
    told = subprocess.run([sys.executable, CHECKOUT / "run", *words], capture_output=True, text=True, check=True)
    for command in ("up", "test", "check", "page", "docs", "lock", "spravka"):
        assert f"\n  {command} " in told.stdout


@pytest.mark.parametrize(
    ("pip", "expected"),
    [
        ({}, []),
        ({"index-url": "https://mirror/simple"}, ["--default-index", "https://mirror/simple"]),
        (
            {"extra-index-url": "https://a\nfile:///b"},
            ["--index", "https://a", "--index", "file:///b", "--index-strategy", "unsafe-best-match"],
        ),
        (
            {"no-index": "true", "find-links": "/wheels /more"},
            ["--no-index", "--find-links", "/wheels", "--find-links", "/more"],
        ),
        ({"no-index": "0"}, []),
        ({"trusted-host": "mirror"}, ["--allow-insecure-host", "mirror"]),
    ],
)
def test_the_sources_of_pip_are_told_to_uv(pip: dict[str, str], expected: list[str]) -> None:
    assert index_arguments({}, pip) == expected


def test_sources_set_for_uv_itself_come_first() -> None:
    assert index_arguments({"UV_DEFAULT_INDEX": "https://own"}, {"index-url": "https://mirror"}) == []


def test_the_proxy_and_the_certificates_of_pip_are_told_to_uv_unless_it_has_its_own() -> None:
    told = uv_environment({"SSL_CERT_FILE": "/own.pem"}, {"cert": "/pip.pem", "proxy": "http://proxy", "timeout": "60"})
    assert told["SSL_CERT_FILE"] == "/own.pem"
    assert told["HTTPS_PROXY"] == "http://proxy"
    assert told["UV_HTTP_TIMEOUT"] == "60"


def test_the_environment_is_stronger_than_the_files_of_pip(tmp_path: Path) -> None:
    named = tmp_path / "pip.conf"
    named.write_text(
        "[global]\nindex-url = https://file\nfind_links = /file\n[install]\nno-index = yes\n[list]\nformat = x"
    )
    settings = read_pip_settings({"PIP_CONFIG_FILE": str(named), "PIP_INDEX_URL": "https://environment"})
    assert settings["index-url"] == "https://environment"
    assert settings["find-links"] == "/file"
    assert settings["no-index"] == "yes"
    assert "format" not in settings


def test_a_damaged_file_of_pip_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_bytes(b"\xff[global\nno")
    assert "no" not in read_pip_settings({"PIP_CONFIG_FILE": str(tmp_path / "pip.conf")})


def test_pip_can_be_told_to_read_no_file() -> None:
    assert pip_files({"PIP_CONFIG_FILE": "/dev/null"}) == []


@pytest.mark.parametrize(
    ("answer", "version"),
    [("uv 0.13.9 (x86_64)", (0, 13)), ("uv 1.0", (1, 0)), ("", (0, 0)), ("uv", (0, 0)), ("pyenv: uv: x.y", (0, 0))],
)
def test_the_version_of_uv_is_read(answer: str, version: tuple[int, ...]) -> None:
    assert version_of(answer) == version


def test_a_step_that_fails_is_told_with_what_to_do(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Trouble, match="while counting; the reason is above"):
        run_step([sys.executable, "-c", "import sys; print('lost at 7'); sys.exit(1)"], "counting", "Count again.")
    assert "lost at 7" in capfd.readouterr().err


def test_a_program_that_cannot_run_gives_no_answer() -> None:
    assert answer_of(["/nonexistent/uv", "--version"]) is None
    assert answer_of([sys.executable, "-c", "raise SystemExit(1)"]) is None


def test_the_product_is_linked_by_a_path_that_moves_with_the_checkout(tmp_path: Path) -> None:
    link_product(tmp_path)
    link_product(tmp_path)
    path = (tmp_path / "spravka.pth").read_text().strip()
    assert (tmp_path / path).resolve() == CHECKOUT / "src"
    assert not Path(path).is_absolute()
    assert len(list(tmp_path.glob("spravka-*.dist-info"))) == 1


def test_the_version_of_the_product_is_that_of_pyproject() -> None:
    assert product_version('[project]\nname = "x"\nversion = "1.2.3"\n') == "1.2.3"
