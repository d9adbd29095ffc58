"""Thirteen kinds of people and three rooms: the scene of the matrix and of the leaks.

Everyone has said something in each room while they were in it, so that everyone has an own
message everywhere, whatever they are to the room now.
"""

from __future__ import annotations

import secrets
from typing import Final

import msgspec

from moderation.cases import closing, handing, opening, talking, triage
from moderation.cases import store as case_store
from moderation.cases.case import Outcome
from moderation.cases.closing import ResolveCase
from moderation.cases.handing import HandOverCase
from moderation.cases.opening import Reason, Source
from moderation.cases.talking import ContactCase
from moderation.cases.triage import ClaimCase, ReleaseCase
from moderation.conduct import appeals, restraining, told
from moderation.conduct.appeals import ListAppeals
from moderation.conduct.restraining import WarnPerson
from moderation.conduct.told import MakeAppeal
from moderation.detection.lexicon import default
from moderation.duty import rota
from moderation.duty import store as duty_store
from moderation.notices import writing
from moderation.notices.writing import About, What
from moderation.severity import Severity
from moderation.wordlist import store as word_store
from moderation.wordlist import trying, versions
from moderation.wordlist.changes import TermChange
from rooms.chat import access, log, log_store, posting
from rooms.chat.posting import PostMessage
from rooms.people import registry
from rooms.people.person import Actor, Role, State
from rooms.work import Work
from tests.support.scene import unscreened
from tests.support.served import Person, Served
from web.accounts import invites, proposals, recovery

OUTSIDER: Final = "outsider"
MEMBER: Final = "member"
WAITING: Final = "waiting"
INVITED: Final = "invited"
REMOVED: Final = "removed"
KEEPER: Final = "keeper"
KEEPS_ANOTHER: Final = "keeps another"
MOD_OUTSIDE: Final = "moderator outside"
MOD_INSIDE: Final = "moderator inside"
ADMIN: Final = "administrator"

PRINCIPALS: Final = (
    OUTSIDER,
    MEMBER,
    WAITING,
    INVITED,
    REMOVED,
    KEEPER,
    KEEPS_ANOTHER,
    MOD_OUTSIDE,
    MOD_INSIDE,
    ADMIN,
)
"""Who acts, in the order of the columns of every table; each is the same to all three rooms."""

ROOMS: Final = ("open", "request", "hidden")

OF_TALK: Final = ("talk", "talk's words", "helper's words")
"""What of `asked` is the talk of two, or was said in it."""

# Two who never act: a plain member to be muted and quoted, and a second facilitator.
MELBA: Final = "melba"
FEE: Final = "fee"

_HANDLES: Final = {
    OUTSIDER: "ottilie",
    MEMBER: "ina",
    WAITING: "wes",
    INVITED: "ivo",
    REMOVED: "remy",
    KEEPER: "fay",
    KEEPS_ANOTHER: "otto",
    MOD_OUTSIDE: "mona",
    MOD_INSIDE: "milo",
    ADMIN: "ada",
    MELBA: "melba",
    FEE: "fee",
}
_MODERATORS: Final = (MOD_OUTSIDE, MOD_INSIDE)


class Cast:
    """The people, the rooms, and what was said in them."""

    def __init__(self, running: Served) -> None:
        self._running = running
        self.people: dict[str, Person] = {}
        self.rooms: dict[str, str] = {}
        self.said: dict[tuple[str, str], str] = {}
        """(room, who) to a message."""
        self.asked: dict[str, str] = {}
        """What staff has to decide: `role` and `restore` wait, `done` can be undone; `knocker`.

        `invite` and its `code` lead into the room to ask for. `case` is about Melba, `moderator's
        case` about the moderator inside, each with its `flag`. The moderator inside talks with
        the member (`talk`, of `talk's case`, with words of both); of the moderator outside are the
        `handed case`, which the other is asked to go on with, the `silent case`, where they can't
        go on talking, and the `closed case`, and a `shift` and an `alert`. That one has warned
        Melba (`sanction`, with an `appeal` of hers) and the member (`own sanction`), and an
        administrator the moderator inside (`staff's sanction`, `staff's appeal`). The moderator
        inside proposes `words`, and alone has made `words' version`."""

    @property
    def every_room(self) -> set[str]:
        """Rooms, and the talk."""
        return {*self.rooms.values(), self.asked["talk"]}

    def may_be_in(self, room_id: str) -> set[str] | None:
        """Who may ever hear a talk of two; None for what is none."""
        talks = {
            self.asked["talk"]: {MEMBER, MOD_INSIDE},
            self.asked["silent talk"]: {WAITING, MOD_OUTSIDE, MOD_INSIDE},
        }
        return talks.get(room_id)

    async def assemble(self) -> Cast:
        """Everyone takes their place."""
        for who, handle in _HANDLES.items():
            role = Role.MODERATOR if who in _MODERATORS else Role.MEMBER
            self.people[who] = await self._running.person(handle, role)
        root = await self._running.person("root-of-all", Role.ADMIN)
        for room in ROOMS:
            # A room that is hidden has been one to ask for: how else could anyone wait for it?
            access = "request" if room == "hidden" else room
            self.rooms[room] = await self._running.room(
                root, name=f"name-of-{room}", access=access, about=f"about-{room}"
            )
            await self._fill(root, room)
            await self._take_places(room)
            if room == "hidden":
                await self.do(KEEPER, "room.update", room, access="invite")
        another = await self._running.room(root, name="another", access="invite")
        await self._bring_keeper(root, another, KEEPS_ANOTHER)
        user_id = self.people[ADMIN].user_id
        await self._running.server.database.write(
            lambda work: registry.set_role(work, user_id, Role.ADMIN)
        )
        await self._running.server.database.write(lambda work: self._ask_of_staff(work, root))
        return self

    def _plan(self, work: Work) -> None:
        """The moderator outside has a shift, and something rings for them."""
        user_id = self.people[MOD_OUTSIDE].user_id
        self.asked["shift"] = work.new_id()
        work.sql.run(
            duty_store.ADD_SHIFT,
            shift_id=self.asked["shift"],
            user_id=user_id,
            begins_at=work.now - rota.HOUR_MS,
            ends_at=work.now + rota.HOUR_MS,
            on_call=0,
        )
        self.asked["alert"] = writing.ring(work, user_id, About(What.LOOK))

    def _propose_words(self, work: Work) -> None:
        """The moderator inside alone changed what is listened for, and proposes another change."""
        inside = self.people[MOD_INSIDE].user_id
        quiet = TermChange(term="relapse.craving", off=True)
        number = versions.make(
            work, {quiet.term: quiet}, by_id=inside, proposal_id=None, undo_until=work.now + 10**9
        )
        self.asked["words' version"] = str(number)
        self.asked["words"] = work.new_id()
        work.sql.run(
            word_store.ADD,
            proposal_id=self.asked["words"],
            term=quiet.term,
            change="",
            back_to=None,
            why="why-for-staff",
            trial=msgspec.json.encode(trying.tried((), default(), default(), key="")).decode(),
            proposer_id=inside,
            now=work.now,
            due_at=work.now + 10**9,
        )

    def _open_cases(self, work: Work) -> None:
        """Somebody should ask Melba how she is, and the moderator inside."""
        said = log_store.said(work.sql, self.said["open", MELBA])
        assert said is not None
        reason = Reason(
            source=Source.REPORT,
            severity=Severity.MEDIUM,
            room_id=said.room_id,
            message_id=said.message_id,
            seq=said.seq,
            body=said.body,
        )
        for name, who in (("case", MELBA), ("moderator's case", MOD_INSIDE)):
            self.asked[name] = opening.flag(work, self.people[who].user_id, reason).case_id
        for name, of in (("flag", "case"), ("moderator's flag", "moderator's case")):
            flags = work.sql.all(
                case_store.FLAGS,
                case_id=self.asked[of],
                before_at=work.now + 1,
                before_id="",
                limit=1,
            )
            self.asked[name] = flags[0][0]

    def _follow_up(self, work: Work) -> None:
        """Some have somebody already."""
        inside, outside = (self._actor(who) for who in (MOD_INSIDE, MOD_OUTSIDE))
        of_talk = self._talk(work, "talk's case", MEMBER, inside, "talk-words by milo")
        self.asked["talk"] = of_talk
        said = posting.post(
            work,
            self._actor(MEMBER),
            PostMessage(room_id=of_talk, nonce="talk", body="talk-words by ina"),
            screen=unscreened,
        )
        self.asked["talk's words"] = said.message_id
        first = log.messages_after(work, access.door(work, inside, of_talk), 0, 1)[0][0]
        self.asked["helper's words"] = first.message_id
        heard = Reason(
            source=Source.KEYWORD,
            severity=Severity.HIGH,
            room_id=of_talk,
            message_id=said.message_id,
            seq=said.seq,
            body="talk-words by ina",
        )
        opening.flag(work, self.people[MEMBER].user_id, heard)
        silent = self._talk(work, "silent case", WAITING, outside, "other-words by mona")
        self.asked["silent talk"] = silent
        triage.release(work, outside, ReleaseCase(case_id=self.asked["silent case"]))
        handed = self._claimed(work, "handed case", KEEPER, outside)
        asked = HandOverCase(case_id=handed, to=inside.user_id, summary="what matters")
        handing.hand_over(work, outside, asked)
        closed = self._claimed(work, "closed case", INVITED, outside)
        closing.resolve(work, outside, ResolveCase(case_id=closed, outcome=Outcome.TALKED))

    def _claimed(self, work: Work, name: str, who: str, helper: Actor) -> str:
        reason = Reason(source=Source.HELP_BUTTON, severity=Severity.HIGH)
        case = opening.flag(work, self.people[who].user_id, reason)
        triage.claim(work, helper, ClaimCase(case_id=case.case_id))
        self.asked[name] = case.case_id
        return case.case_id

    def _talk(self, work: Work, name: str, who: str, helper: Actor, words: str) -> str:
        case_id = self._claimed(work, name, who, helper)
        command = ContactCase(case_id=case_id, nonce=name, body=words)
        room_id = talking.contact(work, helper, command).case.room_id
        assert room_id is not None
        return room_id

    def _sanction(self, work: Work, root: Person) -> None:
        """Something was decided about some, and two of them ask for another look."""
        mona = self._actor(MOD_OUTSIDE)
        admin = Actor(root.user_id, root.handle, Role.ADMIN)
        for name, giver, who in (
            ("sanction", mona, MELBA),
            ("own sanction", mona, MEMBER),
            ("staff's sanction", admin, MOD_INSIDE),
        ):
            user_id = self.people[who].user_id
            warning = WarnPerson(user_id=user_id, reason="unkind", note="note-for-staff")
            self.asked[name] = restraining.warn(work, giver, warning).sanction_id
        for name, of, who in (
            ("appeal", "sanction", MELBA),
            ("staff's appeal", "staff's sanction", MOD_INSIDE),
        ):
            appeal = MakeAppeal(sanction_id=self.asked[of], words="appeal-words")
            told.appeal(work, self._actor(who), appeal)
            waiting = appeals.list_appeals(work, admin, ListAppeals()).appeals
            (made,) = (each for each in waiting if each.sanction.sanction_id == self.asked[of])
            self.asked[name] = made.appeal_id

    def _actor(self, who: str) -> Actor:
        person = self.people[who]
        role = Role.MODERATOR if who in _MODERATORS else Role.MEMBER
        return Actor(person.user_id, person.handle, role)

    def _ask_of_staff(self, work: Work, root: Person) -> None:
        """Fee is proposed by another administrator, the moderator outside was just named by them
        alone, Melba is being helped back in, and someone waits at the door.
        """
        people = {
            who: proposals.hold_people(work, root.user_id, person.user_id)[person.user_id]
            for who, person in self.people.items()
        }
        later = work.now + proposals.DAY_MS
        moderator = Role.MODERATOR
        named = people[MOD_OUTSIDE]._replace(role=Role.MEMBER)
        made = {
            "role": proposals.add(
                work, "role", people[FEE], root.user_id, role=moderator, due_at=later
            ),
            "done": proposals.add(
                work, "role", named, root.user_id, role=moderator, state="done", due_at=later
            ),
            "restore": proposals.add(work, "restore", people[MELBA], root.user_id, due_at=later),
        }
        recovery.store_codes(
            work,
            self.people[MELBA].user_id,
            ["0000"],
            from_at=later,
            until=later + 1,
            proposal_id=made["restore"].proposal_id,
        )
        self.asked = {name: proposal.proposal_id for name, proposal in made.items()}
        self._open_cases(work)
        self._follow_up(work)
        self._plan(work)
        self._sanction(work, root)
        self._propose_words(work)
        self.asked["knocker"] = work.new_id()
        registry.add(work, self.asked["knocker"], "nora", Role.MEMBER, State.WAITING)
        self.asked["invite"], self.asked["code"] = invites.add(
            work,
            "a token for a room to ask for",
            room_id=self.rooms["request"],
            creator_id=root.user_id,
            valid_ms=proposals.DAY_MS,
        )

    async def do(self, who: str, command: str, room: str, **more: object) -> dict[str, object]:
        """Someone does something to a room; it must be ok."""
        return await self._running.command(
            self.people[who], command, room_id=self.rooms[room], **more
        )

    async def _bring_keeper(self, root: Person, room_id: str, who: str) -> None:
        await self._running.command(
            root,
            "room.set_relation",
            room_id=room_id,
            user_id=self.people[who].user_id,
            relation="facilitator",
        )
        await self._running.command(self.people[who], "room.join", room_id=room_id)

    async def _fill(self, root: Person, room: str) -> None:
        """Everyone is in and says something; Melba last, so that all have read it."""
        for who in (KEEPER, FEE):
            await self._bring_keeper(root, self.rooms[room], who)
        everyone = [who for who in _HANDLES if who not in (KEEPER, FEE)]
        for who in everyone:
            await self.do(who, "room.join", room)
            if room != "open" and who not in _MODERATORS:
                await self.do(KEEPER, "room.admit", room, user_id=self.people[who].user_id)
        for who in sorted(_HANDLES, key=lambda who: who == MELBA):
            said = await self.do(
                who,
                "message.post",
                room,
                nonce=secrets.token_hex(8),
                body=f"words-of-{_HANDLES[who]}-in-{room}",
            )
            self.said[room, who] = str(said["message_id"])

    async def _take_places(self, room: str) -> None:
        """Whoever is not in any more goes, is put out, asks again or is invited."""
        for who in (OUTSIDER, INVITED, KEEPS_ANOTHER, MOD_OUTSIDE, ADMIN):
            await self.do(who, "room.leave", room)
        await self.do(KEEPER, "room.admit", room, user_id=self.people[INVITED].user_id)
        for who in (WAITING, REMOVED):
            await self.do(KEEPER, "room.remove", room, user_id=self.people[who].user_id)
        await self.do(WAITING, "room.join", room)
