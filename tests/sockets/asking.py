"""What each line of the matrix sends: the payload of a command, for one person in one room."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any, Final

from moderation.duty.rota import HOUR_MS
from tests.sockets.cast import MELBA, MEMBER, MOD_INSIDE, MOD_OUTSIDE, Cast
from tests.sockets.matrix import Case
from tests.support.clock import HALF_PAST_EIGHT_MS
from tests.support.ids import id_of

ABSENT: Final = id_of("nobodyhasthisid")
"""Of the form of every id, and nobody's."""

PUSHED_TO: Final = "https://updates.push.services.mozilla.com/wpush/v2/abc"

NOTE: Final = "note-for-staff"

Payload = dict[str, Any]
_nonces = count(1)


def payload(cast: Cast, case: Case, room: str, who: str) -> Payload:
    """The one object that the command carries; `room` is 'absent' where nothing is there."""
    about = _about(cast, case, room, who)
    room_id = cast.rooms.get(room, ABSENT) if room else ""
    return _PAYLOADS[case.command, case.variant.strip()](cast, room_id, about)


def _about(cast: Cast, case: Case, room: str, who: str) -> str:
    """Which message or person the command names."""
    if case.about == "absent":
        return ABSENT
    speaker = {"own": who, "melba's": MELBA, "moderator's": MOD_INSIDE}.get(case.about)
    if speaker is not None:
        return cast.said.get((room, speaker), ABSENT)
    if case.about in cast.asked:
        return cast.asked[case.about]
    named = who if case.about == "themselves" else case.about
    return cast.people[named].user_id if named in cast.people else ""


def _nonce() -> str:
    return f"nonce-{next(_nonces)}"


def _in_room(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"room_id": room_id, **more}


def _to_person(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"room_id": room_id, "user_id": about, **more}


def _to_message(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"message_id": about, **more}


def _case(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"case_id": about, **more}


def _talk(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"room_id": about, **more}


def _melba_in_talk(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {
        "room_id": about,
        "user_id": cast.people[MELBA].user_id,
        **more,
    }


def _to_colleague(**more: object) -> Callable[[Cast, str, str], Payload]:
    """The moderator outside is asked for something."""
    return lambda cast, room_id, about: {
        "case_id": about,
        "to": cast.people[MOD_OUTSIDE].user_id,
        **more,
    }


def _in_words(words: str) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"case_id": about, "nonce": _nonce(), "body": words}


def _shift(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: {"shift_id": about, **more}


def _alone(**more: object) -> Callable[[Cast, str, str], Payload]:
    return lambda cast, room_id, about: dict(more)


def _alone_to(**more: object) -> Callable[[Cast, str, str], Payload]:
    """About someone, wherever they are."""
    return lambda cast, room_id, about: {"user_id": about, **more}


def _proposal(cast: Cast, room_id: str, about: str) -> Payload:
    return {"proposal_id": about}


def _version(cast: Cast, room_id: str, about: str) -> Payload:
    """The list before the first change where nothing is named, or one that never was."""
    return {"number": 10**6 if about == ABSENT else int(about or 0)}


def _fresh(**more: object) -> Callable[[Cast, str, str], Payload]:
    """With a nonce that was never used, in the room where there is one."""
    return lambda cast, room_id, about: {"nonce": _nonce(), **more}


def _post(cast: Cast, room_id: str, about: str) -> Payload:
    return {"room_id": room_id, "nonce": _nonce(), "body": f"words-in-{room_id}"}


_INVITE: Final = {"kind": "invite", "valid_h": 24}

_PAYLOADS: Final[dict[tuple[str, str], Callable[[Cast, str, str], Payload]]] = {
    ("room.open", ""): _in_room(),
    ("room.open", "since"): _in_room(since={"epoch": "another", "seq": 0}),
    ("log.since", ""): _in_room(epoch="another", seq=0),
    ("log.before", ""): _in_room(seq=1000),
    ("log.after", ""): _in_room(seq=0),
    ("log.around", ""): _to_message(),
    ("message.reactions", ""): _to_message(),
    ("room.members", ""): _in_room(),
    ("message.search", ""): lambda cast, room_id, about: {
        "text": "words",
        **({"room_id": room_id} if room_id else {}),
    },
    ("typing.set", ""): _in_room(typing=True),
    ("read.mark", ""): _in_room(seq=3),
    ("read.mark", "back"): _in_room(seq=3, back=True),
    ("read.mark_all", ""): _alone(),
    ("message.post", ""): _post,
    ("message.post", "reply"): lambda cast, room_id, about: {
        **_post(cast, room_id, about),
        "reply_to": about,
    },
    ("message.edit", ""): _to_message(body="words-anew"),
    ("message.delete", ""): _to_message(),
    ("message.hide", ""): _to_message(reason="off_topic"),
    ("message.show_again", ""): _to_message(),
    ("message.free_links", ""): _to_message(),
    ("message.free_links", "vouch"): _to_message(vouch=True),
    ("message.held", ""): _alone(),
    ("message.pin", ""): _to_message(on=True),
    ("message.pin", "off"): _to_message(on=False),
    ("message.pinned", ""): _in_room(),
    ("message.save", ""): _to_message(on=True),
    ("message.save", "off"): _to_message(on=False),
    ("message.saved", ""): _alone(),
    ("message.react", ""): _to_message(reaction="heart", on=True),
    ("message.report", ""): lambda cast, room_id, about: {
        "message_id": about,
        "nonce": _nonce(),
        "reason": "unkind",
        "note": "note-for-moderators",
    },
    ("message.concern", ""): lambda cast, room_id, about: {
        "message_id": about,
        "nonce": _nonce(),
        "note": "note-for-moderators",
    },
    ("case.card", ""): _alone(),
    ("card.answer", ""): _alone(answer="yes"),
    ("card.put_away", ""): _alone(),
    ("room.join", ""): _in_room(),
    ("room.leave", ""): _in_room(),
    ("room.admit", ""): _to_person(),
    ("room.refuse", ""): _to_person(),
    ("room.mute", ""): _to_person(mute_s=60, reason="unkind", note=NOTE),
    ("room.remove", ""): _to_person(reason="unkind", note=NOTE),
    ("room.slow", ""): _in_room(every_s=30, for_s=600),
    ("room.lock", ""): _in_room(reason="unkind"),
    ("sanction.warn", "room"): _to_person(reason="unkind", note=NOTE),
    ("sanction.warn", ""): _alone_to(reason="unkind", note=NOTE),
    ("sanction.list", ""): _alone_to(),
    ("sanction.take_back", ""): lambda cast, room_id, about: {
        "sanction_id": about,
        "reason": "mistake",
    },
    ("sanction.mine", ""): _alone(),
    ("sanction.put_away", ""): lambda cast, room_id, about: {"sanction_id": about},
    ("appeal.make", ""): lambda cast, room_id, about: {
        "sanction_id": about,
        "words": "appeal-words",
    },
    ("appeal.list", ""): _alone(),
    ("appeal.list", "decided"): _alone(which="decided"),
    ("appeal.decide", ""): lambda cast, room_id, about: {
        "appeal_id": about,
        "outcome": "lifted",
    },
    ("room.set_relation", ""): _to_person(relation="facilitator"),
    ("room.update", ""): _in_room(about="about it, anew"),
    ("room.update", "closed"): _in_room(closed=True),
    ("room.create", ""): _fresh(name="Mornings", access="open"),
    ("room.list", ""): _alone(),
    ("report.list", ""): _alone(),
    ("help.list", ""): _alone(),
    ("invite.create", ""): lambda cast, room_id, about: {
        **_INVITE,
        **({"room_id": room_id} if room_id else {}),
    },
    ("invite.create", "keeper"): _in_room(relation="facilitator", **_INVITE),
    ("invite.create", "staff"): _alone(role="moderator", **_INVITE),
    ("invite.list", ""): _alone(),
    ("invite.revoke", ""): lambda cast, room_id, about: {"invite_id": about},
    ("invite.use", ""): lambda cast, room_id, about: {"code": about},
    ("site.confirm_helplines", ""): _alone(),
    ("site.show", ""): _alone(),
    ("site.change", ""): _alone(welcome="Come as you are.", palette="sea"),
    ("site.set_registration", ""): _alone(registration="closed"),
    ("site.set_helplines", ""): _alone(country="NZ"),
    ("site.guidelines", ""): _alone(),
    ("site.accept_guidelines", ""): _alone(version=0),
    ("case.list", ""): _alone(),
    ("case.count", ""): _alone(),
    ("case.statistics", ""): _alone(),
    ("case.open", ""): _case(),
    ("case.widen", ""): lambda cast, room_id, about: {
        "case_id": about,
        "flag_id": cast.asked["flag"],
    },
    ("case.claim", ""): _case(),
    ("case.renew", ""): _case(),
    ("case.release", ""): _case(),
    ("case.note", ""): _case(note="what I saw"),
    ("case.list", "helped"): _alone(which="helped"),
    ("case.contact", ""): _in_words("talk-words"),
    ("case.attempt", ""): _case(note="rang twice"),
    ("case.hand_over", ""): _to_colleague(summary="what matters"),
    ("case.accept", ""): _in_words("talk-words"),
    ("case.refuse", ""): _case(),
    ("case.take_over", ""): lambda cast, room_id, about: {
        "case_id": about,
        "nonce": _nonce(),
        "body": "talk-words" if about == cast.asked["talk's case"] else "other-words",
    },
    ("case.stand_by", ""): _to_colleague(),
    ("case.resolve", ""): _case(outcome="talked"),
    ("case.review", ""): _case(),
    ("case.raise", ""): _alone_to(severity="medium", note="what I saw"),
    ("case.practice", ""): _alone(severity="low"),
    ("flag.judge", ""): lambda cast, room_id, about: {"flag_id": about, "verdict": "right"},
    ("room.open", "talk"): _talk(),
    ("log.since", "talk"): _talk(epoch="another", seq=0),
    ("log.before", "talk"): _talk(seq=1000),
    ("log.after", "talk"): _talk(seq=0),
    ("room.members", "talk"): _talk(),
    ("message.pinned", "talk"): _talk(),
    ("message.search", "talk"): _talk(text="words"),
    ("typing.set", "talk"): _talk(typing=True),
    ("read.mark", "talk"): _talk(seq=1),
    ("message.post", "talk"): lambda cast, room_id, about: {
        "room_id": about,
        "nonce": _nonce(),
        "body": "talk-words",
    },
    ("message.edit", "talk"): _to_message(body="talk-words, anew"),
    ("room.join", "talk"): _talk(),
    ("room.leave", "talk"): _talk(),
    ("room.update", "talk"): _talk(about="about it, anew"),
    ("room.admit", "talk"): _melba_in_talk(),
    ("room.refuse", "talk"): _melba_in_talk(),
    ("room.mute", "talk"): lambda cast, room_id, about: {
        "room_id": about,
        "user_id": cast.people[MEMBER].user_id,
        "mute_s": 60,
    },
    ("room.remove", "talk"): lambda cast, room_id, about: {
        "room_id": about,
        "user_id": cast.people[MEMBER].user_id,
    },
    ("room.set_relation", "talk"): _melba_in_talk(relation="facilitator"),
    ("invite.create", "talk"): _talk(**_INVITE),
    ("lexicon.show", ""): _alone(),
    ("lexicon.propose", ""): lambda cast, room_id, about: {
        "change": {"term": "suicide.kill-myself", "off": True},
        "why": "why-for-staff",
    },
    ("lexicon.revert", ""): _version,
    ("lexicon.approve", ""): _proposal,
    ("lexicon.refuse", ""): _proposal,
    ("lexicon.undo", ""): _version,
    ("rota.list", ""): _alone(),
    ("rota.add", ""): _alone_to(begins_at=HALF_PAST_EIGHT_MS, ends_at=HALF_PAST_EIGHT_MS + HOUR_MS),
    ("rota.remove", ""): _shift(),
    ("rota.note", ""): _shift(note="a calm night"),
    ("duty.show", ""): _alone(),
    ("duty.start", ""): _alone(),
    ("duty.stop", ""): _alone(),
    ("alert.test", ""): _alone(),
    ("alert.acknowledge", ""): lambda cast, room_id, about: {"alert_id": about},
    ("push.subscribe", ""): _alone(endpoint=PUSHED_TO, p256dh="B" + "A" * 86, auth="A" * 22),
    ("push.unsubscribe", ""): _alone(endpoint=PUSHED_TO),
    ("report.close", ""): lambda cast, room_id, about: {"report_id": about},
    ("sanction.ban", ""): _alone_to(reason="unkind", note=NOTE),
    ("sanction.lift", ""): _alone_to(),
    ("audit.list", ""): _alone(),
    ("sign_in.list", ""): _alone(),
    ("sign_in.end", ""): lambda cast, room_id, about: {
        "sign_in_id": ABSENT if about == ABSENT else cast.people[MELBA].sign_in_id
    },
    ("user.end_sign_ins", ""): _alone_to(),
    ("user.find", ""): lambda cast, room_id, about: {"handle": cast.people[MELBA].handle},
    ("user.find", "nobody"): _alone(handle="nobody-of-that-name"),
    ("user.admit", ""): _alone_to(),
    ("user.refuse", ""): _alone_to(),
    ("user.freeze", ""): _alone_to(frozen=True),
    ("staff.overview", ""): _alone(),
    ("role.propose", ""): _alone_to(role="moderator"),
    ("role.propose", "back"): _alone_to(role="member"),
    ("proposal.approve", ""): _proposal,
    ("proposal.refuse", ""): _proposal,
    ("proposal.undo", ""): _proposal,
    ("restore.ask", ""): _alone_to(met=False),
    ("restore.confirm", ""): _proposal,
    ("restore.stop", ""): _alone(),
    ("account.export", ""): _alone(),
    ("account.export_page", ""): lambda cast, room_id, about: {"export_id": about, "part_no": 0},
    ("account.erase", ""): _alone(),
    ("account.keep", ""): _alone(),
    ("help.ask", ""): _fresh(words="words-for-help"),
    ("session.sync", ""): _alone(),
    ("user.block", ""): _alone_to(blocked=True),
    ("user.blocks", ""): _alone(),
    ("presence.set", ""): _alone(visible=True, reading=True),
    ("handle.change", ""): lambda cast, room_id, about: {"handle": f"anew.{next(_nonces)}"},
}
