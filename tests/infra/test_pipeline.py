"""A push is tested first; only main and release reach a machine."""

import re
import subprocess
import sys
from typing import Any

from tests.infra.deployment import ROOT, read_text, read_yaml

FILE = ".github/workflows/pipeline.yml"


def pipeline() -> dict[Any, Any]:
    return dict(read_yaml(FILE))


def steps_text(job: str) -> str:
    return "\n".join(step.get("run", "") for step in pipeline()["jobs"][job]["steps"])


def test_the_pipeline_obeys_the_schema_of_its_kind() -> None:
    check = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-workflows",
        FILE,
    ]
    checked = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_tests_run_by_the_same_command_as_everywhere() -> None:
    assert "bash .ci/run" in steps_text("test")


def test_nothing_is_built_and_nothing_restarts_where_tests_fail() -> None:
    jobs = pipeline()["jobs"]
    assert jobs["image"]["needs"] == "test"
    assert jobs["deploy"]["needs"] == "image"
    assert not any("always()" in str(job.get("if", "")) for job in jobs.values())


def test_main_goes_to_dev_and_release_goes_to_prod() -> None:
    deploy = pipeline()["jobs"]["deploy"]
    assert "github.event_name == 'push'" in deploy["if"]
    assert set(re.findall(r"refs/heads/(\w+)", deploy["if"])) == {"main", "release"}
    assert deploy["environment"] == "${{ github.ref == 'refs/heads/release' && 'prod' || 'dev' }}"


def test_two_restarts_of_one_machine_never_run_at_once() -> None:
    concurrency = pipeline()["jobs"]["deploy"]["concurrency"]
    assert concurrency == {
        "group": "deploy-${{ github.ref }}",
        "cancel-in-progress": False,
    }


def test_secrets_are_named_and_reach_no_command_line() -> None:
    assert set(re.findall(r"secrets\.(\w+)", read_text(FILE))) == {
        "SSH_KEY",
        "SSH_KNOWN_HOSTS",
    }
    commands = "\n".join(steps_text(job) for job in pipeline()["jobs"])
    assert "${{" not in commands


def test_an_unknown_machine_is_not_trusted() -> None:
    assert "StrictHostKeyChecking yes" in steps_text("deploy")


def test_the_restart_is_a_script_that_anyone_can_run_by_hand() -> None:
    script = ROOT / "infra" / "deploy.sh"
    assert "infra/deploy.sh" in steps_text("deploy")
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_a_restart_without_settings_is_refused_before_anything_is_touched(
    tmp_path: Any,
) -> None:
    infra = tmp_path / "infra"
    infra.mkdir()
    (infra / "deploy.sh").write_text(read_text("infra/deploy.sh"))
    run = subprocess.run(
        ["bash", str(infra / "deploy.sh"), "spravka:test"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "copy .env.example to .env" in run.stderr


def test_the_actions_used_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for job in pipeline()["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.search(r"@[0-9a-f]{40}$", action) for action in used)
