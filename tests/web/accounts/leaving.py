"""Someone who has left a trace in every table, each word of theirs a canary; and what is found."""

from __future__ import annotations

from functools import partial

import msgspec

from moderation.cases import case as case_rules
from moderation.cases import leaving as case_leaving
from moderation.cases import store as case_store
from moderation.cases import worrying
from moderation.cases.answering import Nobody
from moderation.cases.case import Outcome
from moderation.cases.worrying import WorryAbout
from moderation.conduct import audit, reporting, terms
from moderation.conduct.reporting import CloseReport, ReportMessage
from moderation.help import asking
from moderation.help.asking import AskForHelp
from rooms.chat import names, posting, reactions, room
from rooms.chat.reactions import React
from rooms.chat.room import CreateRoom
from rooms.chat.views import Access
from rooms.people import blocking, registry
from rooms.people.naming import ChangeHandle
from rooms.people.person import Actor, Role, State
from rooms.work import Work
from tests.moderation.cases.following import deaf
from tests.sockets.canaries import Canaries
from tests.support.ids import id_of
from tests.support.scene import Scene
from tests.support.work import FakeWork
from web.accounts import erasing, exporting, invites, recovery, sessions, store
from web.accounts.erasing import EraseAccount, Erasing, KeepAccount
from web.accounts.exporting import ExportAccount, ExportPage, ExportState, ReadExportPage
from web.accounts.sessions import DAY_MS
from web.site import guidelines

TESS = id_of("tess")


class Leaving(Scene):
    """The usual five, and Tess: a moderator in the evening room who is about to leave."""

    def __init__(self) -> None:
        super().__init__()
        self.new = Canaries()
        handle = self.new(20)
        self.write(lambda work: registry.add(work, TESS, handle, Role.MODERATOR))
        self.tess = Actor(TESS, handle, Role.MODERATOR)
        self.bring_in(self.tess, self.evening)
        self.heard()

    def now(self, actor: Actor) -> Actor:
        """The same person as they would be in a command of this moment, stepped up."""
        row = self.connection.execute(
            "SELECT handle, role, visible, state FROM person WHERE user_id = ?", (actor.user_id,)
        ).fetchone()
        handle, role, visible, state = row
        return msgspec.structs.replace(
            actor,
            handle=handle,
            role=Role(role),
            visible=bool(visible),
            state=State(state),
            stepped_up_at=self.clock(),
        )

    def erase(self, actor: Actor) -> Erasing:
        """Someone asks to be removed."""
        return self.do(erasing.erase, self.now(actor), EraseAccount())

    def keep(self, actor: Actor) -> None:
        """Someone takes it back."""
        self.do(erasing.keep, self.now(actor), KeepAccount())

    def remove(self) -> int:
        """72 hours pass, and the job runs to its end: how many steps that took."""
        self.clock.advance(ms=erasing.TAKEN_BACK_MS)
        steps = 0
        while self.write(step) is not None:
            steps += 1
        return steps

    def export(self, actor: Actor) -> tuple[ExportState, list[ExportPage]]:
        """Someone's export, from beginning to end."""
        begun = self.do(exporting.export, actor, ExportAccount())
        while self.write(gather) is not None:
            pass
        state = self.do(exporting.export, actor, ExportAccount())
        assert state.ready
        return state, [self.page_of(actor, begun, part_no) for part_no in range(state.parts)]

    def page_of(self, actor: Actor, state: ExportState, part_no: int) -> ExportPage:
        """One part of it."""
        asked = ReadExportPage(export_id=state.export_id, part_no=part_no)
        return self.ask(exporting.read_page, actor, asked)

    def report(self, actor: Actor, message_id: str, note: str = "") -> str:
        """Someone reports a message: the report's id."""
        nonce = self.new() if actor.user_id == TESS else self.nonce()
        what = ReportMessage(message_id=message_id, nonce=nonce, reason="unkind", note=note)
        self.do(reporting.report, actor, what)
        (report_id,) = self.connection.execute(
            "SELECT report_id FROM report ORDER BY rowid DESC LIMIT 1"
        ).fetchone()
        return str(report_id)

    def close_report(self, actor: Actor, report_id: str) -> None:
        """A moderator has seen to it."""
        self.do(reporting.close, actor, CloseReport(report_id=report_id))

    def close_all_reports(self) -> None:
        """A moderator has seen to everything."""
        for (report_id,) in self.connection.execute("SELECT report_id FROM report").fetchall():
            self.close_report(self.maria, str(report_id))

    def close_all_cases(self) -> None:
        """A moderator has followed up, and nothing more is to be done."""
        for (case_id,) in self.connection.execute('SELECT case_id FROM "case"').fetchall():
            self.write(partial(self._close_case, case_id=str(case_id)))

    def _close_case(self, work: Work, case_id: str) -> None:
        case = case_store.lock(work.sql, case_id)
        assert case is not None
        maria, now = self.maria.user_id, work.now
        held = case_rules.claim(case, maria, now)
        done = case_rules.resolve(
            held, maria, Outcome.NO_ACTION, now, follow_up_at=None, is_alone=False
        )
        case_store.save(work.sql, done)

    def forget_reports(self) -> None:
        """The jobs that end reports and cases run to their end."""
        while self.write(end_reports) is not None:
            pass
        while self.write(lambda work: case_leaving.step(work, "")) is not None:
            pass

    def react(self, actor: Actor, message_id: str, name: reactions.Reaction = "hug") -> None:
        """Someone gives a reaction."""
        self.do(reactions.react, actor, React(message_id=message_id, reaction=name, on=True))

    def live_a_life(self) -> None:
        """Tess does everything that leaves a trace, and others do what leaves one of her."""
        new, tess, fay = self.new, self.tess, self.fay
        self.write(self._come_in)
        self.do(room.create, tess, CreateRoom(nonce=new(), name="Tea", access=Access.OPEN))
        own = self.say(tess, new(), nonce=new(), warning=new(), topics=["loss"])
        self.pin(own.message_id)
        kept = self.say(fay, "a kind word")
        self.say(tess, f"@fay {new()}", nonce=new(), reply_to=kept.message_id)
        hidden = self.say(tess, new(), nonce=new())
        self.do(
            posting.hide,
            self.maria,
            posting.HideMessage(message_id=hidden.message_id, reason="off_topic"),
        )
        self.delete(tess, self.say(tess, new(), nonce=new()).message_id)
        edited = self.say(tess, new(), nonce=new())
        self.edit(tess, edited.message_id, new())
        self.say(fay, f"as @{tess.handle} said")
        for message_id in (kept.message_id, own.message_id):
            self.react(tess if message_id == kept.message_id else fay, message_id)
            self.react(self.anna, message_id)
            self.save(tess, message_id)
            self.save(self.anna, message_id)
        self._be_reported(own.message_id, kept.message_id, edited.message_id)
        worry = WorryAbout(message_id=kept.message_id, nonce=new(), note=new())
        self.do(worrying.worry, tess, worry)
        ask = AskForHelp(nonce=new(), words=new())
        self.write(
            lambda work: asking.ask(work, tess, ask, outside=lambda _: (), duty=Nobody(), hear=deaf)
        )
        for blocker, blocked in ((tess, self.ben), (self.adam, tess)):
            self.write(partial(set_block, pair=(blocker.user_id, blocked.user_id)))
        self.rename(tess, new(22))
        self.export(self.now(tess))
        self.write(self._act_as_staff)

    def rename(self, actor: Actor, handle: str) -> None:
        """Someone goes by another name."""
        self.do(names.change_handle, self.now(actor), ChangeHandle(handle=handle))

    def _come_in(self, work: FakeWork) -> None:
        user_id, new = self.tess.user_id, self.new
        work.sql.run(store.ADD_CREDENTIAL, user_id=user_id, passphrase_hash=new())
        sessions.start(work, user_id, new(), 30, proven=True, stepped_up=True)
        recovery.store_codes(work, user_id, [new(), new()])
        guidelines.keep_accepted(work, user_id, 1)
        self.connection.execute(
            "INSERT INTO second_factor (user_id, secret, confirmed_at, last_step, offered)"
            " VALUES (?, ?, ?, 0, ?)",
            (user_id, new(), work.now, new()),
        )

    def _be_reported(self, own: str, kept: str, edited: str) -> None:
        tess = self.tess
        self.report(tess, kept, self.new())
        self.close_report(self.maria, self.report(tess, kept, self.new()))
        self.report(self.anna, own, "she was unkind")
        self.close_report(self.maria, self.report(self.anna, edited))

    def _act_as_staff(self, work: FakeWork) -> None:
        """What a moderator does to others, and what an administrator does to her."""
        tess, ben = self.tess.user_id, self.ben.user_id
        invites.add(work, self.new(), creator_id=tess, valid_ms=DAY_MS)
        audit.record(work, tess, "room.mute", about=ben)
        self._have_a_shift(work)
        self._change_words(work)
        for given_by, user_id in ((tess, ben), (self.adam.user_id, tess)):
            sanction_id = work.new_id()
            self.connection.execute(
                "INSERT INTO sanction"
                " (sanction_id, user_id, kind, reason, given_by, given_at, note)"
                " VALUES (?, ?, 'ban', 'other', ?, ?, ?)",
                (sanction_id, user_id, given_by, work.now, self.new() if given_by == tess else ""),
            )
            self.connection.execute(
                "INSERT INTO appeal (appeal_id, sanction_id, user_id, at, words, decided_by, solo)"
                " VALUES (?, ?, ?, ?, ?, ?, 0)",
                (
                    work.new_id(),
                    sanction_id,
                    user_id,
                    work.now,
                    self.new() if user_id == tess else "please look again",
                    given_by,
                ),
            )
        for proposer, user_id in ((tess, ben), (self.adam.user_id, tess)):
            self.connection.execute(
                "INSERT INTO proposal VALUES"
                " (?, 'role', ?, 'moderator', 'member', ?, ?, 'waiting', ?, ?, NULL, NULL)",
                (work.new_id(), user_id, proposer, work.now, tess, work.now + DAY_MS),
            )

    def _have_a_shift(self, work: FakeWork) -> None:
        """She was on duty, and something rang for her."""
        tess, shift_id, until = self.tess.user_id, work.new_id(), work.now + DAY_MS
        self.connection.execute(
            "INSERT INTO shift VALUES (?, ?, ?, ?, 0, ?, ?)",
            (shift_id, tess, work.now, until, self.new(), work.now),
        )
        self.connection.execute(
            "INSERT INTO duty_device VALUES (?, ?, ?, 's', ?, ?)",
            (work.new_id(), shift_id, tess, work.now, work.now),
        )
        self.connection.execute(
            "INSERT INTO alert VALUES (?, ?, 'look', 'high', NULL, NULL, ?, ?, NULL)",
            (work.new_id(), tess, work.now, until),
        )
        self.connection.execute(
            "INSERT INTO push_subscription VALUES (?, ?, ?, 'key', 'secret', 's', ?)",
            (work.new_id(), tess, self.new(), work.now),
        )

    def _change_words(self, work: FakeWork) -> None:
        """She proposed what is listened for, and agreed to it."""
        tess, proposal_id = self.tess.user_id, work.new_id()
        self.connection.execute(
            "INSERT INTO list_proposal VALUES"
            " (?, 'own.words', '', NULL, ?, '{}', ?, ?, 'done', ?, ?, ?)",
            (proposal_id, self.new(), tess, work.now, work.now + DAY_MS, tess, work.now),
        )
        self.connection.execute(
            "INSERT INTO list_version VALUES (1, ?, ?, ?, NULL, NULL)",
            (work.now, tess, proposal_id),
        )
        self.connection.execute("INSERT INTO list_change VALUES (1, 'own.words', '')")


def set_block(work: Work, pair: tuple[str, str]) -> None:
    """One wants nothing of the other."""
    blocking.set_block(work, *pair, True)


def step(work: Work) -> str | None:
    """One step of the removal."""
    return erasing.step(work)


def end_reports(work: Work) -> str | None:
    """One step of what ends reports."""
    return terms.step(work, "")


def gather(work: Work) -> str | None:
    """One step of the gathering."""
    return exporting.step(work)
