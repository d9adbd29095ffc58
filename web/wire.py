"""What may be said to the server, by name: commands, answers, events, and strict JSON both ways.

Sockets and HTTP read the same table. Must never repeat what came in: a refusal names a field that
we declared, or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, TypeVar

import msgspec

from moderation.cases import answering, worrying
from moderation.conduct import reporting
from moderation.events import (
    AlertRang,
    AppealChanged,
    BanLifted,
    CardChanged,
    CaseChanged,
    ConcernHeard,
    DutyChanged,
    HelpAsked,
    ReportMade,
    StaffNoticed,
    WordListChanged,
    YourBan,
    YourSanction,
)
from moderation.help import asking
from rooms.chat import (
    blocks,
    events,
    freeing,
    log,
    membership,
    pacing,
    pins,
    posting,
    reactions,
    reading,
    room,
    roster,
    saving,
    search,
    signals,
)
from rooms.command import SEQ_MAX, Command, Nothing
from rooms.event import Event
from rooms.people import naming, visibility
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourState, YourVisibility
from rooms.refusal import Refusal, internal_words, too_long_words, too_short_words
from rooms.words import Say
from web import of_moderation
from web.accounts import (
    erasing,
    exporting,
    invite_use,
    invites,
    proposals,
    registration,
    restoring,
    roles,
    sign_ins,
    staffing,
)
from web.accounts.events import SignInEnded, YourRestore
from web.site import deciding, guidelines
from web.site.events import SiteChanged
from web.verbs import Mode as Mode
from web.verbs import Verb as Verb
from web.verbs import read, write

S = TypeVar("S", bound=msgspec.Struct)

DEPTH_MAX: Final = 16
"""Arrays and objects inside each other; more is nothing that we ever asked for."""


_ALL: Final = (
    read("session.sync", reading.SyncSession, reading.SessionState, anyhow=True),
    read("room.list", room.ListRooms, room.RoomPage),
    write("room.create", room.CreateRoom, room.ListedRoom),
    write("room.update", room.UpdateRoom, room.ListedRoom),
    write("room.join", membership.JoinRoom, membership.MyMembership),
    write("room.leave", membership.LeaveRoom, membership.MyMembership),
    write("room.admit", membership.AdmitPerson, membership.TheirMembership),
    write("room.refuse", membership.RefusePerson, membership.TheirMembership),
    write("room.remove", membership.RemovePerson, membership.TheirMembership),
    write("room.mute", membership.MutePerson, membership.TheirMembership),
    write("room.slow", pacing.SlowRoom, pacing.RoomPaced),
    write("room.lock", pacing.LockRoom, pacing.RoomPaced),
    write("room.set_relation", membership.SetRelation, membership.TheirMembership),
    read("room.open", room.OpenRoom, room.OpenedRoom, in_talk=True),
    Verb("room.close", room.CloseRoom, Nothing, Mode.SESSION, "signal", in_talk=True),
    read("room.members", roster.ListMembers, roster.MemberPage),
    Verb("message.post", posting.PostMessage, posting.Posted, Mode.WRITE, "post", in_talk=True),
    write("message.edit", posting.EditMessage, posting.Appended, in_talk=True),
    write("message.delete", posting.DeleteMessage, posting.Appended, in_talk=True),
    write("message.hide", posting.HideMessage, posting.Appended),
    write("message.show_again", freeing.ShowMessageAgain, posting.Appended),
    write("message.free_links", freeing.FreeLinks, posting.Appended),
    read("message.held", freeing.ListHeld, freeing.HeldPage),
    write("message.react", reactions.React, Nothing),
    write("message.pin", pins.PinMessage, Nothing),
    read("message.pinned", pins.ListPinned, pins.PinnedPage),
    write("message.save", saving.SaveMessage, Nothing),
    read("message.saved", saving.ListSaved, saving.SavedPage),
    read("message.reactions", reactions.ListReactions, reactions.ReactionPage),
    write("message.report", reporting.ReportMessage, Nothing, in_talk=True),
    write("message.concern", worrying.WorryAbout, Nothing),
    read("case.card", answering.ShowCard, answering.CardAnswer, anyhow=True),
    write("card.answer", answering.AnswerCard, Nothing, anyhow=True),
    write("card.put_away", answering.PutCardAway, Nothing, anyhow=True),
    Verb("message.search", search.SearchMessages, search.Found, Mode.LONG_READ, "search"),
    read("log.since", log.LogSince, log.Since, in_talk=True),
    read("log.before", log.LogBefore, log.Page, in_talk=True),
    read("log.after", log.LogAfter, log.Page, in_talk=True),
    read("log.around", log.LogAround, log.Around, in_talk=True),
    Verb("read.mark", reading.MarkRead, Nothing, Mode.LOSSY, "signal", in_talk=True),
    write("read.mark_all", reading.MarkAllRead, Nothing),
    Verb("typing.set", signals.SetTyping, Nothing, Mode.SESSION, "signal", in_talk=True),
    write("user.block", blocks.BlockPerson, Nothing),
    read("user.blocks", blocks.ListBlocks, blocks.BlockedPage),
    write("presence.set", visibility.SetPresence, Nothing),
    Verb("handle.change", naming.ChangeHandle, naming.Renamed, Mode.WRITE, "rename"),
    Verb(
        "help.ask",
        asking.AskForHelp,
        asking.HelpAnswer,
        Mode.WRITE,
        None,
        urgent=True,
        anyhow=True,
    ),
    *of_moderation.VERBS,
    write("invite.create", invites.CreateInvite, invites.InviteMade),
    read("invite.list", invites.ListInvites, invites.InvitePage),
    write("invite.revoke", invites.RevokeInvite, Nothing),
    write("invite.use", invite_use.UseInvite, invite_use.InviteUsed),
    read("site.show", deciding.ShowSite, deciding.SiteDecisions),
    write("site.change", deciding.ChangeSite, deciding.SiteDecisions),
    write("site.set_registration", deciding.SetRegistration, deciding.SiteDecisions),
    write("site.set_helplines", deciding.SetHelplines, deciding.SiteDecisions),
    write("site.confirm_helplines", registration.ConfirmHelplines, Nothing),
    read("site.guidelines", guidelines.ReadGuidelines, guidelines.Guidelines),
    write("site.accept_guidelines", guidelines.AcceptGuidelines, Nothing),
    read("user.find", staffing.FindUser, staffing.UserFound),
    write("user.admit", staffing.AdmitUser, Nothing),
    write("user.refuse", staffing.RefuseUser, Nothing),
    write("user.freeze", staffing.FreezeUser, Nothing),
    read("staff.overview", staffing.ShowStaff, staffing.StaffOverview),
    write("role.propose", roles.ProposeRole, proposals.ProposalAnswer),
    write("proposal.approve", roles.ApproveProposal, proposals.ProposalAnswer),
    write("proposal.refuse", proposals.RefuseProposal, proposals.ProposalAnswer),
    write("proposal.undo", roles.UndoProposal, proposals.ProposalAnswer),
    write("restore.ask", restoring.AskRestore, restoring.RestoreAsked),
    write("restore.confirm", restoring.ConfirmRestore, proposals.ProposalAnswer),
    write("restore.stop", restoring.StopRestore, Nothing, anyhow=True),
    read("sign_in.list", sign_ins.ListSignIns, sign_ins.MySignIns, anyhow=True),
    write("sign_in.end", sign_ins.EndSignIn, Nothing, anyhow=True),
    write("user.end_sign_ins", sign_ins.EndSignInsOf, Nothing),
    write("account.export", exporting.ExportAccount, exporting.ExportState, anyhow=True),
    read("account.export_page", exporting.ReadExportPage, exporting.ExportPage, anyhow=True),
    write("account.erase", erasing.EraseAccount, erasing.Erasing, anyhow=True),
    write("account.keep", erasing.KeepAccount, Nothing, anyhow=True),
)

VERBS: Final[Mapping[str, Verb]] = MappingProxyType({verb.name: verb for verb in _ALL})
"""Every command that exists; any other name is refused."""

EVENTS: Final[tuple[type[Event], ...]] = (
    events.MessagePosted,
    events.MessageEdited,
    events.MessageDeleted,
    events.MessageHidden,
    events.MessageReacted,
    events.RoomChanged,
    events.MemberJoined,
    events.MemberLeft,
    events.NamesChanged,
    events.PresenceChanged,
    events.TypingChanged,
    events.RoomMoved,
    events.YourMembership,
    events.YourMessageHidden,
    YourVisibility,
    YourHandle,
    YourBlocks,
    events.JoinAsked,
    events.RosterChanged,
    ReportMade,
    HelpAsked,
    CaseChanged,
    DutyChanged,
    AlertRang,
    CardChanged,
    ConcernHeard,
    YourRole,
    YourState,
    YourBan,
    BanLifted,
    YourSanction,
    AppealChanged,
    StaffNoticed,
    WordListChanged,
    YourRestore,
    SignInEnded,
    SiteChanged,
)
"""Every event that goes out, by its own `kind`."""


class Malformed(Exception):
    """Not the JSON that we read: `invalid_json` or `too_deep`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_json(text: bytes | str) -> object:
    """Read JSON strictly: no NaN, no infinity, no lone surrogate, only UTF-8, at most 16 deep.

    Of a repeated key the last one counts, as everywhere in our reading: nothing is passed on raw.
    """
    try:
        value: object = msgspec.json.decode(text)
    except RecursionError:
        raise Malformed("too_deep") from None
    except ValueError:  # msgspec's own errors, and Python's about Unicode, are ValueErrors
        raise Malformed("invalid_json") from None
    if _is_deeper_than(value, DEPTH_MAX):
        raise Malformed("too_deep")
    return value


def _is_deeper_than(value: object, levels: int) -> bool:
    """Level by level, so that no depth can exhaust the stack."""
    level = [value]
    for _ in range(levels + 1):
        containers = [each for each in level if isinstance(each, dict | list)]
        if not containers:
            return False
        level = [
            inner
            for each in containers
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return True


def decode_command(name: str, payload: object) -> Command:
    """The command of this name, or a refusal that names the offending field."""
    verb = VERBS.get(name)
    if verb is None:
        raise Refusal("unknown_event")
    return decode(payload, verb.command)


def decode(payload: object, kind: type[S]) -> S:
    """A struct of ours out of parsed JSON, or a refusal that names the offending field."""
    try:
        decoded = msgspec.convert(payload, kind)
    except msgspec.ValidationError as problem:
        raise _refusal(str(problem), kind) from None
    assert isinstance(payload, dict)
    for field, value in payload.items():
        # Every integer has a bound: what declares none ends where JSON readers stop being exact.
        if type(value) is int and value > SEQ_MAX:
            raise Refusal("out_of_range", field=field)
    return decoded


# How msgspec words its errors (0.22; a test holds each to it). The path, if any, comes last.
_PATH = re.compile(r"(.*) - at `\$([^`]*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_LENGTH = re.compile(r"Expected `\w+` of length ([<>]=) (\d+)")
_ABOVE = re.compile(r"Expected `(?:int|float)` <=? ")


def _refusal(words: str, kind: type[msgspec.Struct]) -> Refusal:
    located = _PATH.fullmatch(words)
    said, path = located.groups() if located else (words, "")
    if missing := _MISSING.fullmatch(said):
        return Refusal("missing_field", field=_declared(f"{path}.{missing[1]}", kind))
    if said.startswith("Object contains unknown field"):
        return Refusal("extra_field")
    field = _declared(path, kind)
    if length := _LENGTH.fullmatch(said):
        return _wrong_length(length[1], int(length[2]), field)
    return Refusal("out_of_range" if _ABOVE.match(said) else "bad_type", field=field)


def _wrong_length(sign: str, bound: int, field: str | None) -> Refusal:
    if sign == "<=":
        return Refusal("too_long", too_long_words(bound), field=field)
    if bound == 1:
        return Refusal("too_short", field=field)
    return Refusal("too_short", too_short_words(bound), field=field)


def _declared(path: str, kind: type[msgspec.Struct]) -> str | None:
    """The path without its leading dot, if it is one that we declared."""
    field = path.removeprefix(".")
    return field if field in _fields(kind) else None


@cache
def _fields(kind: type[msgspec.Struct]) -> frozenset[str]:
    """Every field of a struct, those of structs inside it with a dot."""
    return frozenset(_named_fields(msgspec.inspect.type_info(kind)))


def _named_fields(info: msgspec.inspect.Type) -> list[str]:
    if isinstance(info, msgspec.inspect.Metadata):
        return _named_fields(info.type)
    if isinstance(info, msgspec.inspect.UnionType):
        return [name for each in info.types for name in _named_fields(each)]
    if not isinstance(info, msgspec.inspect.StructType):
        return []
    names = [field.encode_name for field in info.fields]
    inner = [
        f"{field.encode_name}.{name}" for field in info.fields for name in _named_fields(field.type)
    ]
    return names + inner


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Why not: the same shape over sockets and HTTP. `reference` is there on `internal` alone."""

    code: str
    message: str
    field: str | None = None
    retryable: bool = False
    retry_after_ms: int | None = None
    reference: str | None = None


_encode = msgspec.json.Encoder().encode


def encode_result(result: msgspec.Struct) -> bytes:
    """An answer: `{"ok": true}` and the result's own fields."""
    fields = _encode(result)
    return b'{"ok":true}' if fields == b"{}" else b'{"ok":true,' + fields[1:]


def encode_trouble(trouble: Trouble) -> bytes:
    """A refusal: `{"ok": false}` and why."""
    return b'{"ok":false,"error":' + _encode(trouble) + b"}"


def encode_refusal(refusal: Refusal, say: Say = str) -> bytes:
    """What the domain refused, in its own words, said in the language of the site."""
    return encode_trouble(
        Trouble(
            code=refusal.code,
            message=say(refusal.message),
            field=refusal.field,
            retryable=refusal.retryable,
            retry_after_ms=refusal.retry_after_ms,
        )
    )


def encode_internal(reference: str, say: Say = str) -> bytes:
    """Our own fault: nothing but words and a reference that finds it in the log."""
    message = say(internal_words(reference))
    return encode_trouble(Trouble(code="internal", message=message, reference=reference))
