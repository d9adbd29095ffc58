"""What is told outside the page arrives, and says nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chatserver import web_push
from chatserver.config import Config
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.senders import WORDS, Senders, own_key, signature
from moderation.cases import opening
from moderation.cases.opening import Reason, Source
from moderation.notices import outbox, store, writing
from moderation.notices.addressees import Told
from moderation.notices.outbox import PAUSES_MS
from moderation.notices.tables import notice
from moderation.notices.writing import About, Channel, Channels, What
from moderation.severity import Severity
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.support.push_service import Receiver, Subscriber, mail_server, receiving

SECRET = "a secret of sixteen characters"
ANNA, MARIA = "anna00000000000000000001", "maria0000000000000000001"
READER = Subscriber(web_push.new_key(), b"sixteen bytes ok")


class Machine:
    """A store, and what delivers out of it."""

    def __init__(self, database: Database, clock: ManualClock, config: Config) -> None:
        self.database = database
        self.clock = clock
        self.bugs: list[str] = []
        self.arrived: list[bool] = []
        self.senders = Senders(
            database,
            config,
            key=web_push.new_key(),
            now=clock,
            new_salt=lambda: b"0123456789abcdef",
            counts=self,
            report_bug=self.report,
        )

    def told(self, *, arrived: bool) -> None:
        self.arrived.append(arrived)

    def report(self, name: str, bug: BaseException) -> str:
        self.bugs.append(f"{name} {type(bug).__name__}")
        return "REF"

    async def states(self) -> list[str]:
        rows = await self.database.read(
            lambda reader: reader.sql.all(notice.select().order_by(notice.c.channel))
        )
        return [row[9] for row in rows]


@asynccontextmanager
async def machine(folder: Path, **settings: Any) -> AsyncIterator[Machine]:
    clock = ManualClock()
    database = await Database(folder / "d", now=clock, new_id=new_id).open()
    made = Machine(database, clock, Config(webhook_secret=SECRET, **settings))
    made.senders.start()

    def people(work: Work) -> None:
        registry.add(work, ANNA, "anna", Role.MEMBER)
        registry.add(work, MARIA, "maria", Role.MODERATOR)

    await database.write(people)
    try:
        yield made
    finally:
        await made.senders.stop()
        await database.close()
    assert made.bugs == []


def subscribe(work: Work, endpoint: str, p256dh: str = READER.browser.p256dh) -> None:
    work.sql.run(
        store.SUBSCRIBE,
        push_id="push",
        user_id=MARIA,
        endpoint=endpoint,
        p256dh=p256dh,
        auth=READER.browser.auth,
        sign_in_id="s",
        now=work.now,
    )


def crisis(work: Work, *channels: Channel) -> str:
    """Anna wrote something, and it is told by these ways."""
    reason = Reason(
        source=Source.KEYWORD, severity=Severity.IMMINENT, body="SECRET words", category="suicide"
    )
    case = opening.flag(work, ANNA, reason)
    told = Told((MARIA,), channels=True, outside=True)
    about = About(What.LOOK, case.case_id, case.severity)
    writing.tell(work, told, about, Channels(channels))
    return case.case_id


def says_nothing(raw: bytes, case_id: str) -> bool:
    return not any(
        word in raw.lower()
        for word in (b"secret", b"anna", ANNA.encode(), case_id.encode(), b"imminent", b"suicide")
    )


async def test_a_push_is_read_by_that_browser_alone_and_says_nothing(tmp_path: Path) -> None:
    async with receiving() as service, machine(tmp_path) as running:
        await running.database.write(lambda work: subscribe(work, f"{service.url}/to/maria"))
        case_id = await running.database.write(crisis)
        await running.senders.run()
        (taken,) = service.taken
        words = READER.read(taken.body)
        assert msgspec.json.decode(words) == {"what": "look", "words": WORDS[What.LOOK]}
        assert says_nothing(words + repr(taken.headers).encode(), case_id)
        assert taken.headers["Content-Encoding"] == "aes128gcm"
        assert (taken.headers["Urgency"], taken.headers["TTL"]) == ("high", "3600")
        assert taken.headers["Authorization"].startswith("vapid t=")
        assert await running.states() == ["delivered"]
        await running.senders.run()
        assert len(service.taken) == 1


@pytest.mark.parametrize("status", [404, 410])
async def test_a_browser_that_forgot_its_subscription_is_forgotten(
    tmp_path: Path, status: int
) -> None:
    async with receiving() as service, machine(tmp_path) as running:
        service.status = status
        await running.database.write(lambda work: subscribe(work, service.url))
        await running.database.write(crisis)
        await running.senders.run()
        assert await running.states() == ["refused"]
        rows = await running.database.read(
            lambda reader: reader.sql.all(store.PUSHES_OF, user_id=MARIA, limit=9)
        )
        assert rows == []


async def test_a_subscription_with_a_broken_key_is_forgotten(tmp_path: Path) -> None:
    async with receiving() as service, machine(tmp_path) as running:
        broken = "B" + "A" * 86
        await running.database.write(lambda work: subscribe(work, service.url, broken))
        await running.database.write(crisis)
        await running.senders.run()
        assert service.taken == []
        assert await running.states() == ["refused"]


async def test_a_webhook_is_signed_and_says_nothing(tmp_path: Path) -> None:
    async with receiving() as pager:
        hook = f"{pager.url}/hook"
        async with machine(tmp_path, alert_webhook=hook) as running:
            case_id = await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
            await running.senders.run()
            (taken,) = pager.taken
            at = taken.headers["X-Chat-Timestamp"]
            assert int(at) == running.clock() // 1000
            assert taken.headers["X-Chat-Signature"] == signature(SECRET, at, taken.body)
            assert taken.headers["X-Chat-Signature"] != signature("another", at, taken.body)
            assert says_nothing(taken.body, case_id)
            assert msgspec.json.decode(taken.body)["words"] == WORDS[What.LOOK]


def test_a_signature_is_what_anybody_computes() -> None:
    """`printf '1.{}' | openssl dgst -sha256 -hmac key`"""
    known = "1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224"
    assert signature("key", "1", b"{}") == f"v1={known}"


async def test_an_e_mail_of_fixed_words_reaches_each_and_names_none(tmp_path: Path) -> None:
    async with mail_server() as mails:
        settings = {
            "alert_emails": ("one@example.org", "two@example.org"),
            "smtp_host": "127.0.0.1",
            "smtp_port": mails.port,
            "smtp_security": "none",
            "mail_from": "place@example.org",
        }
        async with machine(tmp_path, **settings) as running:
            case_id = await running.database.write(lambda work: crisis(work, Channel.EMAIL))
            await running.senders.run()
            ((receivers, letter),) = mails.letters
            assert receivers == ["one@example.org", "two@example.org"]
            assert "one@example.org" not in letter
            assert "Subject: Someone needs a look" in letter
            assert WORDS[What.LOOK] in letter
            assert says_nothing(letter.encode(), case_id)
            assert await running.states() == ["delivered"]


async def test_what_could_not_be_delivered_is_tried_again_after_its_pause(tmp_path: Path) -> None:
    async with receiving() as pager, machine(tmp_path, alert_webhook=pager.url) as running:
        pager.status = 503
        await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
        await running.senders.run()
        await running.senders.run()
        assert (len(pager.taken), await running.states()) == (1, ["waiting"])
        running.clock.advance(ms=PAUSES_MS[0])
        pager.status = 200
        await running.senders.run()
        assert (len(pager.taken), await running.states()) == (2, ["delivered"])
        assert running.arrived == [False, True]


async def test_a_way_that_is_cut_holds_up_no_other(tmp_path: Path) -> None:
    async with receiving() as outside:
        settings = {
            "alert_webhook": "http://127.0.0.1:1/nobody-listens",
            "outside_contact_webhook": outside.url,
        }
        async with machine(tmp_path, **settings) as running:
            both = (Channel.WEBHOOK, Channel.OUTSIDE_WEBHOOK)
            await running.database.write(lambda work: crisis(work, *both))
            await running.senders.run()
            assert len(outside.taken) == 1
            assert sorted(await running.states()) == ["delivered", "waiting"]


async def test_nobody_leads_us_elsewhere(tmp_path: Path) -> None:
    async with receiving() as pager, machine(tmp_path, alert_webhook=pager.url) as running:
        pager.status = 302
        await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
        await running.senders.run()
        assert [taken.path for taken in pager.taken] == ["/"]
        assert await running.states() == ["waiting"]


async def test_a_server_that_ends_in_between_sends_again(tmp_path: Path) -> None:
    """At least once: it was sent, and nobody could write that down."""
    async with receiving() as pager, machine(tmp_path, alert_webhook=pager.url) as running:
        await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
        await running.database.write(outbox.take)
        running.clock.advance(ms=PAUSES_MS[0])
        await running.senders.run()
        assert len(pager.taken) == 1


async def test_a_bug_in_one_is_reported_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with receiving() as pager, machine(tmp_path, alert_webhook=pager.url) as running:
        await running.database.write(lambda work: subscribe(work, pager.url))
        await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
        monkeypatch.setattr(web_push, "authorization", lambda *args: 1 / 0)
        await running.senders.run()
        assert len(pager.taken) == 1
        assert running.bugs == ["senders.push ZeroDivisionError"]
        running.bugs.clear()


async def test_the_key_stays_the_same(tmp_path: Path) -> None:
    async with machine(tmp_path) as running:
        first = await running.database.write(own_key)
        again = await running.database.write(own_key)
        assert web_push.public(first) == web_push.public(again)


async def test_a_receiver_that_takes_its_time_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = asyncio.Event()

    async def slow(self: Receiver, request: Any) -> Any:
        await held.wait()

    monkeypatch.setattr(Receiver, "take", slow)
    monkeypatch.setattr("chatserver.senders._WITHIN_S", 0.05)
    async with receiving() as pager, machine(tmp_path, alert_webhook=pager.url) as running:
        await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
        await running.senders.run()
        assert await running.states() == ["waiting"]
        held.set()


async def test_a_receiver_that_takes_its_time_holds_up_no_later_alert(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatserver.senders._PATIENCE_S", 0.05)
    held = asyncio.Event()
    async with receiving() as quick:

        async def hold(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await held.wait()
            writer.close()

        hanging = await asyncio.start_server(hold, "127.0.0.1", 0)
        port = hanging.sockets[0].getsockname()[1]
        settings = {
            "alert_webhook": f"http://127.0.0.1:{port}/",
            "outside_contact_webhook": quick.url,
        }
        async with machine(tmp_path, **settings) as running:
            await running.database.write(lambda work: crisis(work, Channel.WEBHOOK))
            async with asyncio.timeout(2):
                await running.senders.run()
            running.clock.advance(ms=1)
            await running.database.write(lambda work: crisis(work, Channel.OUTSIDE_WEBHOOK))
            await running.senders.run()
            assert len(quick.taken) == 1
        held.set()
        hanging.close()
