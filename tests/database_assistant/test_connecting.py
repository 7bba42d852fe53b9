"""Connecting a database: reached first, its role judged, the password kept where nobody sees it."""

from typing import Any

import pytest
from sqlalchemy import select, text
from starlette.testclient import TestClient

from spravka.auth.tables import Role
from spravka.customer_databases.gateway import CustomerDatabases
from spravka.customer_databases.sealing import AddressSeal
from spravka.tenants.tables import Tenant
from tests.callers import TEST_SECRET
from tests.customer_databases.places import PASSWORD, PostgresqlPlace, new_postgresql
from tests.database_assistant.department import Department, Json, address_of
from tests.parts import Parts


@pytest.fixture(scope="module")
def place(parts: Parts) -> PostgresqlPlace:
    """A database with one table, read by a role that only reads."""
    made = new_postgresql(parts)
    made.build("CREATE TABLE sales (id int PRIMARY KEY, city text)", "INSERT INTO sales VALUES (1, 'Москва')")
    return made


def body_of(place: PostgresqlPlace, **changed: Any) -> Json:
    return {"name": "Sales", "address": address_of(place.fields), "reader": "grammar", **changed}


def test_saving_reaches_the_database_and_reports_the_rights_of_its_role(
    department: Department, place: PostgresqlPlace
) -> None:
    database = department.admin.post("/databases", body_of(place))
    assert database["rights"]["user"] == place.fields.user
    assert database["rights"]["is_writable"] is False
    assert database["checked_at"] is not None
    assert department.admin.post(f"/databases/{database['id']}/check")["rights"]["is_writable"] is False


def test_a_role_that_can_write_is_taken_only_knowingly(department: Department, parts: Parts) -> None:
    writing = new_postgresql(parts)
    writing.build("CREATE TABLE sales (id int)", f"GRANT INSERT ON sales TO {writing.fields.user}")
    problem = department.admin.refused("POST", "/databases", body_of(writing))
    assert (problem["status"], problem["type"]) == (409, "writable-role-refused")
    assert "sales" in problem["detail"]
    assert department.admin.get("/databases")["entries"] == []
    database = department.admin.post("/databases", body_of(writing, is_write_allowed=True))
    assert database["rights"]["is_writable"] is True
    later = department.admin.refused("PATCH", f"/databases/{database['id']}", {"is_write_allowed": False})
    assert later["type"] == "writable-role-refused"


def test_the_applications_own_database_and_role_are_refused(
    department: Department, parts: Parts, place: PostgresqlPlace
) -> None:
    own = department.resources.engine.url
    elsewhere = address_of(place.fields, user=own.username, password=str(own.password))
    its_tables = address_of(place.fields, database=own.database)
    for address in (elsewhere, its_tables):
        problem = department.admin.refused("POST", "/databases", body_of(place, address=address))
        assert problem["type"] == "own-database-refused"


def test_a_second_database_is_refused(department: Department, place: PostgresqlPlace) -> None:
    database = department.admin.post("/databases", body_of(place))
    problem = department.admin.refused("POST", "/databases", body_of(place))
    assert (problem["type"], problem["database_id"]) == ("database-already-connected", database["id"])


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"password": "wrong"}, "wrong-password"),
        ({"database": "nowhere"}, "no-such-database"),
        ({"port": 1}, "database-unreachable"),
        ({"options": {"service": "x"}}, "driver-option-refused"),
        ({"host": "127.0.0.1,other"}, "connection-field-refused"),
    ],
)
def test_what_cannot_be_reached_is_not_saved(
    department: Department, place: PostgresqlPlace, changed: Json, kind: str
) -> None:
    address = address_of(place.fields, **changed)
    assert department.admin.refused("POST", "/databases", body_of(place, address=address))["type"] == kind
    assert department.admin.get("/databases")["entries"] == []


def test_trying_an_address_tells_the_rights_of_its_role_and_saves_nothing(
    department: Department, parts: Parts, place: PostgresqlPlace
) -> None:
    writing = new_postgresql(parts)
    writing.build("CREATE TABLE sales (id int)", f"GRANT INSERT ON sales TO {writing.fields.user}")
    told = [department.admin.post("/databases/check", address_of(one.fields)) for one in (place, writing)]
    assert [one["rights"]["is_writable"] for one in told] == [False, True]
    wrong = address_of(place.fields, password="wrong")
    assert department.admin.refused("POST", "/databases/check", wrong)["type"] == "wrong-password"
    assert department.admin.get("/databases")["entries"] == []


def test_trying_an_address_without_its_password_takes_the_saved_one_for_the_same_server_only(
    department: Department, parts: Parts, place: PostgresqlPlace
) -> None:
    department.admin.post("/databases", body_of(place))
    same = address_of(place.fields, password="")
    assert department.admin.post("/databases/check", same)["rights"]["user"] == place.fields.user
    other = address_of(new_postgresql(parts).fields, password="")
    assert department.admin.refused("POST", "/databases/check", other)["type"] == "wrong-password"


def test_only_an_admin_connects(department: Department, place: PostgresqlPlace) -> None:
    for role in (Role.MEMBER, Role.EXPERT):
        person = department.people[role]
        assert person.refused("POST", "/databases", body_of(place))["status"] == 403
        assert person.refused("POST", "/databases/check", address_of(place.fields))["status"] == 403


def test_the_password_is_encrypted_at_rest_and_never_told(
    department: Department, place: PostgresqlPlace, capfd: pytest.CaptureFixture[str]
) -> None:
    database = department.admin.post("/databases", body_of(place))
    department.learned(database)
    admin = department.admin
    told = [database, admin.get("/databases"), admin.get(f"/databases/{database['id']}"), admin.get("/audit-events")]
    told.append(admin.refused("PATCH", f"/databases/{database['id']}", {"address": address_of(place.fields, port=1)}))
    assert PASSWORD not in str(told)
    with department.resources.sessions() as session:
        sealed = session.scalar(select(Tenant.database_address_encrypted).where(Tenant.id == department.tenant_id))
        kept = session.scalars(text("SELECT to_jsonb(c)::text FROM connected_database c")).all()
        jobs = session.scalars(text("SELECT to_jsonb(j)::text FROM job j")).all()
    assert sealed is not None and PASSWORD.encode() not in sealed
    fields = department.resources.customer_databases.seal.unseal(sealed)
    assert fields.password == PASSWORD and PASSWORD not in repr(fields)
    assert PASSWORD not in "".join((*kept, *jobs))
    assert PASSWORD not in "".join(capfd.readouterr())


def test_a_change_of_address_keeps_the_password_only_for_the_same_user_of_the_same_server(
    department: Department, parts: Parts, place: PostgresqlPlace
) -> None:
    database = department.admin.post("/databases", body_of(place))
    path = f"/databases/{database['id']}"
    same = address_of(place.fields, password="", options={"tls": "preferred"})
    assert department.admin.patch(path, {"address": same})["address"]["options"]["tls"] == "preferred"
    other = new_postgresql(parts)  # whose role has the same password
    problem = department.admin.refused("PATCH", path, {"address": address_of(other.fields, password="")})
    assert problem["type"] == "wrong-password"
    assert department.admin.get(path)["address"]["user"] == place.fields.user


def test_another_secret_says_that_the_address_cannot_be_decrypted(
    department: Department, place: PostgresqlPlace, house: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = department.learned(department.admin.post("/databases", body_of(place)))
    seal = AddressSeal(type(department.resources.customer_databases.settings.secret)(TEST_SECRET[::-1]))
    monkeypatch.setattr(department.resources.customer_databases, "seal", seal)
    problem = department.admin.refused("POST", f"/databases/{database['id']}/check")
    assert (problem["status"], problem["type"]) == (503, "address-unreadable")
    answer = department.member.ask("Read SELECT count(*) FROM sales")
    assert (answer["state"], answer["problem"]["type"]) == ("failed", "address-unreadable")
    assert isinstance(department.resources.customer_databases, CustomerDatabases)


def test_removing_forgets_the_address_and_keeps_the_answers(asking: Department) -> None:
    answer = asking.member.ask("Read SELECT count(*) FROM orders")
    [database] = asking.admin.get("/databases")["entries"]
    asking.admin.delete(f"/databases/{database['id']}")
    assert asking.admin.get("/databases")["entries"] == []
    assert asking.member.get(f"/answers/{answer['id']}")["rows"] == [[5]]
    assert asking.member.refused("POST", "/questions", {"question": "Read"})["type"] == "no-database-connected"
    with asking.resources.sessions() as session:
        assert session.get_one(Tenant, asking.tenant_id).database_address_encrypted is None
