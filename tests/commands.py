"""Running a room's commands over the parts of a test."""

from dataclasses import dataclass

import typer
from typer.testing import CliRunner, Result

from spravka.resources import Resources
from spravka.settings import Settings
from tests.callers import World


@dataclass(frozen=True)
class TestOpening:
    """What the command line puts into ``ctx.obj``, over a world."""

    __test__ = False

    settings: Settings
    resources: Resources

    def __call__(self) -> Resources:
        return self.resources


def run(commands: typer.Typer, world: World, *words: str, typed: str = "") -> Result:
    """Run a command of a room; ``typed`` comes on standard input, which is no terminal."""
    state = world.app.state
    return CliRunner().invoke(commands, list(words), obj=TestOpening(state.settings, state.resources), input=typed)
