"""After any weather every screen is what the store holds; and a client that is careless is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sockets.storming import Careless, storm


@pytest.mark.parametrize("seed", [1, 2])
async def test_after_the_storm_all_screens_show_what_is_stored(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raged, differences = await storm(tmp_path, monkeypatch, seed)
    assert differences == [], "\n".join(differences)
    assert sum(len(said) for said in raged.said.values()) > 100
    on_screen = sum(len(device.screens) for device in raged.devices)
    assert on_screen > len(raged.devices), "too little was looked at"


async def test_a_client_without_the_gap_rule_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, differences = await storm(tmp_path, monkeypatch, 3, Careless)
    assert len(differences) > 10
