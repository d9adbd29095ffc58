"""The bus of one process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from chatserver import bus as buses
from chatserver.bus import WAITING_MAX, MemoryBus
from rooms.chat.events import MessageDeleted
from rooms.event import Event


def bus_to(deliver: Callable[[Event], None], lost: Callable[[], None] = lambda: None) -> MemoryBus:
    return MemoryBus(deliver, lost, lambda what, bug: None)


def fact(seq: int) -> MessageDeleted:
    return MessageDeleted(room_id="r", epoch="e", seq=seq, at=0, message_id="m")


def seqs(events: list[Event]) -> list[int]:
    return [event.seq for event in events if isinstance(event, MessageDeleted)]


async def test_in_the_order_of_publishing_however_slow_delivery_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    delivered: list[Event] = []
    bus = bus_to(delivered.append)
    monkeypatch.setattr(buses, "SLICE_MS", 0.0)  # every event is a slice of its own
    bus.publish([fact(1), fact(2), fact(3)])
    assert seqs(delivered) == [1], "other work comes between slices"
    bus.publish([fact(4)])
    for _ in range(4):
        await asyncio.sleep(0)
    assert seqs(delivered) == [1, 2, 3, 4]


async def test_beyond_its_bound_it_lets_go_and_everyone_resyncs() -> None:
    delivered: list[Event] = []
    resyncs: list[bool] = []
    bus = bus_to(delivered.append, lambda: resyncs.append(True))
    bus.publish(fact(n) for n in range(WAITING_MAX + 1))
    assert resyncs == [True]
    assert delivered == []
    bus.publish([fact(7)])
    assert seqs(delivered) == [7]


async def test_a_bug_in_delivery_stops_neither_the_writer_nor_what_follows() -> None:
    delivered: list[Event] = []
    resyncs: list[bool] = []
    bugs: list[str] = []

    def deliver(event: Event) -> None:
        if seqs([event]) == [2]:
            raise KeyError
        delivered.append(event)

    bus = MemoryBus(deliver, lambda: resyncs.append(True), lambda what, bug: bugs.append(what))
    bus.publish([fact(1), fact(2), fact(3)])
    assert seqs(delivered) == [1, 3]
    assert (resyncs, bugs) == ([True], ["message.deleted"])
