"""What happens to sign-ins. Must never carry a token."""

from __future__ import annotations

from typing import Literal

from rooms.event import Event, Topic

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


def sign_in_topic(sign_in_id: str) -> Topic:
    """The live connections that one sign-in opened."""
    return Topic(f"sign-in:{sign_in_id}")
