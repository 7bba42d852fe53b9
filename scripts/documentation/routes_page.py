"""The page of routes: every path of the OpenAPI document, with what it does and what it takes."""

from typing import Any

from scripts.documentation.languages import NOTE, table

TITLE = {"en": "Routes", "ru": "Адреса API"}
INTRODUCTION = {
    "en": (
        "Every route, from the OpenAPI document. The page `/api/v1/docs` of a running server shows the same with the "
        "shapes of bodies and answers, and lets you try them; `/api/v1/openapi.json` is the document itself. "
        "What all routes have in common: [API conventions](api.md)."
    ),
    "ru": (
        "Все адреса из документа OpenAPI; описания — на английском, как в самом API. Страница `/api/v1/docs` "
        "работающего сервера показывает то же вместе с формой запросов и ответов и даёт их попробовать; "
        "`/api/v1/openapi.json` — сам документ. Общее для всех адресов: [Соглашения API](api.md)."
    ),
}
HEADER = {
    "en": ("Route", "What it does", "Answer"),
    "ru": ("Адрес", "Что делает", "Ответ"),
}
METHODS = ("get", "post", "put", "patch", "delete")

Document = dict[str, Any]


def routes_page(document: Document, language: str) -> str:
    """The Markdown of the page made from an OpenAPI ``document``."""
    parts = [NOTE, f"# {TITLE[language]}", INTRODUCTION[language]]
    for tag, rows in rows_by_tag(document).items():
        parts.append(f"## {tag}")
        parts.append(table(HEADER[language], rows))
    return "\n\n".join(parts)


def rows_by_tag(document: Document) -> dict[str, list[tuple[str, ...]]]:
    """The rows of the table of each tag, in the order of the document."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for path, operations in document["paths"].items():
        for method in METHODS:
            if operation := operations.get(method):
                tag = (operation.get("tags") or ["other"])[0]
                rows.setdefault(tag, []).append(_row(path, method, operation))
    return rows


def _row(path: str, method: str, operation: Document) -> tuple[str, ...]:
    text = operation.get("description") or operation.get("summary") or ""
    answers = sorted(status for status in operation["responses"] if status.startswith("2"))
    return f"`{method.upper()} {path}`", text.split("\n\n")[0], ", ".join(answers)
