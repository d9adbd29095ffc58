"""Which function carries out which command: the domain's table, with what it asks for joined in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from chatserver.config import Config
from chatserver.execute import Handler
from moderation.conduct import reporting
from moderation.help import asking
from moderation.help.helplines import Helplines
from rooms.chat import log, membership, posting, reactions, reading, room, search, signals
from rooms.command import Command
from rooms.people import visibility
from rooms.people.person import Actor
from rooms.work import Work


def unscreened(work: Work, author: Actor, *, room_id: str, message_id: str, body: str) -> None:
    """Lets every text pass, until moderation listens for words of danger."""


def handlers(config: Config, helplines: Helplines) -> Mapping[type[Command], Handler]:
    """Every command that reaches the store, or asks it whether it may be."""
    return {
        reading.SyncSession: reading.sync,
        room.ListRooms: room.list_rooms,
        room.CreateRoom: partial(room.create, retention_days=config.retention_days),
        room.UpdateRoom: room.update,
        room.OpenRoom: room.open_room,
        membership.JoinRoom: membership.join,
        membership.LeaveRoom: membership.leave,
        membership.AdmitPerson: membership.admit,
        membership.RefusePerson: membership.refuse,
        membership.RemovePerson: membership.remove,
        membership.MutePerson: membership.mute,
        membership.SetRelation: membership.set_relation,
        membership.ListMembers: membership.list_members,
        posting.PostMessage: partial(posting.post, screen=unscreened),
        posting.EditMessage: partial(posting.edit, screen=unscreened),
        posting.DeleteMessage: posting.delete,
        posting.HideMessage: posting.hide,
        reactions.React: reactions.react,
        reactions.ListReactions: reactions.list_reactions,
        reporting.ReportMessage: reporting.report,
        reporting.ListReports: reporting.list_reports,
        search.SearchMessages: search.search,
        log.LogSince: log.since,
        log.LogBefore: log.before,
        reading.MarkRead: reading.mark,
        signals.SetTyping: signals.type_in,
        visibility.SetPresence: visibility.set_presence,
        asking.AskForHelp: partial(asking.ask, outside=helplines.countries),
        asking.ListHelp: asking.list_help,
    }
