"""The interactive page of the API works without any other host."""

import json
import re
from typing import Any

from tests.callers import API, NOBODY, PASSWORD, World, email_of


def document(world: World) -> dict[str, Any]:
    told: dict[str, Any] = world.client_of(NOBODY).get(f"{API}/openapi.json").json()
    return told


def test_the_page_and_all_it_loads_come_from_this_server(world: World) -> None:
    client = world.client_of(NOBODY)
    page = client.get(f"{API}/docs").text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(loaded) == 4
    for path in loaded:
        assert path.startswith("/")
        assert client.get(path).status_code == 200


def test_the_page_has_no_script_within_itself(world: World) -> None:
    page = world.client_of(NOBODY).get(f"{API}/docs").text
    assert re.findall(r"<script[^>]*>([^<]+)</script>", page) == []
    assert not re.search(r"\son\w+=", page)


def test_the_page_starts_with_the_document_of_the_api(world: World) -> None:
    script = world.client_of(NOBODY).get(f"{API}/docs/start.js").text
    options = json.loads(script[script.index("(") + 1 : script.rindex(")")])
    assert world.client_of(NOBODY).get(options["url"]).json()["openapi"].startswith("3.1")


def test_authorize_knows_where_to_sign_in_and_what_it_gets_opens_the_api(world: World) -> None:
    schemes = document(world)["components"]["securitySchemes"]
    flow = schemes["OAuth2"]["flows"]["password"]
    form = {"grant_type": "password", "username": email_of("north admin"), "password": PASSWORD}
    as_the_page_sends = {"Authorization": "Basic Og==", "X-Requested-With": "XMLHttpRequest"}
    client = world.client_of(NOBODY)
    tokens = client.post(flow["tokenUrl"], data={**form, "scope": ""}, headers=as_the_page_sends).json()
    shown = {"Authorization": f"{tokens['token_type']} {tokens['access_token']}"}
    assert client.get(f"{API}/users/me", headers=shown).status_code == 200
    assert schemes["ApiKey"] == {**schemes["ApiKey"], "type": "apiKey", "in": "header", "name": "X-API-Key"}


def test_every_operation_but_the_public_ones_asks_for_authorisation_and_tells_of_401(world: World) -> None:
    for path, methods in document(world)["paths"].items():
        for operation in methods.values():
            if path.startswith(API) and operation["operationId"] != "issue_token":
                assert {"OAuth2": []} in operation["security"], operation["operationId"]
                assert "application/problem+json" in operation["responses"]["401"]["content"]


def test_every_reference_in_the_document_leads_somewhere(world: World) -> None:
    told = document(world)
    for reference in set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(told))):
        assert reference in told["components"]["schemas"]
