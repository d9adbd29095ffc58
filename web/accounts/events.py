"""What happens to sign-ins, and to the ways back in. Must never carry a token or a code."""

from __future__ import annotations

from typing import Literal

from rooms.event import Event, Topic, user_topic

EndReason = Literal[
    "signed_out",
    "role_changed",
    "expired",
    "newer_session",
    "renewed",
    "banned",
    "erased",
    "frozen",
    "idle",
]
"""`newer_session`: one live connection too many, so the oldest ends; the sign-in itself stays.
`renewed`: a new one took its place on the same device."""


class SignInEnded(Event, frozen=True, kw_only=True, tag="session.revoked"):
    """This sign-in is over: its live connections end, and don't come back by themselves."""

    sign_in_id: str
    reason: EndReason

    @property
    def topic(self) -> Topic:
        """Every live connection of this one sign-in."""
        return sign_in_topic(self.sign_in_id)


class YourRestore(Event, frozen=True, kw_only=True, tag="you.restore_asked"):
    """Staff was asked to help me back in: a new code works from `due_at`, unless I stop it.

    Without `due_at` that is over: it was stopped, refused, used, or has lapsed.
    """

    user_id: str
    proposal_id: str
    due_at: int | None

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


def sign_in_topic(sign_in_id: str) -> Topic:
    """The live connections that one sign-in opened."""
    return Topic(f"sign-in:{sign_in_id}")
