"""Chats: a person's own, per service; messages with their answers, marks and reviews."""

import pytest

from spravka.tenants.queries import get_tenant
from spravka.tenants.tables import Mode, ModeName, ModeTenant
from tests.database_assistant.department import Department, Json, Person

COUNT = "Read SELECT count(*) FROM orders"


def new_chat(person: Person, **fields: object) -> int:
    return int(person.post("/chats", fields)["id"])


def ask(person: Person, chat_id: int, query: str, **fields: object) -> Json:
    """The message as it is kept when all of it was told."""
    told = person.tell(f"/chats/{chat_id}/messages", {"query": query, **fields})
    assert told.names[-1] == "message"
    return told.events[-1][1]


def test_asking_streams_the_answer_and_then_the_message_as_it_is_kept(asking: Department) -> None:
    chat_id = new_chat(asking.member)
    told = asking.member.tell(f"/chats/{chat_id}/messages", {"query": COUNT})
    assert told.names == ["kept", "accepted", *["stage"] * 7, "answer", "message"]
    message = told.events[-1][1]
    assert message["id"] == told.events[0][1]["message_id"]
    assert message["answer_id"] == told.events[1][1]["answer_id"]
    assert message["table"]["rows"] == [[5]]
    assert (message["answer"], message["sql"]) == (told.answer["text"], told.answer["sql"])
    assert asking.member.get(f"/messages/{message['id']}") == message
    assert asking.member.get(f"/chats/{chat_id}/messages")["entries"] == [message]


def test_a_chat_is_called_by_its_first_question(asking: Department) -> None:
    named, unnamed = new_chat(asking.member, title="Заказы"), new_chat(asking.member)
    for chat_id in (named, unnamed):
        ask(asking.member, chat_id, COUNT)
        ask(asking.member, chat_id, "What else")
    assert asking.member.get(f"/chats/{named}")["title"] == "Заказы"
    assert asking.member.get(f"/chats/{unnamed}")["title"] == COUNT


def test_a_question_follows_the_one_before_or_the_one_that_is_named(asking: Department) -> None:
    chat_id = new_chat(asking.member)
    first = ask(asking.member, chat_id, "Read SELECT name FROM customers ORDER BY name")
    ask(asking.member, chat_id, "Read SELECT id FROM orders ORDER BY id")
    assert ask(asking.member, chat_id, "Fewer")["table"]["rows"] == [[1]]
    named = ask(asking.member, chat_id, "Fewer", connected_message_id=first["id"])
    assert named["table"]["rows"] == [["Alpha"]]
    assert named["connected_message_id"] == first["id"]


def test_chats_are_listed_newest_first_by_service_and_favourites(asking: Department) -> None:
    first, second = new_chat(asking.member), new_chat(asking.member)
    changed = asking.member.patch(f"/chats/{first}", {"is_favourite": True, "title": "Важное"})
    assert (changed["is_favourite"], changed["title"], changed["mode"]) == (True, "Важное", "databases")
    assert [chat["id"] for chat in asking.member.get("/chats")["entries"]] == [second, first]
    assert [chat["id"] for chat in asking.member.get("/chats", is_favourite=True)["entries"]] == [first]
    assert asking.member.get("/chats", mode="documents")["entries"] == []
    page = asking.member.get("/chats", limit=1)
    assert [chat["id"] for chat in asking.member.get("/chats", after=page["next_after"])["entries"]] == [first]
    asking.member.delete(f"/chats/{second}")
    assert [chat["id"] for chat in asking.member.get("/chats")["entries"]] == [first]


@pytest.mark.parametrize("other", ["admin", "expert"])
def test_another_users_chat_is_not_there(asking: Department, other: str) -> None:
    chat_id = new_chat(asking.member)
    message = ask(asking.member, chat_id, COUNT)
    stranger: Person = getattr(asking, other)
    for method, path, body in [
        ("GET", f"/chats/{chat_id}", None),
        ("PATCH", f"/chats/{chat_id}", {"title": "x"}),
        ("DELETE", f"/chats/{chat_id}", None),
        ("GET", f"/chats/{chat_id}/messages", None),
        ("POST", f"/chats/{chat_id}/messages", {"query": COUNT}),
        ("GET", f"/messages/{message['id']}", None),
        ("PUT", f"/messages/{message['id']}/mark", {"value": "like"}),
        ("DELETE", f"/messages/{message['id']}/mark", None),
        ("GET", f"/messages/{message['id']}/reviews", None),
        ("POST", f"/messages/{message['id']}/reviews", {"text": "x"}),
    ]:
        assert stranger.refused(method, path, body)["status"] == 404, (method, path)
    own = new_chat(stranger)
    follow_up = {"query": "Fewer", "connected_message_id": message["id"]}
    assert stranger.refused("POST", f"/chats/{own}/messages", follow_up)["status"] == 404
    assert stranger.get("/chats")["entries"][0]["id"] == own


def test_a_machine_has_no_chats(asking: Department) -> None:
    assert asking.machine.refused("POST", "/chats", {})["status"] == 403
    assert asking.machine.refused("GET", "/chats")["status"] == 403


def test_a_service_that_is_switched_off_or_not_talked_to_has_no_chat(asking: Department) -> None:
    assert asking.member.refused("POST", "/chats", {"mode": "nomenclature"})["type"] == "mode-has-no-chat"
    chat_id = new_chat(asking.member)
    with asking.resources.sessions.begin() as session:
        assert get_tenant(session, asking.tenant_id)
        mode = session.query(Mode).filter_by(name=ModeName.DATABASES).one()
        session.query(ModeTenant).filter_by(tenant_id=asking.tenant_id, mode_id=mode.id).delete()
    assert asking.member.refused("POST", "/chats", {})["type"] == "mode-not-enabled"
    problem = asking.member.refused("POST", f"/chats/{chat_id}/messages", {"query": COUNT})
    assert problem["type"] == "mode-not-enabled"


def test_a_like_makes_a_candidate_and_a_dislike_takes_it_back(asking: Department) -> None:
    message = ask(asking.member, new_chat(asking.member), COUNT)
    path = f"/messages/{message['id']}/mark"
    assert asking.member.put(path, {"value": "like", "reason": "Точно"}) == {"value": "like", "reason": "Точно"}
    [candidate] = asking.expert.get("/examples")["entries"]
    assert (candidate["state"], candidate["question"]) == ("candidate", COUNT)
    assert asking.member.get(f"/messages/{message['id']}")["mark"] == {"value": "like", "reason": "Точно"}
    assert asking.member.put(path, {"value": "dislike", "reason": None})["value"] == "dislike"
    assert asking.expert.get("/examples")["entries"] == []
    asking.member.put(path, {"value": "like"})
    asking.member.delete(path)
    assert asking.member.get(f"/messages/{message['id']}")["mark"] is None
    assert asking.expert.get("/examples")["entries"] == []


def test_what_an_expert_approved_stays_when_the_mark_is_taken_back(asking: Department) -> None:
    message = ask(asking.member, new_chat(asking.member), COUNT)
    asking.member.put(f"/messages/{message['id']}/mark", {"value": "like"})
    [candidate] = asking.expert.get("/examples")["entries"]
    asking.expert.post(f"/examples/{candidate['id']}/approval")
    asking.member.delete(f"/messages/{message['id']}/mark")
    assert [one["state"] for one in asking.expert.get("/examples")["entries"]] == ["approved"]


def test_a_liked_answer_without_rows_is_no_candidate(asking: Department) -> None:
    message = ask(asking.member, new_chat(asking.member), "What else")
    assert asking.member.put(f"/messages/{message['id']}/mark", {"value": "like"})["value"] == "like"
    assert asking.expert.get("/examples")["entries"] == []


def test_reviews_are_kept_with_their_message(asking: Department) -> None:
    message = ask(asking.member, new_chat(asking.member), COUNT)
    path = f"/messages/{message['id']}/reviews"
    written = asking.member.post(path, {"text": "Считает и отменённые заказы"})
    assert asking.member.get(path)["entries"] == [written]
    assert asking.member.refused("POST", path, {"text": ""})["status"] == 422


def test_an_answer_to_changed_sql_takes_the_first_ones_place_and_is_followed(asking: Department) -> None:
    chat_id = new_chat(asking.member)
    message = ask(asking.member, chat_id, "Read SELECT id FROM orders ORDER BY id")
    first_id = message["answer_id"]
    told = asking.member.tell("/queries", {"sql": "SELECT count(*) FROM orders", "answer_id": first_id})
    path = f"/messages/{message['id']}/answer"
    changed = asking.member.put(path, {"answer_id": told.answer["id"]})
    assert (changed["answer_id"], changed["table"]["rows"]) == (told.answer["id"], [[5]])
    assert changed["source"]["first_answer_id"] == first_id
    assert asking.member.get(f"/chats/{chat_id}/messages")["entries"] == [changed]
    assert asking.member.put(path, {"answer_id": first_id})["answer_id"] == first_id


def test_an_answer_to_another_question_or_of_somebody_else_does_not_come_into_a_message(asking: Department) -> None:
    message = ask(asking.member, new_chat(asking.member), COUNT)
    path = f"/messages/{message['id']}/answer"
    other = asking.member.ask("Read SELECT id FROM orders ORDER BY id")
    assert asking.member.refused("PUT", path, {"answer_id": other["id"]})["type"].endswith("answer-of-another-question")
    foreign = asking.expert.ask(COUNT)
    assert asking.member.refused("PUT", path, {"answer_id": foreign["id"]})["status"] == 404
    assert asking.expert.refused("PUT", path, {"answer_id": foreign["id"]})["status"] == 404
