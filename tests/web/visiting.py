"""Build a site out of fakes and a real store, serve it, and come as a browser or a program."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count
from typing import Any, Final

import aiohttp
from aiohttp import web as http

from chatserver.database import Database
from chatserver.sockets.limits import RATES, Buckets, Rate
from moderation.help.helplines import Country, Helplines, Line
from rooms.command import Command, Nothing, Result
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.clock import ManualClock
from web import files
from web.accounts import credentials, registration, sessions, store
from web.context import Settings, Site
from web.delivery import delivery
from web.routes import build_app
from web.site.decided import Configured
from web.site.place import Place
from web.templating import Pages

Json = dict[str, Any]
PASSPHRASE: Final = "seven small boats at dusk"
GENEROUS: Final = {name: Rate(1000, 1000) for name in RATES}


class PlainHasher:
    """`Hasher` that costs nothing and shows what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str | None, str]] = []

    async def judge(self, passphrase: str, handle: str) -> str:
        return credentials.check(passphrase, handle)

    async def make(self, passphrase: str) -> str:
        return f"plain:{passphrase}"

    async def matches(self, known: str | None, passphrase: str) -> bool:
        self.asked.append((known, passphrase))
        return known is not None and known.partition(":")[2] == passphrase

    def is_outdated(self, known: str) -> bool:
        return known.startswith("old:")


class Limiter:
    """Buckets with a clock."""

    def __init__(self, clock: Callable[[], int], rates: Mapping[str, Rate]) -> None:
        self._clock = clock
        self._buckets = Buckets(rates)

    def take(self, rate: str, key: str) -> int:
        return self._buckets.take(rate, key, self._clock())

    def give_back(self, rate: str, key: str) -> None:
        self._buckets.of(rate, key, self._clock()).give_back()


class Journal:
    """What the log and the bug report were told."""

    def __init__(self) -> None:
        self.lines: list[Json] = []
        self.bugs: list[tuple[str, BaseException]] = []

    def info(self, event: str, **fields: object) -> None:
        self.lines.append({"event": event, **fields})

    def report_bug(self, where: str, bug: BaseException) -> str:
        self.bugs.append((where, bug))
        return "K7Q2"


class Commands:
    """Stands where the machine runs commands: remembers them, answers as it is told."""

    def __init__(self) -> None:
        self.ran: list[tuple[str, str, str, Command]] = []
        self.answer: Result | BaseException = Nothing()

    async def run(self, name: str, user_id: str, sign_in_id: str, command: Command) -> Result:
        self.ran.append((name, user_id, sign_in_id, command))
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class Person:
    """Someone with an account and a live sign-in."""

    def __init__(self, user_id: str, handle: str, token: str, sign_in_id: str) -> None:
        self.user_id = user_id
        self.handle = handle
        self.token = token
        self.sign_in_id = sign_in_id

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


class Visit:
    """A served site, and ways to come to it."""

    def __init__(self, site: Site, database: Database, clock: ManualClock) -> None:
        self.site = site
        self.database = database
        self.clock = clock
        self.url = ""
        self.client: aiohttp.ClientSession

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def origin(self) -> str:
        """The site's own, as its public address has it."""
        return self.site.settings.public_url

    @property
    def journal(self) -> Journal:
        log = self.site.log
        assert isinstance(log, Journal)
        return log

    @property
    def hasher(self) -> PlainHasher:
        hasher = self.site.hasher
        assert isinstance(hasher, PlainHasher)
        return hasher

    def request(self, method: str, path: str, **more: Any) -> Any:
        return self.client.request(method, self.url + path, allow_redirects=False, **more)

    async def json(self, method: str, path: str, **more: Any) -> tuple[int, Json]:
        async with self.request(method, path, **more) as response:
            body: Json = await response.json()
            return response.status, body

    async def error(self, method: str, path: str, **more: Any) -> tuple[int, str, str | None]:
        """Status, code and field of a refusal."""
        status, body = await self.json(method, path, **more)
        assert body["ok"] is False, body
        return status, body["error"]["code"], body["error"]["field"]

    async def person(self, handle: str = "river", role: Role = Role.MEMBER) -> Person:
        token = secrets.token_urlsafe(32)

        def add(work: Work) -> tuple[str, str]:
            user = registry.add(work, work.new_id(), handle, role)
            work.sql.run(
                store.ADD_CREDENTIAL,
                user_id=user.user_id,
                passphrase_hash=f"plain:{PASSPHRASE}",
            )
            return user.user_id, sessions.start(work, user.user_id, token, 30, proven=True)

        user_id, sign_in_id = await self.database.write(add)
        return Person(user_id, handle, token, sign_in_id)

    def as_page(self, person: Person, **more: str) -> dict[str, str]:
        """The headers of a page of ours in that person's browser, without the CSRF token."""
        return {"Origin": self.origin, "Cookie": f"sign-in={person.token}", **more}


def helplines() -> Helplines:
    checked: dict[str, Any] = {
        "source": "https://lines.example/",
        "checked_against": "stored own page",
        "verified_on": date(2026, 11, 1),
    }
    line = Line(
        name="The Evening Line",
        purpose="crisis",
        tel="116 123",
        sms=None,
        url=None,
        languages=("en",),
        hours="day and night",
        **checked,
    )
    countries = tuple(
        Country(code=code, name=name, emergency="112", emergency_note="", lines=(line,), **checked)
        for code, name in (("IE", "Ireland"), ("NZ", "New Zealand"))
    )
    return Helplines(version="1", international=None, countries=countries)


@cache
def _files() -> Mapping[str, files.Served]:
    return files.all_files({"asyncapi.json": b'{"asyncapi":"3.0.0"}'}, delivery())


def build_site(
    database: Database,
    clock: ManualClock,
    commands: Commands | None = None,
    *,
    rates: Mapping[str, Rate] = GENEROUS,
    **settings: Any,
) -> Site:
    journal = Journal()
    ticks = count()
    origin = "http://127.0.0.1:8080"
    said = {name: settings.pop(name) for name in ("registration", "help_country") & settings.keys()}
    place = Place(Configured(name="The Harbour", helplines=helplines(), **said))
    chosen = replace(
        Settings(
            public_url=origin,
            allowed_origins=frozenset({origin}),
        ),
        **settings,
    )

    async def ready() -> Mapping[str, bool]:
        return {"database": True, "bus": True, "writer": True}

    return Site(
        settings=chosen,
        store=database,
        run=(commands or Commands()).run,
        limiter=Limiter(clock, rates),
        hasher=PlainHasher(),
        log=journal,
        pages=Pages(lambda: place.now),
        files=_files(),
        place=place,
        new_token=lambda: secrets.token_urlsafe(32),
        report_bug=journal.report_bug,
        elapsed_ms=lambda: float(next(ticks)),
        ready=ready,
        metrics=lambda: b"sockets 3\n",
    )


@asynccontextmanager
async def serve(
    site: Site, database: Database, clock: ManualClock, *, lines_called: bool = True
) -> AsyncIterator[Visit]:
    if lines_called:
        await database.write(lambda work: registration.keep(work, site.place.now.fingerprint))
    runner = http.AppRunner(
        build_app(site), access_log=None, auto_decompress=False, lingering_time=0.5
    )
    await runner.setup()
    await http.TCPSite(runner, "127.0.0.1", 0).start()
    visiting = Visit(site, database, clock)
    visiting.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
        visiting.client = client
        try:
            yield visiting
        finally:
            await runner.cleanup()


@asynccontextmanager
async def visit(
    database: Database, clock: ManualClock, *, lines_called: bool = True, **settings: Any
) -> AsyncIterator[Visit]:
    site = build_site(database, clock, **settings)
    async with serve(site, database, clock, lines_called=lines_called) as visiting:
        yield visiting
