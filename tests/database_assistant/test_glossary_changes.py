"""Terms of the glossary that get another name or meaning."""

from tests.database_assistant.department import Department, Json


def glossary(department: Department) -> str:
    [database] = department.admin.get("/databases")["entries"]
    return f"/databases/{database['id']}/glossary"


def term(name: str, **fields: object) -> Json:
    return {"term": name, "kind": "table", "table": "orders", **fields}


def test_an_administrator_gives_a_term_another_meaning(asking: Department) -> None:
    path = glossary(asking)
    added = asking.admin.post(path, term("заявки"))
    changed = asking.admin.put(f"{path}/{added['id']}", term("открытые", kind="value", column="status", value="open"))
    assert (changed["id"], changed["term"], changed["kind"], changed["value"]) == (
        added["id"],
        "открытые",
        "value",
        "open",
    )
    assert asking.member.get(path)["entries"] == [changed]
    assert asking.admin.put(f"{path}/{added['id']}", term("открытые"))["column"] == ""


def test_a_term_is_changed_by_the_rules_it_is_added_by(asking: Department) -> None:
    path = glossary(asking)
    asking.admin.post(path, term("заявки"))
    added = asking.admin.post(path, term("заказы"))
    own = f"{path}/{added['id']}"
    assert asking.admin.refused("PUT", own, term("заявки"))["status"] == 409
    assert asking.admin.refused("PUT", own, term("заказы", table="nowhere"))["status"] == 422
    assert asking.member.refused("PUT", own, term("заказы"))["status"] == 403
    assert asking.admin.refused("PUT", f"{path}/{added['id'] + 1000}", term("заказы"))["status"] == 404
