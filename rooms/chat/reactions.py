"""Small kindnesses under a message. Must never become a score of people."""

from __future__ import annotations

from typing import Literal

from rooms.chat.views import Author
from rooms.command import Command, Cursor, Result

Reaction = Literal["heart", "hug", "thanks", "strength", "me_too", "well_done"]
"""The whole set: kind ones, so that nobody can be voted down."""

GATHER_MS = 1000
"""Reactions to one message are announced at most this often."""


class React(Command, frozen=True, kw_only=True):
    """Give or take back one reaction."""

    message_id: str
    reaction: Reaction
    on: bool


class ListReactions(Command, frozen=True, kw_only=True):
    """Who reacted."""

    message_id: str
    cursor: Cursor | None = None


class GivenReaction(Result, frozen=True, kw_only=True):
    """One reaction and who gave it."""

    reaction: Reaction
    person: Author


class ReactionPage(Result, frozen=True, kw_only=True):
    """A page of who reacted, oldest first."""

    reactions: list[GivenReaction]
    cursor: str | None
