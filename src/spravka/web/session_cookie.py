"""The refresh token of a browser, in a cookie that no script can read and no other site can send."""

from typing import Annotated

from fastapi import Cookie, Request, Response

NAME = "spravka_refresh"
PATH = "/api/v1/auth"
"""It travels to these routes alone."""

RefreshCookie = Annotated[str | None, Cookie(alias=NAME, include_in_schema=False)]


def keep(request: Request, response: Response, refresh_token: str, days: int) -> None:
    """Give the browser the cookie; over HTTPS it never travels otherwise."""
    response.set_cookie(
        NAME,
        refresh_token,
        max_age=days * 86_400,
        path=PATH,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def drop(response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(NAME, path=PATH, httponly=True, samesite="strict")
