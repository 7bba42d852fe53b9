"""The deployment files, read as the tools would read them."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE_FILES = ("docker-compose.yml", "infra/docker-compose.yml")
VARIABLE = re.compile(r"(?<!\$)\$\{([A-Z_]+)(?::?([-?])([^}]*))?\}")

Document = dict[str, Any]


def read_yaml(name: str) -> Document:
    """A YAML file of the repository, with its merge keys resolved."""
    document: Document = yaml.safe_load(read_text(name))
    return document


def read_text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def services() -> dict[str, Document]:
    """The services of both compose files by name."""
    return {name: container for file in COMPOSE_FILES for name, container in read_yaml(file)["services"].items()}


def variables() -> dict[str, tuple[str, str]]:
    """Variables of the compose files: the operator (``-``: a default, ``?``: required) and its text."""
    text = "\n".join(read_text(file) for file in COMPOSE_FILES)
    return {name: (operator, rest) for name, operator, rest in VARIABLE.findall(text)}


def example_variables() -> dict[str, tuple[bool, str]]:
    """Variables of ``.env.example``: whether the line is in force, and the value."""
    lines = re.findall(r"^(#?)([A-Z][A-Z_]+)=(.*)$", read_text(".env.example"), re.MULTILINE)
    return {name: (not comment, value) for comment, name, value in lines}
