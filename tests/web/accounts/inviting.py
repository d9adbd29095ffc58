"""A small language for tests of invitations: who makes one, and what comes of using it."""

from __future__ import annotations

from itertools import count
from typing import Any, Final

from rooms.chat import room_store
from rooms.people import registry
from rooms.people.person import Actor, Role, State, User
from rooms.refusal import Refusal
from rooms.work import Work
from tests.support.ids import id_of
from tests.web.accounts.staffed import Staffed
from web.accounts import invite_use, invites
from web.accounts.invite_use import InviteUsed, UseInvite
from web.accounts.invites import CreateInvite, InviteMade, ListInvites, RevokeInvite

URL: Final = "https://chat.example"
_tokens = count(1)


def create(work: Work, actor: Actor, command: CreateInvite) -> InviteMade:
    """`invites.create` as the server runs it, with tokens that nobody could guess, if they were."""
    return invites.create(
        work,
        actor,
        command,
        new_token=lambda: f"invite-token{next(_tokens)}",
        public_url=lambda: URL,
    )


class Inviting(Staffed):
    """Fay keeps the evening room; Maria and Adam look after the house; Ben is in no room."""

    def invite(self, actor: Actor, **what: Any) -> InviteMade:
        """Someone makes an invitation, to the house unless a room is named."""
        return self.do(create, self.up(actor), _asked(what))

    def may_not_invite(self, actor: Actor, **what: Any) -> str:
        """The code of the refusal that making it must end in."""
        return self.no(create, self.up(actor), _asked(what))

    def revoke(self, actor: Actor, made: InviteMade) -> None:
        """Someone takes it back."""
        self.do(invites.revoke, self.up(actor), RevokeInvite(invite_id=made.invite.invite_id))

    def listed(self, actor: Actor) -> list[invites.InviteView]:
        """What someone sees on the first page."""
        return self.ask(invites.list_invites, self.up(actor), ListInvites()).invites

    def sign_up(self, name: str, code: str) -> Actor:
        """Someone new comes by it, as far as the invitation is concerned."""

        def come(work: Work) -> None:
            found = invite_use.valid(work, code)
            invite_use.demand_patience(work, found)
            user = registry.add(work, id_of(name), name, *invite_use.begins_as(found))
            invite_use.spend(work, found)
            invite_use.bring_in(work, user, found)

        self.write(come)
        return self.up(Actor(id_of(name), name, Role.MEMBER))

    def is_dead(self, code: str) -> bool:
        """Whether it opens nothing: for someone new, and for someone who is here."""
        try:
            self.read(lambda reader: invite_use.valid(reader, code))
            return False
        except Refusal as refusal:
            new = refusal
        here = self.refusal(invite_use.use, self.up(self.ben), UseInvite(code=code))
        assert [(new.code, new.field), (here.code, here.field)] == [
            ("invite_invalid", "invite"),
            ("invite_invalid", "code"),
        ]
        return True

    def use(self, actor: Actor, code: str) -> InviteUsed:
        """Someone who is here already follows it."""
        return self.do(invite_use.use, self.up(actor), UseInvite(code=code))

    def standing(self, actor: Actor, room_id: str | None = None) -> tuple[str, str] | None:
        """What someone is to a room: standing and relation."""
        row = self.connection.execute(
            "SELECT standing, relation FROM membership WHERE room_id = ? AND user_id = ?",
            (room_id or self.evening, actor.user_id),
        ).fetchone()
        return None if row is None else (row[0], row[1])

    def state(self, actor: Actor) -> State:
        """How far someone is here."""
        return self.up(actor).state

    def guide(self, room_id: str, words: str) -> None:
        """The room has guidelines from now on."""
        self.connection.execute(
            "UPDATE room SET guidelines = ?, guidelines_version = 1 WHERE room_id = ?",
            (words, room_id),
        )
        assert self.read(lambda reader: room_store.by_id(reader.sql, room_id)).guidelines == words

    def user(self, actor: Actor) -> User | None:
        """The person as the registry has them."""
        return self.read(lambda reader: registry.by_id(reader, actor.user_id))


def _asked(what: dict[str, Any]) -> CreateInvite:
    asked: dict[str, Any] = {"kind": "invite", "valid_h": 24} | what
    return CreateInvite(**asked)
