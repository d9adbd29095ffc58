"""One's own account in pages that work without JavaScript: in, back in, and showing who one is.

Must never show what was typed as a secret again, nor lead anywhere but to pages of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from aiohttp import web as http
from markupsafe import Markup

from rooms.people.person import Role
from rooms.refusal import Refusal
from web import callers
from web.accounts import accounts, joining, proving, recovering, second_factor
from web.accounts.shapes import Confirm, Recover, SecondFactorOffer, SignIn, StepUp
from web.callers import Caller
from web.context import site_of
from web.cookies import with_cookie
from web.pages import HOME, codes_page, filled_in, form_page, go, page, read_form

SECOND_FACTOR: Final = "/second-factor"
_OUR_PATHS: Final = re.compile(r"/app(/[A-Za-z0-9_-]+)*/?|/second-factor")
_PATH_MAX_CHARS: Final = 200
_GROUP: Final = 4


# In -----------------------------------------------------------------------------------------------


async def sign_in_form(request: http.Request) -> http.Response:
    """Name and passphrase, and the six digits of whoever has a second factor."""
    if await callers.identify_if_possible(request) is not None:
        return go(HOME)
    return await _sign_in_page(request, {}, None)


async def sign_in(request: http.Request) -> http.Response:
    """Sign in from a form."""
    site = site_of(request)
    form = await read_form(request)
    try:
        signed_in = await accounts.sign_in(
            site,
            callers.network(request),
            filled_in(form, SignIn),
            instead_of=await callers.cookie_sign_in(request),
            device=callers.device(request),
        )
    except Refusal as refusal:
        return await _sign_in_page(request, form, refusal)
    user = signed_in.user
    has_factor = await site.store.read(
        lambda reader: second_factor.is_confirmed(reader, user.user_id)
    )
    # No power of staff works without one, so that is where they begin.
    onward = HOME if user.role is Role.MEMBER or has_factor else SECOND_FACTOR
    return with_cookie(go(onward), site, signed_in)


async def _sign_in_page(
    request: http.Request, form: Mapping[str, str], refusal: Refusal | None
) -> http.Response:
    return form_page(
        request,
        "sign_in.html",
        form,
        refusal,
        fields=("handle", "passphrase", "code"),
        registration=await joining.door(site_of(request)),
        wants_code=refusal is not None and refusal.code in ("mfa_needed", "mfa_invalid"),
    )


# Back in ------------------------------------------------------------------------------------------


async def recover_form(request: http.Request) -> http.Response:
    """A recovery code instead of the passphrase."""
    if await callers.identify_if_possible(request) is not None:
        return go(HOME)
    return _recover_page(request, {}, None)


async def recover(request: http.Request) -> http.Response:
    """Come back in from a form, and show the new codes once."""
    if await callers.identify_if_possible(request) is not None:
        return go(HOME)  # the page of codes was loaded again: they are in already
    form = await read_form(request)
    try:
        came_in = await recovering.recover(
            site_of(request),
            callers.network(request),
            filled_in(form, Recover),
            device=callers.device(request),
        )
    except Refusal as refusal:
        return _recover_page(request, form, refusal)
    return codes_page(request, came_in)


def _recover_page(
    request: http.Request, form: Mapping[str, str], refusal: Refusal | None
) -> http.Response:
    fields = ("handle", "recovery_code", "passphrase")
    return form_page(request, "recover.html", form, refusal, fields=fields)


# Showing who one is -------------------------------------------------------------------------------


async def step_up_form(request: http.Request) -> http.Response:
    """The passphrase once more, before something grave."""
    caller = await callers.identify_if_possible(request)
    if caller is None:
        return go("/sign-in")
    return await _step_up_page(request, caller, {"to": request.query.get("to", "")}, None)


async def step_up(request: http.Request) -> http.Response:
    """Show it, and go back to where it was asked."""
    form = await read_form(request)
    if await callers.identify_if_possible(request) is None:
        return go("/sign-in")
    caller = await callers.identify_for_change(request, form.get("csrf", ""))
    try:
        asked = filled_in(form, StepUp)
        network = callers.network(request)
        signed_in = await proving.step_up(site_of(request), network, caller.actor, asked)
    except Refusal as refusal:
        return await _step_up_page(request, caller, form, refusal)
    return with_cookie(go(_ours(form.get("to", ""))), site_of(request), signed_in)


async def _step_up_page(
    request: http.Request, caller: Caller, form: Mapping[str, str], refusal: Refusal | None
) -> http.Response:
    return form_page(
        request,
        "step_up.html",
        form,
        refusal,
        fields=("passphrase", "code"),
        caller=caller,
        to=_ours(form.get("to", "")),
        has_factor=await _has_factor(request, caller),
    )


def _ours(path: str) -> str:
    """Where to go on: a page of ours, and never an address that somebody made up."""
    fits = len(path) <= _PATH_MAX_CHARS and _OUR_PATHS.fullmatch(path)
    return path if fits else HOME


# The second factor --------------------------------------------------------------------------------


async def second_factor_page(request: http.Request) -> http.Response:
    """What an authenticator app is for here, and whether there is one."""
    caller = await callers.identify_if_possible(request)
    if caller is None:
        return go("/sign-in")
    return page(
        request,
        "second_factor.html",
        caller,
        has_factor=await _has_factor(request, caller),
        is_staff=caller.actor.role is not Role.MEMBER,
        proven=caller.actor.proven,
    )


async def offer_second_factor(request: http.Request) -> http.Response:
    """Show a fresh secret, as a picture and as text."""
    form = await read_form(request)
    if await callers.identify_if_possible(request) is None:
        return go("/sign-in")
    caller = await callers.identify_for_change(request, form.get("csrf", ""))
    try:
        offer = await proving.offer_second_factor(site_of(request), caller.actor)
    except Refusal as refusal:
        return _or_step_up(refusal)
    return _offer_page(request, caller, offer, None)


async def confirm_second_factor(request: http.Request) -> http.Response:
    """The digits that the app shows; when they are wrong, the same secret once more."""
    site = site_of(request)
    form = await read_form(request)
    if await callers.identify_if_possible(request) is None:
        return go("/sign-in")
    caller = await callers.identify_for_change(request, form.get("csrf", ""))
    try:
        asked = filled_in(form, Confirm)
        signed_in = await proving.confirm_second_factor(site, caller.actor, asked.code)
    except Refusal as refusal:
        return await _offer_again(request, caller, refusal)
    return with_cookie(go(SECOND_FACTOR), site, signed_in)


async def _offer_again(request: http.Request, caller: Caller, refusal: Refusal) -> http.Response:
    site = site_of(request)
    sign_in_id, name = caller.actor.sign_in_id, site.place.now.name
    try:
        offer = await site.store.read(
            lambda reader: second_factor.offered(reader, sign_in_id, name)
        )
    except Refusal as stale:
        return _or_step_up(stale)
    if offer is None:
        return go(SECOND_FACTOR)  # confirmed already, in another window
    return _offer_page(request, caller, offer, refusal)


def _offer_page(
    request: http.Request, caller: Caller, offer: SecondFactorOffer, refusal: Refusal | None
) -> http.Response:
    secret = offer.secret
    groups = [secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP)]
    # Drawn by us of an address of ours: black and white squares, and no word of anybody's.
    drawn = Markup(offer.qr_svg)  # noqa: S704
    return form_page(
        request,
        "second_factor_offer.html",
        {},
        refusal,
        fields=("code",),
        caller=caller,
        secret=" ".join(groups),
        uri=offer.uri,
        drawn=drawn,
    )


def _or_step_up(refusal: Refusal) -> http.Response:
    if refusal.code != "step_up_needed":
        raise refusal
    return go(f"/step-up?to={SECOND_FACTOR}")


async def _has_factor(request: http.Request, caller: Caller) -> bool:
    user_id = caller.actor.user_id
    return await site_of(request).store.read(
        lambda reader: second_factor.is_confirmed(reader, user_id)
    )
