"""Words of the generated pages in the two languages of the documentation.

The program speaks English. What it says about its settings, problems and tables is told in Russian by
``russian.toml``; a test names the texts that are missing there.
"""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "ru")
RUSSIAN_TEXTS = Path(__file__).with_name("russian.toml")
NOTE = "<!-- Made from the program by `python3 run docs`: edits here are lost. -->"


@cache
def russian_texts() -> dict[str, dict[str, str]]:
    """Sections (settings, problems, tables, rooms) of Russian texts by the name they are about."""
    return tomllib.loads(RUSSIAN_TEXTS.read_text(encoding="utf-8"))


def say(language: str, section: str, name: str, english: str) -> str:
    """The text about ``name`` in the language; the English one where nobody has written the Russian one yet."""
    if language == "en":
        return english
    return russian_texts().get(section, {}).get(name, english)


def missing_russian(section: str, names: set[str]) -> set[str]:
    """Names the section of ``russian.toml`` has no text about."""
    return names - set(russian_texts().get(section, {}))


def cell(text: str) -> str:
    """The text inside a table of Markdown."""
    return " ".join(text.split()).replace("|", "\\|")


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(cell(part) for part in line) + " |" for line in lines) + "\n"
