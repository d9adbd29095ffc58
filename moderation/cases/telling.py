"""What a person does while their case runs, told to those who follow up, and to nobody else.

Taking words back, leaving a room or asking for erasure closes no case and takes no snapshot away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from moderation.cases import store, timeline
from rooms.command import Command, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from rooms.people.person import Actor
    from rooms.work import Work

_C = TypeVar("_C", bound=Command)
_R = TypeVar("_R", bound=Result)
_CASES_OF_A_MESSAGE = 10


def wrote(work: Work, member_id: str) -> None:
    """They wrote something, somewhere: whoever looks at their case sees that there is more."""
    found = store.running(work.sql, member_id)
    if found is not None:
        timeline.announce(work, found)


def telling(
    rule: Callable[[Any, Actor, _C], _R], tell: Callable[[Work, Actor, _C], None]
) -> Callable[[Any, Actor, _C], _R]:
    """The same rule, whose success is told to those who follow up."""

    def run(work: Work, actor: Actor, command: _C) -> _R:
        result = rule(work, actor, command)
        tell(work, actor, command)
        return result

    run.__wrapped__ = rule  # type: ignore[attr-defined]
    return run


def message_gone(what: str) -> Callable[[Work, Actor, Any], None]:
    """A message that gave a reason was taken back, or taken out of sight."""

    def tell(work: Work, actor: Actor, command: Any) -> None:
        rows = work.sql.all(
            store.RUNNING_OF_MESSAGE, message_id=command.message_id, limit=_CASES_OF_A_MESSAGE
        )
        for (case_id,) in rows:
            _tell(work, case_id, actor.user_id, what)

    return tell


def of_member(what: str) -> Callable[[Work, Actor, Any], None]:
    """The person left a room, or asks to be removed: their own case is told."""

    def tell(work: Work, actor: Actor, _command: Any) -> None:
        found = store.running(work.sql, actor.user_id)
        if found is not None:
            _tell(work, found.case_id, actor.user_id, what)

    return tell


def _tell(work: Work, case_id: str, actor_id: str, what: str) -> None:
    found = store.lock(work.sql, case_id)
    if found is not None and found.is_running:
        timeline.note(work, found, actor_id, what)
        timeline.announce(work, found)
