"""The table of addresses."""

from __future__ import annotations

from rooms.command import Command
from web.routes import ROUTES


def test_no_address_is_there_twice() -> None:
    addresses = [(route.method, route.path) for route in ROUTES]
    assert len(set(addresses)) == len(addresses)


def test_every_route_says_what_it_is_for() -> None:
    assert [route.path for route in ROUTES if not route.summary.endswith(".")] == []


def test_reading_changes_nothing_so_only_changes_take_anything() -> None:
    assert [route.path for route in ROUTES if route.takes and route.method == "GET"] == []


def test_what_comes_in_refuses_what_it_does_not_know() -> None:
    for route in ROUTES:
        assert route.takes is None or issubclass(route.takes, Command), route.path


def test_no_address_has_room_for_a_secret() -> None:
    placeholders = {part for route in ROUTES for part in route.path.split("/") if "{" in part}
    assert placeholders == {"{name}", "{view:.*}", "{file:.*}"}
