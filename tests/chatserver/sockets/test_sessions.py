"""The register of live sessions."""

from __future__ import annotations

from chatserver.sockets.session import INBOX_MAX, INBOX_RESERVE, Session, Waiting
from chatserver.sockets.sessions import LIVE_MAX, Sessions
from rooms.people.person import Actor, Role


def session(number: int, user_id: str = "ann") -> Session:
    return Session(str(number), Actor(user_id, user_id, Role.MEMBER), wire=None)  # type: ignore[arg-type]


def test_the_newest_ends_the_oldest() -> None:
    sessions = Sessions()
    made = [session(number) for number in range(LIVE_MAX + 1)]
    assert [sessions.add(one) for one in made[:-1]] == [None] * LIVE_MAX
    assert sessions.add(session(99, "bob")) is None
    assert sessions.add(made[-1]) is made[0]
    sessions.remove(made[0])
    sessions.remove(made[0])
    assert sessions.of_user("ann") == made[1:]
    assert len(sessions) == LIVE_MAX + 1


def test_an_inbox_has_a_bound_and_room_for_help() -> None:
    one = session(1)
    command = Waiting("message.post", [{}], 1)
    assert [one.accept(command, urgent=False) for _ in range(INBOX_MAX + 1)][-1] is False
    assert [one.accept(command, urgent=True) for _ in range(INBOX_RESERVE + 1)] == (
        [True] * INBOX_RESERVE + [False]
    )
