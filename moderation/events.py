"""What staff is told, and what a person is told of staff's decisions about them alone.

Must never reach a room, nor tell one person what is about another.
"""

from __future__ import annotations

from typing import Self

from rooms.event import MODERATORS, STAFF, Event, Topic, user_topic


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


class CaseChanged(ForModerators, frozen=True, kw_only=True, tag="case.changed"):
    """A case is new, or stands otherwise than before: ids, and words of ours."""

    case_id: str
    state: str
    severity: str
    owner_id: str | None


class DutyChanged(ForModerators, frozen=True, kw_only=True, tag="duty.changed"):
    """The rota, or who is there, is otherwise than before."""


class WordListChanged(Event, frozen=True, kw_only=True, tag="lexicon.changed"):
    """The list of words that are listened for is another one, or something is proposed for it."""

    number: int

    @property
    def topic(self) -> Topic:
        """Every member of staff whose powers work."""
        return STAFF


class AlertRang(Event, frozen=True, kw_only=True, tag="alert.rang"):
    """Something waits, for me to come and look: where, of whom and why is nowhere in it.

    `severity` is for the tone alone. It rings until I say that I heard it, or somebody has it.
    """

    user_id: str
    alert_id: str
    what: str
    severity: str | None

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class CardChanged(Event, frozen=True, kw_only=True, tag="you.card_changed"):
    """What I am asked, or told of who has heard me, is another now: `case.card` says it."""

    user_id: str

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class ConcernHeard(Event, frozen=True, kw_only=True, tag="you.concern_heard"):
    """I was worried about these words: someone has this."""

    user_id: str
    message_id: str

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class StaffNoticed(Event, frozen=True, kw_only=True, tag="staff.noticed"):
    """The staff page has something new. `about` is the person concerned, who is not told."""

    about: str

    @property
    def topic(self) -> Topic:
        """Every member of staff whose powers work."""
        return STAFF

    @property
    def not_for(self) -> str | None:
        """The person whom it is about."""
        return self.about


class AppealChanged(Event, frozen=True, kw_only=True, tag="appeal.changed"):
    """Someone asked for another look at what was decided about them, or it was decided."""

    about: str

    @property
    def topic(self) -> Topic:
        """Every member of staff whose powers work."""
        return STAFF

    @property
    def not_for(self) -> str | None:
        """The person whom it is about: they are told in words."""
        return self.about


class YourSanction(Event, frozen=True, kw_only=True, tag="you.sanctioned"):
    """Something was decided about me, or about what I said to it: `sanction.mine` says what."""

    user_id: str

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourBan(Event, frozen=True, kw_only=True, tag="you.banned"):
    """I can't take part until then (None: until it is lifted), and why."""

    user_id: str
    reason: str
    until: int | None

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)

    def given(self, by: str) -> Self:
        """The same, knowing who gave it: never encoded."""
        self.__dict__["given_by"] = by
        return self

    @property
    def given_by(self) -> str:
        """Who gave it."""
        given_by: str = self.__dict__.get("given_by", "")
        return given_by


class BanLifted(Event, frozen=True, kw_only=True, tag="you.ban_lifted"):
    """I can take part again."""

    user_id: str

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)
