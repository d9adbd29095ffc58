"""The JSON interface: every command that needs no live connection, and the way in for new people.

Must never answer before what it answers for is durable.
"""

from __future__ import annotations

from aiohttp import web as http

from rooms.refusal import Refusal
from web import callers
from web.accounts import joining
from web.accounts.shapes import SignUp, Suggestions
from web.context import site_of
from web.cookies import with_cookie
from web.problems import json_answer, refused
from web.wire import VERBS, Malformed, Mode, decode, decode_command, encode_result, parse_json


async def command(request: http.Request) -> http.Response:
    """One command by its name, as over a socket."""
    payload = await read_json(request)
    name = request.match_info["name"]
    decoded = decode_command(name, payload)
    caller = await callers.identify_for_change(request)
    if VERBS[name].mode is Mode.SESSION:
        raise Refusal("session_needed")
    actor = caller.actor
    result = await site_of(request).run(name, actor.user_id, actor.sign_in_id, decoded)
    return json_answer(encode_result(result.said(site_of(request).pages.language.say)))


async def sign_up(request: http.Request) -> http.Response:
    """Make an account and sign in; the recovery codes are told this once."""
    site = site_of(request)
    asked = decode(await read_json(request), SignUp)
    came_in = await joining.sign_up(
        site, callers.network(request), asked, device=callers.device(request)
    )
    return with_cookie(json_answer(encode_result(came_in), 201), site, came_in)


async def suggestions(request: http.Request) -> http.Response:
    """A few names that nobody has, for whoever has none in mind."""
    names = await joining.suggest(site_of(request), callers.network(request))
    return json_answer(encode_result(Suggestions(names=names)))


async def read_json(request: http.Request) -> object:
    """The JSON that a request carries, read strictly."""
    if request.content_type != "application/json":
        raise refused("not_json")
    try:
        return parse_json(await request.read())
    except Malformed as malformed:
        raise refused(malformed.code) from None
