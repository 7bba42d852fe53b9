"""The built web page at ``/``: its files, and for every address of its own the one document that opens them all."""

from pathlib import Path, PurePosixPath

from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.types import Receive, Scope, Send

ASSETS = "assets"
"""Files whose names tell their content: a browser keeps them for good."""
COMPRESSED = ".gz"
"""The ending of a file's compressed twin, which the build lays beside it; its type is told by what stands before."""
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_EVERY_TIME = "no-cache"
NOT_THE_PAGE = ("api/", "static/", "health/")
"""What lies under these is the server's own: a wrong address there is a wrong address."""

BEING_BUILT = """<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3"><title>Справка · Spravka</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
</style>
</head>
<body>
<h1>Страница собирается</h1>
<p>Она откроется сама, обычно меньше чем через минуту. Уже работают <a href="/static/docs/ru/">документация</a>
и <a href="/api/v1/docs">API</a>. Если этого не происходит, причина — в журнале <code>page</code>.</p>
<h1 lang="en">The page is being built</h1>
<p lang="en">It opens by itself, usually within a minute. The <a href="/static/docs/en/">documentation</a> and the
<a href="/api/v1/docs">API</a> are there already. If it does not come, the log <code>page</code> says why.</p>
</body>
</html>
"""


class BuiltPage:
    """ASGI application over the folder of the built page, which may come, or change, while the server runs."""

    def __init__(self, folder: Path) -> None:
        self._index = folder / "index.html"
        self._files = StaticFiles(directory=folder, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._answer(scope)
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        if not self._index.is_file():
            return HTMLResponse(BEING_BUILT, status_code=503, headers={"retry-after": "3"})
        path = self._files.get_path(scope)
        if path in ("", "."):
            return self._document()
        try:
            answer = await self._file(path, scope)
        except HTTPException as error:
            if error.status_code == 404 and _is_address_of_the_page(path, Request(scope)):
                return self._document()
            raise
        answer.headers["cache-control"] = KEPT_FOR_GOOD if path.startswith(f"{ASSETS}/") else ASKED_EVERY_TIME
        return answer

    async def _file(self, path: str, scope: Scope) -> Response:
        """The file; compressed, where its twin lies beside it and the browser takes it."""
        if not path.startswith(f"{ASSETS}/"):
            return await self._files.get_response(path, scope)
        answer = await self._twin(path, scope) or await self._files.get_response(path, scope)
        answer.headers["vary"] = "accept-encoding"
        return answer

    async def _twin(self, path: str, scope: Scope) -> Response | None:
        if "gzip" not in Request(scope).headers.get("accept-encoding", ""):
            return None
        try:
            answer = await self._files.get_response(path + COMPRESSED, scope)
        except HTTPException:
            return None
        answer.headers["content-encoding"] = "gzip"
        return answer

    def _document(self) -> Response:
        return FileResponse(self._index, headers={"cache-control": ASKED_EVERY_TIME})


def _is_address_of_the_page(path: str, request: Request) -> bool:
    """Somebody opened, or opened again, what the page itself shows under this address; no missing file."""
    wants_document = "text/html" in request.headers.get("accept", "")
    is_own = not path.startswith(NOT_THE_PAGE) and not PurePosixPath(path).suffix
    return is_own and wants_document
