"""Which function carries out which command: the domain's table, with what it asks for joined in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from inspect import signature

from chatserver.alerting import case_times
from chatserver.config import Config
from chatserver.execute import Handler, Prepared
from chatserver.ids import new_token
from chatserver.outside import configured
from moderation.cases import (
    answering,
    closing,
    handing,
    judging,
    looking,
    queue,
    raising,
    statistics,
    talking,
    telling,
    triage,
    worrying,
)
from moderation.cases.clock import Clock
from moderation.conduct import appeals, audit, reporting, restraining, sanctions, told
from moderation.detection import lexicon
from moderation.detection.lexicon import Lexicon
from moderation.duty import devices, facts, rota
from moderation.help import asking
from moderation.help.helplines import Helplines
from moderation.listening import account_age_days, listening
from moderation.notices import pushing
from moderation.screening import hearing, screening
from moderation.wordlist import deciding as deciding_words
from moderation.wordlist import proposing, showing
from rooms.chat import (
    blocks,
    freeing,
    log,
    membership,
    names,
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
from rooms.command import Command, Result
from rooms.people import naming, visibility
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
    syncing,
)
from web.site import deciding, guidelines
from web.site.decided import Configured, in_force


def handlers(
    config: Config,
    helplines: Helplines,
    public_url: Callable[[], str] | None = None,
    push_key: Callable[[], str] = str,
    words: Callable[[], Lexicon] = lexicon.default,
) -> Mapping[type[Command], Handler]:
    """Every command that reaches the store, or asks it whether it may be.

    `public_url` is asked when a link is made: with port 0 it is known only then. `push_key` is the
    key by which push services know this server. `words` is the list of words of danger that is in
    force; the one that came with the server is made ready here: that takes a second or two, and no
    message should wait for it.
    """
    settings = configured(config, helplines)
    times = case_times(config)
    return {
        reading.SyncSession: partial(syncing.sync, configured=settings, duty=facts),
        **_room_handlers(config.retention_days),
        **_saying(talking.listening(screening(listening(words), account_age_days))),
        search.SearchMessages: search.search,
        **_LOG,
        asking.AskForHelp: partial(
            asking.ask,
            outside=lambda reader: in_force(reader, settings).helplines.countries,
            duty=facts,
            hear=hearing(listening(words), account_age_days),
        ),
        answering.ShowCard: partial(answering.show, duty=facts),
        invites.CreateInvite: partial(
            invites.create,
            new_token=new_token,
            public_url=public_url or (lambda: config.public_url),
        ),
        registration.ConfirmHelplines: partial(registration.confirm, configured=settings),
        **_ON_MESSAGES,
        **_FREED,
        **_CONDUCT,
        **_timed(_CASES, times),
        **_timed(_held_handlers(config.cases_max), times),
        **_duty_handlers(config, push_key),
        **_word_handlers(lexicon.default()),
        **_PEOPLE,
        **_WAYS_IN,
        **_LEAVING,
        **_staff_handlers(settings),
        **_site_handlers(settings),
    }


def _room_handlers(retention_days: int) -> Mapping[type[Command], Handler]:
    """Rooms, and who is in them."""
    return {
        room.ListRooms: room.list_rooms,
        room.CreateRoom: partial(room.create, retention_days=retention_days),
        room.OpenRoom: room.open_room,
        membership.JoinRoom: membership.join,
        membership.LeaveRoom: telling.telling(membership.leave, telling.of_member("left_room")),
        membership.AdmitPerson: membership.admit,
        membership.RefusePerson: membership.refuse,
        **_ORDER,
        roster.ListMembers: roster.list_members,
    }


def _saying(screen: posting.Screen) -> Mapping[type[Command], Handler]:
    """What is said and taken back: every text passes the screen."""
    return {
        posting.PostMessage: partial(posting.post, screen=screen),
        posting.EditMessage: partial(posting.edit, screen=screen),
        posting.DeleteMessage: telling.telling(
            posting.delete, telling.message_gone("message_deleted")
        ),
        posting.HideMessage: audit.recorded(
            telling.telling(posting.hide, telling.message_gone("message_hidden")),
            "message.hide",
            lambda command: command.message_id,
            "reason",
        ),
    }


_ORDER: Mapping[type[Command], Handler] = {
    room.UpdateRoom: audit.recorded(
        room.update,
        lambda command: {None: "", True: "room.close", False: "room.reopen"}[command.closed],
        lambda command: command.room_id,
    ),
    membership.RemovePerson: audit.recorded(
        restraining.remove, "room.remove", lambda command: command.user_id
    ),
    membership.MutePerson: audit.recorded(
        restraining.mute, "room.mute", lambda command: command.user_id, "mute_s"
    ),
    membership.SetRelation: audit.recorded(
        membership.set_relation,
        "room.set_relation",
        lambda command: command.user_id,
        "relation",
    ),
    pacing.SlowRoom: audit.recorded(
        pacing.slow, "room.slow", lambda command: command.room_id, "every_s"
    ),
    pacing.LockRoom: audit.recorded(
        pacing.lock,
        lambda command: "room.lock" if command.reason else "room.unlock",
        lambda command: command.room_id,
        "reason",
    ),
}
"""Keeping a room, and order in it: each is a deed that stands in the chain."""

_FREED: Mapping[type[Command], Handler] = {
    freeing.ShowMessageAgain: audit.recorded(
        freeing.show_again, "message.show_again", lambda command: command.message_id
    ),
    freeing.FreeLinks: audit.recorded(
        freeing.free_links,
        lambda command: "message.vouch" if command.vouch else "message.free_links",
        lambda command: command.message_id,
    ),
    freeing.ListHeld: freeing.list_held,
}
"""What somebody has looked at, and found that it may be seen."""

_LOG: Mapping[type[Command], Handler] = {
    log.LogSince: log.since,
    log.LogBefore: log.before,
    log.LogAfter: log.after,
    log.LogAround: log.around,
}
"""What was said, as entries and as messages."""

_ON_MESSAGES: Mapping[type[Command], Handler] = {
    pins.PinMessage: pins.pin,
    pins.ListPinned: pins.list_pinned,
    saving.SaveMessage: saving.save,
    saving.ListSaved: saving.list_saved,
    reactions.React: reactions.react,
    reactions.ListReactions: reactions.list_reactions,
    reading.MarkRead: reading.mark,
    reading.MarkAllRead: reading.mark_all,
}
"""What is done with words that were said."""

_CONDUCT: Mapping[type[Command], Handler] = {
    reporting.ReportMessage: reporting.report,
    reporting.ListReports: reporting.list_reports,
    reporting.CloseReport: reporting.close,
    sanctions.Ban: staffing.ban,
    sanctions.LiftBan: sanctions.lift,
    restraining.WarnPerson: restraining.warn,
    restraining.TakeBackSanction: restraining.take_back,
    told.ShowMySanctions: told.show,
    told.PutSanctionAway: told.put_away,
    told.MakeAppeal: told.appeal,
    appeals.ListSanctions: appeals.history,
    appeals.ListAppeals: partial(appeals.list_appeals, peers=staffing.working_staff),
    appeals.DecideAppeal: partial(appeals.decide, peers=staffing.working_staff),
    audit.ListAudit: audit.list_audit,
}
"""What is looked at afterwards and by whom, and what is decided about people."""

_CASES: Mapping[type[Command], Handler] = {
    queue.ListCases: queue.list_cases,
    queue.CountCases: queue.count,
    statistics.ShowStatistics: statistics.show,
    looking.OpenCase: looking.open_case,
    looking.WidenCase: looking.widen,
    triage.ClaimCase: triage.claim,
    triage.RenewCase: triage.renew,
    triage.ReleaseCase: triage.release,
    triage.NoteCase: triage.note,
    talking.ContactCase: talking.contact,
    talking.AttemptCase: talking.attempt,
    handing.HandOverCase: handing.hand_over,
    handing.RefuseCase: handing.refuse,
    handing.TakeOverCase: handing.take_over,
    handing.StandByCase: handing.stand_by,
    closing.ResolveCase: partial(closing.resolve, peers=staffing.working_moderators),
    closing.ReviewCase: partial(closing.review, peers=staffing.working_moderators),
    raising.RaiseCase: raising.raise_case,
    raising.PracticeCase: raising.practice,
    judging.JudgeFlag: judging.judge,
    answering.AnswerCard: answering.answer,
    answering.PutCardAway: answering.put_away,
    worrying.WorryAbout: worrying.worry,
}
"""Whom to ask how they are, and who does."""


def _held_handlers(cases_max: int) -> Mapping[type[Command], Handler]:
    """What nobody has too many of."""
    return {
        triage.ClaimCase: partial(triage.claim, cases_max=cases_max),
        handing.AcceptCase: partial(handing.accept, cases_max=cases_max),
    }


def _timed(table: Mapping[type[Command], Handler], times: Clock) -> Mapping[type[Command], Handler]:
    """The same, by the times of this place, where they are asked for."""

    def timed(handler: Callable[..., Result]) -> Handler:
        asked = "times" in signature(handler).parameters
        return partial(handler, times=times) if asked else handler

    return {command: timed(handler) for command, handler in table.items()}


def _duty_handlers(config: Config, push_key: Callable[[], str]) -> Mapping[type[Command], Handler]:
    """Who is there when, and how they are called."""
    return {
        rota.ListRota: rota.list_rota,
        rota.AddShift: rota.add,
        rota.RemoveShift: rota.remove,
        rota.NoteShift: rota.note,
        devices.ShowDuty: partial(
            devices.show,
            push_key=push_key,
            outside=bool(config.outside_contact_webhook or config.outside_contact_email),
        ),
        devices.StartDuty: devices.start,
        devices.StopDuty: devices.stop,
        devices.RingAlert: devices.ring,
        devices.AcknowledgeAlert: devices.acknowledge,
        pushing.Subscribe: partial(pushing.subscribe, hosts=config.push_hosts),
        pushing.Unsubscribe: pushing.unsubscribe,
    }


def _word_handlers(base: Lexicon) -> Mapping[type[Command], Handler]:
    """What is listened for, and who agrees on it."""
    alone = staffing.is_alone_on_staff
    return {
        showing.ShowWordList: partial(showing.show, base=base, alone=alone),
        proposing.ProposeTerm: Prepared(
            partial(proposing.try_term, base=base), partial(proposing.propose_term, alone=alone)
        ),
        proposing.ProposeVersion: Prepared(
            partial(proposing.try_version, base=base),
            partial(proposing.propose_version, alone=alone),
        ),
        proposing.RefuseProposedWords: partial(proposing.refuse, alone=alone),
        deciding_words.ApproveProposedWords: Prepared(
            partial(deciding_words.try_again, base=base),
            partial(deciding_words.approve, alone=alone),
        ),
        deciding_words.UndoVersion: deciding_words.undo,
    }


_PEOPLE: Mapping[type[Command], Handler] = {
    visibility.SetPresence: visibility.set_presence,
    naming.ChangeHandle: names.change_handle,
    blocks.BlockPerson: blocks.block,
    blocks.ListBlocks: blocks.list_blocks,
    signals.SetTyping: signals.type_in,
    asking.ListHelp: asking.list_help,
}
"""Who someone is to others, and who is nothing to them; who writes, who asks for someone."""

_WAYS_IN: Mapping[type[Command], Handler] = {
    invites.ListInvites: invites.list_invites,
    invites.RevokeInvite: invites.revoke,
    invite_use.UseInvite: invite_use.use,
    sign_ins.ListSignIns: sign_ins.list_sign_ins,
    sign_ins.EndSignIn: sign_ins.end,
    sign_ins.EndSignInsOf: sign_ins.end_all,
}
"""How people come in, and where they are signed in."""

_LEAVING: Mapping[type[Command], Handler] = {
    exporting.ExportAccount: exporting.export,
    exporting.ReadExportPage: exporting.read_page,
    erasing.EraseAccount: telling.telling(erasing.erase, telling.of_member("erasing")),
    erasing.KeepAccount: telling.telling(erasing.keep, telling.of_member("kept")),
}
"""What someone takes along, and how they go."""


def _staff_handlers(settings: Configured) -> Mapping[type[Command], Handler]:
    """What staff decides about people."""
    return {
        staffing.FindUser: staffing.find,
        staffing.ShowStaff: partial(staffing.overview, configured=settings),
        staffing.AdmitUser: staffing.admit,
        staffing.RefuseUser: staffing.refuse,
        staffing.FreezeUser: staffing.freeze,
        roles.ProposeRole: roles.propose,
        roles.ApproveProposal: roles.approve,
        roles.UndoProposal: roles.undo,
        proposals.RefuseProposal: proposals.refuse,
        restoring.AskRestore: partial(restoring.ask, new_token=new_token),
        restoring.ConfirmRestore: restoring.confirm,
        restoring.StopRestore: restoring.stop,
    }


def _site_handlers(settings: Configured) -> Mapping[type[Command], Handler]:
    """What is decided about the place itself."""
    return {
        deciding.ShowSite: partial(deciding.show, configured=settings),
        deciding.ChangeSite: partial(deciding.change, configured=settings),
        deciding.SetRegistration: partial(deciding.set_registration, configured=settings),
        deciding.SetHelplines: partial(deciding.set_helplines, configured=settings),
        guidelines.ReadGuidelines: guidelines.read,
        guidelines.AcceptGuidelines: guidelines.accept,
    }
