"""How we are with each other here: what everyone reads when they come in, and has agreed to.

Must never keep when somebody agreed, nor ask again what they have agreed to.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from rooms.command import SEQ_MAX, Command, Nothing, Result
from rooms.people.person import Actor
from rooms.refusal import Refusal
from rooms.words import mark
from rooms.work import Reader, Work
from web.site import store
from web.site.decided import decided

MAX_CHARS: Final = 4000


class ReadGuidelines(Command, frozen=True, kw_only=True):
    """How we are with each other here, in all rooms."""


class Guidelines(Result, frozen=True, kw_only=True):
    """No words: those that the page comes with. `accepted` is the version I last agreed to."""

    text: str
    version: int
    accepted: int


class AcceptGuidelines(Command, frozen=True, kw_only=True):
    """I have read them. Another version than the one in force is `guidelines_first`."""

    version: Annotated[int, msgspec.Meta(ge=0, le=SEQ_MAX)]


def read(reader: Reader, actor: Actor, _command: ReadGuidelines) -> Guidelines:
    """The guidelines in force."""
    said = decided(reader)
    return Guidelines(
        text=said.guidelines,
        version=said.guidelines_version,
        accepted=accepted(reader, actor.user_id),
    )


def accept(work: Work, actor: Actor, command: AcceptGuidelines) -> Nothing:
    """Agree to what is in force: nobody agrees to what they have not seen."""
    if command.version != decided(work).guidelines_version:
        raise Refusal("guidelines_first", _CHANGED, field="version")
    keep_accepted(work, actor.user_id, command.version)
    return Nothing()


_CHANGED: Final = mark("They have just been changed. Please read them once more.")


def accepted(reader: Reader, user_id: str) -> int:
    """The version that someone last agreed to; before there was one, that is none."""
    row = reader.sql.one(store.ACCEPTED, user_id=user_id)
    return 0 if row is None else int(row[0])


def agree(work: Work, user_id: str, version: int | None) -> None:
    """Someone comes in, and has read this version; None is the one in force."""
    now = decided(work).guidelines_version
    keep_accepted(work, user_id, now if version is None else min(version, now))


def keep_accepted(work: Work, user_id: str, version: int) -> None:
    """Someone has read this version."""
    if version > 0:
        work.sql.run(store.ACCEPT, user_id=user_id, version=version)


def forget_accepted(work: Work, user_id: str) -> None:
    """Nothing is left of what someone agreed to."""
    work.sql.run(store.FORGET_ACCEPTED, of_user_id=user_id)
