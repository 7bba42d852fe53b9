"""The page of problems: where the ``type`` of every problem document leads."""

from collections.abc import Iterator

from scripts.documentation.languages import NOTE, say
from scripts.documentation.problems import TERMINAL_ROOMS, ProblemType

TITLE = {"en": "Problems", "ru": "Ошибки"}
INTRODUCTION = {
    "en": (
        "Every error of the API is an RFC 9457 document of the type `application/problem+json`; its `type` leads to "
        "one of the sections below, see [API conventions](api.md#problems). The same problems are stored on a job "
        "that failed and printed by the commands. Words in braces are members of the document."
    ),
    "ru": (
        "Каждая ошибка API — документ RFC 9457 с типом `application/problem+json`; его `type` ведёт в один из "
        "разделов ниже, см. [Соглашения API](api.md#problems). Те же ошибки записываются в неудавшуюся задачу и "
        "печатаются командами. Сам документ — на английском; слова в скобках — его поля."
    ),
}
ON_A_JOB = {"en": "stored on a job", "ru": "записывается в задачу"}
AT_THE_TERMINAL = {"en": "told at the terminal", "ru": "сообщается в терминале"}
STATUS = {"en": "Status", "ru": "Статус"}
MEMBERS = {"en": "Members", "ru": "Поля"}


def problems_page(problems: list[ProblemType], language: str) -> str:
    """The Markdown of the page."""
    parts = [NOTE, f"# {TITLE[language]}", INTRODUCTION[language]]
    room = ""
    for problem in problems:
        if problem.room != room:
            room = problem.room
            parts.append(f"## {say(language, 'rooms', room, room.replace('_', ' ').capitalize())} {{ #room-{room} }}")
        parts.extend(_section(problem, language))
    return "\n\n".join(parts) + "\n"


def _section(problem: ProblemType, language: str) -> Iterator[str]:
    yield f"### {problem.title} {{ #{problem.slug} }}"
    yield f"`{problem.slug}` · {STATUS[language]}: {_status(problem, language)}"
    if language == "ru":
        yield say("ru", "problems", problem.slug, problem.purpose or problem.detail)
    elif problem.purpose:
        yield problem.purpose
    if problem.detail:
        yield f"> {' '.join(problem.detail.split())}"
    if problem.members:
        yield (f"{MEMBERS[language]}: " + ", ".join(f"`{name}`" for name in problem.members) + ".")


def _status(problem: ProblemType, language: str) -> str:
    if problem.status is not None:
        return str(problem.status)
    return (AT_THE_TERMINAL if problem.room in TERMINAL_ROOMS else ON_A_JOB)[language]
