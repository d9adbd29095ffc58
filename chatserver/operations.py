"""What the operator can have done, by name: for the console of a running server and without one.

Must never put a secret anywhere but into the answer, nor do anything that the audit log does not
tell of; only looking at that log leaves no trace.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import msgspec

from chatserver.backup import Backup, BackupProblem
from chatserver.config import Config
from chatserver.database import Database
from chatserver.facts import AuditHead
from chatserver.outside import configured
from chatserver.requests import (
    Answer,
    Asked,
    BackupTaken,
    Changed,
    Code,
    ConfirmHelplines,
    CreateInvite,
    CreateUser,
    Failure,
    FreezeUser,
    InviteMade,
    Invites,
    LinesToCall,
    ListInvites,
    ListUsers,
    Request,
    ResetUser,
    RevokeInvite,
    SetRole,
    ShowHelplines,
    TakeBackup,
    Users,
    Verdict,
    VerifyAudit,
)
from moderation.conduct import audit
from moderation.help.helplines import Helplines, to_confirm
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Work
from web.accounts import invite_codes, invites, operating, registration
from web.site.decided import in_force

_OPERATOR: Final = Actor(audit.OPERATOR, "", Role.ADMIN)


class Desk:
    """What the operations work with: an open database, and what the settings say."""

    def __init__(
        self,
        database: Database,
        config: Callable[[], Config],
        helplines: Helplines,
        now: Callable[[], int],
        new_token: Callable[[], str],
    ) -> None:
        self.database = database
        self._config = config
        self.helplines = helplines
        self.now = now
        self.new_token = new_token
        self._backup: Backup | None = None

    async def create_user(self, asked: CreateUser) -> Code:
        """See `CreateUser`."""
        return await self._code(
            lambda work: operating.create(work, asked.handle, asked.role, self.new_token)
        )

    async def reset_user(self, asked: ResetUser) -> Code:
        """See `ResetUser`."""
        return await self._code(lambda work: operating.reset(work, asked.handle, self.new_token))

    async def set_role(self, asked: SetRole) -> Changed:
        """See `SetRole`."""
        return await self._changed(lambda work: operating.set_role(work, asked.handle, asked.role))

    async def freeze_user(self, asked: FreezeUser) -> Changed:
        """See `FreezeUser`."""
        return await self._changed(lambda work: operating.freeze(work, asked.handle, asked.frozen))

    async def list_users(self, asked: ListUsers) -> Users:
        """See `ListUsers`."""

        def listed(work: Work) -> Users:
            if not asked.after:
                audit.record(work, audit.OPERATOR, "user.list")
            people, after = operating.people(work, asked.after)
            return Users(people=people, after=after)

        return await self.database.write(listed)

    async def create_invite(self, asked: CreateInvite) -> InviteMade:
        """See `CreateInvite`."""
        invite_id, code = await self.database.write(
            lambda work: operating.invite(
                work,
                self.new_token(),
                role=asked.role,
                room=asked.room,
                relation=asked.relation,
                hours=asked.hours,
            )
        )
        return InviteMade(
            invite_id=invite_id,
            link=invite_codes.link_of(self._config().public_url, "invite", code),
            code=code,
            until=self.now() + asked.hours * invites.HOUR_MS,
        )

    async def revoke_invite(self, asked: RevokeInvite) -> Changed:
        """See `RevokeInvite`."""
        return await self._changed(
            lambda work: invites.take_back(work, audit.OPERATOR, asked.invite_id)
        )

    async def list_invites(self, asked: ListInvites) -> Invites:
        """See `ListInvites`."""
        wanted = invites.ListInvites(cursor=asked.cursor)
        page = await self.database.read(
            lambda reader: invites.list_invites(reader, _OPERATOR, wanted)
        )
        return Invites(invites=page.invites, cursor=page.cursor)

    async def show_helplines(self, asked: ShowHelplines) -> LinesToCall:  # noqa: ARG002
        """See `ShowHelplines`."""
        settings = configured(self._config(), self.helplines)
        place = await self.database.read(lambda reader: in_force(reader, settings))
        return LinesToCall(countries=list(to_confirm(place.helplines, place.help_country)))

    async def confirm_helplines(self, asked: ConfirmHelplines) -> Changed:  # noqa: ARG002
        """See `ConfirmHelplines`."""

        def confirm(work: Work) -> bool:
            lines = in_force(work, configured(self._config(), self.helplines)).fingerprint
            known = registration.helplines_confirmed(work, lines)
            registration.set_confirmed(work, audit.OPERATOR, lines)
            return not known

        return await self._changed(confirm)

    async def verify_audit(self, asked: VerifyAudit) -> Verdict:  # noqa: ARG002
        """Follow the chain from its first entry, and compare with the end that the journal knows.

        The end it has now is remembered there.
        """
        known = await self._known_head()
        reached = audit.Head()
        more = True
        while more:
            found = await self.database.read(partial(audit.verify, after=reached))
            if found.broken_at is not None:
                return Verdict(entries=found.head.number, broken_at=found.broken_at)
            reached, more = found.head, found.more
        if known is not None:
            number = known.number
            kept = await self.database.read(lambda reader: audit.hash_at(reader, number))
            if kept is None:
                return Verdict(entries=reached.number, cut_off_after=reached.number)
            if kept.hex() != known.hash:
                return Verdict(entries=reached.number, broken_at=number)
        await self.note_audit()
        return Verdict(entries=reached.number)

    async def note_audit(self) -> None:
        """Let the journal know where the audit log ends."""
        if self.database.witness is None:
            return
        known = await self._known_head()
        head = await self.database.read(audit.head)
        if head.number > (0 if known is None else known.number):
            fact = AuditHead(epoch=self.database.epoch, number=head.number, hash=head.hash.hex())
            with suppress(OSError):  # it says so itself, and is tried again
                await self.database.witness.note(fact)

    async def tidy_journal(self) -> None:
        """Leave nothing in the journal that must not be kept any longer."""
        if self.database.witness is not None:
            await self.database.witness.tidy()

    async def _known_head(self) -> AuditHead | None:
        if self.database.witness is None:
            return None
        return await self.database.witness.audit_head(self.database.epoch)

    async def take_backup(self, asked: TakeBackup) -> BackupTaken:
        """See `TakeBackup`. One at a time."""
        if self._backup is not None:
            raise BackupProblem("A backup is being taken already. Wait until it is there.")
        self._backup = Backup(
            self._config().database_path, Path(asked.path), now=self.now(), force=asked.force
        )
        try:
            self._backup.demand_place()
            # First, so that the copy knows that it was taken.
            await self.database.write(
                lambda work: audit.record(work, audit.OPERATOR, "backup.take")
            )
            taken = await asyncio.to_thread(self._backup.write)
            await self.note_audit()
        finally:
            self._backup = None
        return BackupTaken(size=taken.size, people=taken.people, messages=taken.messages)

    def stop(self) -> None:
        """Give up what takes long."""
        if self._backup is not None:
            self._backup.stop()

    async def _changed(self, command: Callable[[Work], bool]) -> Changed:
        return Changed(changed=await self.database.write(command))

    async def _code(self, command: Callable[[Work], str]) -> Code:
        code = await self.database.write(command)
        return Code(
            code=code,
            url=f"{self._config().public_url}/recover",
            until=self.now() + operating.CODE_MS,
        )


class Operation(NamedTuple):
    """One thing that can be asked for, and what it answers."""

    request: type[Request]
    result: type[msgspec.Struct]
    run: Callable[[Desk, Any], Awaitable[msgspec.Struct]]
    is_long: bool = False


OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {
        "user.create": Operation(CreateUser, Code, Desk.create_user),
        "user.role": Operation(SetRole, Changed, Desk.set_role),
        "user.reset": Operation(ResetUser, Code, Desk.reset_user),
        "user.freeze": Operation(FreezeUser, Changed, Desk.freeze_user),
        "user.list": Operation(ListUsers, Users, Desk.list_users),
        "invite.create": Operation(CreateInvite, InviteMade, Desk.create_invite),
        "invite.revoke": Operation(RevokeInvite, Changed, Desk.revoke_invite),
        "invite.list": Operation(ListInvites, Invites, Desk.list_invites),
        "helplines.show": Operation(ShowHelplines, LinesToCall, Desk.show_helplines),
        "helplines.confirm": Operation(ConfirmHelplines, Changed, Desk.confirm_helplines),
        "audit.verify": Operation(VerifyAudit, Verdict, Desk.verify_audit, is_long=True),
        "backup": Operation(TakeBackup, BackupTaken, Desk.take_backup, is_long=True),
    }
)


async def answered(desk: Desk, operation: str, request: Request) -> msgspec.Struct:
    """Carry one out: its result, or a `Failure`. A bug is raised."""
    try:
        return await OPERATIONS[operation].run(desk, request)
    except Refusal as refusal:
        return Failure(code=refusal.code, words=refusal.message)
    except BackupProblem as problem:
        return Failure(code="backup", words=str(problem))


async def answer_line(
    desk: Desk, report_bug: Callable[[str, BaseException], str], line: bytes
) -> bytes:
    """The same for a line from the console."""
    failure = Failure(code="internal", words="")
    try:
        asked = msgspec.json.decode(line, type=Asked)
        request = msgspec.json.decode(asked.request, type=OPERATIONS[asked.operation].request)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError):
        failure = Failure(code="bad_request", words=_OTHER_RELEASE)
        return msgspec.json.encode(Answer(failure=failure))
    try:
        result = await answered(desk, asked.operation, request)
    except Exception as bug:  # noqa: BLE001 - whoever asked gets an answer
        reference = report_bug(f"console {asked.operation}", bug)
        words = f"That didn't work, and it is our fault. The log says more at {reference}."
        return msgspec.json.encode(Answer(failure=Failure(code="internal", words=words)))
    if isinstance(result, Failure):
        return msgspec.json.encode(Answer(failure=result))
    return msgspec.json.encode(Answer(result=msgspec.Raw(msgspec.json.encode(result))))


_OTHER_RELEASE: Final = (
    "The running server does not understand that. It may be of another release: restart it."
)
