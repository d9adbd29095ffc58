"""What a restore of an older backup must not undo, one fact for each line of the journal.

Must never hold a word that somebody wrote, nor a secret; a name only while its bearer goes by it,
and of one given up no more than the store keeps: the hash that nobody else's name may have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from moderation.events import BanLifted as BanLiftedEvent
from moderation.events import YourBan
from rooms.chat.events import MessageDeleted, YourMessageHidden
from rooms.event import Event
from rooms.people.claims import claim_hash
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourState
from rooms.people.person import Role, State


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """Something that was decided and must hold, whatever copy of the store comes back."""


class MessageTakenBack(Fact, frozen=True, kw_only=True, tag="message.deleted"):
    """Its author took a message back, or it went with its author."""

    message_id: str


class MessageHidden(Fact, frozen=True, kw_only=True, tag="message.hidden"):
    """A message was taken out of sight."""

    message_id: str
    reason: str


class StateSet(Fact, frozen=True, kw_only=True, tag="person.state"):
    """How far a person is here: leaving, gone, frozen, or back."""

    user_id: str
    state: State


class Renamed(Fact, frozen=True, kw_only=True, tag="person.handle"):
    """A person goes by another name. Reduced as soon as they change it again, or are gone."""

    user_id: str
    handle: str


class NameClaimed(Fact, frozen=True, kw_only=True, tag="person.name_claimed"):
    """A name is a person's for good, also once they gave it up. Reduced when they are gone."""

    user_id: str
    skeleton_hash: bytes


class RoleSet(Fact, frozen=True, kw_only=True, tag="person.role"):
    """A person has another role. Only what was taken away is done again."""

    user_id: str
    role: Role


class Banned(Fact, frozen=True, kw_only=True, tag="person.banned"):
    """A person is kept out. `until` is None when somebody has to lift it."""

    user_id: str
    reason: str
    until: int | None
    given_by: str


class BanLifted(Fact, frozen=True, kw_only=True, tag="person.ban_lifted"):
    """A person was let back in."""

    user_id: str


class BlockSet(Fact, frozen=True, kw_only=True, tag="person.block"):
    """Someone wants nothing of another, or does again."""

    user_id: str
    blocked_id: str
    on: bool


class Begun(Fact, frozen=True, kw_only=True, tag="journal.begun"):
    """From here on the journal of this store is whole."""

    store: str


class Reduced(Fact, frozen=True, kw_only=True, tag="journal.reduced"):
    """Something stood here that must not be kept any longer: only its number is."""


class Restored(Fact, frozen=True, kw_only=True, tag="journal.restored"):
    """A backup that knew the journal up to `mark` was restored, as this incarnation."""

    epoch: str
    mark: int


class AuditHead(Fact, frozen=True, kw_only=True, tag="audit.head"):
    """Where the chain of the audit log ended, so that an end cut off is noticed."""

    epoch: str
    number: int
    hash: str


AnyFact = (
    MessageTakenBack
    | MessageHidden
    | StateSet
    | Renamed
    | NameClaimed
    | RoleSet
    | Banned
    | BanLifted
    | BlockSet
    | Begun
    | Reduced
    | Restored
    | AuditHead
)

OF_THE_JOURNAL = (Begun, Reduced, Restored, AuditHead)
"""What the journal says about itself: nothing to be done again."""


def facts_of(events: Iterable[Event]) -> list[AnyFact]:
    """What of these events must outlive the store. Most have nothing to say here."""
    facts: list[AnyFact] = []
    for event in events:
        if isinstance(event, YourHandle):
            claimed = claim_hash(event.handle)
            facts.append(NameClaimed(user_id=event.user_id, skeleton_hash=claimed))
        make = _MAKERS.get(type(event))
        if make is not None:
            facts.append(make(event))
    return facts


_MAKERS: Mapping[type[Event], Callable[[Any], AnyFact]] = MappingProxyType(
    {
        MessageDeleted: lambda event: MessageTakenBack(message_id=event.message_id),
        # The event for the room says not why.
        YourMessageHidden: lambda event: MessageHidden(
            message_id=event.message_id, reason=event.reason
        ),
        YourState: lambda event: StateSet(user_id=event.user_id, state=event.state),
        YourHandle: lambda event: Renamed(user_id=event.user_id, handle=event.handle),
        YourRole: lambda event: RoleSet(user_id=event.user_id, role=event.role),
        YourBan: lambda event: Banned(
            user_id=event.user_id,
            reason=event.reason,
            until=event.until,
            given_by=event.given_by,
        ),
        BanLiftedEvent: lambda event: BanLifted(user_id=event.user_id),
        YourBlocks: lambda event: BlockSet(
            user_id=event.user_id, blocked_id=event.blocked_id, on=event.on
        ),
    }
)
