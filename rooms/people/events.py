"""What changes about a person."""

from __future__ import annotations

from typing import Self

from rooms.event import Event, Topic, user_topic
from rooms.people.person import Role, State


class YourState(Event, frozen=True, kw_only=True, tag="you.state_changed"):
    """I was let in, or am leaving, or have taken that back: the page begins anew."""

    user_id: str
    state: State

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourRole(Event, frozen=True, kw_only=True, tag="you.role_changed"):
    """I was given another role, or mine was taken back: the page begins anew."""

    user_id: str
    role: Role

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourVisibility(Event, frozen=True, kw_only=True, tag="you.visibility_changed"):
    """I chose whether others see my name among those present, and that I am just reading."""

    user_id: str
    handle: str
    visible: bool
    reading: bool

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourHandle(Event, frozen=True, kw_only=True, tag="you.handle_changed"):
    """I go by another name now: the new one, to myself alone."""

    user_id: str
    handle: str

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourBlocks(Event, frozen=True, kw_only=True, tag="you.blocks_changed"):
    """Whom I block has changed; nobody else hears of it.

    `blocks` is another number whenever my list is another, and 0 when I block nobody: a client that
    holds another number asks `session.sync` and opens the room on screen anew.
    """

    user_id: str
    blocks: int

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)

    def about(self, blocked_id: str, on: bool) -> Self:
        """The same, knowing who is kept apart from them now, or no longer: never encoded."""
        self.__dict__.update(blocked_id=blocked_id, on=on)
        return self

    @property
    def blocked_id(self) -> str:
        """Who is kept apart from them now, or no longer."""
        blocked_id: str = self.__dict__["blocked_id"]
        return blocked_id

    @property
    def on(self) -> bool:
        """Whether they are kept apart now."""
        on: bool = self.__dict__["on"]
        return on
