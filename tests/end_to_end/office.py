"""A procurement department at work: signed in over HTTP to a running server, with a worker behind it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from pydantic import SecretStr

from spravka.auth.settings import AuthSettings
from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.settings import DatabaseSettings
from spravka.demo.preparing import prepare_people
from spravka.llm.settings import LlmSettings
from spravka.queue.settings import QueueSettings
from spravka.resources import open_resources
from spravka.vectors.settings import VectorsSettings
from tests.application import Application

EMAIL = "buyer@firm.local"
PASSWORD = "правильный пароль"
JOB_SECONDS = 120.0
ENDED = {"finished", "failed", "cancelled"}

Json = dict[str, Any]


@dataclass
class Office:
    """The tenant's admin at the API."""

    client: httpx2.Client

    def get(self, path: str, **query: Any) -> Json:
        return self._read(self.client.get(path, params=query))

    def post(self, path: str, body: Any = None) -> Json:
        return self._read(self.client.post(path, json=body))

    def post_file(self, path: str, file: tuple[str, bytes], **form: Any) -> Json:
        fields = {name: str(value) for name, value in form.items()}
        return self._read(self.client.post(path, files={"file": file}, data=fields))

    def new_catalogue(self, slug: str) -> int:
        return int(self.post("/catalogues", {"slug": slug, "name": slug})["id"])

    def import_file(self, catalogue_id: int, file: tuple[str, bytes], **form: Any) -> Json:
        """Bring a file in and wait until it is; the import as it is then."""
        uploaded = self.post_file(f"/catalogues/{catalogue_id}/imports", file, **form)
        job = self.wait(uploaded["job_id"])
        assert job["status"] == "finished", job
        return self.get(f"/imports/{uploaded['id']}")

    def map(self, catalogue_id: int, names: Sequence[str]) -> list[Json]:
        """Map names and give their rows when all are mapped."""
        mapping = self.post("/mappings", {"catalogue_id": catalogue_id, "rows": list(names)})
        job = self.wait(mapping["job_id"])
        assert job["status"] == "finished", job
        return self.rows(mapping["id"])

    def rows(self, mapping_id: int) -> list[Json]:
        found: list[Json] = []
        after = 0
        while True:
            page = self.get(f"/mappings/{mapping_id}/rows", after=after, limit=500)
            found += page["entries"]
            if page["next_after"] is None:
                return found
            after = page["next_after"]

    def wait(self, job_id: int, seconds: float = JOB_SECONDS) -> Json:
        """The job when it has ended."""
        return self.wait_until(job_id, lambda job: job["status"] in ENDED, seconds)

    def wait_until(self, job_id: int, is_so: Any, seconds: float = JOB_SECONDS) -> Json:
        until = time.monotonic() + seconds
        while not is_so(job := self.get(f"/jobs/{job_id}")):
            assert time.monotonic() < until, f"still waiting for {job}"
            time.sleep(0.05)
        return job

    @staticmethod
    def _read(answer: httpx2.Response) -> Json:
        assert answer.is_success, f"{answer.status_code}: {answer.text}"
        body: Json = answer.json()
        return body


def open_office(application: Application) -> Office:
    """Sign the department's admin in; the department is made where it is not there yet."""
    settings = application.settings
    resources = open_resources(
        Path(settings["SPRAVKA_DATA_DIR"]),
        DatabaseSettings(url=settings["SPRAVKA_DATABASE_URL"]),
        QueueSettings(redis_url=settings["SPRAVKA_QUEUE_REDIS_URL"]),
        VectorsSettings(url=settings["SPRAVKA_VECTORS_URL"]),
        DatabasesSettings(secret=SecretStr(settings["SPRAVKA_DATABASES_SECRET"])),
        LlmSettings(),
    )
    auth = AuthSettings(secret=SecretStr(settings["SPRAVKA_AUTH_SECRET"]), bcrypt_rounds=4)
    with resources.sessions.begin() as session:
        prepare_people(session, auth, EMAIL, SecretStr(PASSWORD))
    resources.close()
    return Office(sign_in(application))


def sign_in(application: Application) -> httpx2.Client:
    client = httpx2.Client(base_url=f"{application.url}/api/v1", timeout=60)
    answer = client.post("/auth/token", data={"username": EMAIL, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return client


def csv_of(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows as a CSV of the plainest kind."""
    return "\n".join(";".join(map(str, row)) for row in rows).encode()
