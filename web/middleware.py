"""What holds for every request, whatever it asks for. Must never log where it came from.

Not the address, the path, the query or any header: a line in the log knows the pattern of the
route, the method, the status and how long it took.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeGuard

from aiohttp import web as http

from rooms.refusal import Refusal
from rooms.words import Say
from web import callers, pages, security
from web.context import Site, site_of
from web.cookies import was_left, without_any
from web.problems import answer_internal, answer_refusal, refused

BODY_MAX_BYTES: Final = 64 * 1024

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
_NO_ROUTE: Final = "none"
_FILES: Final = ("/delivered/", "/static/", "/vendor/")
_KEPT_NOWHERE: Final = "no-store"
_BY_STATUS: Final = {404: "not_found", 405: "wrong_method", 413: "too_large"}

Handler = Callable[[http.Request], Awaitable[http.StreamResponse]]


@http.middleware
async def answer_everything(request: http.Request, handler: Handler) -> http.StreamResponse:
    """Check what every request must keep to, answer it, and turn every failure into an answer."""
    site = site_of(request)
    began = site.elapsed_ms()
    try:
        _check(request, site)
        if was_left(request, site):
            await callers.end_left(request)
        answer = await handler(request)
    except Refusal as refusal:
        answer = _answer_refusal(request, refusal)
    except http.HTTPException as raised:
        answer = _answer_raised(request, raised)
    except Exception as bug:  # noqa: BLE001 - the one place where a request meets a bug
        answer = _answer_bug(request, site.report_bug(route_of(request), bug))
    if _is_for_one(answer) and was_left(request, site):
        without_any(answer, site)
    route = route_of(request)
    # Files that were found say nothing, and a page asks for sixty of them.
    if not answer.prepared and (answer.status >= 400 or not route.startswith(_FILES)):
        site.log.info(
            "http",
            route=route,
            method=request.method if request.method in _METHODS else "other",
            status=answer.status,
            ms=round(site.elapsed_ms() - began, 1),
        )
    return answer


def _is_for_one(answer: http.StreamResponse) -> TypeGuard[http.Response]:
    """Whether a cookie may go with it: what somebody else may be given again carries none."""
    if not isinstance(answer, http.Response) or answer.prepared:
        return False
    return answer.headers.get("Cache-Control", _KEPT_NOWHERE) == _KEPT_NOWHERE


def _check(request: http.Request, site: Site) -> None:
    if request.query_string:
        security.check_query(request.query)
    if "Content-Encoding" in request.headers:
        raise refused("compressed")
    if (request.content_length or 0) > BODY_MAX_BYTES:
        raise refused("too_large")
    security.check_origin(request.headers.get("Origin"), site.settings.allowed_origins)


def _answer_raised(request: http.Request, raised: http.HTTPException) -> http.Response:
    """What aiohttp refuses by itself, in our words."""
    code = _BY_STATUS.get(raised.status)
    if code is None:
        return _answer_refusal(request, refused("bad_request"))
    refusal = Refusal(code) if code == "not_found" else refused(code)
    answer = _answer_refusal(request, refusal)
    if "Allow" in raised.headers:
        answer.headers["Allow"] = raised.headers["Allow"]
    return answer


def _answer_refusal(request: http.Request, refusal: Refusal) -> http.Response:
    if wants_page(request):
        return pages.problem(request, refusal)
    return answer_refusal(refusal, _say(request))


def _answer_bug(request: http.Request, reference: str) -> http.Response:
    if wants_page(request):
        return pages.bug(request, reference)
    return answer_internal(reference, _say(request))


def _say(request: http.Request) -> Say:
    return site_of(request).pages.language.say


def wants_page(request: http.Request) -> bool:
    """Whether a person reads the answer, rather than a program."""
    return not request.path.startswith("/api/") and "text/html" in request.headers.get("Accept", "")


def route_of(request: http.Request) -> str:
    """The pattern of the route, never the path itself."""
    resource = request.match_info.route.resource
    return _NO_ROUTE if resource is None else resource.canonical


def headers_signal(
    always: Mapping[str, str],
) -> Callable[[http.Request, http.StreamResponse], Awaitable[None]]:
    """Put what every answer carries on every answer; nothing is kept unless it says it may be."""
    parts = security.without_documents(always)

    async def prepare(_request: http.Request, answer: http.StreamResponse) -> None:
        for name, value in (parts if security.IS_A_PART in answer else always).items():
            answer.headers[name] = value
        answer.headers.setdefault("Cache-Control", _KEPT_NOWHERE)
        answer.headers.popall("Server", None)  # nobody needs to know our versions

    return prepare
