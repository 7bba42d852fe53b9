"""The refresh token of a browser, in a cookie that no script can read and no other site can send.

Beside it stands a mark that the page's script can read: without one it asks for no sign-in to go on with.
"""

from typing import Annotated

from fastapi import Cookie, Request, Response

NAME = "spravka_refresh"
PATH = "/api/v1/auth"
"""It travels to these routes alone."""
MARK = "spravka_signed_in"
"""There may be a sign-in to go on with; no secret, and the server never reads it."""

RefreshCookie = Annotated[str | None, Cookie(alias=NAME, include_in_schema=False)]


def keep(request: Request, response: Response, refresh_token: str, days: int) -> None:
    """Give the browser the cookie and its mark; over HTTPS they never travel otherwise."""
    is_secure = request.url.scheme == "https"
    for name, text, path, is_hidden in ((NAME, refresh_token, PATH, True), (MARK, "1", "/", False)):
        response.set_cookie(
            name, text, max_age=days * 86_400, path=path, secure=is_secure, httponly=is_hidden, samesite="strict"
        )


def drop(response: Response) -> None:
    """Have the browser forget both."""
    response.delete_cookie(NAME, path=PATH, httponly=True, samesite="strict")
    response.delete_cookie(MARK, path="/", samesite="strict")
