"""The OpenAPI document as tests read it: its operations, their parameters, and bodies made from their schemas."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

METHODS = ("get", "put", "post", "delete", "patch")
JSON = "application/json"
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"

Schema = dict[str, Any]
Place = tuple[str | int, ...]
"""Where in a body something stands: names of members, numbers of list entries."""


@dataclass(frozen=True)
class Operation:
    """One method of one path."""

    name: str
    method: str
    path: str
    path_parameters: tuple[str, ...]
    query_parameters: dict[str, Schema]
    media_type: str | None
    body: Schema = field(repr=False)

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"


class ApiDocument:
    """A document of FastAPI's making."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document

    def operations(self) -> Iterator[Operation]:
        """Every operation, in the order of the document."""
        for path, methods in self._document["paths"].items():
            for method in METHODS:
                if method in methods:
                    yield self._operation(path, method, methods[method])

    def resolve(self, schema: Schema) -> Schema:
        """The schema itself where it is a reference; of alternatives the first that is not null."""
        if "$ref" in schema:
            return self.resolve(self._document["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
        for key in ("anyOf", "oneOf", "allOf"):
            if key in schema:
                return self.resolve(next(one for one in schema[key] if one.get("type") != "null"))
        return schema

    def example(self, schema: Schema) -> Any:
        """A value that fits: examples and defaults first, else the least; objects with what they require."""
        outer, schema = schema, self.resolve(schema)
        for told in (outer, schema):
            if told.get("examples"):
                return told["examples"][0]
            if told.get("default") is not None:
                return told["default"]
        if "enum" in schema:
            return schema["enum"][0]
        if "const" in schema:
            return schema["const"]
        return self._least(schema)

    def places_of_ids(self, schema: Schema, at: Place = ()) -> Iterator[tuple[Place, str]]:
        """Where a body may name an id: the place and the member's name (``item_id``, ``item_ids``)."""
        schema = self.resolve(schema)
        for name, member in schema.get("properties", {}).items():
            if name.endswith("_id"):
                yield (*at, name), name
            elif name.endswith("_ids"):
                yield (*at, name, 0), name.removesuffix("s")
            else:
                yield from self.places_of_ids(member, (*at, name))
        if schema.get("type") == "array":
            yield from self.places_of_ids(schema["items"], (*at, 0))

    def with_value_at(self, schema: Schema, place: Place, value: Any) -> Any:
        """The example of ``schema`` with ``value`` at ``place``, whatever it needs around it added."""
        if not place:
            return value
        schema, example = self.resolve(schema), self.example(schema)
        if isinstance(place[0], int):
            return [self.with_value_at(schema["items"], place[1:], value)]
        member = schema["properties"][place[0]]
        return {**example, place[0]: self.with_value_at(member, place[1:], value)}

    def _operation(self, path: str, method: str, told: Schema) -> Operation:
        parameters = told.get("parameters", [])
        content = told.get("requestBody", {}).get("content", {})
        media_type = next(iter(content), None)
        return Operation(
            name=told["operationId"],
            method=method,
            path=path,
            path_parameters=tuple(one["name"] for one in parameters if one["in"] == "path"),
            query_parameters={one["name"]: one["schema"] for one in parameters if one["in"] == "query"},
            media_type=media_type,
            body=content[media_type]["schema"] if media_type else {},
        )

    def _least(self, schema: Schema) -> Any:
        kind = schema.get("type", "object")
        if kind == "object":
            required = schema.get("required", [])
            return {name: self.example(schema["properties"][name]) for name in required}
        if kind == "array":
            return [self.example(schema["items"])] * max(1, schema.get("minItems", 0))
        if kind == "string":
            return "x" * max(1, schema.get("minLength", 0))
        if kind == "boolean":
            return False
        return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
