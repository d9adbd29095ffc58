"""Finding what was said. Must never find what the searcher may not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from rooms import paging
from rooms.chat import access, message, name_store, references, search_store, showing
from rooms.chat.events import MessagePosted
from rooms.chat.rows import Shown
from rooms.chat.views import Relation
from rooms.command import SEQ_MAX, Command, Cursor, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.folding import fold
from rooms.people import blocking, handle
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Row

STRETCH = 20_000
"""How many messages one request looks through; where it stops, the cursor goes on."""

_FOUND_PER_PAGE = 50
_TEXT_MAX_CHARS = 200
_NAME_MAX_CHARS = 80
_AFTER_ALL_IDS = "~"
"""Sorts after every id."""


class SearchMessages(Command, frozen=True, kw_only=True):
    """Look for words in messages that I may read, newest first."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=_TEXT_MAX_CHARS)]
    room_id: str | None = None
    author: str | None = None
    """A user_id, as messages carry it."""
    by: Annotated[str, msgspec.Meta(min_length=1, max_length=_NAME_MAX_CHARS)] | None = None
    """The name that the author goes by now: another way to say who."""
    since: Annotated[int, msgspec.Meta(ge=0)] | None = None
    """Only messages posted at this time or later: milliseconds since 1970 UTC."""
    before: Annotated[int, msgspec.Meta(ge=0)] | None = None
    """Only messages posted before this time: milliseconds since 1970 UTC."""
    cursor: Cursor | None = None


class Found(Result, frozen=True, kw_only=True):
    """A page of messages. A cursor without messages means: keep looking from there."""

    messages: list[MessagePosted]
    cursor: str | None


def search(reader: Reader, actor: Actor, command: SearchMessages) -> Found:
    """A stretch of what the actor may read, newest first: a moderator names the room."""
    text = message.clean_text(command.text, _TEXT_MAX_CHARS, field="text")
    folded = fold(text).strip()
    if not folded or message.is_empty(folded):
        raise Refusal("empty_body", field="text")
    wanted = {
        "pattern": _pattern(folded),
        **_named(reader, text),
        "viewer_id": blocking.viewer_id(actor),
        "since_ms": 0 if command.since is None else command.since,
        "before_ms": SEQ_MAX if command.before is None else command.before,
        "limit": _FOUND_PER_PAGE,
    }
    author_id = _author(reader, command)
    if author_id is not None:
        wanted["author_id"] = author_id
    if command.room_id is not None:
        return _in_room(reader, actor, command, command.room_id, wanted)
    return _everywhere(reader, actor, command, wanted)


def _in_room(
    reader: Reader,
    actor: Actor,
    command: SearchMessages,
    room_id: str,
    wanted: dict[str, object],
) -> Found:
    door = access.door(reader, actor, room_id)
    door.demand(Action.SEARCH)
    below = SEQ_MAX
    if command.cursor is not None:
        below = position(from_cursor(command.cursor, 1)[0])
    floor = reader.sql.one(
        search_store.ROOM_FLOOR,
        room_id=room_id,
        below=below,
        from_seq=door.from_seq,
        stretch=STRETCH - 1,
    )
    # The message at the floor is the last of the stretch.
    from_seq = door.from_seq if floor is None else floor[0] - 1
    rows = reader.sql.all(
        search_store.IN_ROOM if "author_id" not in wanted else search_store.IN_ROOM_BY_AUTHOR,
        room_id=room_id,
        below=below,
        from_seq=from_seq,
        **wanted | {"viewer_id": door.viewer_id},
    )
    found, full = _page(reader, rows)
    if full:
        return Found(messages=found, cursor=to_cursor(found[-1].seq))
    return Found(messages=found, cursor=None if floor is None else to_cursor(floor[0]))


def _everywhere(
    reader: Reader, actor: Actor, command: SearchMessages, wanted: dict[str, object]
) -> Found:
    if not allows(actor, Action.SEARCH, relation=Relation.MEMBER):
        raise Refusal("forbidden")
    at, message_id = SEQ_MAX, _AFTER_ALL_IDS
    if command.cursor is not None:
        first, message_id = from_cursor(command.cursor, 2)
        at = position(first)
    earlier = {"before_at": at, "before_id": message_id}
    floor = reader.sql.one(search_store.FLOOR, **earlier, stretch=STRETCH - 1)
    rows = reader.sql.all(
        search_store.EVERYWHERE if "author_id" not in wanted else search_store.EVERYWHERE_BY_AUTHOR,
        user_id=actor.user_id,
        stretch=STRETCH,
        **earlier,
        **wanted,
    )
    found, full = _page(reader, rows)
    if full:
        return Found(messages=found, cursor=to_cursor(found[-1].at, found[-1].message_id))
    return Found(messages=found, cursor=None if floor is None else to_cursor(*floor))


def _page(reader: Reader, rows: list[Row]) -> tuple[list[MessagePosted], bool]:
    """The messages that fit, and whether more of this stretch may match."""
    shown = name_store.shown(reader.sql, [Shown._make(row[:-1]) for row in rows])
    found = paging.fitting(
        showing.posted(row[-1], reader.epoch, each) for row, each in zip(rows, shown, strict=True)
    )
    return found, len(found) < len(rows) or len(rows) == _FOUND_PER_PAGE


def _author(reader: Reader, command: SearchMessages) -> str | None:
    """Whose words are looked for, if not everybody's; nobody's, where nobody goes by that name."""
    if command.by is None:
        return command.author
    known = name_store.by_key(reader.sql, handle.key(command.by.strip().removeprefix("@")))
    if known is None or command.author not in {None, known.user_id}:
        return ""
    return known.user_id


def _named(reader: Reader, text: str) -> dict[str, object]:
    """Patterns for words that name someone: a name is found whole, and only the one of now.

    Nothing is found by them that the searcher could not read. A name that nobody has is looked
    for like one that somebody has, so that the time it takes tells nothing either.
    """
    asked = references.asked_for(text, lambda key: name_store.by_key(reader.sql, key))
    kept = asked.kept if asked.people else references.reference("")
    people = map(references.reference, references.people_in(kept))
    return {
        "named": _pattern(references.folded(kept).strip()),
        "references": f"%{'%'.join(people)}%",
    }


def _pattern(folded: str) -> str:
    """A LIKE pattern that finds the words anywhere, and nothing but them."""
    escape = search_store.ESCAPE
    for special in (escape, "%", "_"):
        folded = folded.replace(special, escape + special)
    return f"%{folded}%"
