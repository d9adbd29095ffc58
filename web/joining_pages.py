"""Coming in for the first time, from a form that works without JavaScript.

Must never show what was typed as a passphrase again, nor keep the recovery codes that it shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from aiohttp import web as http

from rooms.refusal import Refusal
from web import callers
from web.accounts import joining
from web.accounts.shapes import SignUp
from web.context import site_of
from web.pages import HOME, codes_page, form_page, go, read_form
from web.wire import decode

_FIELDS: Final = ("handle", "passphrase", "invite", "of_age", "guidelines")
_TEXTS: Final = ("handle", "passphrase", "invite")
_VERSION: Final = re.compile("[0-9]{1,9}")


async def sign_up_form(request: http.Request) -> http.Response:
    """What this place is and asks, who can read what, and the way in."""
    if await callers.identify_if_possible(request) is not None:
        return go(HOME)
    return await _page(request, {}, None)


async def sign_up(request: http.Request) -> http.Response:
    """Make an account from a form, and show its recovery codes once."""
    if await callers.identify_if_possible(request) is not None:
        return go(HOME)  # the page of codes was loaded again: they are in already
    form = await read_form(request)
    try:
        came_in = await joining.sign_up(
            site_of(request),
            callers.network(request),
            _filled_in(form),
            device=callers.device(request),
        )
    except Refusal as refusal:
        return await _page(request, form, refusal)
    site, user = site_of(request), came_in.user
    waits = await joining.waits(site, user)
    room_id = None if waits else await joining.room_of(site, user)
    return codes_page(request, came_in, waits=waits, room_id=room_id)


async def _page(
    request: http.Request, form: Mapping[str, str], refusal: Refusal | None
) -> http.Response:
    site = site_of(request)
    return form_page(
        request,
        "sign_up.html",
        form,
        refusal,
        fields=_FIELDS,
        registration=await joining.door(site),
        suggested=await _suggested(request),
    )


async def _suggested(request: http.Request) -> list[str]:
    """Names to choose from; without any the way in is as open."""
    try:
        return await joining.suggest(site_of(request), callers.network(request))
    except Refusal:
        return []


def _filled_in(form: Mapping[str, str]) -> SignUp:
    """A box that is not ticked is not sent at all."""
    texts = {name: form.get(name, "") for name in _TEXTS}
    ticked = {name: name in form for name in ("of_age", "guidelines")}
    shown = form.get("guidelines_version", "")
    read = {"guidelines_version": int(shown)} if _VERSION.fullmatch(shown) else {}
    return decode(texts | ticked | read, SignUp)
