"""A catalogue comes in from a file: through the API, the queue, the worker and every part."""

from spravka.demo.catalogue import DemoItem
from tests.end_to_end.conftest import catalogue_csv
from tests.end_to_end.office import Office, csv_of


def test_the_whole_file_comes_in_and_its_groups_make_a_tree(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    catalogue = office.get(f"/catalogues/{catalogue_id}")
    assert catalogue["item_count"] == len(demo_items)
    assert catalogue["indexed_at"] is not None
    groups = {group["code"]: group for group in office.get(f"/catalogues/{catalogue_id}/groups", limit=500)["entries"]}
    for item in demo_items:
        assert groups[item.group_code]["name"]
    assert all(group["parent_code"] in groups for group in groups.values() if group["parent_code"])
    assert sum(group["item_count"] for group in groups.values()) == len(demo_items)


def test_the_import_trains_a_classifier_whose_quality_was_measured(office: Office, catalogue_id: int) -> None:
    versions = office.get("/classifier-versions", catalogue_id=catalogue_id)["entries"]
    assert versions[-1]["version"] == 1
    assert versions[-1]["held_out_count"] > 100
    assert 0 < versions[-1]["macro_f1"] <= 1
    assert versions[-1]["accuracy"] > 0.5


def test_items_are_found_by_words_and_by_code(office: Office, catalogue_id: int, demo_items: list[DemoItem]) -> None:
    wanted = demo_items[100]
    words = " ".join(wanted.name.split()[:3])
    by_words = office.get(f"/catalogues/{catalogue_id}/items", search=words, limit=500)["entries"]
    assert wanted.code in {item["code"] for item in by_words}
    by_code = office.get(f"/catalogues/{catalogue_id}/items", search=wanted.code)["entries"]
    assert [item["name"] for item in by_code] == [wanted.name]


def test_a_group_gives_its_items_alone_or_with_those_of_the_groups_below(
    office: Office, catalogue_id: int, demo_items: list[DemoItem]
) -> None:
    root = demo_items[0].group_code.split(".")[0]
    below = [item.code for item in demo_items if item.group_code.split(".")[0] == root]
    path = f"/catalogues/{catalogue_id}/items"
    alone = office.get(path, group_code=root, limit=500)["entries"]
    whole = office.get(path, group_code=root, with_subgroups=True, limit=500)["entries"]
    assert [item["code"] for item in alone] == [item.code for item in demo_items if item.group_code == root]
    assert {item["code"] for item in whole} == set(below[:500])


def test_an_item_tells_what_is_read_in_its_name_and_what_suppliers_call_it(office: Office) -> None:
    catalogue_id = office.new_catalogue("card")
    rows = [
        ("Код", "Наименование", "Код группы", "Ед. изм."),
        ("1", "Труба стальная 57х3,5 ГОСТ 8732-78", "01.01", "м"),
        ("2", "Гайка М8", "01.02", "шт"),
    ]
    office.import_file(catalogue_id, ("card.csv", csv_of(rows)))
    pipe, nut = office.get(f"/catalogues/{catalogue_id}/items")["entries"]
    assert any("8732" in text for text in office.get(f"/catalogues/{catalogue_id}/items/{pipe['id']}")["parameters"])
    confirmed = {"catalogue_id": catalogue_id, "matches": [{"name": "тр. 57*3.5 ст.", "item_code": "1"}]}
    office.post("/confirmed-matches", confirmed)
    names = [office.get("/confirmed-matches", item_id=item["id"])["entries"] for item in (pipe, nut)]
    assert [[match["name"] for match in found] for found in names] == [["тр. 57*3.5 ст."], []]


def test_the_work_under_way_in_a_catalogue_is_told_until_it_is_over(office: Office) -> None:
    catalogue_id = office.new_catalogue("working")
    rows = [("Код", "Наименование", "Код группы"), ("1", "Труба 57х3,5", "01"), ("2", "Гайка М8", "02")]
    begun = office.post_file(f"/catalogues/{catalogue_id}/imports", ("working.csv", csv_of(rows)))
    assert begun["job_status"] in {"queued", "started", "finished"}
    if begun["job_status"] != "finished":
        assert office.get(f"/catalogues/{catalogue_id}")["running_job_id"] in {begun["job_id"], None}
    office.wait(begun["job_id"])
    assert office.get(f"/catalogues/{catalogue_id}")["running_job_id"] is None
    assert office.get(f"/imports/{begun['id']}")["job_status"] == "finished"


def test_a_second_import_changes_only_what_changed(office: Office, demo_items: list[DemoItem]) -> None:
    catalogue_id = office.new_catalogue("changing")
    items = demo_items[:200]
    first = office.import_file(catalogue_id, ("first.csv", catalogue_csv(items)))
    assert (first["created_count"], first["rejected_count"]) == (200, 0)
    again = office.import_file(catalogue_id, ("again.csv", catalogue_csv(items)))
    assert (again["created_count"], again["changed_count"], again["unchanged_count"]) == (0, 0, 200)

    renamed = DemoItem(items[0].code, "Труба совсем другая 99х9", items[0].group_code, items[0].unit)
    changed = [renamed, *items[1:150], *demo_items[200:210]]
    third = office.import_file(catalogue_id, ("third.csv", catalogue_csv(changed)), removes_absent=True)
    counts = {name: third[f"{name}_count"] for name in ("created", "changed", "unchanged", "removed")}
    assert counts == {"created": 10, "changed": 1, "unchanged": 149, "removed": 50}
    assert office.get(f"/catalogues/{catalogue_id}")["item_count"] == 160
    row = office.map(catalogue_id, ["труба совсем другая 99х9"])[0]
    assert row["candidates"][0]["code"] == items[0].code


def test_bad_rows_are_refused_one_by_one_and_the_good_ones_come_in(office: Office) -> None:
    catalogue_id = office.new_catalogue("torn")
    rows = [
        ("Код", "Наименование", "Код группы", "Ед. изм."),
        ("1", "Труба 57х3,5", "01.01", "м"),
        ("", "Труба без кода", "01.01", "м"),
        ("3", "", "01.01", "м"),
        ("4", "Гайка без группы", "", "шт"),
        ("1", "Труба второй раз", "01.01", "м"),
        ("6", "Гайка М8", "01.02", "шт"),
    ]
    found = office.import_file(catalogue_id, ("torn.csv", csv_of(rows)))
    assert (found["created_count"], found["rejected_count"]) == (2, 4)
    refused = office.get(f"/imports/{found['id']}/rejections")["entries"]
    assert [(row["row_number"], row["reason"]) for row in refused] == [
        (3, "no_code"),
        (4, "no_name"),
        (5, "no_group"),
        (6, "duplicate_code"),
    ]


def test_columns_can_be_looked_at_before_the_import_and_named_by_hand(office: Office) -> None:
    catalogue_id = office.new_catalogue("strange")
    rows = [("А", "Б", "В"), ("x1", "Труба 57х3,5", "01"), ("x2", "Гайка М8", "02")]
    columns = '{"code": "А", "name": "Б", "group_code": "В"}'
    looked_at = office.post_file(
        f"/catalogues/{catalogue_id}/imports", ("strange.csv", csv_of(rows)), columns=columns, confirm=False
    )
    assert looked_at["job_id"] is None
    assert looked_at["first_rows"][0] == ["x1", "Труба 57х3,5", "01"]
    assert office.get(f"/catalogues/{catalogue_id}")["item_count"] == 0
    confirmed = office.post(f"/imports/{looked_at['id']}/confirmation")
    assert office.wait(confirmed["job_id"])["status"] == "finished"
    assert office.get(f"/catalogues/{catalogue_id}")["item_count"] == 2


def test_a_file_without_the_needed_columns_is_refused_with_what_it_has(office: Office) -> None:
    catalogue_id = office.new_catalogue("unclear")
    answer = office.client.post(
        f"/catalogues/{catalogue_id}/imports", files={"file": ("unclear.csv", csv_of([("a", "b"), (1, 2), (3, 4)]))}
    )
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["header"] == ["a", "b"]
    assert answer.json()["first_rows"] == [["1", "2"], ["3", "4"]]
    assert "name" in answer.json()["detail"]


def test_a_new_training_is_listed_promoted_and_rolled_back(office: Office, demo_items: list[DemoItem]) -> None:
    catalogue_id = office.new_catalogue("trained")
    office.import_file(catalogue_id, ("trained.csv", catalogue_csv(demo_items[:300])))
    job = office.post("/classifier-versions", {"catalogue_id": catalogue_id, "promote": True})
    assert office.wait(job["id"])["status"] == "finished"

    def statuses() -> dict[int, str]:
        versions = office.get("/classifier-versions", catalogue_id=catalogue_id)["entries"]
        return {version["version"]: version["status"] for version in versions}

    assert statuses() == {1: "retired", 2: "active"}
    first = office.get("/classifier-versions", catalogue_id=catalogue_id)["entries"][-1]
    office.post(f"/classifier-versions/{first['id']}/promotion")
    assert statuses() == {1: "active", 2: "retired"}
    assert office.map(catalogue_id, [demo_items[5].name])[0]["candidates"][0]["code"] == demo_items[5].code
