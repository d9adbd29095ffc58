"""The one cookie: set on the way in, gone on the way out. Must never be in a script's reach."""

from __future__ import annotations

from typing import Final

from aiohttp import web as http

from web import security
from web.accounts.shapes import SignedIn
from web.context import Site

_DAY_S: Final = 24 * 3600


def with_cookie(answer: http.Response, site: Site, signed_in: SignedIn) -> http.Response:
    """Let the browser keep the sign-in."""
    settings = site.settings
    cookie = security.set_cookie(
        signed_in.token, secure=settings.secure, max_age_s=settings.sign_in_days * _DAY_S
    )
    answer.headers.add("Set-Cookie", cookie)
    return answer


def without_cookie(answer: http.Response, site: Site) -> http.Response:
    """Make the browser forget the sign-in."""
    cookie = security.set_cookie("", secure=site.settings.secure, max_age_s=0)
    answer.headers.add("Set-Cookie", cookie)
    return answer
