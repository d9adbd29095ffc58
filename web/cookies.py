"""The cookie of a sign-in: set on the way in, gone on the way out, out of every script's reach.

A script of ours can only set another beside it, which says that this place was left: by the quick
exit, when perhaps nothing could reach us. Must never count a sign-in beside that one.
"""

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


def was_left(request: http.Request, site: Site) -> bool:
    """Whether a page of ours was left in this browser since."""
    return security.exit_cookie_name(site.settings.secure) in request.cookies


def without_any(answer: http.Response, site: Site) -> None:
    """Make the browser forget that this place was left, and the sign-in, unless it is a new one."""
    secure = site.settings.secure
    if "Set-Cookie" not in answer.headers:
        without_cookie(answer, site)
    parts = [f"{security.exit_cookie_name(secure)}=", "Path=/", "Max-Age=0", "SameSite=Strict"]
    answer.headers.add("Set-Cookie", "; ".join([*parts, "Secure"] if secure else parts))
