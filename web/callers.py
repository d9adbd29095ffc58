"""Who is asking: by bearer token, or by the cookie of a page of ours. Must never guess.

A cookie counts only where no other site can have sent it: on reading, it is `SameSite=Strict`; on
anything else the request must name our own origin and carry the token of the page's sign-in.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from aiohttp import web as http

from rooms.people.person import Actor
from rooms.refusal import Refusal
from web import security
from web.accounts import sessions
from web.accounts.sessions import Device
from web.context import Site, site_of


@dataclass(frozen=True, slots=True)
class Caller:
    """Someone who is signed in, and how they said so."""

    actor: Actor
    token: str
    by_cookie: bool

    @property
    def csrf(self) -> str | None:
        """What a page of theirs must show to change anything."""
        return security.csrf_token(self.token) if self.by_cookie else None


async def identify(request: http.Request) -> Caller:
    """Who asks. Raises `bad_auth` or `session_expired`. Of a change, asks no further proof."""
    site = site_of(request)
    token, by_cookie = _token(request, site)
    actor = await site.store.read(lambda reader: sessions.actor_for_token(reader, token))
    site.used(actor)
    return Caller(actor, token, by_cookie)


async def identify_for_change(request: http.Request, csrf: str | None = None) -> Caller:
    """Who asks for a change. A form gives `csrf`; anything else has it in a header."""
    caller = await identify(request)
    if caller.by_cookie:
        security.check_csrf(caller.token, csrf or request.headers.get("X-CSRF-Token"))
    return caller


async def identify_if_possible(request: http.Request) -> Caller | None:
    """Who asks, or None: for pages that are there for everybody."""
    try:
        return await identify(request)
    except Refusal as refusal:
        if refusal.code in ("bad_auth", "session_expired"):
            return None
        raise


async def end_left(request: http.Request) -> None:
    """End the sign-in of a browser in which this place was left when nothing could reach us.

    It counts no more in any case; only a page of ours can have said that it was left.
    """
    site = site_of(request)
    token = request.cookies.get(security.cookie_name(site.settings.secure), "")
    with suppress(Refusal):
        sign_in_id = await site.store.read(lambda reader: sessions.sign_in_for_token(reader, token))
        await site.store.write(lambda work: sessions.sign_out(work, sign_in_id))


async def cookie_sign_in(request: http.Request) -> str | None:
    """The sign-in that this browser has already, so that a new one takes its place."""
    caller = await identify_if_possible(request)
    return caller.actor.sign_in_id if caller is not None and caller.by_cookie else None


def device(request: http.Request) -> Device:
    """What the caller seems to sit at: enough to tell one's own sign-ins apart, and no more."""
    says = request.headers.get("User-Agent", "")
    if "Mobi" in says or "Android" in says or "iPhone" in says or "iPad" in says:
        return "phone"
    return "computer" if says.startswith("Mozilla/") else "program"


def network(request: http.Request) -> str:
    """What limits count: the network that this request comes from."""
    site = site_of(request)
    forwarded_for = ",".join(request.headers.getall("X-Forwarded-For", ()))
    address = security.client_address(request.remote, forwarded_for, site.settings.trusted_networks)
    return security.network_of(address)


def _token(request: http.Request, site: Site) -> tuple[str, bool]:
    authorization = request.headers.get("Authorization")
    if authorization is not None:
        token = security.bearer_token(authorization)
        if token is None:
            raise Refusal("bad_auth")
        return token, False
    origin = request.headers.get("Origin")
    ours = security.check_origin(origin, site.settings.allowed_origins)
    cookie = security.sign_in_cookie(request.cookies, site.settings.secure)
    if cookie is None or not (ours or request.method in security.SAFE_METHODS):
        raise Refusal("bad_auth")
    return cookie, True
