"""The shape an answer should have: as JSON schema for servers that hold to it, and in a few lines for all."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")

JsonSchema = Mapping[str, Any]
DECORATIONS = frozenset({"title", "description", "default", "discriminator", "examples"})
NULL = {"type": "null"}
RENAMED = {"oneOf": "anyOf"}
BY_NAME = frozenset({"properties", "$defs"})
REFERENCE = "#/$defs/"


@dataclass(frozen=True)
class Shape(Generic[Value]):
    """``read`` turns the answer's JSON into the value, or raises ``ValueError`` saying what is wrong with it."""

    name: str
    json_schema: JsonSchema
    read: Callable[[Any], Value]

    @cached_property
    def told(self) -> str:
        """The shape in words of its own, for the prompt: far shorter than the schema."""
        return outline(self.json_schema)


def plain_schema(schema: Any) -> Any:
    """A JSON schema with what servers' grammars understand: ``anyOf`` only, closed objects, constants required."""
    if isinstance(schema, list):
        return [plain_schema(one) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    kept = ((str(key), value) for key, value in schema.items() if key not in DECORATIONS)
    plain = {RENAMED.get(key, key): _plain_member(key, value) for key, value in kept}
    return _closed(plain) if "properties" in plain else plain


def _plain_member(key: str, value: Any) -> Any:
    """What members and types are called is theirs: a property may well be a ``title``."""
    if key in BY_NAME:
        return {name: plain_schema(one) for name, one in value.items()}
    return plain_schema(value)


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    constants = [name for name, one in schema["properties"].items() if "const" in one]
    required = list(dict.fromkeys([*constants, *schema.get("required", [])]))
    return {**schema, "required": required, "additionalProperties": False}


def name_unions(schema: Any, names: Mapping[frozenset[str], str]) -> Any:
    """The schema with the unions of ``names`` (the types in each → its name) said once, among its ``$defs``."""
    unions = {name: {"anyOf": [{"$ref": REFERENCE + one} for one in sorted(types)]} for types, name in names.items()}
    named = _with_unions_named(schema, names)
    return {**named, "$defs": {**named.get("$defs", {}), **unions}}


def _with_unions_named(schema: Any, names: Mapping[frozenset[str], str]) -> Any:
    if isinstance(schema, list):
        return [_with_unions_named(one, names) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    inner = {key: _with_unions_named(value, names) for key, value in schema.items()}
    options = inner.get("anyOf", [])
    name = names.get(frozenset(_named(one) for one in options if one != NULL))
    if name is None:
        return inner
    reference = {"$ref": REFERENCE + name}
    return {"anyOf": [reference, NULL]} if NULL in options else reference


def _named(schema: Mapping[str, Any]) -> str:
    return str(schema.get("$ref", "")).removeprefix(REFERENCE)


def outline(schema: JsonSchema) -> str:
    """The schema as type declarations, a line each, the root last."""
    named = [f"type {name} = {_declared(one)}" for name, one in schema.get("$defs", {}).items()]
    root = {key: value for key, value in schema.items() if key != "$defs"}
    return "\n".join([*named, f"type Answer = {_declared(root)}"])


def _declared(schema: JsonSchema) -> str:
    if "$ref" in schema:
        return _named(schema)
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " | ".join(json.dumps(one, ensure_ascii=False) for one in schema["enum"])
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return " | ".join(dict.fromkeys(_declared(one) for one in options))
    return _declared_type(schema)


def _declared_type(schema: JsonSchema) -> str:
    kind = schema.get("type", "any")
    if kind == "object" and "properties" in schema:
        required = set(schema.get("required", ()))
        members = (f"{name}{'' if name in required else '?'}: {_declared(one)}" for name, one in _members(schema))
        return "{" + ", ".join(members) + "}"
    if kind == "array":
        return _declared_array(schema)
    return str(schema.get("format", kind)) if isinstance(kind, str) else " | ".join(kind)


def _declared_array(schema: JsonSchema) -> str:
    if "prefixItems" in schema:
        return "[" + ", ".join(_declared(one) for one in schema["prefixItems"]) + "]"
    inner = _declared(schema.get("items", {}))
    return f"({inner})[]" if re.search(r"\s\|\s", inner) else f"{inner}[]"


def _members(schema: JsonSchema) -> list[tuple[str, JsonSchema]]:
    return list(schema["properties"].items())
