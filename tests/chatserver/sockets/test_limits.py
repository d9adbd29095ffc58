"""Token buckets."""

from __future__ import annotations

from chatserver.sockets.limits import RATES, Bucket, Buckets, Limiter, Rate


def test_a_burst_then_one_a_second() -> None:
    bucket = Bucket(Rate(20, 1), now_ms=0)
    assert [bucket.take(0) for _ in range(20)] == [0] * 20
    wait_ms = bucket.take(0)
    assert 0 < wait_ms <= 1001
    assert bucket.take(wait_ms) == 0, "what it says is long enough"
    assert bucket.take(wait_ms) > 0


def test_it_never_holds_more_than_its_burst() -> None:
    bucket = Bucket(Rate(2, 1), now_ms=0)
    assert [bucket.take(3_600_000) > 0 for _ in range(3)] == [False, False, True]


def test_a_refused_try_costs_nothing() -> None:
    bucket = Bucket(Rate(1, 1), now_ms=0)
    bucket.take(0)
    for now in range(0, 900, 100):
        assert bucket.take(now) > 0
    assert bucket.take(1000) == 0


def test_what_cost_nothing_is_given_back() -> None:
    bucket = Bucket(Rate(1, 0.001), now_ms=0)
    bucket.take(0)
    bucket.give_back()
    assert bucket.take(0) == 0
    bucket.give_back()
    bucket.give_back()
    assert [bucket.take(0) > 0 for _ in range(2)] == [False, True]


def test_a_clock_that_jumps_back_takes_nothing_away() -> None:
    bucket = Bucket(Rate(2, 1), now_ms=10_000)
    assert bucket.take(10_000) == 0
    assert bucket.take(0) == 0
    assert bucket.take(0) > 0


def test_each_key_has_its_own_and_the_longest_unused_is_forgotten() -> None:
    buckets = Buckets({"post": Rate(1, 0.001)}, keys_max=2)
    assert buckets.take("post", "a", 0) == 0
    assert buckets.take("post", "b", 0) == 0
    assert buckets.take("post", "a", 0) > 0
    assert buckets.take("post", "c", 0) == 0  # forgets b, which was used longest ago
    assert buckets.take("post", "a", 0) > 0
    assert buckets.take("post", "b", 0) == 0


def test_posting_is_twenty_at_once_then_one_a_second() -> None:
    assert RATES["post"] == Rate(20, 1)


def test_a_limiter_brings_the_clock_along() -> None:
    limiter = Limiter(Buckets({"x": Rate(1, 1)}), lambda: 0)
    assert limiter.take("x", "k") == 0
    assert limiter.take("x", "k") > 0
    limiter.give_back("x", "k")
    assert limiter.take("x", "k") == 0
