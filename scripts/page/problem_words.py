"""What the web page says of the API's problems, in both languages: ``ui/src/language/problems.{ru,en}.json``.

A text is a heading, what happened, and after it what to do. Russian texts are those of the documentation, and English
ones the answer's own, save where ``problem_words.toml`` has better ones for a reader of the page.
"""

import json
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypedDict

from scripts.documentation.languages import russian_texts
from scripts.documentation.problems import TERMINAL_ROOMS, ProblemType, read_problems

TEXTS_OF_PAGE = Path(__file__).with_name("problem_words.toml")
SECTIONS = {"ru": "russian", "en": "english"}
HEADING = re.compile(r"(.+?)[.:?] (.+)", re.DOTALL)
PLACE = re.compile(r"{{(\w+)}}")
TELLS_NOTHING = re.compile(r".*_ids?|catalogue|item|number|retry_after_seconds|faults")
"""Members that only repeat what was asked for, or that the page shows itself."""


class Words(TypedDict):
    """``hasMore``: the answer's own detail tells more than ``text`` does."""

    title: str
    text: str
    hasMore: bool


def told_to_people(problems: Iterable[ProblemType]) -> list[ProblemType]:
    """Those that come over the API or are stored on a job, by their names."""
    told = {problem.slug: problem for problem in problems if problem.room not in TERMINAL_ROOMS}
    return [told[slug] for slug in sorted(told)]


def words_of(problems: Iterable[ProblemType], language: str) -> dict[str, Words]:
    """The page's words of each problem that has some in the language."""
    texts = texts_in(language)
    return {
        problem.slug: _words(problem, texts[problem.slug])
        for problem in told_to_people(problems)
        if problem.slug in texts
    }


def texts_in(language: str) -> dict[str, str]:
    """The texts by the problem's name."""
    documented = russian_texts()["problems"] if language == "ru" else {}
    return {**documented, **texts_of_page()[SECTIONS[language]]}


@cache
def texts_of_page() -> dict[str, dict[str, str]]:
    """Sections ``russian`` and ``english`` of the page's own texts."""
    return tomllib.loads(TEXTS_OF_PAGE.read_text(encoding="utf-8"))


def places_in(text: str) -> set[str]:
    """The members that the text has a place for."""
    return set(PLACE.findall(text))


def files_in(folder: Path) -> dict[Path, str]:
    """The page's files of words as they should be, by where they lie in the folder of its languages."""
    problems = read_problems()
    return {folder / f"problems.{language}.json": _as_json(words_of(problems, language)) for language in SECTIONS}


def write(folder: Path) -> None:
    """Write them."""
    for path, text in files_in(folder).items():
        path.write_text(text, encoding="utf-8")


def are_current(folder: Path) -> bool:
    """Whether they are as they should be."""
    return all(path.is_file() and path.read_text(encoding="utf-8") == text for path, text in files_in(folder).items())


def _as_json(words: dict[str, Words]) -> str:
    return json.dumps(words, ensure_ascii=False, indent=1) + "\n"


def _words(problem: ProblemType, text: str) -> Words:
    heading = HEADING.fullmatch(text)
    title, rest = heading.groups() if heading else (text.rstrip("."), "")
    return {"title": title, "text": rest[:1].upper() + rest[1:], "hasMore": _has_more(problem, text)}


def _has_more(problem: ProblemType, text: str) -> bool:
    facts = {name for name in problem.members if not TELLS_NOTHING.fullmatch(name)}
    return "faults" in problem.members or (bool(facts) and not places_in(text) & facts)
