"""Thirteen kinds of people and three rooms: the scene of the matrix and of the leaks.

Everyone has said something in each room while they were in it, so that everyone has an own
message everywhere, whatever they are to the room now.
"""

from __future__ import annotations

import secrets
from typing import Final

from moderation.cases import opening
from moderation.cases import store as case_store
from moderation.cases.opening import Reason, Source
from moderation.severity import Severity
from rooms.chat import log_store
from rooms.people import registry
from rooms.people.person import Role, State
from rooms.work import Work
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
        case` about the moderator inside."""

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
        flags = work.sql.all(
            case_store.FLAGS,
            case_id=self.asked["case"],
            before_at=work.now + 1,
            before_id="",
            limit=1,
        )
        self.asked["flag"] = flags[0][0]

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
