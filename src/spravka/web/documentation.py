"""The built documentation under /static/docs; where it is not built, an answer that says how to build it."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from spravka.errors import NotFound
from spravka.web.problems import problem_response

URL = "/static/docs"


def mount_documentation(app: FastAPI, folder: Path) -> None:
    """Serves the built site of a folder, also where its address is typed without the last slash."""
    app.add_route(URL, _with_last_slash)
    app.mount(URL, BuiltDocumentation(folder), "documentation")


def _with_last_slash(_request: Request) -> RedirectResponse:
    return RedirectResponse(f"{URL}/")


class DocumentationNotBuilt(NotFound):
    title = "The documentation is not built"

    @property
    def detail(self) -> str:
        return "Build it, and tell the server by SPRAVKA_DOCS_DIR where it is; /api/v1/docs is there already."


class BuiltDocumentation:
    """ASGI application over the folder of the built site, which may come while the server runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = StaticFiles(directory=folder, html=True, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_built = (self._folder / "index.html").is_file()
        answer = self._files if is_built else problem_response(DocumentationNotBuilt())
        await answer(scope, receive, send)
