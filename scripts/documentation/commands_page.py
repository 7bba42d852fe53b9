"""The page of commands: the command line's own help, told as Markdown."""

from collections.abc import Iterator
from typing import Any

from scripts.documentation.languages import NOTE, table

Command = Any
"""A command or a group of them, as Typer builds it: it brings a Click of its own, without a public type."""
Parameter = Any

TITLE = {"en": "Commands", "ru": "Команды"}
INTRODUCTION = {
    "en": (
        "`python3 run spravka …` on a machine started by `python3 run up`; "
        "`docker compose exec server python -m spravka.cli …` where it runs in containers. "
        "`--help` after any of them tells the same."
    ),
    "ru": (
        "`python3 run spravka …` на машине, где система запущена командой `python3 run up`; "
        "`docker compose exec server python -m spravka.cli …`, если она работает в контейнерах. "
        "То же самое покажет `--help` после любой из команд; описания — на английском, как в самой программе."
    ),
}
REQUIRED = {"en": "required", "ru": "обязателен"}
HEADER = {
    "en": ("Argument", "Meaning", "Default"),
    "ru": ("Параметр", "Смысл", "По умолчанию"),
}


def commands_page(root: Command, language: str) -> str:
    """The Markdown of the page for the command ``root`` and all below it."""
    parts = [NOTE, f"# {TITLE[language]}", INTRODUCTION[language]]
    for names, command in walk(root, ("spravka",)):
        parts.extend(_section(names, command, language))
    return "\n\n".join(parts) + "\n"


def walk(command: Command, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Every command that does something, with the words that call it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield names, command
        return
    for name in sorted(inner):
        if not inner[name].hidden:
            yield from walk(inner[name], (*names, name))


def _section(names: tuple[str, ...], command: Command, language: str) -> Iterator[str]:
    yield f"## {' '.join(names)}"
    yield _plain(command.help or "")
    rows = [_row(parameter, language) for parameter in command.params if parameter.name != "help"]
    if rows:
        yield table(HEADER[language], rows)


def _row(parameter: Parameter, language: str) -> tuple[str, ...]:
    return f"`{_name(parameter)}`", _plain(getattr(parameter, "help", None) or ""), _default(parameter, language)


def _name(parameter: Parameter) -> str:
    """``FILE`` for an argument, ``--out FILE`` for an option with a value, ``--force`` for a switch."""
    if parameter.param_type_name == "argument":
        return str(parameter.name).upper()
    is_switch = getattr(parameter, "is_flag", False)
    return parameter.opts[0] if is_switch else f"{parameter.opts[0]} {str(parameter.name).upper()}"


def _default(parameter: Parameter, language: str) -> str:
    if parameter.required:
        return f"**{REQUIRED[language]}**"
    shown = parameter.default
    is_silent = shown is None or shown is False or callable(shown) or str(shown).startswith("Sentinel")
    return "" if is_silent else f"`{shown}`"


def _plain(text: str) -> str:
    """The first paragraph of a help text, in one line."""
    return " ".join(text.split("\n\n")[0].split())
