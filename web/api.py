"""The JSON interface: every command that needs no live connection, accounts, who I am.

Must never answer before what it answers for is durable.
"""

from __future__ import annotations

from aiohttp import web as http

from rooms.command import Nothing
from rooms.people.person import User
from rooms.refusal import Refusal
from web import callers
from web.accounts import accounts
from web.accounts.shapes import GrantRole, Me, RoleGranted, SignIn, SignUp, SiteFacts
from web.context import site_of
from web.cookies import with_cookie, without_cookie
from web.problems import json_answer, refused
from web.wire import VERBS, Malformed, Mode, decode, decode_command, encode_result, parse_json


async def command(request: http.Request) -> http.Response:
    """One command by its name, as over a socket."""
    payload = await _read_json(request)
    name = request.match_info["name"]
    decoded = decode_command(name, payload)
    caller = await callers.identify_for_change(request)
    if VERBS[name].mode is Mode.SESSION:
        raise Refusal("session_needed")
    actor = caller.actor
    result = await site_of(request).run(name, actor.user_id, actor.sign_in_id, decoded)
    return json_answer(encode_result(result))


async def sign_up(request: http.Request) -> http.Response:
    """Make an account and sign in."""
    site = site_of(request)
    asked = decode(await _read_json(request), SignUp)
    signed_in = await accounts.sign_up(site, callers.network(request), asked)
    return with_cookie(json_answer(encode_result(signed_in), 201), site, signed_in)


async def sign_in(request: http.Request) -> http.Response:
    """Sign in: the token for programs, the cookie for browsers."""
    site = site_of(request)
    asked = decode(await _read_json(request), SignIn)
    before = await callers.cookie_sign_in(request)
    signed_in = await accounts.sign_in(site, callers.network(request), asked, instead_of=before)
    return with_cookie(json_answer(encode_result(signed_in), 201), site, signed_in)


async def sign_out(request: http.Request) -> http.Response:
    """End this sign-in and everything open by it."""
    site = site_of(request)
    caller = await callers.identify_for_change(request)
    await accounts.sign_out(site, caller.actor.sign_in_id)
    return without_cookie(json_answer(encode_result(Nothing())), site)


async def me(request: http.Request) -> http.Response:
    """Who I am, and what the page needs to know."""
    site = site_of(request)
    caller = await callers.identify(request)
    facts = SiteFacts(name=site.settings.site_name, registration=site.settings.registration)
    actor = caller.actor
    user = User(actor.user_id, actor.handle, actor.role, actor.visible)
    return json_answer(encode_result(Me(user=user, csrf=caller.csrf, site=facts)))


async def grant_role(request: http.Request) -> http.Response:
    """Make someone a moderator, or a member again: administrators, with their passphrase."""
    asked = decode(await _read_json(request), GrantRole)
    caller = await callers.identify_for_change(request)
    user = await accounts.grant_role(
        site_of(request), callers.network(request), caller.actor, asked
    )
    return json_answer(encode_result(RoleGranted(user=user)))


async def _read_json(request: http.Request) -> object:
    if request.content_type != "application/json":
        raise refused("not_json")
    try:
        return parse_json(await request.read())
    except Malformed as malformed:
        raise refused(malformed.code) from None
