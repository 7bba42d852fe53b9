"""Is the process alive, and are the parts it needs?"""

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from spravka.telemetry import get_logger
from spravka.web.dependencies import ResourcesDep

log = get_logger(__name__)

router = APIRouter(tags=["health"])

Checks = Mapping[str, Callable[[], object]]


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


def _state(name: str, check: Callable[[], object]) -> str:
    try:
        check()
    except Exception as error:
        log.warning("part is down", part=name, error=str(error))
        return "down"
    return "up"
