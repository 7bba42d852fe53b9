"""The server's door: it opens the parts, composes the rooms' routes, and hands out the application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles
from prometheus_client import CollectorRegistry
from prometheus_fastapi_instrumentator import Instrumentator

import spravka.all_tables  # noqa: F401
from spravka.auth import api as auth_api
from spravka.auth.errors import NotSignedIn
from spravka.catalogues import api as catalogues_api
from spravka.chat import api as chat_api
from spravka.database_assistant import api as databases_api
from spravka.database_assistant.answering import api as questions_api
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.warming import warm_up_aside
from spravka.documents import api as documents_api
from spravka.documents.answering import api as document_answers_api
from spravka.documents.assistant import DocumentMemory
from spravka.documents.warming import warm_up_documents_aside
from spravka.errors import Forbidden, Rejected, Unavailable
from spravka.jobs import api as jobs_api
from spravka.nomenclature import api as nomenclature_api
from spravka.queue.limiting import AttemptCounter
from spravka.settings import Settings, load_settings
from spravka.telemetry import configure_logging
from spravka.tenants import api as tenants_api
from spravka.usage import api as usage_api
from spravka.web import api_pages, documentation, health, page
from spravka.web.documented import add_problem_schema, documented
from spravka.web.headers import SecurityHeaders
from spravka.web.problems import install_problems
from spravka.web.requests import RequestEdge

ROOMS = (
    auth_api.router,
    tenants_api.router,
    catalogues_api.router,
    nomenclature_api.router,
    databases_api.router,
    questions_api.router,
    document_answers_api.router,
    documents_api.router,
    chat_api.router,
    jobs_api.router,
    usage_api.router,
)
"""The routes of each room, in the order the API's page lists them."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application; the environment tells the settings that are not given.

    Raises :class:`spravka.settings.SettingsRefused`.
    """
    settings = settings or load_settings()
    configure_logging(settings.log_level)
    app = FastAPI(
        title="Spravka",
        version=version("spravka"),
        description="A company's own assistant that works entirely inside its perimeter.",
        openapi_url=api_pages.DOCUMENT_URL,
        docs_url=None,
        redoc_url=None,
        lifespan=_parts_open,
        generate_unique_id_function=_operation_id,
    )
    app.state.settings = settings
    _add_routes(app)
    _add_pages(app, settings)
    _add_edge(app, settings)
    app.mount("/", page.BuiltPage(settings.page_dir), "page")  # the last: it answers whatever nobody else does
    return app


@asynccontextmanager
async def _parts_open(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    resources = settings.open_resources()
    app.state.resources = resources
    app.state.assistant = Assistant(resources)
    app.state.document_memory = DocumentMemory()
    warm_up_aside(app.state.assistant)
    warm_up_documents_aside(resources)
    app.state.attempts = AttemptCounter(resources.queues.redis, settings.auth.attempts_per_minute)
    yield
    resources.close()


def _operation_id(route: APIRoute) -> str:
    """The function's name: generated clients call the routes by it."""
    return route.name


def _add_routes(app: FastAPI) -> None:
    app.include_router(health.router)
    api = APIRouter(prefix=api_pages.API_PREFIX)
    for router in ROOMS:
        api.include_router(router, responses=documented(NotSignedIn, Forbidden, Rejected, Unavailable))
    app.include_router(api)
    _describe_problems(app)


def _describe_problems(app: FastAPI) -> None:
    describe = app.openapi

    def describe_with_problems() -> dict[str, Any]:
        return add_problem_schema(describe())

    app.openapi = describe_with_problems  # type: ignore[method-assign]


def _add_pages(app: FastAPI, settings: Settings) -> None:
    app.include_router(api_pages.router)
    app.mount(api_pages.ASSETS_URL, StaticFiles(directory=api_pages.assets_dir()), "swagger")
    documentation.mount_documentation(app, settings.docs_dir)


def _add_edge(app: FastAPI, settings: Settings) -> None:
    """What surrounds every request; the last added is the outermost."""
    install_problems(app)
    Instrumentator(registry=CollectorRegistry()).instrument(app).expose(app, include_in_schema=False)
    if settings.web.allowed_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.web.allowed_origins,
            allow_methods=["*"],
            allow_headers=["*"],
        )
    app.add_middleware(
        RequestEdge,
        body_limit_bytes=settings.web.upload_limit_megabytes << 20,
        limits_of_paths={f"{api_pages.API_PREFIX}/documents": settings.documents.upload_megabytes << 20},
    )
    app.add_middleware(SecurityHeaders, api_prefix=api_pages.API_PREFIX, documentation_prefix=documentation.URL)
