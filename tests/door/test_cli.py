"""The command line as a whole: what it prints, how it ends."""

import subprocess
import sys

import pytest

from spravka import cli
from tests.parts import Parts


@pytest.fixture
def environment(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> str:
    """The environment of an installation with an empty database; its address."""
    address = parts.new_database(template="template1")
    monkeypatch.setenv("SPRAVKA_DATABASE_URL", address)
    monkeypatch.setenv("SPRAVKA_QUEUE_REDIS_URL", parts.redis_url)
    monkeypatch.setenv("SPRAVKA_AUTH_SECRET", "only-for-tests-0123456789-abcdefghijklmnop")
    monkeypatch.setenv("SPRAVKA_DATABASES_SECRET", "only-for-tests-0123456789-abcdefghijklmnop")
    monkeypatch.setenv("SPRAVKA_AUTH_BCRYPT_ROUNDS", "4")
    return address


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        cli.main(words)
    return int(end.value.code or 0)


def test_an_empty_database_is_brought_up_to_date_and_then_used(
    environment: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("database", "check") == 1
    assert "database upgrade" in capsys.readouterr().err
    assert [run("database", "upgrade"), run("database", "check")] == [0, 0]
    assert run("tenants", "create", "--slug", "legal", "--name", "Юристы") == 0
    assert run("tenants", "list") == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("\tlegal\tЮристы\tno services")


def test_a_problem_is_told_on_stderr_and_ends_with_1(environment: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("database", "upgrade")
    assert run("tenants", "add-user", "--slug", "nowhere", "--email", "a@b.local") == 1
    assert capsys.readouterr().err.startswith("There is no such tenant: ")


def test_what_does_not_fit_is_told_by_its_name(environment: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tenants", "create", "--slug", "Not A Slug", "--name", "x") == 1
    assert capsys.readouterr().err.startswith("slug: ")


def test_refused_settings_end_with_2(environment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPRAVKA_AUTH_SECRET", "weak")
    assert run("tenants", "list") == 2


def test_a_database_that_does_not_answer_is_told_without_a_stack(
    environment: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPRAVKA_DATABASE_URL", "postgresql+psycopg://user:secret-word@127.0.0.1:1/x")
    assert run("tenants", "list") == 1
    told = capsys.readouterr().err
    assert "does not answer" in told
    assert "Traceback" not in told
    assert "secret-word" not in told


@pytest.mark.parametrize("words", [(), ("users",), ("unknown",), ("users", "unknown"), ("users", "create")])
def test_wrong_usage_ends_with_2(words: tuple[str, ...]) -> None:
    assert run(*words) == 2


@pytest.mark.parametrize("room", sorted(cli.ROOMS))
def test_every_room_has_commands_and_tells_of_them(room: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(room, "--help") == 0
    assert "Commands" in capsys.readouterr().out


def test_help_imports_no_room() -> None:
    code = (
        "import sys; from spravka import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: print([name for name in ('fastapi', 'sqlalchemy', 'numpy') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"
