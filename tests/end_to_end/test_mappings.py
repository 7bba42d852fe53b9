"""Supplier names find their items: through the API, the queue, the worker and every part."""

import io
from collections import Counter

import openpyxl
import pytest

from spravka.demo.catalogue import DemoItem
from spravka.demo.spellings import supplier_spellings
from tests.end_to_end.office import Office, csv_of


def test_a_name_as_it_stands_in_the_catalogue_is_accepted_with_reasons(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    item = demo_items[17]
    row = office.map(catalogue_id, [item.name])[0]
    assert (row["decision"], row["candidates"][0]["code"]) == ("accepted", item.code)
    assert row["group_code"] == item.group_code
    assert 0.9 <= row["confidence"] <= 1
    assert row["candidates"][0]["reasons"]


def test_suppliers_spellings_find_their_items(office: Office, catalogue_id: int, demo_items: list[DemoItem]) -> None:
    spellings = supplier_spellings(demo_items, 300, seed=7)
    rows = office.map(catalogue_id, [name for name, _ in spellings])
    first = sum(
        bool(row["candidates"]) and row["candidates"][0]["code"] == code
        for row, (_, code) in zip(rows, spellings, strict=True)
    )
    among = sum(
        code in {candidate["code"] for candidate in row["candidates"]}
        for row, (_, code) in zip(rows, spellings, strict=True)
    )
    assert first / len(rows) > 0.75
    assert among / len(rows) > 0.9


def test_rows_keep_their_order_and_the_same_name_gets_the_same_answer(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    names = [demo_items[number % 7].name for number in range(500)]
    rows = office.map(catalogue_id, names)
    assert [row["name"] for row in rows] == names
    assert [row["number"] for row in rows] == list(range(1, 501))
    answers = {name: {row["item_id"] for row in rows if row["name"] == name} for name in set(names)}
    assert all(len(items) == 1 for items in answers.values())


@pytest.mark.parametrize(
    "name", ["", "   ", "🙂🙂", "\x00\x07", "т" * 10_000, "'; DROP TABLE mapping_row; --", "=1+1", "−−−"]
)
def test_an_ugly_name_is_a_row_like_any_other(office: Office, catalogue_id: int, name: str) -> None:
    row = office.map(catalogue_id, [name, "Труба стальная"])[0]
    assert row["decision"] in {"needs_review", "no_such_item", "accepted"}
    assert row["decision"] != "accepted" or row["confidence"] > 0


def test_a_price_list_comes_back_with_every_original_column(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    rows: list[tuple[object, ...]] = [("№ п/п", "Наименование", "Ед. изм.", "Цена")]
    rows += [(number, item.name, item.unit, 10 * number) for number, item in enumerate(demo_items[:20], start=1)]
    mapping = office.post_file("/mappings", ("цены.csv", csv_of(rows)), catalogue_id=catalogue_id)
    assert (mapping["name_column"], mapping["row_count"]) == (1, 20)
    office.wait(mapping["job_id"])
    answer = office.client.get(f"/mappings/{mapping['id']}/download", params={"format": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    table = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert table[0][:4] == ["№ п/п", "Наименование", "Ед. изм.", "Цена"]
    assert [row[:4] for row in table[1:]] == [[str(cell) for cell in row] for row in rows[1:]]
    assert [row[5] for row in table[1:]] == [item.code for item in demo_items[:20]]
    as_csv = office.client.get(f"/mappings/{mapping['id']}/download", params={"format": "csv"})
    assert as_csv.content.decode("utf-8-sig").splitlines()[0].startswith("№ п/п;Наименование;")


def test_a_file_in_the_old_russian_encoding_is_read(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    text = "Наименование;Цена\n" + "\n".join(f"{item.name};1" for item in demo_items[:10])
    mapping = office.post_file("/mappings", ("old.csv", text.encode("cp1251", "replace")), catalogue_id=catalogue_id)
    office.wait(mapping["job_id"])
    assert [row["name"][:5] for row in office.rows(mapping["id"])] == [item.name[:5] for item in demo_items[:10]]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (("empty.csv", b""), "empty-file"),
        (("broken.xlsx", b"PK\x03\x04 not a workbook"), "damaged-file"),
        (("two.csv", csv_of([("Наименование", "Наименование"), ("труба а", "труба б")] * 5)), "name-column-unclear"),
    ],
)
def test_a_file_that_cannot_be_mapped_is_refused_with_the_reason(
    office: Office, catalogue_id: int, file: tuple[str, bytes], problem: str
) -> None:
    answer = office.client.post("/mappings", files={"file": file}, data={"catalogue_id": str(catalogue_id)})
    assert answer.status_code == 422
    assert answer.json()["type"].endswith(f"#{problem}"), answer.json()
    assert len(answer.json()["detail"]) > 20


def test_a_preview_tells_the_columns_and_starts_nothing(office: Office, catalogue_id: int) -> None:
    before = len(office.get("/mappings", limit=500)["entries"])
    preview = office.post_file("/mapping-previews", ("p.csv", csv_of([("Товар", "Цена"), ("Труба", 5), ("Гайка", 6)])))
    assert (preview["header"], preview["name_column"], preview["row_count"]) == (["Товар", "Цена"], 0, 2)
    assert len(office.get("/mappings", limit=500)["entries"]) == before


def test_a_corrected_name_answers_at_once_the_next_time(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    name = "наша особая позиция №7 по договору"
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": [name, name]})
    office.wait(mapping["job_id"])
    wanted = office.get(f"/catalogues/{catalogue_id}/items", search=demo_items[33].code)["entries"][0]
    decided = office.post(
        f"/mappings/{mapping['id']}/rows/1/decision", {"decision": "accepted", "item_id": wanted["id"]}
    )
    assert (decided["item_id"], decided["decided_by_person"]) == (wanted["id"], True)
    twin = office.rows(mapping["id"])[1]
    assert (twin["item_id"], twin["decision"]) == (wanted["id"], "accepted")

    row = office.map(catalogue_id, ["НАША особая  позиция №7 по договору"])[0]
    assert (row["decision"], row["item_id"]) == ("accepted", wanted["id"])
    assert row["confidence"] > 0.95

    again = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": [name]})
    office.wait(again["job_id"])
    office.post(f"/mappings/{again['id']}/rows/1/decision", {"decision": "no_such_item"})
    assert office.map(catalogue_id, [name])[0]["item_id"] != wanted["id"] or (
        office.map(catalogue_id, [name])[0]["decision"] != "accepted"
    )


def test_a_decision_taken_back_is_unlearnt(office: Office, catalogue_id: int, demo_items: list[DemoItem]) -> None:
    name = "наша редкая позиция №9 по накладной"
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": [name]})
    office.wait(mapping["job_id"])
    before = office.rows(mapping["id"])[0]
    wanted = office.get(f"/catalogues/{catalogue_id}/items", search=demo_items[34].code)["entries"][0]
    path = f"/mappings/{mapping['id']}/rows/1/decision"
    assert office.post(path, {"decision": "accepted", "item_id": wanted["id"]})["item_id"] == wanted["id"]
    taken_back = office.post(path, {"decision": "as_matched"})
    for row in (taken_back, office.map(catalogue_id, [name])[0]):
        assert {**row, "decided_at": None} == {**before, "decided_at": None}


def test_a_result_is_told_in_the_language_asked_for(office: Office, catalogue_id: int) -> None:
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": ["🙂"]})
    office.wait(mapping["job_id"])
    for language, words in (("ru", ("Решение", "в имени нет ни букв")), ("en", ("Decision", "has no letters"))):
        query = {"format": "csv", "language": language}
        told = office.client.get(f"/mappings/{mapping['id']}/download", params=query).content.decode("utf-8-sig")
        assert all(word in told for word in words)


def test_many_rows_are_decided_at_once_or_not_at_all(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    mapping = office.post(
        "/mappings", {"catalogue_id": catalogue_id, "rows": [f"{item.name} опт" for item in demo_items[40:44]]}
    )
    office.wait(mapping["job_id"])
    decisions = [{"number": number, "decision": "accepted"} for number in (1, 2, 3)]
    wrong = [*decisions, {"number": 99, "decision": "accepted"}]
    refused = office.client.post(f"/mappings/{mapping['id']}/decisions", json={"decisions": wrong})
    assert refused.status_code == 404
    assert not any(row["decided_by_person"] for row in office.rows(mapping["id"]))
    office.post(f"/mappings/{mapping['id']}/decisions", {"decisions": decisions})
    by_person = Counter(row["decided_by_person"] for row in office.rows(mapping["id"]))
    assert by_person == {True: 3, False: 1}


def test_a_run_tells_how_many_rows_have_each_decision(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": [demo_items[1].name, "", "🙂"]})
    office.wait(mapping["job_id"])
    counts = office.get(f"/mappings/{mapping['id']}")["decision_counts"]
    assert sum(counts.values()) == 3
    assert (counts["no_such_item"], counts["pending"]) == (2, 0)
    assert mapping["id"] in {run["id"] for run in office.get("/mappings", limit=500)["entries"]}


def test_a_deleted_run_is_gone(office: Office, catalogue_id: int) -> None:
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": ["Труба"] * 50})
    assert office.client.delete(f"/mappings/{mapping['id']}").status_code == 204
    assert office.client.get(f"/mappings/{mapping['id']}").status_code == 404
    assert office.wait(mapping["job_id"])["status"] in {"cancelled", "finished"}


def test_progress_is_streamed_until_the_job_has_ended(office: Office, catalogue_id: int) -> None:
    names = [f"труба стальная {number}х{number % 9}" for number in range(3_000)]
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": names})
    with office.client.stream("GET", f"/jobs/{mapping['job_id']}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        events = [line for line in stream.iter_lines() if line.startswith("data:")]
    assert '"status":"finished"' in events[-1].replace(" ", "")
    assert '"ready_count":3000' in events[-1].replace(" ", "")


def test_a_mapping_without_an_imported_catalogue_says_what_to_do(office: Office) -> None:
    empty = office.new_catalogue("empty")
    answer = office.client.post("/mappings", json={"catalogue_id": empty, "rows": ["Труба"]})
    assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (409, "catalogue-not-ready")


def test_thresholds_of_the_catalogue_decide_what_is_accepted(office: Office, demo_items: list[DemoItem]) -> None:
    from tests.end_to_end.conftest import catalogue_csv

    catalogue_id = office.new_catalogue("strict")
    office.import_file(catalogue_id, ("strict.csv", catalogue_csv(demo_items[:200])))
    name = demo_items[3].name.replace(",", " ") + " оптом"
    office.client.patch(f"/catalogues/{catalogue_id}", json={"accept_from": 0.0, "no_item_below": 0.0})
    assert office.map(catalogue_id, [name])[0]["decision"] == "accepted"
    office.client.patch(f"/catalogues/{catalogue_id}", json={"accept_from": 1.0, "no_item_below": 1.0})
    assert office.map(catalogue_id, [name])[0]["decision"] == "no_such_item"


def test_a_run_that_has_ended_early_goes_on_by_another_job(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    names = [f"{item.name} оптом" for item in demo_items] * 3
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": names})
    assert office.client.post(f"/mappings/{mapping['id']}/restart").status_code == 409
    office.client.delete(f"/jobs/{mapping['job_id']}")
    office.wait(mapping["job_id"])
    again = office.post(f"/mappings/{mapping['id']}/restart")
    assert again["job_id"] != mapping["job_id"]
    office.wait(again["job_id"])
    assert office.get(f"/mappings/{mapping['id']}")["decision_counts"]["pending"] == 0
