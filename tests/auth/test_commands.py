"""Users from the command line."""

import re

from spravka.auth.commands import commands
from spravka.auth.errors import EmailTaken, EmailUnknown, PasswordRefused
from tests.callers import API, NOBODY, PASSWORD, World, email_of
from tests.commands import run

NEW_PASSWORD = "другой пароль 2"


def status_of_sign_in(world: World, email: str, password: str) -> int:
    form = {"username": email, "password": password}
    return int(world.client_of(NOBODY).post(f"{API}/auth/token", data=form).status_code)


def test_the_first_platform_admin_is_made_with_a_password_from_standard_input(world: World) -> None:
    words = ("create-admin", "--email", "Root@firm.local", "--password-stdin")
    assert "root@firm.local is a platform admin" in run(commands, world, *words, typed=f"{NEW_PASSWORD}\n").output
    assert status_of_sign_in(world, "root@firm.local", NEW_PASSWORD) == 200


def test_without_a_terminal_a_password_is_made_and_printed(world: World) -> None:
    output = run(commands, world, "create-admin", "--email", "root@firm.local").output
    (made,) = re.findall(r"Password: (\S{20})\n", output)
    assert status_of_sign_in(world, "root@firm.local", made) == 200


def test_a_user_is_made_who_belongs_to_no_tenant_yet(world: World) -> None:
    words = ("create", "--email", "ivan@firm.local", "--name", "Иван Петров", "--password-stdin")
    assert run(commands, world, *words, typed=NEW_PASSWORD).exit_code == 0
    assert status_of_sign_in(world, "ivan@firm.local", NEW_PASSWORD) == 403


def test_a_forgotten_password_is_replaced(world: World) -> None:
    client, email = world.client_of("north member"), email_of("north member")
    result = run(commands, world, "set-password", "--email", email, "--password-stdin", typed=NEW_PASSWORD)
    assert result.exit_code == 0
    assert client.get(f"{API}/users/me").status_code == 401
    assert status_of_sign_in(world, email, NEW_PASSWORD) == 200
    assert status_of_sign_in(world, email, PASSWORD) == 401


def test_what_cannot_be_done_is_a_problem(world: World) -> None:
    taken = run(commands, world, "create", "--email", email_of("north member"))
    assert isinstance(taken.exception, EmailTaken)
    weak = run(commands, world, "create", "--email", "new@firm.local", "--password-stdin", typed="short")
    assert isinstance(weak.exception, PasswordRefused)
    unknown = run(commands, world, "set-password", "--email", "nobody@firm.local")
    assert isinstance(unknown.exception, EmailUnknown)
    assert "Password:" not in unknown.output


def test_what_is_no_e_mail_is_wrong_usage_before_a_password_is_made(world: World) -> None:
    result = run(commands, world, "create-admin", "--email", "not an address")
    assert result.exit_code == 2
    assert "Password:" not in result.output
