"""The two compose files describe the topology the customer fixed."""

import subprocess
import sys

import pytest

from tests.infra.deployment import (
    COMPOSE_FILES,
    ROOT,
    example_variables,
    read_text,
    read_yaml,
    services,
    variables,
)

PUBLISHED = {
    "server": 8080,
    "chroma-db": 8001,
    "db": 5432,
    "redis-server": 6379,
    "dbeaver": 8000,
}
SECRETS = {"SPRAVKA_AUTH_SECRET", "SPRAVKA_DATABASES_SECRET", "POSTGRES_PASSWORD", "CLOUDBEAVER_PASSWORD"}


def published_addresses(name: str) -> list[str]:
    """``ADDRESS:PORT`` of a service as it is without a setting of its own."""
    ports = services()[name].get("ports", [])
    return [port.rpartition(":")[0].partition(":-")[2].rstrip("}") or port.rpartition(":")[0] for port in ports]


@pytest.mark.parametrize("file", COMPOSE_FILES)
def test_a_compose_file_obeys_the_compose_specification(file: str) -> None:
    check = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.compose-spec",
        file,
    ]
    checked = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_application_and_what_it_stands_on_start_from_two_files() -> None:
    application, infrastructure = (set(read_yaml(file)["services"]) for file in COMPOSE_FILES)
    assert application == {"server", "rq-worker", "chroma-db"}
    assert infrastructure == {"db", "dbeaver", "redis-server"}


@pytest.mark.parametrize(("name", "port"), PUBLISHED.items())
def test_a_service_is_published_on_the_port_the_customer_fixed(name: str, port: int) -> None:
    assert [address.rpartition(":")[2] for address in published_addresses(name)] == [str(port)]


@pytest.mark.parametrize("name", ["chroma-db", "db", "redis-server", "dbeaver"])
def test_inner_parts_are_published_on_loopback_only(name: str) -> None:
    assert all(address.startswith("127.0.0.1:") for address in published_addresses(name))


def test_chroma_redis_and_postgres_cannot_be_opened_by_a_setting() -> None:
    ports = [port for name in ("chroma-db", "db", "redis-server") for port in services()[name]["ports"]]
    assert [port for port in ports if "${" in port] == []


def test_the_worker_publishes_nothing() -> None:
    assert "ports" not in services()["rq-worker"]


def test_server_and_worker_are_one_image_with_one_volume_and_one_environment() -> None:
    server, worker = services()["server"], services()["rq-worker"]
    for shared in ("image", "volumes", "environment", "env_file", "networks"):
        assert server[shared] == worker[shared], shared


@pytest.mark.parametrize("name", PUBLISHED | {"rq-worker": 0})
def test_a_service_comes_back_after_a_crash_or_a_reboot(name: str) -> None:
    assert services()[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["server", "chroma-db", "db", "redis-server"])
def test_a_part_others_wait_for_tells_its_health(name: str) -> None:
    assert services()[name]["healthcheck"]["test"]


def test_the_server_is_healthy_when_health_live_answers() -> None:
    assert "/health/live" in " ".join(services()["server"]["healthcheck"]["test"])


def test_the_migrations_run_before_the_server_and_the_worker_waits_for_both() -> None:
    script = services()["server"]["command"][-1]
    assert script.index("database upgrade") < script.index("uvicorn")
    assert services()["rq-worker"]["depends_on"] == {"server": {"condition": "service_healthy"}}


def test_every_service_meets_the_others_on_one_outside_network() -> None:
    assert all(container["networks"] == ["spravka"] for container in services().values())
    networks = [read_yaml(file)["networks"]["spravka"] for file in COMPOSE_FILES]
    assert networks[0] == networks[1] and networks[0]["external"] is True


def test_every_outside_image_is_pinned_to_a_full_version() -> None:
    images = [container["image"] for container in services().values() if "${" not in container["image"]]
    assert len(images) == 4
    assert all(image.rpartition(":")[2].count(".") >= 1 and "latest" not in image for image in images)


def test_chroma_is_the_version_that_the_client_was_locked_to() -> None:
    version = services()["chroma-db"]["image"].rpartition(":")[2]
    assert f"\nchromadb=={version} " in read_text("requirements.lock")


def test_a_start_without_a_secret_is_refused() -> None:
    assert {name for name, (operator, _) in variables().items() if operator == "?"} == SECRETS


def test_no_secret_has_a_value_in_the_repository() -> None:
    assert {name: example_variables()[name] for name in SECRETS} == dict.fromkeys(SECRETS, (True, ""))


def test_every_variable_of_the_compose_files_is_explained_in_the_example() -> None:
    assert set(variables()) <= set(example_variables())


@pytest.mark.parametrize("name", sorted(set(variables()) - SECRETS))
def test_the_example_shows_the_default_that_is_in_force(name: str) -> None:
    assert example_variables()[name] == (False, variables()[name][1])


def test_redis_writes_every_accepted_job_to_the_disk() -> None:
    command = services()["redis-server"]["command"]
    assert command[command.index("--appendonly") + 1] == "yes"
    assert command[command.index("--appendfsync") + 1] == "always"
    assert command[command.index("--maxmemory-policy") + 1] == "noeviction"
