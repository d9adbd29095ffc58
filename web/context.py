"""What the pages and the JSON interface need of the machine. Must never build any of it.

`chatserver.app` fills one `Site`; a test fills one with fakes.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from aiohttp import web as http

from rooms.command import Command, Result
from rooms.work import Reader, Work

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from web.accounts.hashing import Hasher
    from web.files import Served
    from web.site.place import Place
    from web.templating import Pages

T = TypeVar("T")
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Store(Protocol):
    """The one store."""

    async def read(self, query: Callable[[Reader], T]) -> T:
        """Answer a bounded query from one snapshot."""
        ...

    async def write(self, command: Callable[[Work], T]) -> T:
        """Run one command; its result once it is durable."""
        ...


class Limiter(Protocol):
    """Token buckets by name and key."""

    def take(self, rate: str, key: str) -> int:
        """Take one token: 0, or the milliseconds until there is one (and none is taken)."""
        ...

    def give_back(self, rate: str, key: str) -> None:
        """The thing cost nothing after all."""
        ...


class Log(Protocol):
    """Structured log lines. No text, name, address or token of anybody goes in."""

    def info(self, event: str, **fields: object) -> object:
        """Say what happened."""
        ...


class RunCommand(Protocol):
    """Runs one command as it would over a socket: limits, then one transaction."""

    async def __call__(self, name: str, user_id: str, sign_in_id: str, command: Command) -> Result:
        """The result, once it is durable. Raises `Refusal`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What whoever runs the site has decided, as far as HTTP is concerned."""

    public_url: str
    allowed_origins: frozenset[str]
    trusted_networks: tuple[Network, ...] = ()
    sign_in_days: int = 30
    staff_idle_ms: int = 12 * 3600 * 1000
    """How long a sign-in of staff lasts that nobody uses."""
    exit_url: str = "https://www.wikipedia.org/"
    """Where the quick exit leads."""
    development: bool = False
    """Whether whoever works on the pages may see all their parts at once."""
    metrics_token: str = ""

    @property
    def secure(self) -> bool:
        """Whether people reach us by https."""
        return self.public_url.startswith("https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that a request handler may use."""

    settings: Settings
    store: Store
    run: RunCommand
    limiter: Limiter
    hasher: Hasher
    log: Log
    pages: Pages
    files: Mapping[str, Served]
    """Every file there is to fetch, by its whole path."""
    place: Place
    """What the place is called, how it looks, and whose help lines come first."""
    new_token: Callable[[], str]
    used: Callable[[Actor], None] = lambda _actor: None
    """Told who is at their device: sign-ins of staff end when nobody is."""
    report_bug: Callable[[str, BaseException], str]
    """Logs what should not have happened, without any content; returns its reference."""
    elapsed_ms: Callable[[], float]
    """A clock that only goes forward, for how long an answer took."""
    ready: Callable[[], Awaitable[Mapping[str, bool]]]
    """Whether each part of the machine answers: database, bus, writer."""
    metrics: Callable[[], bytes]
    """The numbers in Prometheus' text format."""


SITE: Final[http.AppKey[Site]] = http.AppKey("site", Site)


def site_of(request: http.Request) -> Site:
    """The site that a request came to."""
    return request.app[SITE]
