"""A slow reader, a flooder and a ghost among a hundred: the hundred lose nothing."""

from __future__ import annotations

from pathlib import Path

from tests.torture.kills import Process
from tests.torture.neighbours import close_street, open_street, stop_harassing


async def test_a_hundred_lose_nothing_beside_a_slow_reader_a_flooder_and_a_ghost(
    tmp_path: Path,
) -> None:
    process = Process(tmp_path, "")
    street = await open_street(process, tmp_path)
    three = await street.harass()
    took = await street.talk(seconds=4.0, senders=10)
    await stop_harassing(three)
    said = [one.screens[street.room_id].bodies for one in street.normal]
    await close_street(process, street)
    assert len(said[0]) >= 20, "they did talk"
    assert all(bodies == said[0] for bodies in said), "everyone shows the same, in the same order"
    assert len(set(said[0])) == len(said[0]), "nothing twice"
    assert len(took) == len(said[0]) * len(street.normal), "and everything arrived live"
