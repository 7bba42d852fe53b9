"""Headers on every answer that tell a browser how little it may do with it."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ONLY_SELF = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
"""Nothing from another host; scripts only from files of our own. Styles may stand in attributes (Swagger UI's do)."""

ONLY_SELF_WITH_INLINE_SCRIPTS = f"{ONLY_SELF}; script-src 'self' 'unsafe-inline'"
"""For the built documentation: its pages begin with a few lines of script, and hold nothing that a user wrote."""

FIXED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


class SecurityHeaders:
    """ASGI middleware. What an answer says itself is left as it is."""

    def __init__(self, app: ASGIApp, api_prefix: str, documentation_prefix: str) -> None:
        self._app = app
        self._api_prefix = api_prefix
        self._documentation_prefix = documentation_prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, text in self._headers(scope["path"]).items():
                    headers.setdefault(name, text)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _headers(self, path: str) -> dict[str, str]:
        is_documentation = path.startswith(self._documentation_prefix)
        policy = ONLY_SELF_WITH_INLINE_SCRIPTS if is_documentation else ONLY_SELF
        headers = {**FIXED, "content-security-policy": policy}
        return {**headers, "cache-control": "no-store"} if path.startswith(self._api_prefix) else headers
