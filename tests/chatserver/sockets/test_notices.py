"""Notices of rooms off screen count for each reader what that reader gets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from chatserver.blocks import Blocks
from chatserver.sockets.notices import MOVED_EVERY_S, Notices
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.session import Session
from chatserver.sockets.sessions import Sessions
from rooms.chat.events import RoomMoved, lobby_topic
from rooms.people.events import YourBlocks
from rooms.people.person import Actor, Role


class Lane:
    """A wire that keeps the notices that were written."""

    def __init__(self) -> None:
        self.notices: list[dict[str, Any]] = []

    def write(self, frame: bytes) -> None:
        self.notices.append(json.loads(frame[frame.index(b"42[") + 2 :])[1])

    @property
    def posts(self) -> list[int]:
        posts = [notice["posts"] for notice in self.notices]
        self.notices.clear()
        return posts


class Lobby:
    """A room that everybody has off screen; ann and bob are kept apart."""

    def __init__(self) -> None:
        self.timers: list[Callable[[], None]] = []
        self.blocks = Blocks()
        self.outbound = Outbound(self.blocks)
        self.sessions = Sessions()
        self.notices = Notices(self.outbound, self.sessions, self.blocks, self._later)
        self.posts = 0
        self.lanes: dict[str, Lane] = {}
        self.of: dict[str, Session] = {}
        for name in ("ann", "bob", "cleo", "mo"):
            self.come(name)
        self.block("ann", "bob")
        self.block("ann", "mo")

    def _later(self, delay: float, run: Callable[[], None]) -> None:
        assert delay == MOVED_EVERY_S
        self.timers.append(run)

    def come(self, name: str) -> None:
        lane = self.lanes[name] = Lane()
        role = Role.MODERATOR if name == "mo" else Role.MEMBER
        session = self.of[name] = Session(name, Actor(name, name, role), lane)  # type: ignore[arg-type]
        self.sessions.add(session)
        session.member_of.add("r")
        self.outbound.subscribe(session, lobby_topic("r"))

    def block(self, blocker: str, blocked: str, on: bool = True) -> None:
        self.blocks.change(YourBlocks(user_id=blocker, blocks=1).about(blocked, on))

    def post(self, author: str, *mentions: str) -> RoomMoved:
        self.posts += 1
        event = RoomMoved(
            room_id="r", seq=self.posts * 10, posts=self.posts, mentions=list(mentions)
        ).by(author)
        self.notices.moved(event)
        return event

    def a_second_later(self) -> None:
        due, self.timers = self.timers, []
        for timer in due:
            timer()

    @property
    def told(self) -> dict[str, list[int]]:
        return {name: lane.posts for name, lane in self.lanes.items()}


@pytest.fixture
def lobby() -> Lobby:
    return Lobby()


def test_no_notice_of_the_others_posts(lobby: Lobby) -> None:
    lobby.post("bob")
    assert lobby.told == {"ann": [], "bob": [1], "cleo": [1], "mo": [1]}
    lobby.a_second_later()
    lobby.post("ann")
    assert lobby.told == {"ann": [1], "bob": [], "cleo": [2], "mo": [2]}, "moderators miss nothing"


def test_what_was_passed_over_is_not_counted_later(lobby: Lobby) -> None:
    for author in ("cleo", "bob", "bob", "cleo", "ann"):
        lobby.post(author)
        lobby.a_second_later()
    assert lobby.told == {
        "ann": [1, 2, 3],
        "bob": [1, 2, 3, 4],
        "cleo": [1, 2, 3, 4, 5],
        "mo": [1, 2, 3, 4, 5],
    }


def test_of_a_gathered_second_everyone_gets_their_own_part(lobby: Lobby) -> None:
    lobby.post("cleo")
    for author in ("bob", "bob"):
        lobby.post(author)
    lobby.told  # noqa: B018 - what came at once
    lobby.a_second_later()
    assert lobby.told == {"ann": [], "bob": [3], "cleo": [3], "mo": [3]}, "nothing new for ann"
    lobby.post("bob")
    lobby.post("cleo", "ann")
    lobby.a_second_later()
    assert lobby.lanes["ann"].notices[-1]["mentions"] == ["ann"]
    assert lobby.told == {"ann": [2], "bob": [5], "cleo": [5], "mo": [5]}


def test_posts_are_passed_over_on_an_open_screen_too(lobby: Lobby) -> None:
    """The client counts what it sees there; the notices go on from its count."""
    ann = lobby.of["ann"]
    lobby.outbound.unsubscribe(ann, lobby_topic("r"))
    lobby.post("bob")
    lobby.a_second_later()
    lobby.outbound.subscribe(ann, lobby_topic("r"))
    lobby.post("cleo")
    assert lobby.told["ann"] == [1]


def test_whoever_was_told_the_count_starts_from_there(lobby: Lobby) -> None:
    ann = lobby.of["ann"]
    lobby.post("bob")
    late = lobby.post("bob")
    lobby.notices.counted(ann, "r", 2)
    lobby.notices.moved(late)  # delivered after the answer that counted it
    lobby.a_second_later()
    lobby.post("cleo")
    lobby.a_second_later()
    assert lobby.told["ann"] == [3]
    lobby.post("bob")
    lobby.a_second_later()
    lobby.post("cleo")
    lobby.a_second_later()
    assert lobby.told["ann"] == [4]


def test_a_post_that_comes_twice_is_passed_over_once(lobby: Lobby) -> None:
    again = lobby.post("bob")
    lobby.notices.moved(again)
    lobby.a_second_later()
    lobby.post("cleo")
    lobby.a_second_later()
    assert lobby.told["ann"] == [1]


def test_when_it_is_taken_back_the_count_goes_on_without_a_jump(lobby: Lobby) -> None:
    lobby.post("bob")
    lobby.block("ann", "bob", on=False)
    lobby.a_second_later()
    lobby.post("bob")
    assert lobby.told["ann"] == [1]
    lobby.notices.counted(lobby.of["ann"], "r", 2)
    lobby.a_second_later()
    lobby.post("bob")
    assert lobby.told["ann"] == [3]


def test_nothing_is_kept_of_a_session_that_ended(lobby: Lobby) -> None:
    lobby.post("bob")
    lobby.notices.counted(lobby.of["bob"], "r", 1)
    assert lobby.notices._passed
    for name in ("ann", "bob"):
        lobby.notices.forget(lobby.of[name])
    assert lobby.notices._passed == {}
