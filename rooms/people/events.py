"""What changes about a person."""

from __future__ import annotations

from rooms.event import Event, Topic, user_topic
from rooms.people.person import Role


class YourRole(Event, frozen=True, kw_only=True, tag="you.role_changed"):
    """I was given another role, or mine was taken back: the page begins anew."""

    user_id: str
    role: Role

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourVisibility(Event, frozen=True, kw_only=True, tag="you.visibility_changed"):
    """I chose whether others see my name among those present."""

    user_id: str
    handle: str
    visible: bool

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)
