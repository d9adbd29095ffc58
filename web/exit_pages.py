"""The quick exit: out at once, with the sign-in ended and the browser told to forget.

Must never ask whether one is sure, nor fail to lead away because something here went wrong.
"""

from __future__ import annotations

from contextlib import suppress

from aiohttp import web as http

from rooms.command import Nothing
from rooms.refusal import Refusal
from web import callers
from web.accounts import accounts
from web.context import site_of
from web.cookies import without_cookie
from web.middleware import wants_page
from web.pages import page
from web.problems import json_answer
from web.wire import encode_result


async def about_exit(request: http.Request) -> http.Response:
    """What the quick exit does, and what it can't."""
    return page(request, "about_exit.html", await callers.identify_if_possible(request))


async def leave(request: http.Request) -> http.Response:
    """End the sign-in, let the browser forget, and lead away to a page that says nothing.

    Asks for no token of the page: none is needed against other sites, whose requests carry another
    origin and no cookie of ours, and a page that has grown old must lead out as well.
    """
    site = site_of(request)
    caller = await callers.identify_if_possible(request)
    if caller is not None:
        with suppress(Refusal):  # too busy to end it: without its cookie it opens nothing here
            await accounts.sign_out(site, caller.actor.sign_in_id)
    if not wants_page(request):
        return without_cookie(json_answer(encode_result(Nothing())), site)
    answer = page(request, "exit.html", None)
    # Whoever comes by the plain form has no script that could do it.
    answer.headers["Clear-Site-Data"] = '"storage"'
    return without_cookie(answer, site)
