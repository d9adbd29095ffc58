"""The JSON interface to one's own account: coming in, showing who one is, what shows it.

Must never answer before what it answers for is durable.
"""

from __future__ import annotations

from aiohttp import web as http

from rooms.command import Nothing
from rooms.people.person import User
from rooms.permissions import STEP_UP_MS
from rooms.work import Reader
from web import callers
from web.accounts import accounts, joining, proving, recovering, second_factor
from web.accounts.shapes import (
    ChangePassphrase,
    Confirm,
    Me,
    NoFields,
    Recover,
    SignedIn,
    SignIn,
    StepUp,
)
from web.api import read_json
from web.context import site_of
from web.cookies import with_cookie, without_cookie
from web.problems import json_answer
from web.wire import decode, encode_result


async def sign_in(request: http.Request) -> http.Response:
    """Sign in: the token for programs, the cookie for browsers."""
    site = site_of(request)
    asked = decode(await read_json(request), SignIn)
    signed_in = await accounts.sign_in(
        site,
        callers.network(request),
        asked,
        instead_of=await callers.cookie_sign_in(request),
        device=callers.device(request),
    )
    return _signed_in(request, signed_in)


async def sign_out(request: http.Request) -> http.Response:
    """End this sign-in and everything open by it."""
    site = site_of(request)
    caller = await callers.identify_for_change(request)
    await accounts.sign_out(site, caller.actor.sign_in_id)
    return without_cookie(json_answer(encode_result(Nothing())), site)


async def step_up(request: http.Request) -> http.Response:
    """Show once more that it is you: a new token, by which grave things can be done for a while."""
    asked = decode(await read_json(request), StepUp)
    caller = await callers.identify_for_change(request)
    network = callers.network(request)
    return _signed_in(
        request, await proving.step_up(site_of(request), network, caller.actor, asked)
    )


async def recover(request: http.Request) -> http.Response:
    """Come in with a recovery code; every other sign-in ends."""
    asked = decode(await read_json(request), Recover)
    came_in = await recovering.recover(
        site_of(request), callers.network(request), asked, device=callers.device(request)
    )
    return _signed_in(request, came_in)


async def change_passphrase(request: http.Request) -> http.Response:
    """Choose another passphrase; every other sign-in ends, and this one has a new token."""
    asked = decode(await read_json(request), ChangePassphrase)
    caller = await callers.identify_for_change(request)
    network = callers.network(request)
    return _signed_in(
        request,
        await proving.change_passphrase(site_of(request), network, caller.actor, asked),
        status=200,
    )


async def renew_codes(request: http.Request) -> http.Response:
    """Ten new recovery codes; those before them no longer work. Needs a step-up."""
    decode(await read_json(request), NoFields)
    caller = await callers.identify_for_change(request)
    return json_answer(encode_result(await recovering.renew(site_of(request), caller.actor)))


async def offer_factor(request: http.Request) -> http.Response:
    """A secret for an authenticator app; it counts once it was confirmed. Needs a step-up."""
    decode(await read_json(request), NoFields)
    caller = await callers.identify_for_change(request)
    offer = await proving.offer_second_factor(site_of(request), caller.actor)
    return json_answer(encode_result(offer))


async def confirm_factor(request: http.Request) -> http.Response:
    """The six digits that the app shows: from now on they are asked for. A new token."""
    asked = decode(await read_json(request), Confirm)
    caller = await callers.identify_for_change(request)
    return _signed_in(
        request, await proving.confirm_second_factor(site_of(request), caller.actor, asked.code)
    )


async def drop_factor(request: http.Request) -> http.Response:
    """Do without the six digits again: not for staff. Needs a step-up."""
    caller = await callers.identify_for_change(request)
    nothing = await proving.drop_second_factor(site_of(request), caller.actor)
    return json_answer(encode_result(nothing))


async def me(request: http.Request) -> http.Response:
    """Who I am, and what the page needs to know."""
    site = site_of(request)
    caller = await callers.identify(request)
    actor = caller.actor
    until = actor.stepped_up_at + STEP_UP_MS

    def about(reader: Reader) -> tuple[bool, int]:
        return second_factor.is_confirmed(reader, actor.user_id), reader.now

    has_factor, now = await site.store.read(about)
    answer = Me(
        user=User(actor.user_id, actor.handle, actor.role, actor.visible, actor.reading),
        csrf=caller.csrf,
        second_factor=has_factor,
        proven=actor.proven,
        stepped_up_until=until if actor.stepped_up_at and until >= now else None,
        site=await joining.facts(site),
    )
    return json_answer(encode_result(answer))


def _signed_in(request: http.Request, signed_in: SignedIn, status: int = 201) -> http.Response:
    answer = json_answer(encode_result(signed_in), status)
    return with_cookie(answer, site_of(request), signed_in)
