"""Whose name may stand in some words, and what happens where a name can be seen once it changes.

Must never confirm to anyone that somebody is here whose name they can't see already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rooms.chat import name_store, references
from rooms.chat.events import NamesChanged, RosterChanged
from rooms.chat.references import Known, Referred
from rooms.people import handle as handles
from rooms.people import naming
from rooms.people.naming import ChangeHandle, Renamed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rooms.chat.access import Door
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

ROOMS_MAX: Final = 500
"""More rooms are not told of a change; nobody is in as many, nor has spoken in as many."""

MENTIONS_MAX: Final = 20
"""So many people are told that they are mentioned; whoever else is named is only named."""


def change_handle(work: Work, actor: Actor, command: ChangeHandle) -> Renamed:
    """Go by another name: from the next look on, every room and every word shows only that."""
    user = naming.change(work, actor.user_id, command.handle)
    if user.handle != actor.handle:
        names_changed(work, actor.user_id)
    return Renamed(user=user)


def names_changed(work: Work, user_id: str) -> None:
    """Tell every room where others can see a person's name to read it again.

    Whoever has a room open does so at once, everyone else at their next look. Of a room where they
    are not seen only its keepers hear: two rooms that hear of it together would give them away.
    """
    of_them = {"user_id": user_id, "limit": ROOMS_MAX}
    told = {room_id for (room_id,) in work.sql.all(name_store.SHOWN_IN, **of_them)}
    for room_id in sorted(told):
        work.sql.run(name_store.COUNT_CHANGE, of_room_id=room_id)
        work.emit(NamesChanged(room_id=room_id))
    for (room_id,) in work.sql.all(name_store.ON_ROSTER_OF, **of_them):
        if room_id not in told:
            work.emit(RosterChanged(room_id=room_id))


def refer(reader: Reader, door: Door, body: str, *, before: str = "") -> Referred:
    """The words with references in place of the names that their author can see in the room.

    Whoever the same words named `before` they were changed stays named in them: their name is on
    every screen that shows them.
    """
    actor = door.actor
    named = _known_by_key(reader, before)
    named[handles.key(actor.handle)] = Known(actor.user_id, actor.handle)

    def find(key: str) -> Known | None:
        return named.get(key) or name_store.mentionable(
            reader.sql,
            key,
            room_id=door.room.room_id,
            author_id=actor.user_id,
            from_seq=door.from_seq,
        )

    return references.refer(body, find)


def mentions(words: Referred, *, author_id: str) -> list[str]:
    """Whom some words mention: those they name, but not their author."""
    return [user_id for user_id in words.people if user_id != author_id][:MENTIONS_MAX]


def note_seen(work: Work, room_id: str, seq: int, people: Iterable[str]) -> None:
    """Remember that these people's names can be seen beside a message."""
    for user_id in people:
        work.sql.run(name_store.SEEN, room_id=room_id, user_id=user_id, seq=seq)


def _known_by_key(reader: Reader, kept: str) -> dict[str, Known]:
    names = name_store.names_of(reader.sql, references.people_in(kept))
    return {handles.key(handle): Known(user_id, handle) for user_id, handle in names.items()}
