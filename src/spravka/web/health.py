"""Is the process alive, and are the parts it needs?"""

import enum
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from spravka.llm.reaching import reach
from spravka.resources import Resources
from spravka.telemetry import get_logger
from spravka.web.dependencies import ResourcesDep

log = get_logger(__name__)

router = APIRouter(tags=["health"])

Checks = Mapping[str, Callable[[], object]]


class PartState(enum.StrEnum):
    """How a part of the installation is."""

    UP = "up"
    DOWN = "down"
    OFF = "off"
    """It is not set up, and nothing waits for it."""


class PartOut(BaseModel):
    """A part of the installation."""

    name: str = Field(examples=["postgres"])
    state: PartState


class PartsOut(BaseModel):
    """All parts, and how much work waits for the workers."""

    parts: list[PartOut]
    waiting_jobs: int | None = Field(description="Jobs that wait in the queues; null where Redis does not answer")


def part_checks(resources: ResourcesDep) -> Checks:
    """For each part a call that raises where the part does not answer."""
    return resources.checks()


@router.get("/health/live")
def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@router.get("/health/ready")
def ready(checks: Annotated[Checks, Depends(part_checks)]) -> JSONResponse:
    """Every part answers; otherwise 503, with the part that is down named."""
    parts = {name: _state(name, check) for name, check in checks.items()}
    is_ready = all(state == "up" for state in parts.values())
    return JSONResponse({"status": "ready" if is_ready else "not ready", "parts": parts}, 200 if is_ready else 503)


@router.get("/health/parts")
def list_parts(resources: ResourcesDep, checks: Annotated[Checks, Depends(part_checks)]) -> PartsOut:
    """Every part with its state, also those that the server is ready without: the workers, which do what waits in the
    queues, and the language model. For people who look after the installation."""
    states = {name: PartState(_state(name, check)) for name, check in checks.items()}
    queue_is_up = states.get("redis") is PartState.UP
    states["worker"] = _told(queue_is_up and resources.is_worker_up(datetime.now(UTC)))
    states["llm"] = _llm_state(resources)
    waiting = sum(resources.queues.waiting_counts().values()) if queue_is_up else None
    return PartsOut(parts=[PartOut(name=name, state=state) for name, state in states.items()], waiting_jobs=waiting)


def _llm_state(resources: Resources) -> PartState:
    if not resources.llm_settings.is_on:
        return PartState.OFF
    return PartState(_state("llm", lambda: reach(resources.llm_settings)))


def _told(is_up: bool) -> PartState:
    return PartState.UP if is_up else PartState.DOWN


def _state(name: str, check: Callable[[], object]) -> str:
    try:
        check()
    except Exception as error:
        log.warning("part is down", part=name, error=str(error))
        return "down"
    return "up"
