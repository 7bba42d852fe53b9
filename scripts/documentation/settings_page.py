"""The page of settings: every environment variable the program reads, from its settings classes."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scripts.documentation.languages import NOTE, say, table
from spravka.settings import PREFIX, Settings

TITLE = {"en": "Settings", "ru": "Настройки"}
INTRODUCTION = {
    "en": (
        "The server, the worker and the commands read the environment once, at their start. A missing or weak "
        "secret refuses the start and is named. `python3 run up` sets what is needed by itself; with containers "
        "the variables stand in `.env`, see [Deploy on two machines](../how-to/deploy.md)."
    ),
    "ru": (
        "Сервер, обработчик задач и команды читают окружение один раз, при запуске. Если секрет не задан или слаб, "
        "запуск отклоняется с названием переменной. `python3 run up` задаёт нужное сам; для контейнеров переменные "
        "записывают в `.env`, см. [Развернуть на двух машинах](../how-to/deploy.md)."
    ),
}
HEADER = {
    "en": ("Variable", "Default", "Allowed", "Meaning"),
    "ru": ("Переменная", "По умолчанию", "Допустимо", "Смысл"),
}
REQUIRED = {"en": "must be set", "ru": "обязательна"}
EMPTY = {"en": "empty", "ru": "пусто"}


@dataclass(frozen=True)
class Setting:
    """One environment variable: ``allowed`` tells its type and bounds."""

    variable: str
    group: str
    meaning: str
    allowed: str
    default: object
    is_required: bool


def read_settings() -> list[Setting]:
    """Every setting of the program, in the order of the classes."""
    return list(settings_of(Settings, PREFIX, ""))


def settings_page(settings: list[Setting], language: str) -> str:
    """The Markdown of the page."""
    rows = [_row(setting, language) for setting in settings]
    return "\n\n".join(
        [
            NOTE,
            f"# {TITLE[language]}",
            INTRODUCTION[language],
            table(HEADER[language], rows),
        ]
    )


def settings_of(group: type[BaseModel], prefix: str, group_name: str) -> Iterator[Setting]:
    for name, field in group.model_fields.items():
        inner = _group_class(field)
        if inner is not None:
            yield from settings_of(inner, f"{prefix}{name.upper()}_", name)
        else:
            yield _setting(prefix + name.upper(), group_name, field)


def _group_class(field: FieldInfo) -> type[BaseModel] | None:
    kind = field.annotation
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _setting(variable: str, group: str, field: FieldInfo) -> Setting:
    return Setting(
        variable=variable,
        group=group,
        meaning=field.description or "",
        allowed=_allowed(field),
        default=None if field.is_required() else field.get_default(call_default_factory=True),
        is_required=field.is_required(),
    )


def _allowed(field: FieldInfo) -> str:
    return " ".join([_type_name(field.annotation), *_bounds(field)])


def _type_name(annotation: object) -> str:
    """The type in the words of an administrator."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return " / ".join(_type_name(part) for part in typing.get_args(annotation) if part is not type(None))
    if typing.get_origin(annotation) is tuple:
        return "JSON list"
    names = {
        "int": "integer",
        "str": "text",
        "bool": "true / false",
        "float": "number",
        "SecretStr": "text",
    }
    name = getattr(annotation, "__name__", str(annotation))
    return names.get(name, name.lower())


def _bounds(field: FieldInfo) -> Iterator[str]:
    for rule in field.metadata:
        if isinstance(rule, annotated_types.Ge):
            yield f"≥ {rule.ge}"
        elif isinstance(rule, annotated_types.Gt):
            yield f"> {rule.gt}"
        elif isinstance(rule, annotated_types.Le):
            yield f"≤ {rule.le}"
        elif pattern := getattr(rule, "pattern", None):
            yield f"`{pattern}`"


def _row(setting: Setting, language: str) -> tuple[str, ...]:
    meaning = say(language, "settings", setting.variable, setting.meaning)
    return (
        f"`{setting.variable}`",
        _default(setting, language),
        setting.allowed,
        meaning,
    )


def _default(setting: Setting, language: str) -> str:
    if setting.is_required:
        return f"**{REQUIRED[language]}**"
    shown = "" if setting.default in (None, "", ()) else str(setting.default)
    return f"`{shown}`" if shown else EMPTY[language]
