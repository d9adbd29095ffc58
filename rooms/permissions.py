"""Who may do what: one table, one function. Must never look anything up.

The numbers are the rows of the authorisation matrix. Facilitator is a relation to one
room; moderator and admin are roles and count before any relation. The verdicts:

    Y   always
    R   in a room they are in (a facilitator: one they run)
    O   their own
    .   never
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from rooms.chat.views import Relation
from rooms.people.person import Role, State
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rooms.people.person import Actor


STEP_UP_MS = 10 * 60 * 1000
"""How long a fresh proof of who one is counts."""


class Action(StrEnum):
    """What can be allowed or not."""

    LIST_ROOMS = "list_rooms"
    SEE_HIDDEN_ROOM = "see_hidden_room"
    JOIN = "join"
    ADMIT = "admit"
    READ = "read"
    READ_FROM_START = "read_from_start"
    POST = "post"
    EDIT = "edit"
    DELETE = "delete"
    HIDE = "hide"
    PIN = "pin"
    REACT = "react"
    SAVE = "save"
    LIST_MEMBERS = "list_members"
    SEARCH = "search"
    REPORT = "report"
    LIST_REPORTS = "list_reports"
    RESTRAIN = "restrain"
    CREATE_ROOM = "create_room"
    UPDATE_ROOM = "update_room"
    NAME_FACILITATOR = "name_facilitator"
    ASK_FOR_HELP = "ask_for_help"
    LIST_HELP = "list_help"
    SEE_CASES = "see_cases"
    COUNT_CASES = "count_cases"
    FOLLOW_UP = "follow_up"
    """Claim a case, talk with its person, close it: never one about oneself."""
    KEEP_ROTA = "keep_rota"
    """See and change who is there when, and be called."""
    KEEP_WORDS = "keep_words"
    """See the list of words of danger, propose what to change in it, decide about another's."""
    BLOCK = "block"
    BAN = "ban"
    INVITE = "invite"
    CHANGE_ROLE = "change_role"
    READ_AUDIT = "read_audit"
    END_SIGN_INS = "end_sign_ins"
    LOOK_AFTER = "look_after"
    """See who is on staff, who waits to be let in, what is proposed; help someone back in."""
    FREEZE = "freeze"
    CONFIGURE = "configure"
    """Decide what the place is called, how it looks, who comes in, which help lines come first."""


_TABLE = """
                         member  facilitator  moderator  admin
 3  list_rooms             Y          Y           Y        Y
 4  see_hidden_room        R          R           Y        Y
 5  join                   Y          Y           Y        .
 6  admit                  .          R           Y        .
 7  read                   R          R           Y        .
 8  read_from_start        .          R           Y        .
 9  post                   R          R           Y        .
10  edit                   O          O           O        .
11  delete                 O          O           O        O
12  hide                   .          R           Y        .
12  pin                    .          R           Y        .
13  react                  R          R           R        .
13  save                   R          R           R        .
14  list_members           R          R           Y        .
16  search                 R          R           Y        .
26  report                 Y          Y           Y        Y
27  list_reports           .          .           Y        .
31  restrain               .          R           Y        .
34  create_room            .          R           Y        Y
34  update_room            .          R           Y        Y
36  name_facilitator       .          .           Y        Y
 1  ask_for_help           Y          Y           Y        Y
27  list_help              .          .           Y        .
28  see_cases              .          .           Y        .
28  count_cases            .          .           Y        Y
29  follow_up              .          .           Y        .
29  keep_rota              .          .           Y        Y
30  keep_words             .          .           Y        Y
26  block                  Y          Y           Y        Y
32  ban                    .          .           Y        Y
35  invite                 .          R           Y        Y
37  change_role            .          .           .        Y
39  read_audit             .          .           O        Y
44  end_sign_ins           .          .           Y        Y
 2  look_after             .          .           Y        Y
 2  freeze                 .          .           .        Y
45  configure              .          .           .        Y
"""


def may(action: Action, role: Role, *, relation: Relation | None = None, own: bool = False) -> bool:
    """Whether someone may do it.

    `relation` is what they are to the room in question, None when they are not in it; `own` tells
    that the thing in question is theirs.
    """
    verdict = _VERDICTS[action][_column(role, relation)]
    if verdict == "R":
        return relation is not None
    if verdict == "O":
        return own
    return verdict == "Y"


def allows(
    actor: Actor, action: Action, *, relation: Relation | None = None, own: bool = False
) -> bool:
    """Whether the actor may do it now: staff without their second factor do what members may,
    and nothing that their role may not (an administrator reads no room by leaving it at home).
    """
    if not may(action, actor.role, relation=relation, own=own):
        return False
    return actor.proven or may(action, Role.MEMBER, relation=relation, own=own)


_IN_TALK = frozenset(
    {
        Action.READ,
        Action.READ_FROM_START,
        Action.POST,
        Action.REACT,
        Action.LIST_MEMBERS,
        Action.SEARCH,
    }
)
_OWN_IN_TALK = frozenset({Action.EDIT, Action.DELETE})


def allows_in_talk(actor: Actor, action: Action, *, relation: Relation, own: bool = False) -> bool:
    """Whether one of the two may do it in their talk. Roles give no power there, nor take one.

    Whoever follows up keeps the talk, as long as they are here and their powers work; asking
    moderators for a look at a message is the other's alone.
    """
    if relation is Relation.FACILITATOR:
        if actor.state is not State.ACTIVE or not allows(actor, Action.FOLLOW_UP):
            return False
    elif action is Action.REPORT:
        return True
    return action in _IN_TALK or (own and action in _OWN_IN_TALK)


def demand_step_up(actor: Actor, now: int) -> None:
    """Refuse a grave deed unless the actor has proved within minutes who they are."""
    if now - actor.stepped_up_at > STEP_UP_MS:
        raise Refusal("step_up_needed")


def _column(role: Role, relation: Relation | None) -> str:
    if role is not Role.MEMBER:
        return role
    return Relation.MEMBER if relation is None else relation


def _read_table() -> Mapping[Action, Mapping[str, str]]:
    head, *rows = _TABLE.strip().splitlines()
    columns = head.split()
    return MappingProxyType(
        {
            Action(name): MappingProxyType(dict(zip(columns, verdicts, strict=True)))
            for _, name, *verdicts in map(str.split, rows)
        }
    )


_VERDICTS = _read_table()
