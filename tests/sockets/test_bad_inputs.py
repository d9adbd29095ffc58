"""Whatever comes in gets its exact answer or its coded close, and the next person notices nothing.

Each case is named by its row in the list of bad inputs. Handshakes stand in test_handshake.py,
limits in test_limits_live.py, HTTP in tests/web.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio

from rooms.chat import posting
from rooms.people.person import Actor
from rooms.work import Work
from tests.sockets.stage import CANARY, Stage, closed, cut, refusal, set_up, world
from tests.support.peer import Json
from tests.support.raw import BINARY, CONTINUATION, PING, Frame, event, fragments, frame
from web.accounts.sessions import actor_for

pytestmark = pytest.mark.asyncio(loop_scope="module")

KIB = 1024
SYNC = event("session.sync", {})


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """One server, one room for all cases."""
    async with world(tmp_path_factory.mktemp("bad-inputs")) as running:
        yield await set_up(running)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(place: Stage) -> AsyncIterator[Stage]:
    """A new connection for each case; at its end the bystander must still be able to talk."""
    await place.begin()
    yield place
    await place.finish()


def case(row: int, name: str, *values: Any) -> Any:
    """A case that carries the number of its row."""
    return pytest.param(*values, id=f"{row:02d}-{name}")


# What breaks the protocol -------------------------------------------------------------------------

BAD_FRAME = closed("bad_frame", 1002)
BAD_EVENT = closed("bad_event", 1002)
BAD_JSON = closed("invalid_json", 1007)
BINARY_REFUSED = closed("binary_refused", 1003)
RESERVED = closed("reserved_event", 1002)
TOO_DEEP = closed("too_deep", 1007)

BROKEN = [
    case(1, "empty", frame(""), BAD_FRAME),
    case(2, "x", frame("x"), BAD_FRAME),
    case(3, "binary", frame(SYNC.encode(), BINARY), BINARY_REFUSED),
    case(4, "64-KiB-and-one", frame("4" + "a" * 64 * KIB), cut(1009)),
    case(4, "announced-only", frame("", size=2**40), cut(1009)),
    case(4, "length-beyond-63-bits", frame("", size=2**64 - 1), cut(1009)),
    case(5, "tiny-fragments-beyond-64-KiB", fragments("4" + "a" * 70_000, 7), cut(1009)),
    case(6, "rsv1", frame(SYNC, rsv=4), cut(1002)),
    case(6, "rsv2", frame(SYNC, rsv=2), cut(1002)),
    case(6, "rsv3", frame(SYNC, rsv=1), cut(1002)),
    case(7, "not-utf8", frame(b'421["session.sync",{"a":"\xff"}]'), cut(1007)),
    case(7, "cut-in-a-letter", frame(SYNC.encode() + b"\xe2\x82"), cut(1007)),
    case(7, "surrogate-in-utf8", frame(b"42\xed\xa0\x80"), cut(1007)),
    case(8, "unmasked", frame(SYNC, mask=None), BAD_FRAME),
    case(8, "unmasked-ping", frame("", PING, mask=None), BAD_FRAME),
    case(9, "open", frame("0{}"), BAD_FRAME),
    case(9, "ping", frame("2"), BAD_FRAME),
    case(9, "pong-with-words", frame("3probe"), BAD_FRAME),
    case(9, "upgrade", frame("5"), BAD_FRAME),
    case(9, "noop", frame("6"), BAD_FRAME),
    case(9, "seven", frame("7"), BAD_FRAME),
    case(9, "close-with-words", frame("1now"), BAD_FRAME),
    case(9, "message-without-packet", frame("4"), BAD_FRAME),
    case(9, "unknown-packet", frame("47"), BAD_FRAME),
    case(9, "connect-error", frame('44{"message":"no"}'), BAD_FRAME),
    case(20, "connect-again", frame("40"), BAD_FRAME),
    case(20, "connect-again-elsewhere", frame("40/admin,"), BAD_FRAME),
    case(21, "connect", frame(event("connect", {"user_id": "a"})), RESERVED),
    case(21, "connect-without-ack", frame(event("connect", ack_id="")), RESERVED),
    case(22, "disconnect", frame(event("disconnect", "gone")), RESERVED),
    case(22, "connect_error", frame(event("connect_error")), RESERVED),
    case(24, "number", frame("421[5,{}]"), BAD_EVENT),
    case(24, "list", frame('421[["session.sync"],{}]'), BAD_EVENT),
    case(24, "null", frame("421[null,{}]"), BAD_EVENT),
    case(25, "object", frame('421{"session.sync":{}}'), BAD_EVENT),
    case(25, "empty-list", frame("421[]"), BAD_EVENT),
    case(25, "empty-list-without-ack", frame("42[]"), BAD_EVENT),
    case(25, "nothing", frame("421"), BAD_EVENT),
    case(25, "text", frame('421"session.sync"'), BAD_EVENT),
    case(25, "no-ack-id", frame(event("session.sync", {}, ack_id="")), BAD_EVENT),
    case(28, "broken", frame('421["session.sync",{]'), BAD_JSON),
    case(28, "unfinished", frame('421["session.sync",{}'), BAD_JSON),
    case(28, "trailing", frame(SYNC + "x"), BAD_JSON),
    case(28, "of-a-disconnect", frame("41{"), BAD_JSON),
    case(29, "nan", frame('421["log.since",{"seq":NaN}]'), BAD_JSON),
    case(29, "infinity", frame('421["log.since",{"seq":-Infinity}]'), BAD_JSON),
    case(30, "1e999", frame('421["log.since",{"seq":1e999}]'), BAD_JSON),
    case(32, "17-levels", frame('421["a",' + "[" * 16 + "]" * 16 + "]"), TOO_DEEP),
    case(32, "60000-levels", frame("421" + "[" * 60_000), TOO_DEEP),
    case(34, "101-digits", frame("42" + "9" * 101 + '["session.sync",{}]'), BAD_FRAME),
    case(35, "binary-event", frame('451-1["a",{"_placeholder":true,"num":0}]'), BINARY_REFUSED),
    case(35, "binary-ack", frame("461-1[]"), BINARY_REFUSED),
    case(35, "attachments-of-an-event", frame('421-1["a"]'), BINARY_REFUSED),
    case(46, "high", frame('421["message.search",{"text":"\\ud83d"}]'), BAD_JSON),
    case(46, "low", frame('421["message.search",{"text":"\\ude00a"}]'), BAD_JSON),
    case(46, "as-a-key", frame('421["session.sync",{"\\ud800":1}]'), BAD_JSON),
    # not on the list, but of the same kind
    case(0, "continuation-of-nothing", frame("a", CONTINUATION), cut(1002)),
    case(0, "message-inside-a-message", frame("4", fin=False) + frame(SYNC), cut(1002)),
    case(0, "reserved-opcode", frame("a", 3), cut(1002)),
    case(0, "ping-in-fragments", frame("a", PING, fin=False), cut(1002)),
    case(0, "ping-of-126", frame("a" * 126, PING), cut(1002)),
    case(0, "event-elsewhere", frame('42/admin,1["session.sync",{}]'), BAD_FRAME),
]


@pytest.mark.parametrize(("sent", "said"), BROKEN)
async def test_what_breaks_the_protocol_ends_the_connection(
    stage: Stage, sent: bytes, said: list[Frame]
) -> None:
    await stage.raw.send(sent)
    assert (await stage.raw.end()).frames == said


async def test_08_whoever_does_not_answer_our_goodbye_is_cut_all_the_same(stage: Stage) -> None:
    await stage.raw.send(frame("x"))
    frames = []
    while (found := await stage.raw.frame()) is not None:
        frames.append(found)
    assert frames == BAD_FRAME


# What is refused ----------------------------------------------------------------------------------

Payload = Callable[[Stage], tuple[object, ...]]


def payload(**fields: object) -> Payload:
    """One object, the same for everyone."""
    return lambda stage: (fields,)


def post(body: object = CANARY, **more: object) -> Payload:
    """A post into the stage's room, with something wrong about it."""
    return lambda stage: (stage.post(body, **more),)


def without(name: str) -> Payload:
    """A post that lacks a field."""
    return lambda stage: ({k: v for k, v in stage.post(CANARY).items() if k != name},)


def since(**more: object) -> Payload:
    """`log.since` of the stage's room."""
    return lambda stage: ({"room_id": stage.room_id, "epoch": "e", "seq": 0, **more},)


PLACEHOLDER = {"_placeholder": True, "num": 0}
TOO_LONG = refusal("too_long", "body", "That is too long: 4000 characters fit.")
NUL_WARNING = refusal("bad_unicode", "warning")
NO_ROOM = refusal("not_found", "room_id")

REFUSED = [
    case(23, "unknown", CANARY, payload(), refusal("unknown_event")),
    case(23, "python-name", "__class__", payload(), refusal("unknown_event")),
    case(23, "star", "*", payload(), refusal("unknown_event")),
    case(26, "extra", "session.sync", lambda stage: ({}, CANARY), refusal("bad_arity")),
    case(27, "missing", "session.sync", lambda stage: (), refusal("bad_arity")),
    case(27, "null", "session.sync", lambda stage: (None,), refusal("bad_type")),
    case(27, "list", "session.sync", lambda stage: ([CANARY],), refusal("bad_type")),
    case(33, "101-digits", "log.since", since(seq=10**101), refusal("out_of_range", "seq")),
    case(33, "2-to-the-53", "log.since", since(seq=2**53), refusal("out_of_range", "seq")),
    case(
        33, "101-digit-limit", "log.since", since(limit=10**101), refusal("out_of_range", "limit")
    ),
    case(36, "body", "message.post", post(PLACEHOLDER), refusal("bad_type", "body")),
    case(39, "warning", "message.post", post(warning=7), refusal("bad_type", "warning")),
    case(39, "topics", "message.post", post(topics=[7]), refusal("bad_type")),
    case(39, "unknown-topic", "message.post", post(topics=[CANARY]), refusal("bad_type")),
    case(
        43,
        "warning",
        "message.post",
        post("hello", warning=CANARY * 20),
        refusal("too_long", "warning", "That is too long: 80 characters fit."),
    ),
    case(47, "warning", "message.post", post("hello", warning="\x00"), NUL_WARNING),
    case(36, "payload", "session.sync", payload(**PLACEHOLDER), refusal("extra_field")),
    case(37, "unknown", "message.post", post(**{CANARY: 1}), refusal("extra_field")),
    case(38, "proto", "message.post", post(__proto__={"a": 1}), refusal("extra_field")),
    case(38, "constructor", "message.post", post(constructor={}), refusal("extra_field")),
    case(39, "number", "message.post", post(5), refusal("bad_type", "body")),
    case(39, "list", "message.post", post([CANARY]), refusal("bad_type", "body")),
    case(40, "null", "message.post", post(None), refusal("bad_type", "body")),
    case(41, "empty", "message.post", post(""), refusal("empty_body", "body")),
    case(41, "space", "message.post", post(" \t\n\u3000\u00a0"), refusal("empty_body", "body")),
    case(
        42, "zero-width", "message.post", post("\u200b\u2060\ufeff"), refusal("empty_body", "body")
    ),
    case(43, "4001", "message.post", post(CANARY[0] * 4001), TOO_LONG),
    case(
        45, "marks", "message.post", post("q" + "\u0301" * 200), refusal("too_many_marks", "body")
    ),
    case(47, "nul", "message.post", post("q\x00"), refusal("bad_unicode", "body")),
    case(
        47, "nul-in-search", "message.search", payload(text="\x00q"), refusal("bad_unicode", "text")
    ),
    case(52, "path", "message.post", post(room_id=f"../../{CANARY}"), NO_ROOM),
    case(52, "empty", "message.post", post(room_id=""), NO_ROOM),
    case(52, "nul", "message.post", post(room_id="\x00"), NO_ROOM),
    case(52, "long", "room.open", payload(room_id=CANARY * 5000), NO_ROOM),
    case(52, "number", "room.open", payload(room_id=7), refusal("bad_type", "room_id")),
    case(54, "missing", "message.post", without("nonce"), refusal("missing_field", "nonce")),
    case(54, "empty", "message.post", post(nonce=""), refusal("too_short", "nonce")),
    case(59, "negative", "log.since", since(seq=-1), refusal("bad_type", "seq")),
    case(59, "float", "log.since", since(seq=1.5), refusal("bad_type", "seq")),
    case(59, "text", "log.since", since(seq="1"), refusal("bad_type", "seq")),
    case(62, "sender", "message.post", post(sender_id="a" * 24), refusal("extra_field")),
    case(62, "author", "message.post", post(author={"user_id": "a"}), refusal("extra_field")),
    case(63, "time", "message.post", post(posted_at=1), refusal("extra_field")),
    case(63, "seq", "message.post", post(seq=1), refusal("extra_field")),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), REFUSED)
async def test_what_cannot_be_done_is_refused_in_the_same_words_for_all(
    stage: Stage, name: str, arguments: Payload, expected: Json
) -> None:
    assert await stage.raw.call(name, *arguments(stage)) == expected
    assert all(CANARY not in each.text for each in stage.raw.seen)
    assert (await stage.raw.call("session.sync", {}))["ok"], "the connection goes on"
    assert stage.bea.got("message.posted") == []


# What is taken ------------------------------------------------------------------------------------


async def said(stage: Stage, body: str) -> Json:
    """Post as ann; what bea gets."""
    answer = await stage.raw.call("message.post", stage.post(body))
    assert answer["ok"], answer
    await stage.bea.until_at(stage.room_id, answer["seq"])
    return stage.bea.got("message.posted")[-1]


TAKEN = [
    case(44, "4000-emoji", "\U0001f642" * 4000),
    case(44, "4000-letters", "a" * 4000),
    case(50, "script", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    case(50, "sql", "'); DROP TABLE messages; --"),
    case(50, "template", "{{ 7 * 7 }} ${7*7} {% raw %} %s %n {0.__class__}"),
    case(50, "packet", '42["protocol_error",{"code":"bad_frame"}]'),
    case(51, "javascript", "javascript:alert(document.cookie)"),
]


@pytest.mark.parametrize("body", TAKEN)
async def test_words_come_back_as_they_were(stage: Stage, body: str) -> None:
    entry = await said(stage, body)
    assert entry["body"] == body
    page = await stage.raw.call(
        "log.before", {"room_id": stage.room_id, "seq": entry["seq"] + 1, "limit": 1}
    )
    assert [each["body"].encode() for each in page["messages"]] == [body.encode()]


async def test_04_a_frame_of_exactly_64_kib_is_read(stage: Stage) -> None:
    whole = event("message.post", stage.post("a")).removesuffix("]")
    whole += " " * (64 * KIB - len(whole) - 1) + "]"
    await stage.raw.say(whole)
    assert (await stage.raw.answer(1))["ok"]


@pytest.mark.parametrize("size", [1, 3, 7])
async def test_05_a_message_in_many_fragments_is_one_message(stage: Stage, size: int) -> None:
    body = "\U0001f642" * 2500  # cut inside its letters too; 10,000 fragments of one byte
    text = json.dumps(["message.post", stage.post(body)], ensure_ascii=False)
    await stage.raw.send(fragments("421" + text, size))
    answer = await stage.raw.answer(1)
    await stage.bea.until_at(stage.room_id, answer["seq"])
    assert stage.bea.got("message.posted")[-1]["body"] == body


async def test_05_a_ping_between_fragments_is_answered_at_once(stage: Stage) -> None:
    await stage.raw.send(frame(SYNC[:5], fin=False), frame("?", PING))
    assert await stage.raw.frame() == Frame(10, b"?")
    await stage.raw.send(frame(SYNC[5:], CONTINUATION))
    assert (await stage.raw.answer(1))["ok"]


async def test_31_of_a_repeated_key_the_last_counts_and_nothing_is_passed_on_raw(
    stage: Stage,
) -> None:
    first = json.dumps(stage.post(CANARY))
    await stage.raw.say(f'421["message.post",{first[:-1]},"body":"the last"}}]')
    answer = await stage.raw.answer(1)
    await stage.bea.until_at(stage.room_id, answer["seq"])
    assert [entry["body"] for entry in stage.bea.got("message.posted")] == ["the last"]


async def test_53_anothers_room_and_no_room_answer_the_same_bytes(stage: Stage) -> None:
    stranger = await stage.world.keeper()
    hidden = await stage.world.served.room(stranger, access="invite", name=CANARY)
    answers = []
    for room_id in (hidden, "a" * 24):
        for name, more in (
            ("message.post", {"nonce": "n", "body": "b"}),
            ("room.open", {}),
            ("log.since", {"epoch": "e", "seq": 0}),
            ("room.join", {}),
            ("room.members", {}),
            ("room.leave", {}),
        ):
            await stage.raw.say(event(name, {"room_id": room_id, **more}))
            answers.append(await stage.raw.text())
    assert answers[:6] == answers[6:]
    assert all(json.loads(each[3:])[0]["error"]["code"] == "not_found" for each in answers)


async def test_55_and_56_a_nonce_answers_as_the_first_time_or_tells_that_it_conflicts(
    stage: Stage,
) -> None:
    once = stage.post("once")
    first = await stage.raw.call("message.post", once)
    assert await stage.raw.call("message.post", once) == first
    for other in ({"body": CANARY}, {"reply_to": first["message_id"]}):
        again = await stage.raw.call("message.post", {**once, **other})
        assert again == refusal("idempotency_conflict", "nonce")
    later = await said(stage, "later")
    assert later["seq"] == first["seq"] + 1


async def test_57_another_persons_nonce_is_their_own(stage: Stage) -> None:
    mine = await stage.raw.call("message.post", stage.post("mine", nonce="same"))
    theirs = await stage.bea.post(stage.room_id, "theirs", nonce="same")
    assert theirs["seq"] == mine["seq"] + 1


async def test_58_and_60_a_cursor_that_leads_nowhere_begins_anew(stage: Stage) -> None:
    entry = await said(stage, "one")
    here = {"room_id": stage.room_id, "epoch": entry["epoch"], "seq": entry["seq"]}
    told = {"ok": True, "epoch": entry["epoch"], "head": entry["seq"]}
    assert await stage.raw.call("log.since", here) == told
    for other in ({"seq": entry["seq"] + 1}, {"seq": 2**53 - 1}, {"epoch": CANARY}):
        assert await stage.raw.call("log.since", {**here, **other}) == {**told, "reset": True}
        position = {"epoch": here["epoch"], "seq": here["seq"], **other}
        opened = await stage.raw.call("room.open", {"room_id": stage.room_id, "since": position})
        assert (opened["ok"], opened["reset"]) == (True, True)


async def test_61_a_limit_of_a_thousand_million_means_200(stage: Stage) -> None:
    def fill(work: Work) -> Actor:
        actor = actor_for(work, stage.ann.sign_in_id)
        for number in range(205):
            command = posting.PostMessage(
                room_id=stage.room_id, nonce=f"fill{number}", body=str(number)
            )
            posting.post(work, actor, command, screen=lambda *_, **__: None)
        return actor

    head = stage.bea.screens[stage.room_id].last
    await stage.server.database.write(fill)
    epoch = stage.server.database.epoch
    place = {"room_id": stage.room_id, "limit": 10**9}
    since = await stage.raw.call("log.since", {**place, "epoch": epoch, "seq": head})
    before = await stage.raw.call("log.before", {**place, "seq": head + 206})
    assert [len(since["entries"]), len(before["messages"])] == [200, 200]
    assert since["more"] and before["more"]
    await stage.bea.until_at(stage.room_id, head + 205)


async def test_64_whoever_is_muted_hears_until_when(stage: Stage) -> None:
    keeper = await stage.world.keeper()
    room_id = await stage.world.served.room(keeper)
    await stage.world.served.join(room_id, stage.ann)
    await stage.world.served.command(
        keeper, "room.mute", room_id=room_id, user_id=stage.ann.user_id, mute_s=600
    )
    payload = stage.post(CANARY, room_id=room_id)
    stage.world.clock.advance(s=60)
    answer = await stage.raw.call("message.post", payload)
    assert answer == refusal("muted", "room_id", retry_after_ms=540_000)
    stage.world.clock.advance(s=540)
    assert (await stage.raw.call("message.post", payload))["ok"]


async def test_66_after_15_minutes_words_stand(stage: Stage) -> None:
    entry = await said(stage, "first")
    change = {"message_id": entry["message_id"], "body": "changed"}
    stage.world.clock.advance(minutes=15)
    assert (await stage.raw.call("message.edit", change))["ok"]
    stage.world.clock.advance(ms=1)
    late = {**change, "body": CANARY}
    answer = await stage.raw.call("message.edit", late)
    assert answer == refusal("edit_window_over", "message_id")


# Names --------------------------------------------------------------------------------------------

NAMES = [
    case(48, "bidi", "an\u202ena", 400, "bad_name"),
    case(48, "zero-width", "an\u200bna", 400, "bad_name"),
    case(49, "staff", "moderator", 409, "name_taken"),
    case(49, "lookalike", "m0derat0r", 409, "name_taken"),
    case(49, "cyrillic", "\u0430dmin", 409, "name_taken"),
]


@pytest.mark.parametrize(("handle", "status", "code"), NAMES)
async def test_a_name_that_misleads_is_refused(
    stage: Stage, handle: str, status: int, code: str
) -> None:
    words = {"handle": handle, "passphrase": "four unrelated quiet words"}
    asked = {**words, "of_age": True, "guidelines": True}
    async with stage.world.served.http.post(f"{stage.url}/api/accounts", json=asked) as answer:
        assert (answer.status, await answer.json()) == (status, refusal(code, "handle"))
