"""What moderators are told. Must never reach a room, nor the person whom it is about."""

from __future__ import annotations

from rooms.event import MODERATORS, Event, Topic


class ForModerators(Event, frozen=True, kw_only=True):
    """Goes to every moderator but `about`, the person concerned; carries ids and nothing else."""

    about: str

    @property
    def topic(self) -> Topic:
        """Every live session of a moderator."""
        return MODERATORS

    @property
    def not_for(self) -> str | None:
        """The person whom it is about."""
        return self.about


class ReportMade(ForModerators, frozen=True, kw_only=True, tag="report.made"):
    """Someone asked for a look at a message."""

    report_id: str


class HelpAsked(ForModerators, frozen=True, kw_only=True, tag="help.asked"):
    """Someone wants to talk to a person."""

    help_id: str
