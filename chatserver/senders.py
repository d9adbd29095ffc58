"""Delivers what transactions wrote down for staff: by push, signed webhook and e-mail.

At least once, each try for a bounded time. Must never send anything but these fixed words, follow
a redirection, or call an address that neither the settings nor a checked subscription names.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

import aiohttp
import msgspec

from chatserver import canary, mailing, records, web_push
from chatserver.config import Config
from chatserver.database import Database
from chatserver.web_push import Browser, Key
from moderation.notices import outbox
from moderation.notices.outbox import Parcel, Subscription
from moderation.notices.writing import Channel, What
from rooms.refusal import Refusal
from rooms.work import Work

EVERY_MS: Final = 500
WORDS: Final = MappingProxyType(
    {
        What.LOOK: "Someone needs a look. Please open the console.",
        What.TEST: "This is a test. Please open the console and say that you heard it.",
        What.PATH_BROKEN: "Alerts may not arrive. Please open the console and keep it open.",
        What.DIGEST: "Something has waited for long. Please open the console.",
    }
)
"""All that anybody is told outside the page."""
_URGENT: Final = frozenset({What.LOOK, What.TEST, What.PATH_BROKEN})
_WITHIN_S: Final = outbox.TRY_MS / 1000
_PATIENCE_S: Final = 1.0
"""How long a look waits for its tries: one that takes longer goes on beside the next look."""
_FLYING_MAX: Final = 100
"""Tries under way at a time."""
_PUSH_BYTES: Final = 256
"""However short what is pushed is: a push service can't tell one from another by its length."""
_KEY: Final = "push_key"
_GONE: Final = frozenset({404, 410})
"""The browser has forgotten its subscription (RFC 8030, 7.3)."""


class Counts(Protocol):
    """How many arrived, and how many tries did not."""

    def told(self, *, arrived: bool) -> None:
        """One try was made."""
        ...


class Senders:
    """A chore. `start` before, `stop` after."""

    def __init__(
        self,
        database: Database,
        config: Config,
        *,
        key: Key,
        now: Callable[[], int],
        new_salt: Callable[[], bytes],
        counts: Counts,
        report_bug: Callable[[str, BaseException], str],
    ) -> None:
        self._database = database
        self._config = config
        self._key = key
        self._now = now
        self._new_salt = new_salt
        self._counts = counts
        self._report_bug = report_bug
        self._flying: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Be ready to call out. Nothing in the environment redirects us."""
        self._http = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=_WITHIN_S),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
        )

    async def stop(self) -> None:
        """Let go of every connection. A try that is cut off is made again after the next start."""
        for task in self._flying:
            task.cancel()
        await asyncio.gather(*self._flying, return_exceptions=True)
        await self._http.close()

    async def run(self) -> None:
        """One try of whatever is due. A receiver that is slow holds up nobody else's."""
        if len(self._flying) >= _FLYING_MAX or not await self._database.read(outbox.any_due):
            return
        parcels = await self._database.write(outbox.take, urgent=True)
        tries = {asyncio.create_task(self._guarded(parcel)) for parcel in parcels}
        for task in tries:
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        if tries:
            await asyncio.wait(tries, timeout=_PATIENCE_S)

    async def _guarded(self, parcel: Parcel) -> None:
        """One that fails is tried again when its pause is over; the others go on."""
        try:
            arrived = await self._sent(parcel)
            if arrived:
                await self._database.write(
                    partial(outbox.delivered, notice_id=parcel.notice_id), urgent=True
                )
            self._counts.told(arrived=arrived)
        except Refusal:
            return  # it arrived, and we could not write that down: it is told once more
        except (aiohttp.ClientError, TimeoutError, *mailing.Failure):
            self._counts.told(arrived=False)
        except Exception as bug:  # noqa: BLE001 - whatever it was, it must not hold up the others
            self._report_bug(f"senders.{parcel.channel}", bug)

    async def _sent(self, parcel: Parcel) -> bool:
        config, channel = self._config, parcel.channel
        match channel:
            case Channel.CANARY:
                came = partial(canary.came, case_id=parcel.case_id or "")
                await self._database.write(came, urgent=True)
                return True
            case Channel.PUSH:
                return await self._push(parcel)
            case Channel.WEBHOOK | Channel.OUTSIDE_WEBHOOK:
                outside = channel is Channel.OUTSIDE_WEBHOOK
                url = config.outside_contact_webhook if outside else config.alert_webhook
                return not url or await self._post_signed(url, parcel)
            case Channel.EMAIL | Channel.OUTSIDE_EMAIL:
                outside = channel is Channel.OUTSIDE_EMAIL
                named = (config.outside_contact_email,) if outside else config.alert_emails
                return await self._mail(tuple(filter(None, named)), parcel)

    async def _push(self, parcel: Parcel) -> bool:
        to = parcel.subscription
        assert to is not None
        said = msgspec.json.encode({"what": parcel.what.value, "words": WORDS[parcel.what]})
        browser = Browser(to.p256dh, to.auth)
        try:
            body = web_push.encrypt(
                said, browser, web_push.new_key(), self._new_salt(), at_least_bytes=_PUSH_BYTES
            )
        except ValueError:
            return await self._refuse(parcel)
        headers = {
            "Authorization": self._authorization(to),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(max(0, parcel.until - self._now()) // 1000),
            "Urgency": "high" if parcel.what in _URGENT else "normal",
        }
        status = await self._post(to.endpoint, body, headers)
        if status in _GONE:
            return await self._refuse(parcel)
        return 200 <= status < 300

    async def _refuse(self, parcel: Parcel) -> bool:
        """That browser will never take it: nothing more is pushed to it."""
        await self._database.write(
            partial(outbox.refused, notice_id=parcel.notice_id, push_id=parcel.addressee)
        )
        return False

    def _authorization(self, to: Subscription) -> str:
        config = self._config
        contact = f"mailto:{config.mail_from}" if config.mail_from else config.public_url
        return web_push.authorization(to.endpoint, self._key, contact, self._now())

    async def _post_signed(self, url: str, parcel: Parcel) -> bool:
        at = str(self._now() // 1000)
        body = msgspec.json.encode(
            {
                "notice_id": parcel.notice_id,
                "what": parcel.what.value,
                "words": WORDS[parcel.what],
            }
        )
        headers = {
            "Content-Type": "application/json",
            "X-Chat-Timestamp": at,
            "X-Chat-Signature": signature(self._config.webhook_secret, at, body),
        }
        return 200 <= await self._post(url, body, headers) < 300

    async def _post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """The status alone: what they answer is never read."""
        async with self._http.post(
            url, data=body, headers=headers, allow_redirects=False
        ) as response:
            return response.status

    async def _mail(self, receivers: tuple[str, ...], parcel: Parcel) -> bool:
        if receivers:
            words = WORDS[parcel.what]
            subject = words.partition(".")[0]
            async with asyncio.timeout(_WITHIN_S):
                await mailing.send(self._config, receivers, subject, words, _WITHIN_S)
        return True


def own_key(work: Work) -> Key:
    """The key by which push services know this server; made once, and kept in the store, so that
    a restored copy can still push to the browsers that subscribed with it.
    """
    kept = records.fact(work, _KEY)
    if kept:
        return web_push.from_text(kept)
    key = web_push.new_key()
    records.set_fact(work, _KEY, web_push.to_text(key))
    return key


def signature(secret: str, at: str, body: bytes) -> str:
    """What a receiver computes again, and compares: HMAC-SHA256 of the time, a dot and the body."""
    said = at.encode() + b"." + body
    return "v1=" + hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()
