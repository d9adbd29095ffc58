"""Whatever two moderators do with a case, in whatever order: its talk is its member's, and that of
whoever has the case while they are in contact, and nobody else reads or writes in it.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from moderation.cases import closing, handing, opening, store, talking, triage
from moderation.cases.case import Case, CaseState, Kind, Outcome, follow_up_due
from moderation.cases.closing import ResolveCase
from moderation.cases.handing import AcceptCase, HandOverCase, RefuseCase, TakeOverCase
from moderation.cases.opening import Reason, Source
from moderation.cases.talking import AttemptCase, ContactCase
from moderation.cases.ticking import tick
from moderation.cases.triage import ClaimCase, ReleaseCase
from moderation.severity import Severity
from rooms.chat import access
from rooms.people.person import Actor, Role
from rooms.permissions import Action
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from tests.support.scene import Scene

HELPERS = st.sampled_from(["maria", "milo"])
STEPS = st.sampled_from([1, 60_000, 299_999, 300_000, 40 * 3_600_000])


class WhoseTalk(RuleBasedStateMachine):
    """One case, two who follow up, a clock."""

    @initialize(severity=st.sampled_from(Severity))
    def begin(self, severity: Severity) -> None:
        """Anna asks for somebody."""
        self.scene = Scene()
        self.actors = {
            "maria": self.scene.maria,
            "milo": self.scene.person("milo", Role.MODERATOR),
        }
        reason = Reason(source=Source.MODERATOR, severity=severity)
        case = self.scene.write(lambda work: opening.flag(work, self.scene.anna.user_id, reason))
        self.case_id = case.case_id

    def teardown(self) -> None:
        """Let go of the store."""
        if hasattr(self, "scene"):
            self.scene.close()

    @rule(who=HELPERS, other=HELPERS, what=st.integers(0, 8), outcome=st.sampled_from(Outcome))
    def act(self, who: str, other: str, what: int, outcome: Outcome) -> None:
        """Somebody does something, whether or not it is theirs to do."""
        case_id, to = self.case_id, self.actors[other].user_id
        words = {"case_id": case_id, "nonce": self.scene.nonce(), "body": "hello"}
        deeds: list[tuple[Any, Any]] = [
            (triage.claim, ClaimCase(case_id=case_id)),
            (triage.release, ReleaseCase(case_id=case_id)),
            (talking.contact, ContactCase(**words)),
            (talking.attempt, AttemptCase(case_id=case_id)),
            (handing.hand_over, HandOverCase(case_id=case_id, to=to, summary="tea")),
            (handing.accept, AcceptCase(**words)),
            (handing.refuse, RefuseCase(case_id=case_id)),
            (handing.take_over, TakeOverCase(**words)),
            (closing.resolve, ResolveCase(case_id=case_id, outcome=outcome)),
        ]
        self.act_as(who, *deeds[what])

    def act_as(self, who: str, deed: Any, command: Any) -> None:
        """Do it, or be refused."""
        try:
            self.scene.do(deed, self.actors[who], command)
        except Refusal:
            return

    def id_of(self, who: str) -> str:
        """Somebody by their id."""
        return self.actors[who].user_id

    @rule(who=HELPERS)
    def get_in_contact(self, who: str) -> None:
        """Somebody takes it on and writes, if nobody has it."""
        self.act_as(who, triage.claim, ClaimCase(case_id=self.case_id))
        words = ContactCase(case_id=self.case_id, nonce=self.scene.nonce(), body="hello")
        self.act_as(who, talking.contact, words)

    @rule(outcome=st.sampled_from(Outcome))
    def two_close_it(self, outcome: Outcome) -> None:
        """Whoever has it says what came of it, and the other agrees where that is needed."""
        case = self.case()
        command = ResolveCase(case_id=self.case_id, outcome=case.outcome or outcome)
        for who in sorted(self.actors, key=lambda who: self.id_of(who) != case.owner_id):
            self.act_as(who, closing.resolve, command)

    @rule(ms=STEPS)
    def time_passes(self, ms: int) -> None:
        """The clock does what is due."""
        self.scene.clock.advance(ms=ms)

        def due(work: Work) -> None:
            found = store.lock(work.sql, self.case_id)
            assert found is not None
            store.save(work.sql, tick(found, work.now, is_anyone_on_duty=True).case)

        self.scene.write(due)

    @rule()
    def ask_again(self) -> None:
        """It is time to ask how they are."""

        def due(work: Work) -> None:
            found = store.lock(work.sql, self.case_id)
            assert found is not None
            if found.state is CaseState.RESOLVED:
                store.save(work.sql, follow_up_due(found, work.now))

        self.scene.write(due)

    @invariant()
    def it_is_theirs_alone(self) -> None:
        """Nobody is in it but the two, and only while they are in contact does anybody write."""
        if not hasattr(self, "scene"):
            return
        case = self.case()
        assert case.kind is Kind.REAL
        if case.room_id is None:
            assert case.contacted_at is None
            return
        is_on = case.state is CaseState.IN_CONTACT
        everyone = [*self.actors.values(), self.scene.anna, self.scene.ben, self.scene.fay]
        for actor in [*everyone, self.scene.adam]:
            is_owner = is_on and actor.user_id == case.owner_id
            reads = is_owner or actor.user_id == case.member_id
            assert self.may(actor, case.room_id, writes=False) is reads
            assert self.may(actor, case.room_id, writes=True) is (reads and is_on)

    def case(self) -> Case:
        """The case as it stands."""

        def find(reader: Reader) -> Case:
            found = store.by_id(reader.sql, self.case_id)
            assert found is not None
            return found

        return self.scene.read(find)

    def may(self, actor: Actor, room_id: str, *, writes: bool) -> bool:
        """Whether somebody could read or write in the talk now."""

        def look(reader: Reader) -> bool:
            try:
                door = access.room_for_reading(reader, actor, room_id)
                if writes:
                    door.demand(Action.POST)
                    door.demand_voice(reader.now)
            except Refusal:
                return False
            return True

        return self.scene.read(look)


WhoseTalk.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestWhoseTalk = WhoseTalk.TestCase
