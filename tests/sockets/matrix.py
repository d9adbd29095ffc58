"""The authorisation matrix, cell by cell, written by hand: what the server must answer.

Must never be derived from the code: it is read beside the table of the threat model, row by row.

A cell is one letter for each of ten people, in this order:

    outsider  member  waiting  invited  removed
    keeper  keeps another room  moderator outside  moderator inside  administrator

    +  done      f  forbidden      n  not_found      l  last_facilitator
    v  invite_invalid          c  already_claimed              w  not_now
    .  nothing to ask: there is no such case over that interface

Three such groups stand for an open room, one to ask for, and a hidden one; `=` means as before it.
`@` says that what is done to someone has to do with no room. For an absent room, message
or person everyone gets `not_found`, unless a line says otherwise.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.sockets.cast import PRINCIPALS, ROOMS

CODES: Final = {
    "+": "",
    "f": "forbidden",
    "n": "not_found",
    "l": "last_facilitator",
    "v": "invite_invalid",
    "c": "already_claimed",
    "w": "not_now",
}

_TABLE: Final = """
row  command                 about             open         request      hidden
---  reading
 7   room.open               -                 f+fff +f++f  =            n+ffn +n++f
 7   room.open since         -                 f+fff +f++f  =            n+ffn +n++f
 7   log.since               -                 f+fff +f++f  =            n+ffn +n++f
 7   log.before              -                 f+fff +f++f  =            n+ffn +n++f
 7   log.after               -                 f+fff +f++f  =            n+ffn +n++f
 7   log.around              melba's           n+nnn +n++n  =            =
 7   message.reactions       melba's           n+nnn +n++n  =            =
14   room.members            -                 f+fff +f++f  =            n+ffn +n++f
16   message.search          -                 f+fff +f++f  =            n+ffn +n++f
 7   message.pinned          -                 f+fff +f++f  =            n+ffn +n++f
---  speaking
13   typing.set              -                 f+fff +ff+f  =            n+ffn +nf+f
13   read.mark               -                 f+fff +ff+f  =            n+ffn +nf+f
13   read.mark back          -                 f+fff +ff+f  =            n+ffn +nf+f
 9   message.post            -                 f+fff +f++f  =            n+ffn +n++f
 9   message.post reply      melba's           f+fff +f++f  =            n+ffn +n++f
10   message.edit            own               f+fff +f++f  =            n+ffn +n++f
10   message.edit            melba's           nfnnn fnffn  =            =
11   message.delete          own               +++++ +++++  =            =
11   message.delete          melba's           nfnnn fnffn  =            =
12   message.hide            melba's           nfnnn +n++n  =            =
12   message.hide            own               nfnnn fnffn  =            =
12   message.hide            moderator's       nfnnn fn+fn  =            =
12   message.show_again      melba's           nfnnn +n++n  =            =
12   message.show_again      own               nfnnn fnffn  =            =
12   message.free_links      melba's           nfnnn +n++n  =            =
12   message.free_links      own               nfnnn fnffn  =            =
12   message.free_links vouch melba's          nfnnn fn++n  =            =
12   message.pin             melba's           nfnnn +n++n  =            =
12   message.pin off         melba's           nfnnn +n++n  =            =
13   message.react           melba's           n+nnn +nf+n  =            =
13   message.save            melba's           n+nnn +nf+n  =            =
13   message.save off        melba's           n+nnn +nf+n  =            =
26   message.report          melba's           n+nnn +n++n  =            =
26   message.report          own               nfnnn fnffn  =            =
26   message.concern         melba's           n+nnn +n++n  =            =
26   message.concern         own               nfnnn fnffn  =            =
---  coming and going
 5   room.join               -                 +++++ ++++f  =            n+++n +n++f
 5   room.leave              -                 +++++ +++++  =            n+++n +n+++
 6   room.admit              waiting           fffff +f++f  =            nfffn +n++f
 6   room.admit              outsider          fffff +f++f  =            nfffn +n++f
 6   room.admit              administrator     fffff fffff  =            nfffn fnfff
 6   room.refuse             waiting           fffff +f++f  =            nfffn +n++f
---  keeping order
31   room.mute               melba             fffff +f++f  =            nfffn +n++f
31   room.mute               fee               fffff ff++f  =            nfffn fn++f
31   room.mute               moderator inside  fffff fffff  =            nfffn fnfff
31   room.mute               outsider          fffff nfnnf  =            nfffn nnnnf
31   room.remove             melba             fffff +f++f  =            nfffn +n++f
31   room.remove             fee               fffff ff++f  =            nfffn fn++f
31   room.remove             moderator inside  fffff fffff  =            nfffn fnfff
31   room.remove             themselves        fffff ffnff  =            nfffn fnnff
31   room.slow               -                 fffff +f++f  =            nfffn +n++f
31   room.lock               -                 fffff +f++f  =            nfffn +n++f
31   sanction.warn room      melba             fffff +f++f  =            nfffn +n++f
31   sanction.warn room      fee               fffff ff++f  =            nfffn fn++f
31   sanction.warn room      moderator inside  fffff fffff  =            nfffn fnfff
36   room.set_relation       melba             fffff ff+++  =            nfffn fn+++
36   room.set_relation       themselves        fffff ff++f  =            nfffn fn++f
34   room.update             -                 fffff +f+++  =            nfffn +n+++
34   room.update closed      -                 fffff +f+++  =            nfffn +n+++
---  nothing to do with a room
34   room.create             no room           fffff +++++
 3   room.list               no room           +++++ +++++
16   message.search          no room           +++++ ++++f
13   message.saved           no room           +++++ ++++f
13   read.mark_all           no room           +++++ +++++
27   report.list             no room           fffff ff++f
27   help.list               no room           fffff ff++f
 1   help.ask                no room           +++++ +++++
 1   case.card               no room           +++++ +++++
 1   card.answer             no room           n++nn +nnnn
 1   card.put_away           no room           n+++n +nnnn
 -   session.sync            no room           +++++ +++++
 -   presence.set            no room           +++++ +++++
 -   handle.change           no room           +++++ +++++
27   message.held            no room           fffff ff++f
27   report.close            @absent           fffff ffnnf
28   case.list               no room           fffff ff++f
28   case.count              no room           fffff ff+++
28   case.statistics         no room           fffff ff++f
28   case.open               @case             fffff ff++f
28   case.open               @moderator's case fffff ff+nf
28   case.open               @absent           fffff ffnnf
28   case.widen              @case             fffff ff++f
28   case.widen              @absent           fffff ffnnf
29   case.claim              @case             fffff ff++f
29   case.claim              @moderator's case fffff ff+nf
29   case.claim              @absent           fffff ffnnf
29   case.renew              @absent           fffff ffnnf
29   case.release            @absent           fffff ffnnf
29   case.note               @case             fffff ff++f
29   case.note               @moderator's case fffff ff+nf
29   case.note               @absent           fffff ffnnf
28   case.list helped        no room           fffff ff++f
28   case.open               @talk's case      fffff ff++f
29   case.contact            @talk's case      fffff ffc+f
29   case.contact            @moderator's case fffff ffwnf
29   case.contact            @absent           fffff ffnnf
29   case.attempt            @talk's case      fffff ffc+f
29   case.attempt            @moderator's case fffff ffwnf
29   case.attempt            @absent           fffff ffnnf
29   case.hand_over          @talk's case      fffff ffc+f
29   case.hand_over          @moderator's case fffff ffwnf
29   case.hand_over          @absent           fffff ffnnf
29   case.accept             @handed case      fffff ff++f
29   case.accept             @talk's case      fffff ffw+f
29   case.accept             @moderator's case fffff ffwnf
29   case.accept             @absent           fffff ffnnf
29   case.refuse             @handed case      fffff ffw+f
29   case.refuse             @moderator's case fffff ffwnf
29   case.refuse             @absent           fffff ffnnf
29   case.take_over          @silent case      fffff ff++f
29   case.take_over          @talk's case      fffff ffc+f
29   case.take_over          @moderator's case fffff ffwnf
29   case.take_over          @absent           fffff ffnnf
29   case.stand_by           @talk's case      fffff ffc+f
29   case.stand_by           @moderator's case fffff ffwnf
29   case.stand_by           @absent           fffff ffnnf
29   case.resolve            @talk's case      fffff ffc+f
29   case.resolve            @moderator's case fffff ffwnf
29   case.resolve            @absent           fffff ffnnf
29   case.review             @closed case      fffff ff++f
29   case.review             @moderator's case fffff ffwnf
29   case.review             @absent           fffff ffnnf
29   case.raise              @melba            fffff ff++f
29   case.raise              @moderator inside fffff ff+ff
29   case.raise              @absent           fffff ffnnf
29   case.practice           no room           fffff ff++f
29   flag.judge              @flag             fffff ff++f
29   flag.judge              @moderator's flag fffff ff+nf
29   flag.judge              @absent           fffff ffnnf
30   lexicon.show            no room           fffff ff+++
30   lexicon.propose         no room           fffff ff+++
30   lexicon.revert          @absent           fffff ffnnn
30   lexicon.revert          no room           fffff ff+++
30   lexicon.approve         @words            fffff ff+++
30   lexicon.approve         @absent           fffff ffnnn
30   lexicon.refuse          @words            fffff ff+++
30   lexicon.refuse          @absent           fffff ffnnn
30   lexicon.undo            @words' version   fffff ff+++
30   lexicon.undo            @absent           fffff ffnnn
 -   rota.list               no room           fffff ff+++
 -   rota.add                @moderator outside fffff ff+++
 -   rota.add                @melba            fffff fffff
 -   rota.add                @absent           fffff ffnnn
 -   rota.remove             @shift            fffff ff+++
 -   rota.remove             @absent           fffff ffnnn
 -   rota.note               @shift            fffff ff+ff
 -   rota.note               @absent           fffff ffnnn
 -   duty.show               no room           fffff ff+++
 -   duty.start              no room           fffff ff+wf
 -   duty.stop               no room           fffff ff++f
 -   alert.test              no room           fffff ffwwf
 -   alert.acknowledge       @alert            fffff ff+nn
 -   alert.acknowledge       @absent           fffff ffnnn
 -   push.subscribe          no room           fffff ff+++
 -   push.unsubscribe        no room           fffff ff+++
32   sanction.ban            @melba            fffff ff+++
32   sanction.ban            @moderator inside fffff ffff+
32   sanction.ban            @administrator    fffff fffff
32   sanction.ban            @absent           fffff ffnnn
33   sanction.lift           @melba            fffff ff+++
33   sanction.lift           @themselves       fffff fffff
32   sanction.warn           @melba            fffff ff+++
32   sanction.warn           @moderator inside fffff ffff+
32   sanction.warn           @administrator    fffff fffff
32   sanction.warn           @absent           fffff ffnnn
32   sanction.list           @melba            fffff ff+++
32   sanction.list           @moderator inside fffff ffff+
32   sanction.list           @absent           fffff ffnnn
33   sanction.take_back      @sanction         fffff ff+++
33   sanction.take_back      @staff's sanction  fffff fffn+
33   sanction.take_back      @absent           fffff ffnnn
33   appeal.list             no room           fffff ff+++
33   appeal.list decided     no room           fffff ff+++
33   appeal.decide           @appeal           fffff ff+++
33   appeal.decide           @staff's appeal    fffff fffn+
33   appeal.decide           @absent           fffff ffnnn
33   sanction.mine           no room           +++++ +++++
33   sanction.put_away       @own sanction     n+nnn nnnnn
33   sanction.put_away       @absent           nnnnn nnnnn
33   appeal.make             @own sanction     n+nnn nnnnn
33   appeal.make             @sanction         nnnnn nnnnn
33   appeal.make             @absent           nnnnn nnnnn
39   audit.list              no room           fffff ff+++
26   user.block              @melba            n+nnn +n+++
26   user.block              @moderator inside n+nnn +n+f+
26   user.block              @themselves       fffff fffff
26   user.block              @absent           nnnnn nnnnn
26   user.blocks             no room           +++++ +++++
43   sign_in.list            no room           +++++ +++++
43   sign_in.end             @melba            nnnnn nnnnn
43   sign_in.end             @absent           nnnnn nnnnn
44   user.end_sign_ins       @melba            fffff ff+++
44   user.end_sign_ins       @moderator inside fffff ffff+
44   user.end_sign_ins       @administrator    fffff fffff
44   user.end_sign_ins       @absent           fffff ffnnn
---  the talk of a case: the member's and the moderator's inside, whose it is, and nobody else's
 -   room.open talk          @talk             n+nnn nnn+n
 -   log.since talk          @talk             n+nnn nnn+n
 -   log.before talk         @talk             n+nnn nnn+n
 -   log.after talk          @talk             n+nnn nnn+n
 -   log.around              @talk's words     n+nnn nnn+n
 -   room.members talk       @talk             n+nnn nnn+n
 -   message.pinned talk     @talk             n+nnn nnn+n
 -   message.search talk     @talk             n+nnn nnn+n
 -   message.reactions       @talk's words     n+nnn nnn+n
 -   typing.set talk         @talk             n+nnn nnn+n
 -   read.mark talk          @talk             n+nnn nnn+n
 -   message.post talk       @talk             n+nnn nnn+n
 -   message.edit talk       @talk's words     n+nnn nnnfn
 -   message.edit talk       @helper's words   nfnnn nnn+n
 -   message.delete          @talk's words     n+nnn nnnfn
 -   message.react           @talk's words     n+nnn nnn+n
 -   message.hide            @talk's words     nfnnn nnnfn
 -   message.pin             @talk's words     nfnnn nnnfn
 -   message.save            @talk's words     nfnnn nnnfn
 -   message.report          @talk's words     nfnnn nnnfn
 -   message.report          @helper's words   n+nnn nnnfn
 -   room.join talk          @talk             n+nnn nnn+n
 -   room.leave talk         @talk             nfnnn nnnfn
 -   room.update talk        @talk             nfnnn nnnfn
 -   room.admit talk         @talk             nfnnn nnnfn
 -   room.refuse talk        @talk             nfnnn nnnfn
 -   room.mute talk          @talk             nfnnn nnnfn
 -   room.remove talk        @talk             nfnnn nnnfn
 -   room.set_relation talk  @talk             nfnnn nnnfn
 -   invite.create talk      @talk             nfnnn nnnfn
---  what staff decides about people
 2   user.find               @melba            fffff ff+++
 2   user.find nobody        no room           fffff ffnnn
 2   staff.overview          no room           fffff ff+++
 2   user.admit              @knocker          fffff ff+++
 2   user.admit              @absent           fffff ffnnn
 2   user.refuse             @knocker          fffff ff+++
 2   user.refuse             @absent           fffff ffnnn
 2   user.freeze             @melba            fffff ffff+
 2   user.freeze             @moderator inside fffff ffff+
 2   user.freeze             @administrator    fffff fffff
 2   user.freeze             @themselves       fffff fffff
 2   user.freeze             @absent           fffff ffffn
37   role.propose            @melba            fffff ffff+
37   role.propose            @knocker          fffff fffff
37   role.propose            @absent           fffff ffffn
37   role.propose back       @moderator inside fffff ffff+
37   role.propose back       @administrator    fffff ffff+
37   proposal.approve        @role             fffff ffff+
37   proposal.approve        @restore          fffff ffffn
37   proposal.approve        @absent           fffff ffffn
37   proposal.refuse         @role             fffff ffff+
37   proposal.refuse         @restore          fffff ff+++
37   proposal.refuse         @absent           fffff ffnnn
37   proposal.undo           @done             fffff fff++
37   proposal.undo           @absent           fffff ffnnn
 -   restore.ask             @fee              fffff ff+++
 -   restore.ask             @moderator inside fffff ffff+
 -   restore.ask             @administrator    fffff fffff
 -   restore.ask             @themselves       fffff fffff
 -   restore.ask             @absent           fffff ffnnn
 -   restore.confirm         @restore          fffff ff+++
 -   restore.confirm         @absent           fffff ffnnn
 -   restore.stop            no room           +++++ +++++
---  invitations
35   invite.create           -                 fffff +f+++  =            nfffn +n+++
35   invite.create keeper    -                 fffff ff+++  =            nfffn fn+++
35   invite.create           no room           fffff ff+++
35   invite.create staff     no room           fffff ffff+
35   invite.list             no room           +++++ +++++
35   invite.revoke           @invite           nnnnn nnnn+
35   invite.revoke           @absent           nnnnn nnnnn
 2   invite.use              @code             +++++ ++++f
 2   invite.use              @absent           vvvvv vvvvv
 2   site.confirm_helplines  no room           fffff ffff+
---  the place
45   site.show               no room           fffff ffff+
45   site.change             no room           fffff ffff+
45   site.set_registration   no room           fffff ffff+
45   site.set_helplines      no room           fffff ffff+
 -   site.guidelines         no room           +++++ +++++
 -   site.accept_guidelines  no room           +++++ +++++
---  leaving
41   account.export          no room           +++++ +++++
41   account.export_page     @absent           nnnnn nnnnn
41   account.erase           no room           +++++ +++++
41   account.keep            no room           +++++ +++++
---  what is not there
 6   room.admit              absent            fffff nfnnf  =            nfffn nnnnf
31   room.mute               absent            fffff nfnnf  =            nfffn nnnnf
31   room.remove             absent            fffff nfnnf  =            nfffn nnnnf
36   room.set_relation       absent            fffff ffnnn  =            nfffn fnnnn
 9   message.post reply      absent            fnfff nfnnf  =            nnffn nnnnf
"""


class Case(NamedTuple):
    """One line of the table: `cells` maps (room, who) to a code, '' for done."""

    row: str
    command: str
    variant: str
    about: str
    cells: dict[tuple[str, str], str]
    placeless: bool = False
    """It has to do with no room."""

    @property
    def name(self) -> str:
        """How a failing test names it."""
        return f"row {self.row}: {self.command} {self.variant}of {self.about}"


def cases() -> list[Case]:
    """Every line."""
    lines = [line for line in _TABLE.strip().splitlines()[1:] if not line.startswith("---")]
    return [_case(line) for line in lines]


def _case(line: str) -> Case:
    row, command, about = line[:5].strip(), line[5:29].split(), line[29:47].strip()
    groups = [group.replace(" ", "") for group in line[47:].split("  ") if group.strip()]
    placeless = about.startswith("@") or about == "no room"
    about = about.removeprefix("@")
    rooms = ("",) if placeless else ROOMS
    cells: dict[tuple[str, str], str] = {}
    letters = ""
    for room, group in zip(rooms, groups, strict=True):
        letters = letters if group == "=" else group
        for who, letter in zip(PRINCIPALS, letters, strict=True):
            cells[room, who] = CODES[letter]
    return Case(
        row, command[0], "".join(f"{word} " for word in command[1:]), about, cells, placeless
    )
