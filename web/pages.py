"""Pages made here, so that they work without JavaScript: the front, help now, the way out.

What they are made with is here too; coming in is in `joining_pages` and `account_pages`.

Must never show what was typed as a passphrase again, nor anything that is not the reader's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar
from urllib.parse import parse_qsl

import msgspec
from aiohttp import web as http

from moderation.help.helplines import Country, Helplines
from rooms.people.person import Role
from rooms.refusal import Refusal, internal_words
from rooms.words import mark
from web import callers, security
from web.accounts import accounts, joining
from web.accounts.shapes import CameIn
from web.callers import Caller
from web.context import site_of
from web.cookies import with_cookie, without_cookie
from web.problems import refused, retry_headers, status_of
from web.wire import decode

F = TypeVar("F", bound=msgspec.Struct)

_FORM_TYPE: Final = "application/x-www-form-urlencoded"
_FORM_FIELDS_MAX: Final = 20
HOME: Final = "/app"
_SHORTCUTS: Final[Mapping[str, str]] = MappingProxyType(
    {"/rooms": HOME, "/people": f"{HOME}/care/people", "/account": f"{HOME}/settings"}
)
_SECRETS: Final = frozenset({"passphrase", "new_passphrase", "recovery_code", "code"})
"""What was typed here is never shown again."""

_TITLES: Final[Mapping[int, str]] = MappingProxyType(
    {
        401: mark("Please sign in"),
        403: mark("Not from here"),
        404: mark("Nothing here"),
        429: mark("A moment, please"),
        500: mark("That is our fault"),
        503: mark("A moment, please"),
    }
)

_PICTURES: Final[Mapping[int, str]] = MappingProxyType(
    {401: "door", 403: "door", 404: "lantern", 429: "mug", 500: "bowl", 503: "mug"}
)
"""What `pictures.html` draws beside the words."""


async def landing(request: http.Request) -> http.Response:
    """What this place is."""
    caller = await callers.identify_if_possible(request)
    return page(request, "landing.html", caller, registration=await joining.door(site_of(request)))


async def help_now(request: http.Request) -> http.Response:
    """The outside lines of every country: for anybody, signed in or not."""
    return _with_lines(request, "help.html", await callers.identify_if_possible(request))


async def offline(request: http.Request) -> http.Response:
    """What a browser shows where it can't reach us: kept beforehand, with the lines outside."""
    return _with_lines(request, "offline.html", None)


def _with_lines(request: http.Request, template: str, caller: Caller | None) -> http.Response:
    now = site_of(request).place.now
    return page(
        request,
        template,
        caller,
        countries=_nearest_first(now.helplines, now.help_country),
        international=now.helplines.international,
        here=now.help_country,
    )


async def gallery(request: http.Request) -> http.Response:
    """Every part of the pages in every state; it exists in development alone."""
    if not site_of(request).settings.development:
        raise Refusal("not_found")
    return page(request, "gallery.html", None)


async def app(request: http.Request) -> http.Response:
    """The shell in which rooms appear; signed out, the way in."""
    caller = await callers.identify_if_possible(request)
    if caller is None:
        return go("/sign-in")
    return _app(request, caller)


async def shell(request: http.Request) -> http.Response:
    """The same, and the same for everybody: what a browser keeps of it."""
    return _app(request, None)


def _app(request: http.Request, caller: Caller | None) -> http.Response:
    return page(
        request,
        "app.html",
        caller,
        here=site_of(request).place.now.help_country,
        # In a room the sheet of the other views waits until one can read and write.
        in_room=request.path.startswith(f"{HOME}/rooms/"),
    )


def for_anybody(request: http.Request) -> dict[str, http.Response]:
    """What a browser may keep of the pages, by address: nothing in them is anybody's own."""
    return {
        "/help": _with_lines(request, "help.html", None),
        "/offline": _with_lines(request, "offline.html", None),
        "/shell": _app(request, None),
    }


async def shortcut(request: http.Request) -> http.Response:
    """An address that people guess: to the place in the app that it means."""
    return go(_SHORTCUTS[request.path])


async def sign_out(request: http.Request) -> http.Response:
    """Sign out from a form; signed out already, it is simply the way out."""
    site = site_of(request)
    form = await read_form(request)
    if await callers.identify_if_possible(request) is not None:
        caller = await callers.identify_for_change(request, form.get("csrf"))
        await accounts.sign_out(site, caller.actor.sign_in_id)
    return without_cookie(go("/"), site)


def problem(request: http.Request, refusal: Refusal) -> http.Response:
    """A refusal as a page."""
    answer = _problem(request, status_of(refusal), refusal.message)
    answer.headers.update(retry_headers(refusal))
    return answer


def bug(request: http.Request, reference: str) -> http.Response:
    """Our own fault as a page."""
    return _problem(request, 500, internal_words(reference))


def _problem(request: http.Request, status: int, words: str) -> http.Response:
    say = site_of(request).pages.language.say
    title = say(_TITLES.get(status, mark("That didn't work")))
    picture = _PICTURES.get(status, "lantern")
    shown = {"title": title, "words": say(words), "picture": picture}
    return _rendered(request, "problem.html", None, status, shown)


def page(
    request: http.Request,
    template: str,
    caller: Caller | None,
    *,
    status: int = 200,
    **shown: object,
) -> http.Response:
    """A finished page, for whoever is signed in or for a stranger."""
    csrf = None if caller is None else caller.csrf or ""
    return _rendered(request, template, csrf, status, shown)


def codes_page(
    request: http.Request, came_in: CameIn, *, waits: bool = False, room_id: str | None = None
) -> http.Response:
    """The recovery codes of whoever has just come in, this once; the browser keeps no copy.

    Staff go on to their second factor, without which no power of theirs works; whoever was invited
    into a room goes on to that one.
    """
    site = site_of(request)
    csrf = security.csrf_token(came_in.token)
    onward = HOME if room_id is None else f"{HOME}/rooms/{room_id}"
    shown = {
        "codes": came_in.recovery_codes,
        "handle": came_in.user.handle,
        "waits": waits,
        "looks_after": came_in.user.role is Role.ADMIN,
        "onward": onward if came_in.user.role is Role.MEMBER else "/second-factor",
    }
    return with_cookie(_rendered(request, "codes.html", csrf, 200, shown), site, came_in)


def _rendered(
    request: http.Request,
    template: str,
    csrf: str | None,
    status: int,
    shown: Mapping[str, object],
) -> http.Response:
    """`csrf` is what goes with every change from the page; None for a stranger."""
    site = site_of(request)
    text = site.pages.render(
        template,
        signed_in=csrf is not None,
        csrf=csrf or "",
        exit_url=site.settings.exit_url,
        **shown,
    )
    return http.Response(text=text, status=status, content_type="text/html")


def go(path: str) -> http.Response:
    """See that address instead."""
    return http.Response(status=303, headers={"Location": path})


def form_page(
    request: http.Request,
    template: str,
    form: Mapping[str, str],
    refusal: Refusal | None,
    *,
    fields: tuple[str, ...],
    caller: Caller | None = None,
    **shown: object,
) -> http.Response:
    """A form; after a refusal as it was filled in, without passphrases, and words beside the field.

    `fields` are those that the form has.
    """
    beside = refusal is not None and refusal.field in fields
    status = 200 if refusal is None else status_of(refusal)
    message = "" if refusal is None else site_of(request).pages.language.say(refusal.message)
    about = {
        "values": {name: form.get(name, "") for name in fields if name not in _SECRETS},
        "errors": {refusal.field: message} if refusal is not None and beside else {},
        "problem": "" if beside else message,
    }
    answer = page(request, template, caller, status=status, **(shown | about))
    if refusal is not None:
        answer.headers.update(retry_headers(refusal))
    return answer


async def read_form(request: http.Request) -> dict[str, str]:
    """What a form of ours was filled in with."""
    if request.content_type != _FORM_TYPE:
        raise refused("not_form")
    body = await request.read()
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_FORM_FIELDS_MAX,
        )
    except ValueError:
        raise refused("not_form") from None
    return dict(pairs)


def filled_in(form: Mapping[str, str], kind: type[F]) -> F:
    """What the form is about; the button and an empty box say nothing."""
    return decode({name: form.get(name, "") for name in kind.__struct_fields__}, kind)


def _nearest_first(helplines: Helplines, country: str) -> list[Country]:
    return sorted(helplines.countries, key=lambda each: (each.code != country, each.name))
