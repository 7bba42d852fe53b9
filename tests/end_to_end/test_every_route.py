"""Every route of the API, whoever adds it: none answers without a sign-in, none knows another tenant's ids.

The routes come from the OpenAPI document, so a new one is here by itself. What it may need, each one line:

- a path parameter, or an id in a body or a query: a property of ``Belongings``, which makes such a thing for one side
  of the world; a parameter that is no id of a tenant's: a value in ``PLAIN``;
- a body that the schema alone does not tell: ``BODIES``;
- a route meant for everybody: ``PUBLIC``.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pytest

from tests.api_document import JSON, ApiDocument, Operation, Place
from tests.callers import NOBODY, PASSWORD, PLATFORM_ADMIN, World, email_of, unopened_app
from tests.end_to_end.belongings import Belongings

PUBLIC = {"issue_token", "list_parts", "live", "ready"}
"""Operations for everybody."""

STREAMS = {"download_document", "download_mapping", "export_answer", "follow_job", "get_page_image"}
"""Operations whose answer is no JSON."""

QUERIES = {"find_places": {"text": "договор"}}
"""What an operation cannot be called without, beside its ids."""

PUBLIC_OUTSIDE_THE_DOCUMENT = {
    "",  # the page, whatever is no route
    "/metrics",
    "/api/v1/openapi.json",
    "/api/v1/docs",
    "/api/v1/docs/start.js",
    "/static/docs",
    "/static/swagger",
}

PLAIN: dict[str, Any] = {"mode": "nomenclature", "page_number": 1, "row_number": 1}
"""Path parameters that name nothing a tenant owns."""

BODIES: dict[str, Any] = {
    "issue_token": {"username": email_of("north admin"), "password": PASSWORD},
    "change_my_password": {"current_password": PASSWORD, "new_password": "другой пароль 2"},
    "create_user": {"email": "new@firm.local", "password": "другой пароль 2"},
    "upload_import": {"files": {"file": ("items.csv", "Код;Наименование;Группа\n1;Труба 20;01\n".encode())}},
    "upload_documents": {"files": {"files": ("note.txt", b"Concrete costs 6500 roubles.")}},
    "add_glossary_term": {"term": "заказы", "kind": "table", "table": "orders"},
    "add_row_filter": {"table": "orders", "column": "city", "values": ["Москва"]},
    "choose_meaning": {"words": "заказ", "target": "orders"},
    "connect_database": {
        "name": "Хранилище",
        "address": {"dialect": "postgresql", "database": "x", "host": "127.0.0.1", "port": 1, "user": "reader"},
    },
    "check_address": {"dialect": "postgresql", "database": "x", "host": "127.0.0.1", "port": 1, "user": "reader"},
    "add_member": {"email": "new@firm.local", "password": "другой пароль 2"},
}
"""By operation: a body where the schema does not tell enough; ``{"files": …}`` for an upload."""

FOREIGN_BY_DESIGN: set[tuple[str, str]] = set()
"""(operation, member of a body or a query): ids that are no tenant's or may be another's; say why beside each."""


APPLICATION = unopened_app()
DOCUMENT = ApiDocument(APPLICATION.openapi())
OPERATIONS = tuple(DOCUMENT.operations())


def operations_where(is_meant: Callable[[Operation], bool]) -> pytest.MarkDecorator:
    """A case for each operation that is meant."""
    meant = [operation for operation in OPERATIONS if is_meant(operation)]
    return pytest.mark.parametrize("operation", meant, ids=[operation.name for operation in meant])


def owned_ids(operation: Operation) -> list[str]:
    """The path parameters that name something a tenant owns."""
    return [name for name in operation.path_parameters if name not in PLAIN]


def ids_in_body(operation: Operation) -> list[tuple[Place, str]]:
    """Where the body may name something a tenant owns."""
    found = DOCUMENT.places_of_ids(operation.body)
    return [(place, name) for place, name in found if (operation.name, name) not in FOREIGN_BY_DESIGN]


def ids_in_query(operation: Operation) -> list[str]:
    """The query parameters that name something a tenant owns."""
    found = (name for name in operation.query_parameters if name.endswith("_id"))
    return [name for name in found if (operation.name, name) not in FOREIGN_BY_DESIGN]


@pytest.fixture
def speak(world: World) -> "Speaker":
    return Speaker(world)


class Speaker:
    """Calls operations with ids of the north's, one of them the south's."""

    def __init__(self, world: World) -> None:
        self.world = world

    def call_as_nobody(self, operation: Operation, headers: dict[str, str]) -> Any:
        """Who is asking comes before what for: any id will do."""
        path = operation.path
        for name in operation.path_parameters:
            path = path.replace(f"{{{name}}}", str(PLAIN.get(name, 1)))
        body = BODIES.get(operation.name) or (DOCUMENT.example(operation.body) if operation.body else None)
        client = self.world.client_of(NOBODY)
        return client.request(operation.method.upper(), path, headers=headers, **_sent(operation, body))

    def call(self, name: str, operation: Operation, foreign: str = "", place: Place = (), query: str = "") -> Any:
        """Call as ``name`` with the north's ids, but the south's for the path parameter ``foreign``, for what
        stands at ``place`` in the body, or for ``query``."""
        with self.world.sessions.begin() as session:
            own, other = Belongings(session, self.world.north), Belongings(session, self.world.south)
            path = _path_of(operation, own, {foreign: other})
            sent = _sent(operation, self._body(operation, own, other, place))
            sent["params"] = dict(QUERIES.get(operation.name, {}))
            if query:
                sent["params"][query] = value_of(operation, query, other)
        return self.world.client_of(name).request(operation.method.upper(), path, **sent)

    def _body(self, operation: Operation, own: Belongings, other: Belongings, foreign: Place) -> Any:
        if not operation.body:
            return None
        body = BODIES.get(operation.name) or DOCUMENT.example(operation.body)
        for place, name in ids_in_body(operation):
            if place == foreign:
                wanted = DOCUMENT.with_value_at(operation.body, place, value_of(operation, name, other))
                body = {**body, place[0]: wanted[place[0]]}
            elif place[0] in body and len(place) == 1:
                body = {**body, place[0]: value_of(operation, name, own)}
        return body


def _path_of(operation: Operation, own: Belongings, others: Mapping[str, Belongings] = MappingProxyType({})) -> str:
    """The path with ids; ``others`` says by a parameter's name whose it is, where not one's own."""
    path = operation.path
    for name in operation.path_parameters:
        path = path.replace(f"{{{name}}}", str(value_of(operation, name, others.get(name, own))))
    return path


def value_of(operation: Operation, name: str, side: Belongings) -> Any:
    """What to put for a parameter; fails where nobody has said how to make such a thing."""
    if name in PLAIN:
        return PLAIN[name]
    assert hasattr(type(side), name), (
        f"{operation} takes {name!r}: add a property {name!r} to Belongings, which makes such a thing, or, where it "
        f"names nothing that a tenant owns, a value to PLAIN in {__name__}"
    )
    return getattr(side, name)


def _sent(operation: Operation, body: Any) -> dict[str, Any]:
    if isinstance(body, dict) and "files" in body:
        return dict(body)
    if body is None or operation.media_type is None:
        return {}
    return {"json" if operation.media_type == JSON else "data": body}


@operations_where(lambda _operation: True)
def test_without_a_token_every_route_but_the_public_ones_answers_401(speak: Speaker, operation: Operation) -> None:
    answer = speak.call_as_nobody(operation, {})
    if operation.name in PUBLIC:
        assert answer.status_code != 401
    else:
        assert answer.status_code == 401, f"{operation} answered {answer.status_code} to nobody: {answer.text}"
        assert answer.headers["content-type"] == "application/problem+json"


@operations_where(lambda operation: operation.name not in PUBLIC)
def test_with_a_token_that_is_not_genuine_every_other_route_answers_401(speak: Speaker, operation: Operation) -> None:
    for headers in ({"Authorization": "Bearer x.y.z"}, {"X-API-Key": "spk_00000000_x"}):
        assert speak.call_as_nobody(operation, headers).status_code == 401


@operations_where(lambda operation: bool(owned_ids(operation)))
def test_another_tenants_id_in_a_path_is_not_found(speak: Speaker, operation: Operation) -> None:
    assert_known_with_own_ids(speak, operation)
    for name in owned_ids(operation):
        answer = speak.call("north admin", operation, foreign=name)
        assert_not_found(answer, f"{operation} with the other tenant's {name}")


@operations_where(lambda operation: bool(ids_in_body(operation)))
def test_another_tenants_id_in_a_body_is_not_found(speak: Speaker, operation: Operation) -> None:
    assert_known_with_own_ids(speak, operation)
    for place, name in ids_in_body(operation):
        answer = speak.call("north admin", operation, place=place)
        assert_not_found(answer, f"{operation} with the other tenant's {name} in its body")


@operations_where(lambda operation: bool(ids_in_query(operation)))
def test_another_tenants_id_in_a_query_is_not_found(speak: Speaker, operation: Operation) -> None:
    for name in ids_in_query(operation):
        answer = speak.call("north admin", operation, query=name)
        assert_not_found(answer, f"{operation}?{name}= with the other tenant's id")


@operations_where(lambda operation: operation.method == "get" and operation.name not in STREAMS)
def test_what_the_other_tenant_makes_changes_no_answer(speak: Speaker, operation: Operation) -> None:
    with speak.world.sessions.begin() as session:
        path = _path_of(operation, Belongings(session, speak.world.north))
    client = speak.world.client_of("north admin")
    before = client.get(path)
    with speak.world.sessions.begin() as session:
        Belongings(session, speak.world.south).make_everything()
    after = client.get(path)
    assert (after.status_code, after.json()) == (before.status_code, before.json())


def test_routes_outside_the_document_are_the_public_ones() -> None:
    outside = {route.path for route in _routes(APPLICATION) if not getattr(route, "include_in_schema", False)}
    assert outside == PUBLIC_OUTSIDE_THE_DOCUMENT, "nothing proves who may call a route that is not in the document"


def test_the_names_of_operations_are_their_functions_and_each_is_there_once() -> None:
    names = [operation.name for operation in OPERATIONS]
    assert sorted(names) == sorted(set(names))
    assert all(name.isidentifier() for name in names)


def assert_known_with_own_ids(speak: Speaker, operation: Operation) -> None:
    """The same call with ids of one's own finds them: else a 404 for the other tenant's would prove nothing."""
    answers = {name: speak.call(name, operation) for name in ("north admin", PLATFORM_ADMIN)}
    statuses = {name: answer.status_code for name, answer in answers.items()}
    assert any(status not in (404, 422) and status < 500 for status in statuses.values()), (
        f"{operation} with ids of one's own answered {statuses}: what Belongings or BODIES give is not right: "
        f"{[answer.text[:300] for answer in answers.values()]}"
    )


def assert_not_found(answer: Any, what: str) -> None:
    assert answer.status_code == 404, f"{what} answered {answer.status_code}: {answer.text[:300]}"
    assert answer.headers["content-type"] == "application/problem+json"


def _routes(router: Any) -> Iterator[Any]:
    """Every route, those of included routers too."""
    for route in router.routes:
        included = getattr(route, "original_router", None)
        if included is None:
            yield route
        else:
            yield from _routes(included)
