"""The pages that are made here, so that they work without JavaScript: come in, help now, the shell.

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
from rooms.refusal import Refusal
from web import callers
from web.accounts import accounts
from web.accounts.shapes import SignIn, SignUp
from web.callers import Caller
from web.context import site_of
from web.cookies import with_cookie, without_cookie
from web.problems import refused, retry_headers, status_of
from web.wire import decode

F = TypeVar("F", bound=msgspec.Struct)

_FORM_TYPE: Final = "application/x-www-form-urlencoded"
_FORM_FIELDS_MAX: Final = 20
_HOME: Final = "/app"

_TITLES: Final[Mapping[int, str]] = MappingProxyType(
    {
        401: "Please sign in",
        403: "Not from here",
        404: "Nothing here",
        429: "A moment, please",
        500: "That is our fault",
        503: "A moment, please",
    }
)


async def landing(request: http.Request) -> http.Response:
    """What this place is."""
    return _page(request, "landing.html", await callers.identify_if_possible(request))


async def help_now(request: http.Request) -> http.Response:
    """The outside lines of every country: for anybody, signed in or not."""
    site = site_of(request)
    return _page(
        request,
        "help.html",
        await callers.identify_if_possible(request),
        countries=_nearest_first(site.helplines, site.settings.help_country),
        international=site.helplines.international,
        here=site.settings.help_country,
    )


async def app(request: http.Request) -> http.Response:
    """The shell in which rooms appear; signed out, the way in."""
    caller = await callers.identify_if_possible(request)
    if caller is None:
        return _go("/sign-in")
    return _page(request, "app.html", caller, here=site_of(request).settings.help_country)


async def sign_up_form(request: http.Request) -> http.Response:
    """Choose a name and a passphrase."""
    return await _way_in(request, "sign_up.html")


async def sign_in_form(request: http.Request) -> http.Response:
    """Name and passphrase."""
    return await _way_in(request, "sign_in.html")


async def sign_up(request: http.Request) -> http.Response:
    """Make an account from a form."""
    site = site_of(request)
    form = await _read_form(request)
    try:
        asked = _filled_in(form, SignUp)
        signed_in = await accounts.sign_up(site, callers.network(request), asked)
    except Refusal as refusal:
        return _form_again(request, "sign_up.html", form, refusal)
    return with_cookie(_go(_HOME), site, signed_in)


async def sign_in(request: http.Request) -> http.Response:
    """Sign in from a form."""
    site = site_of(request)
    form = await _read_form(request)
    try:
        asked = _filled_in(form, SignIn)
        before = await callers.cookie_sign_in(request)
        signed_in = await accounts.sign_in(site, callers.network(request), asked, instead_of=before)
    except Refusal as refusal:
        return _form_again(request, "sign_in.html", form, refusal)
    return with_cookie(_go(_HOME), site, signed_in)


async def sign_out(request: http.Request) -> http.Response:
    """Sign out from a form; signed out already, it is simply the way out."""
    site = site_of(request)
    form = await _read_form(request)
    if await callers.identify_if_possible(request) is not None:
        caller = await callers.identify_for_change(request, form.get("csrf"))
        await accounts.sign_out(site, caller.actor.sign_in_id)
    return without_cookie(_go("/"), site)


def problem(request: http.Request, refusal: Refusal) -> http.Response:
    """A refusal as a page."""
    answer = _problem(request, status_of(refusal), refusal.message)
    answer.headers.update(retry_headers(refusal))
    return answer


def bug(request: http.Request, reference: str) -> http.Response:
    """Our own fault as a page."""
    words = f"{Refusal('internal').message} If it goes on, tell us: {reference}."
    return _problem(request, 500, words)


def _problem(request: http.Request, status: int, words: str) -> http.Response:
    title = _TITLES.get(status, "That didn't work")
    return _page(request, "problem.html", None, status=status, title=title, words=words)


def _page(
    request: http.Request,
    template: str,
    caller: Caller | None,
    *,
    status: int = 200,
    **values: object,
) -> http.Response:
    csrf = (caller.csrf if caller is not None else None) or ""
    text = site_of(request).pages.render(
        template, signed_in=caller is not None, csrf=csrf, **values
    )
    return http.Response(text=text, status=status, content_type="text/html")


def _go(path: str) -> http.Response:
    return http.Response(status=303, headers={"Location": path})


async def _way_in(request: http.Request, template: str) -> http.Response:
    if await callers.identify_if_possible(request) is not None:
        return _go(_HOME)
    return _form_page(request, template, {}, {}, "", 200)


def _form_again(
    request: http.Request, template: str, form: Mapping[str, str], refusal: Refusal
) -> http.Response:
    """The form as it was filled in, without the passphrase, and words beside the field."""
    values = {name: form[name] for name in ("handle", "invite") if name in form}
    field = refusal.field
    beside = {field: refusal.message} if field in ("handle", "passphrase", "invite") else {}
    above = "" if beside else refusal.message
    answer = _form_page(request, template, values, beside, above, status_of(refusal))
    answer.headers.update(retry_headers(refusal))
    return answer


def _form_page(
    request: http.Request,
    template: str,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    above: str,
    status: int,
) -> http.Response:
    return _page(
        request,
        template,
        None,
        status=status,
        values={"handle": "", "invite": "", **values},
        errors=errors,
        problem=above,
        registration=site_of(request).settings.registration,
    )


async def _read_form(request: http.Request) -> dict[str, str]:
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


def _filled_in(form: Mapping[str, str], kind: type[F]) -> F:
    """What the form is about; the button and an empty box say nothing."""
    return decode({name: form.get(name, "") for name in kind.__struct_fields__}, kind)


def _nearest_first(helplines: Helplines, country: str) -> list[Country]:
    return sorted(helplines.countries, key=lambda each: each.code != country)
