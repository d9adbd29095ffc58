"""From what is stored to what is shown."""

from __future__ import annotations

import pytest

from rooms.chat import showing
from rooms.chat.rows import Listed, Logged, Member, Shown
from rooms.chat.views import ReplyTo, Standing

SHOWN = Shown(
    seq=4,
    message_id="m",
    author_id="u",
    handle="anna",
    role="member",
    relation="member",
    body="canary",
    state="posted",
    posted_at=1000,
    edited_at=2000,
    reply_to="r",
    reply_seq=2,
    mentions="a b",
    reactions="heart=3 hug=1",
)


def test_a_message_that_stands() -> None:
    posted = showing.posted("room", "epoch", SHOWN)
    assert (posted.seq, posted.at, posted.body, posted.state) == (4, 1000, "canary", "posted")
    assert posted.author is not None
    assert posted.author.handle == "anna"
    assert posted.reply_to == ReplyTo(message_id="r", seq=2)
    assert posted.mentions == ["a", "b"]
    assert posted.reactions == {"heart": 3, "hug": 1}
    assert posted.nonce is None


@pytest.mark.parametrize("state", ["deleted", "hidden"])
def test_a_tombstone_shows_that_something_was_there(state: str) -> None:
    row = SHOWN._replace(state=state)
    posted = showing.posted("room", "epoch", row)
    assert (posted.state, posted.author, posted.body) == (state, None, "")
    assert (posted.mentions, posted.reactions, posted.edited_at) == ([], {}, None)
    for kind in (showing.POSTED, showing.EDITED, showing.REACTED, showing.HIDDEN):
        logged = Logged(9, kind, 3000, "m", row)
        entry = showing.entry("room", "epoch", logged, from_seq=0, room=None)
        assert "canary" not in repr(entry)
        assert "anna" not in repr(entry)
        assert entry.seq in (4, 9)


@pytest.mark.parametrize(("from_seq", "body"), [(3, "canary"), (4, None), (5, None)])
def test_an_edit_has_words_only_for_whoever_may_read_the_message(
    from_seq: int, body: str | None
) -> None:
    logged = Logged(9, showing.EDITED, 3000, "m", SHOWN)
    entry = showing.entry("room", "epoch", logged, from_seq=from_seq, room=None)
    assert entry.body == body  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("role", "relation", "badge"),
    [
        ("member", None, ""),
        ("member", "member", ""),
        ("member", "facilitator", "facilitator"),
        ("moderator", None, "moderator"),
        ("moderator", "facilitator", "moderator"),
        ("admin", None, ""),
        ("admin", "facilitator", ""),
    ],
)
def test_badges(role: str, relation: str | None, badge: str) -> None:
    assert showing.badge(role, relation) == badge


def test_counts_survive_being_stored() -> None:
    assert showing.counts(showing.counts_text({"hug": 2, "heart": 1})) == {"heart": 1, "hug": 2}
    assert showing.counts_text({"hug": 0}) == ""
    assert showing.counts("") == {}


def test_nobody_is_shown_who_is_gone() -> None:
    member = Member("u", "gone", "member", 0, None, 0, 1)
    assert showing.membership_view("room", member, now=0, from_start=False) is None
    row = Listed("u", "anna", "anna", "member", 1, "gone", "member", None)
    assert showing.member_view(row, now=0, to_keeper=True) is None


def test_a_mute_is_for_keepers_and_oneself_while_it_runs() -> None:
    row = Listed("u", "anna", "anna", "member", 1, "in", "member", 100)
    for now, to_keeper, until in [(99, True, 100), (99, False, None), (100, True, None)]:
        view = showing.member_view(row, now=now, to_keeper=to_keeper)
        assert view is not None
        assert view.muted_until == until
    member = Member("u", Standing.IN.value, "member", 7, 100, 0)
    for now, from_start, expected in [(99, False, (7, 100)), (100, True, (0, None))]:
        mine = showing.membership_view("room", member, now=now, from_start=from_start)
        assert mine is not None
        assert (mine.from_seq, mine.muted_until) == expected
