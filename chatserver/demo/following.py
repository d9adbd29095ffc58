"""What moderators of the story have done, and what waits for them tonight.

Through the same commands as on the page, at the instants of the story. Must never leave a case
that only the demonstration could have made.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from chatserver.demo.story import Follow, Shift, Step, Story
from moderation.cases import escalation, store, triage
from moderation.cases.case import Kind
from moderation.cases.closing import ResolveCase, ReviewCase
from moderation.cases.raising import PracticeCase
from moderation.cases.talking import ContactCase
from moderation.cases.triage import ClaimCase, NoteCase, RenewCase
from moderation.cases.worrying import WorryAbout
from moderation.conduct.reporting import CloseReport, ListReports, ReportMessage
from moderation.duty.rota import AddShift, NoteShift
from moderation.help.asking import AskForHelp
from moderation.notices.writing import Channels
from rooms.chat.posting import PostMessage
from rooms.people.person import Actor, Role

if TYPE_CHECKING:
    from chatserver.database import Database
    from rooms.command import Command
    from rooms.work import Work

MINUTE_MS: Final = 60_000
_NOTED_BEFORE_MS: Final = 5 * MINUTE_MS
"""A note is left shortly before the end of a shift."""

_RENEWS_EVERY_S: Final = 120
_STAYS_S: Final = 4 * 3600

Run = Callable[["Work", str, "Command"], Any]
"""A command of somebody's, by their handle."""
Moment = Callable[[int, str], int]
"""An hour of a day as an instant."""
Doing = Callable[["Work"], object]


class Following:
    """Knows what is done for whom, and what has come of it so far."""

    def __init__(
        self,
        run: Run,
        nonce: Callable[[], str],
        people: Mapping[str, str],
        rooms: Mapping[str, str],
    ) -> None:
        self._run, self._nonce = run, nonce
        self._people, self._rooms = people, rooms

    def shifts(self, shift: Shift, now: int) -> Iterator[tuple[int, Doing]]:
        """It is put on the rota a day before, and what is left to the next is left at its end."""
        begins_at = now + int(shift.begins * MINUTE_MS)
        ends_at = begins_at + int(shift.hours * 60 * MINUTE_MS)
        made: list[str] = []

        def plan(work: Work) -> None:
            planned = AddShift(
                user_id=self._people[shift.who],
                begins_at=begins_at,
                ends_at=ends_at,
                on_call=shift.on_call,
            )
            made.append(self._run(work, shift.who, planned).shift_id)

        def leave(work: Work) -> None:
            self._run(work, shift.who, NoteShift(shift_id=made[0], note=shift.note))

        yield min(now, begins_at) - 24 * 60 * MINUTE_MS, plan
        if shift.note:
            yield ends_at - _NOTED_BEFORE_MS, leave

    def steps(self, follow: Follow, now: int, moment: Moment) -> Iterator[tuple[int, Doing]]:
        """Each step, when it was done."""
        at = now - int(follow.ago * MINUTE_MS)
        if follow.found is not None:
            at = moment(follow.found.day, follow.found.at)
        told = _Told(follow.who)
        for step in follow.step:
            at += int(step.after * MINUTE_MS)
            yield at, self._doing(step, told)

    def _doing(self, step: Step, told: _Told) -> Doing:
        doing: Callable[[Work, Step, _Told], object] = getattr(self, f"_{step.does}")
        return lambda work: doing(work, step, told)

    # What is done ---------------------------------------------------------------------------------

    def _say(self, work: Work, step: Step, told: _Told) -> None:
        """In a room, where software listens as it does to anybody."""
        said = self._run(work, step.by, self._post(self._rooms[step.room], step.it))
        if step.by == told.who:
            told.message_id = said.message_id

    def _ask(self, work: Work, step: Step, told: _Told) -> None:  # noqa: ARG002
        self._run(work, step.by, AskForHelp(nonce=self._nonce(), words=step.it))

    def _worry(self, work: Work, step: Step, told: _Told) -> None:
        worry = WorryAbout(message_id=told.message_id, nonce=self._nonce(), note=step.it)
        self._run(work, step.by, worry)

    def _report(self, work: Work, step: Step, told: _Told) -> None:
        report = ReportMessage(
            message_id=told.message_id, nonce=self._nonce(), reason=step.reason, note=step.it
        )
        self._run(work, step.by, report)

    def _practise(self, work: Work, step: Step, told: _Told) -> None:  # noqa: ARG002
        self._run(work, step.by, PracticeCase(severity=step.severity, words=step.it))

    def _claim(self, work: Work, step: Step, told: _Told) -> None:
        self._run(work, step.by, ClaimCase(case_id=self._case(work, told)))

    def _renew(self, work: Work, step: Step, told: _Told) -> None:
        self._run(work, step.by, RenewCase(case_id=self._case(work, told)))

    def _note(self, work: Work, step: Step, told: _Told) -> None:
        self._run(work, step.by, NoteCase(case_id=self._case(work, told), note=step.it))

    def _write(self, work: Work, step: Step, told: _Told) -> None:
        """The first words of whoever helps open the talk; what follows is said in it."""
        case_id = self._case(work, told)
        case = store.lock(work.sql, case_id)
        assert case is not None
        if case.contacted_at is not None and case.room_id is not None:
            self._run(work, step.by, self._post(case.room_id, step.it))
        else:
            first = ContactCase(case_id=case_id, nonce=self._nonce(), body=step.it)
            self._run(work, step.by, first)

    def _close(self, work: Work, step: Step, told: _Told) -> None:
        close = ResolveCase(
            case_id=self._case(work, told), outcome=step.outcome, follow_up_in_h=step.again_h
        )
        self._run(work, step.by, close)

    def _review(self, work: Work, step: Step, told: _Told) -> None:
        self._run(work, step.by, ReviewCase(case_id=self._case(work, told)))

    def _seen(self, work: Work, step: Step, told: _Told) -> None:
        """What was reported of them has been seen to."""
        page = self._run(work, step.by, ListReports())
        for report in page.reports:
            if report.closed_at is None and report.author.handle == told.who:
                self._run(work, step.by, CloseReport(report_id=report.report_id))

    def _due(self, work: Work, step: Step, told: _Told) -> None:  # noqa: ARG002
        """What the clock does when it is time to ask again."""
        escalation.step(work, self._case(work, told), channels=Channels())

    def _case(self, work: Work, told: _Told) -> str:
        """The one that runs, or the one that was spoken of last."""
        member_id = self._people[told.who]
        running = store.running(work.sql, member_id) or store.lock_running(
            work.sql, member_id, Kind.PRACTICE
        )
        if running is not None:
            told.case_id = running.case_id
        return told.case_id

    def _post(self, room_id: str, words: str) -> PostMessage:
        return PostMessage(room_id=room_id, nonce=self._nonce(), body=words)


class StandingIn:
    """For moderators whom nobody plays: what they have stays with them. `run` until it is late."""

    def __init__(
        self,
        database: Database,
        story: Story,
        people: Mapping[str, str],
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._database, self._sleep = database, sleep
        self._members = {people[follow.who] for follow in story.follow_up.follow}
        self._moderators = {
            people[handle]: Actor(people[handle], handle, person.role)
            for handle, person in story.people.items()
            if person.role is Role.MODERATOR
        }

    async def run(self) -> None:
        """As their pages would, while they are at it."""
        for _ in range(_STAYS_S // _RENEWS_EVERY_S):
            await self._sleep(_RENEWS_EVERY_S)
            await self._database.write(self._renew)

    def _renew(self, work: Work) -> None:
        for member_id in self._members:
            case = store.running(work.sql, member_id)
            helper = None if case is None else self._moderators.get(case.owner_id or "")
            if case is not None and helper is not None:
                triage.renew(work, helper, RenewCase(case_id=case.case_id))


class _Told:
    """What is known of one case by now."""

    def __init__(self, who: str) -> None:
        self.who = who
        self.message_id = self.case_id = ""
