"""Tenants from the command line."""

from spravka.tenants.commands import commands
from spravka.tenants.errors import SlugTaken, SlugUnknown
from tests.callers import World, email_of
from tests.commands import run


def test_a_tenant_is_made_with_its_services_and_listed(world: World) -> None:
    words = ("create", "--slug", "legal", "--name", "Юристы", "--mode", "documents", "--mode", "nomenclature")
    assert "legal is tenant" in run(commands, world, *words).output
    lines = run(commands, world, "list").output.splitlines()
    assert [line.split("\t")[1:] for line in lines][-1] == ["legal", "Юристы", "documents, nomenclature"]
    assert len(lines) == 3


def test_a_user_who_exists_joins_with_a_role_and_is_asked_for_no_password(world: World) -> None:
    words = ("add-user", "--slug", "north", "--email", email_of("south member"), "--role", "expert")
    output = run(commands, world, *words).output
    assert output == f"{email_of('south member')} is expert of north.\n"
    assert world.sign_in("south member", tenant="north")["tenant"]["role"] == "expert"  # type: ignore[index]


def test_a_new_user_is_made_on_the_way(world: World) -> None:
    words = ("add-user", "--slug", "north", "--email", "new@firm.local", "--role", "admin")
    output = run(commands, world, *words).output
    assert "Password: " in output
    assert output.endswith("new@firm.local is admin of north.\n")


def test_what_cannot_be_done_is_a_problem(world: World) -> None:
    assert isinstance(run(commands, world, "create", "--slug", "north", "--name", "x").exception, SlugTaken)
    result = run(commands, world, "add-user", "--slug", "nowhere", "--email", "new@firm.local")
    assert isinstance(result.exception, SlugUnknown)
