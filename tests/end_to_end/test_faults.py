"""Nothing that was accepted is lost, whatever dies: the worker, Redis, the server, the database."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis

from spravka.demo.catalogue import DemoItem
from spravka.demo.spellings import supplier_spellings
from tests.application import Application, running_application
from tests.end_to_end.conftest import catalogue_csv
from tests.end_to_end.office import Office, open_office, sign_in
from tests.parts import Parts

pytestmark = pytest.mark.slow

NAMES = 5_000
GOES_ON_WITHIN_SECONDS = 45


@pytest.fixture
def own_application(start_application: Callable[..., Application]) -> Application:
    """A server and a worker that this test alone may kill."""
    return start_application()


@pytest.fixture
def lonely_application(own_parts: Parts, tmp_path: Path) -> Iterator[Application]:
    """A server and a worker on parts that this test alone may kill."""
    with running_application(own_parts, tmp_path) as running:
        yield running


def import_materials(office: Office, items: list[DemoItem]) -> int:
    made = office.new_catalogue("materials")
    office.import_file(made, ("materials.csv", catalogue_csv(items[:500])))
    return made


def start_long_mapping(office: Office, catalogue_id: int, items: list[DemoItem]) -> tuple[int, list[str]]:
    spellings = supplier_spellings(items[:500], NAMES, seed=3)
    names = [f"{name} №{number}" for number, (name, _) in enumerate(spellings)]
    mapping = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": names})
    return int(mapping["id"]), names


def job_of(office: Office, mapping_id: int) -> int:
    return int(office.get(f"/mappings/{mapping_id}")["job_id"])


def check_all_mapped_once(office: Office, mapping_id: int, names: list[str]) -> None:
    rows = office.rows(mapping_id)
    assert [row["name"] for row in rows] == names
    assert all(row["decision"] != "pending" for row in rows)
    job = office.get(f"/jobs/{job_of(office, mapping_id)}")
    assert (job["ready_count"], job["total_count"]) == (len(names), len(names))


def test_a_worker_killed_in_the_middle_goes_on_where_it_stopped(
    own_application: Application, demo_items: list[DemoItem]
) -> None:
    office = open_office(own_application)
    catalogue_id = import_materials(office, demo_items)
    mapping_id, names = start_long_mapping(office, catalogue_id, demo_items)
    job_id = job_of(office, mapping_id)
    office.wait_until(job_id, lambda job: job["ready_count"] > 0)
    own_application.kill("worker")
    stopped = office.get(f"/jobs/{job_id}")
    assert stopped["status"] == "started"
    assert 0 < stopped["ready_count"] < len(names)
    stored = {row["number"]: row["decided_at"] for row in office.rows(mapping_id) if row["decided_at"]}
    time.sleep(1)
    assert office.get(f"/jobs/{job_id}")["ready_count"] == stopped["ready_count"]

    own_application.start_worker()
    restarted_at = time.monotonic()
    job = office.wait_until(job_id, lambda job: job["attempt"] == 2)
    assert time.monotonic() - restarted_at < GOES_ON_WITHIN_SECONDS
    job = office.wait(job_id)
    assert (job["status"], job["attempt"]) == ("finished", 2)
    check_all_mapped_once(office, mapping_id, names)
    kept = {row["number"]: row["decided_at"] for row in office.rows(mapping_id) if row["number"] in stored}
    assert kept == stored


def test_a_killed_import_chain_goes_on_and_ends_with_every_item_once(
    own_application: Application, demo_items: list[DemoItem], demo_csv: bytes
) -> None:
    office = open_office(own_application)
    catalogue_id = office.new_catalogue("big")
    uploaded = office.post_file(f"/catalogues/{catalogue_id}/imports", ("big.csv", demo_csv))
    office.wait_until(uploaded["job_id"], lambda job: job["stage"] == "embedding" and job["ready_count"] > 0)
    own_application.kill("worker")
    own_application.start_worker()
    job = office.wait(uploaded["job_id"])
    assert (job["status"], job["attempt"]) == ("finished", 2)
    found = office.get(f"/imports/{uploaded['id']}")
    assert found["created_count"] == len(demo_items)
    assert office.get(f"/catalogues/{catalogue_id}")["item_count"] == len(demo_items)
    versions = office.get("/classifier-versions", catalogue_id=catalogue_id)["entries"]
    assert [version["version"] for version in versions] == [1]


def test_redis_killed_and_emptied_loses_nothing_that_was_accepted(
    own_parts: Parts, lonely_application: Application, demo_items: list[DemoItem]
) -> None:
    office = open_office(lonely_application)
    catalogue_id = import_materials(office, demo_items)
    lonely_application.kill("worker")
    mapping_id, names = start_long_mapping(office, catalogue_id, demo_items)
    redis.Redis.from_url(lonely_application.settings["SPRAVKA_QUEUE_REDIS_URL"]).flushall()
    own_parts.kill("valkey")
    lonely_application.start_worker()
    assert office.wait(job_of(office, mapping_id))["status"] == "finished"
    check_all_mapped_once(office, mapping_id, names)


def test_redis_killed_while_a_job_runs_does_not_stop_it(
    own_parts: Parts, lonely_application: Application, demo_items: list[DemoItem]
) -> None:
    office = open_office(lonely_application)
    catalogue_id = import_materials(office, demo_items)
    mapping_id, names = start_long_mapping(office, catalogue_id, demo_items)
    job_id = job_of(office, mapping_id)
    office.wait_until(job_id, lambda job: job["ready_count"] > 0)
    own_parts.kill("valkey")
    accepted_meanwhile = office.post("/mappings", {"catalogue_id": catalogue_id, "rows": [demo_items[3].name]})
    assert office.wait(job_id)["status"] == "finished"
    check_all_mapped_once(office, mapping_id, names)
    assert office.wait(accepted_meanwhile["job_id"])["status"] == "finished"
    assert office.rows(accepted_meanwhile["id"])[0]["candidates"][0]["code"] == demo_items[3].code


def test_a_server_killed_while_a_job_runs_comes_back_to_the_finished_job(
    own_application: Application, demo_items: list[DemoItem]
) -> None:
    office = open_office(own_application)
    catalogue_id = import_materials(office, demo_items)
    mapping_id, names = start_long_mapping(office, catalogue_id, demo_items)
    job_id = job_of(office, mapping_id)
    own_application.kill("server")
    own_application.start_server()
    office = Office(sign_in(own_application))
    assert office.wait(job_id)["status"] == "finished"
    check_all_mapped_once(office, mapping_id, names)


def test_the_database_killed_in_the_middle_only_delays_the_job(
    own_parts: Parts, lonely_application: Application, demo_items: list[DemoItem]
) -> None:
    office = open_office(lonely_application)
    catalogue_id = import_materials(office, demo_items)
    mapping_id, names = start_long_mapping(office, catalogue_id, demo_items)
    job_id = job_of(office, mapping_id)
    office.wait_until(job_id, lambda job: job["ready_count"] > 0)
    own_parts.kill("postgres")
    assert office.client.get("/jobs").status_code in {200, 503}
    until = time.monotonic() + 60
    while office.client.get("/jobs").status_code != 200:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert office.wait(job_id)["status"] == "finished"
    check_all_mapped_once(office, mapping_id, names)


def test_a_cancelled_job_keeps_what_it_has_and_stops(own_application: Application, demo_items: list[DemoItem]) -> None:
    office = open_office(own_application)
    catalogue_id = import_materials(office, demo_items)
    mapping_id, names = start_long_mapping(office, catalogue_id, demo_items)
    job_id = job_of(office, mapping_id)
    office.wait_until(job_id, lambda job: job["ready_count"] > 0)
    assert office.client.delete(f"/jobs/{job_id}").status_code == 200
    job = office.wait(job_id)
    assert job["status"] == "cancelled"
    assert 0 < job["ready_count"] < len(names)
