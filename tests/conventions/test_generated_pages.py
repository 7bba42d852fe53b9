"""The generators of pages read the program rightly."""

from dataclasses import dataclass
from typing import Any

import pytest
import typer
from pydantic import BaseModel, Field
from scripts.documentation import problems, settings_page
from scripts.documentation.commands_page import commands_page, walk
from scripts.documentation.languages import cell, table
from scripts.documentation.routes_page import routes_page, rows_by_tag

from spravka.errors import Conflict, NotFound


@dataclass
class ShelfNotFound(NotFound):
    """Only here."""

    title = "There is no such shelf"
    shelf: str

    @property
    def detail(self) -> str:
        return f"No shelf {self.shelf!r}; there are {len(self.shelf)}."


class ShelfFull(Conflict):
    title = "The shelf is full"

    @property
    def detail(self) -> str:
        if self.args:
            return "one text"
        return "another text"


class Shelves(BaseModel):
    height_metres: float = Field(default=2, gt=0, le=9, description="How high")
    keeper: str = Field(description="Who keeps them")


class Hall(BaseModel):
    shelves: Shelves


def test_a_problem_is_told_with_its_members_in_braces() -> None:
    told = problems.problem_type(ShelfNotFound)
    assert (told.slug, told.status) == ("shelf-not-found", 404)
    assert told.detail == "No shelf {shelf}; there are {shelf}."
    assert told.members == ("shelf",)
    assert told.purpose == "Only here."


def test_a_problem_whose_text_depends_on_the_case_is_told_without_it() -> None:
    told = problems.problem_type(ShelfFull)
    assert (told.detail, told.status, told.members) == ("", 409, ())


def test_a_setting_is_told_by_the_name_of_its_variable_with_its_bounds() -> None:
    told = list(settings_page.settings_of(Hall, "SPRAVKA_", ""))
    assert [one.variable for one in told] == ["SPRAVKA_SHELVES_HEIGHT_METRES", "SPRAVKA_SHELVES_KEEPER"]
    assert (told[0].allowed, told[0].default, told[0].is_required) == ("number > 0 ≤ 9", 2, False)
    assert told[1].is_required


@pytest.mark.parametrize(("language", "required"), [("en", "**must be set**"), ("ru", "**обязательна**")])
def test_a_required_setting_is_marked(language: str, required: str) -> None:
    page = settings_page.settings_page(list(settings_page.settings_of(Hall, "SPRAVKA_", "")), language)
    assert f"| `SPRAVKA_SHELVES_KEEPER` | {required} |" in page


def program() -> Any:
    shelves = typer.Typer()

    @shelves.command("fill")
    def fill(what: str, count: int = typer.Option(3, help="How many"), force: bool = False) -> None:
        """Fill a shelf.

        Only the first paragraph is told.
        """

    @shelves.command("hide", hidden=True)
    def hide() -> None:
        """Not told."""

    whole = typer.Typer()
    whole.add_typer(shelves, name="shelves")
    return typer.main.get_command(whole)


def test_every_command_that_is_not_hidden_is_told() -> None:
    assert [names for names, _ in walk(program(), ("spravka",))] == [("spravka", "shelves", "fill")]


def test_a_command_is_told_with_its_arguments() -> None:
    page = commands_page(program(), "en")
    assert "## spravka shelves fill\n\nFill a shelf.\n" in page
    assert "| `WHAT` |  | **required** |" in page
    assert "| `--count COUNT` | How many | `3` |" in page
    assert "| `--force` |  |  |" in page


DOCUMENT = {
    "paths": {
        "/shelves/{id}": {
            "get": {"tags": ["shelves"], "description": "A shelf.\n\nMore.", "responses": {"200": {}, "404": {}}},
            "delete": {"tags": ["shelves"], "summary": "Burn it", "responses": {"204": {}}},
        },
        "/health": {"get": {"responses": {"200": {}}}},
    }
}


def test_every_route_is_told_under_its_room() -> None:
    rows = rows_by_tag(DOCUMENT)
    assert rows["shelves"] == [
        ("`GET /shelves/{id}`", "A shelf.", "200"),
        ("`DELETE /shelves/{id}`", "Burn it", "204"),
    ]
    assert "| `GET /health` |  | 200 |" in routes_page(DOCUMENT, "ru")


def test_a_cell_can_hold_what_a_table_is_made_of() -> None:
    assert cell("a | b\n c") == "a \\| b c"
    assert table(("x",), [("1|2",)]) == "| x |\n| --- |\n| 1\\|2 |\n"
