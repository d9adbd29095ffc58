"""All that is kept of me, to read and to take along, without JavaScript.

Must never show anything but the caller's own, nor begin anything because an address was opened.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec
from aiohttp import web as http

from rooms.refusal import Refusal
from rooms.words import mark
from rooms.work import Reader
from web import callers
from web.accounts import exporting, sessions
from web.accounts.exporting import ExportAccount, ExportPage, ExportState, ReadExportPage
from web.callers import Caller
from web.context import Site, site_of
from web.pages import go, page, read_form

PATH: Final = "/account/export"
PARTS_PER_PAGE: Final = 50
"""Most people's data are on one page; only long ones are cut."""
_LOOK_AGAIN_S: Final = 3
_DIGITS_MAX: Final = 6
_FILE_NAME: Final = "my-data.json"
"""Says nothing about where it comes from: others may look over a shoulder."""

REPORT_WORDS: Final = {
    "unkind": mark("It is unkind"),
    "harassment": mark("Someone won't leave a person alone"),
    "private_details": mark("It tells private details"),
    "dealing": mark("It offers or asks for substances"),
    "spam": mark("It is advertising"),
    "other": mark("Something else"),
}
"""Reasons as one chose them in the form."""
CONDUCT_WORDS: Final = {
    "unkind": mark("Messages hurt people here"),
    "harassment": mark("Messages went to someone who asked to be left alone"),
    "dealing": mark("Substances were offered or asked for"),
    "private_details": mark("Private details of others were told"),
    "spam": mark("It was advertising"),
    "method_detail": mark("It was described how to do harm"),
    "off_topic": mark("It didn't belong there"),
    "breaks_guidelines": mark("It went against the guidelines"),
    "danger": mark("It put people here in danger"),
    "other": mark("Something else"),
}
"""Why something was decided, as whoever decided chose it."""
KIND_WORDS: Final = {
    "warn": mark("You were told that something must not go on."),
    "mute": mark("You could only read along in a room."),
    "remove": mark("You were taken out of a room."),
    "ban": mark("You could not take part."),
}

REACTION_WORDS: Final = {
    "heart": mark("With love"),
    "hug": mark("Hug"),
    "thanks": mark("Thank you"),
    "strength": mark("Strength"),
    "me_too": mark("Me too"),
    "well_done": mark("Well done"),
}
ROLE_WORDS: Final = {
    "member": mark("member"),
    "moderator": mark("moderator"),
    "admin": mark("administrator"),
}
STATE_WORDS: Final = {
    "waiting": mark("It waits."),
    "done": mark("It was done."),
    "refused": mark("It was refused."),
    "stopped": mark("It was stopped."),
    "undone": mark("It was undone."),
    "lapsed": mark("Nobody decided in time."),
}
"""What came of a proposal."""

_encode = msgspec.json.Encoder().encode


async def export_page(request: http.Request) -> http.Response:
    """What is kept of me, to read: how far it has come, then page by page."""
    caller = await callers.identify_if_possible(request)
    if caller is None:
        return go("/sign-in")
    page_no = _number(request.query.get("page", "0"))
    seen = await site_of(request).store.read(
        lambda reader: _look(reader, caller.actor.sign_in_id, page_no)
    )
    language = site_of(request).pages.language
    answer = page(
        request,
        "export.html",
        caller,
        state=seen.state,
        parts=seen.parts,
        can_renew=seen.can_renew,
        page_no=page_no,
        pages=_pages(seen.state),
        path=PATH,
        report_words=REPORT_WORDS,
        conduct_words=CONDUCT_WORDS,
        kind_words=KIND_WORDS,
        reaction_words=REACTION_WORDS,
        role_words=ROLE_WORDS,
        state_words=STATE_WORDS,
        day=lambda at_ms: "" if at_ms is None else language.day(at_ms),
        when=lambda at_ms: "" if at_ms is None else language.when(at_ms),
    )
    if seen.state is not None and not seen.state.ready:
        answer.headers["Refresh"] = str(_LOOK_AGAIN_S)
    return answer


async def begin_export(request: http.Request) -> http.Response:
    """Gather what is kept of me."""
    form = await read_form(request)
    caller = await callers.identify_for_change(request, form.get("csrf"))
    actor = caller.actor
    await site_of(request).run("account.export", actor.user_id, actor.sign_in_id, ExportAccount())
    return go(PATH)


async def export_file(request: http.Request) -> http.StreamResponse:
    """What is kept of me, as one JSON file."""
    site = site_of(request)
    caller = await callers.identify(request)
    actor = caller.actor
    state = await site.store.read(lambda reader: exporting.state_of(reader, actor.user_id))
    if state is None or not state.ready:
        return go(PATH)
    answer = http.StreamResponse(
        headers={
            "Content-Type": "application/json",
            "Content-Disposition": f'attachment; filename="{_FILE_NAME}"',
        }
    )
    await answer.prepare(request)
    if request.method != "HEAD":
        await _send(request, answer, site, caller, state)
    return answer


async def _send(
    request: http.Request,
    answer: http.StreamResponse,
    site: Site,
    caller: Caller,
    state: ExportState,
) -> None:
    """Part after part, so that no export has to fit into memory."""
    await answer.write(b'{"gathered_at":%d' % state.asked_at)
    section = ""
    for part_no in range(state.parts):
        try:
            part = await site.store.read(
                lambda reader, part_no=part_no: _read(  # type: ignore[misc]
                    reader, caller.actor.sign_in_id, state, part_no
                )
            )
        except Refusal:
            # Signed out or forgotten meanwhile: half a file must not look like a whole one.
            if request.transport is not None:
                request.transport.abort()
            return
        await answer.write(_piece(part, begins=part.section != section, ends=bool(section)))
        section = part.section
    await answer.write(b"]}" if section else b"}")


def _piece(part: ExportPage, *, begins: bool, ends: bool) -> bytes:
    """A part as a piece of the file: sections are lists, and long ones come in several parts."""
    items = _encode(part.items)[1:-1]
    if not begins:
        return b"," + items
    return (b"]," if ends else b",") + _encode(part.section) + b":[" + items


class _Seen(NamedTuple):
    """What the page shows."""

    state: ExportState | None
    parts: list[ExportPage]
    can_renew: bool


def _look(reader: Reader, sign_in_id: str, page_no: int) -> _Seen:
    """How far it has come, and a few parts once all of it is there."""
    actor = sessions.actor_for(reader, sign_in_id)
    state = exporting.state_of(reader, actor.user_id)
    if state is None or not state.ready:
        return _Seen(state, [], can_renew=False)
    first = page_no * PARTS_PER_PAGE
    if page_no and first >= state.parts:
        raise Refusal("not_found")
    numbers = range(first, min(first + PARTS_PER_PAGE, state.parts))
    parts = [_read(reader, sign_in_id, state, part_no) for part_no in numbers]
    return _Seen(state, parts, exporting.can_renew(state, reader.now))


def _pages(state: ExportState | None) -> int:
    return 1 if state is None else max(1, -(-state.parts // PARTS_PER_PAGE))


def _read(reader: Reader, sign_in_id: str, state: ExportState, part_no: int) -> ExportPage:
    actor = sessions.actor_for(reader, sign_in_id)
    asked = ReadExportPage(export_id=state.export_id, part_no=part_no)
    return exporting.read_page(reader, actor, asked)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS_MAX):
        raise Refusal("not_found")
    return int(text)
