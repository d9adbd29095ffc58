"""What a home screen is told, under the place's own name and under one that says nothing."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from tests.web.visiting import Visit

LOOKS = ["/app.webmanifest", "/notes.webmanifest"]


async def told(site: Visit, path: str) -> dict[str, Any]:
    async with site.request("GET", path) as answer:
        assert answer.headers["Content-Type"] == "application/manifest+json"
        found: dict[str, Any] = await answer.json(content_type=None)
        return found


@pytest.mark.parametrize("path", LOOKS)
async def test_every_icon_is_a_picture_of_the_size_it_says(site: Visit, path: str) -> None:
    icons = (await told(site, path))["icons"]
    assert {(each["sizes"], each["purpose"]) for each in icons} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for each in icons:
        async with site.request("GET", each["src"]) as answer:
            assert answer.headers["Content-Type"] == "image/png"
            width, height = struct.unpack(">II", (await answer.read())[16:24])
            assert f"{width}x{height}" == each["sizes"]


async def test_the_two_are_two_places_to_a_home_screen(site: Visit) -> None:
    own, neutral = [await told(site, path) for path in LOOKS]
    assert own["id"] != neutral["id"]
    assert own["start_url"] != neutral["start_url"]
    assert (own["name"], own["short_name"]) == ("The Harbour", "The Harbour")


async def test_the_neutral_one_says_nothing(site: Visit) -> None:
    async with site.request("GET", "/notes.webmanifest") as answer:
        text = await answer.text()
    assert "Notes" in text
    for telling in ("Harbour", "icon-", "peer", "recover", "support"):
        assert telling not in text


@pytest.mark.parametrize("path", ["/app", "/app?as=notes"])
async def test_it_begins_where_one_takes_part(site: Visit, path: str) -> None:
    person = await site.person()
    async with site.request("GET", path, headers=site.as_page(person)) as answer:
        assert answer.status == 200
