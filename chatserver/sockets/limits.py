"""Token buckets. Pure: the time comes in as an argument."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec


class Rate(msgspec.Struct, frozen=True):
    """`burst` at once, then `per_s` each second."""

    burst: int
    per_s: float


RATES: Mapping[str, Rate] = MappingProxyType(
    {
        "post": Rate(20, 1),
        "write": Rate(30, 2),
        "read": Rate(60, 20),
        "search": Rate(10, 1),
        "signal": Rate(30, 5),
        "rename": Rate(5, 0.003),
        "frame": Rate(120, 60),
        "handshake_failed": Rate(30, 0.5),
        "sign_in_account": Rate(10, 0.02),
        "sign_in_address": Rate(60, 0.5),
        "recovery_account": Rate(10, 0.02),
        "second_factor": Rate(10, 0.01),
        "sign_up_address": Rate(20, 0.05),
        "suggest_address": Rate(30, 0.2),
    }
)
"""Per person, but `frame` per socket, `…_address` per network address, `…_account` per both."""


class Bucket:
    """How many tokens are left, and since when."""

    __slots__ = ("_at_ms", "_rate", "_tokens")

    def __init__(self, rate: Rate, now_ms: int) -> None:
        self._rate = rate
        self._tokens = float(rate.burst)
        self._at_ms = now_ms

    def wait_ms(self, now_ms: int) -> int:
        """0 when there is a token, or the milliseconds until there is one."""
        passed_ms = max(0, now_ms - self._at_ms)
        self._at_ms = now_ms
        self._tokens = min(self._rate.burst, self._tokens + passed_ms * self._rate.per_s / 1000)
        if self._tokens >= 1:
            return 0
        return int((1 - self._tokens) * 1000 / self._rate.per_s) + 1

    def take(self, now_ms: int) -> int:
        """Take one token: 0, or the milliseconds until there is one (and none is taken)."""
        wait_ms = self.wait_ms(now_ms)
        if wait_ms == 0:
            self._tokens -= 1
        return wait_ms

    def give_back(self) -> None:
        """The thing cost nothing after all."""
        self._tokens = min(self._rate.burst, self._tokens + 1)


class Buckets:
    """Buckets by rate and key, the longest unused forgotten beyond `keys_max`.

    Forgetting fills a bucket up again; it takes `keys_max` other keys to make that happen.
    """

    def __init__(self, rates: Mapping[str, Rate] = RATES, keys_max: int = 20_000) -> None:
        self._rates = rates
        self._keys_max = keys_max
        self._buckets: OrderedDict[tuple[str, str], Bucket] = OrderedDict()

    def of(self, rate: str, key: str, now_ms: int) -> Bucket:
        """The bucket of one key."""
        at = (rate, key)
        bucket = self._buckets.get(at)
        if bucket is None:
            bucket = self._buckets[at] = Bucket(self._rates[rate], now_ms)
            if len(self._buckets) > self._keys_max:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(at)
        return bucket

    def take(self, rate: str, key: str, now_ms: int) -> int:
        """Take one token of one key: 0, or the milliseconds until there is one."""
        return self.of(rate, key, now_ms).take(now_ms)


class Limiter:
    """The same buckets for those who don't hold a clock."""

    def __init__(self, buckets: Buckets, now: Callable[[], int]) -> None:
        self._buckets = buckets
        self._now = now

    def take(self, rate: str, key: str) -> int:
        """Take one token: 0, or the milliseconds until there is one (and none is taken)."""
        return self._buckets.take(rate, key, self._now())

    def give_back(self, rate: str, key: str) -> None:
        """The thing cost nothing after all."""
        self._buckets.of(rate, key, self._now()).give_back()
