"""The icons are what their drawings show: whoever changes one draws them anew."""

import json

from tests.support.icons import DRAWINGS, FOLDER, NOTED, PICTURES, digest


def test_every_picture_was_drawn_from_the_drawing_as_it_is() -> None:
    noted = json.loads(NOTED.read_text(encoding="utf-8"))
    assert noted == {name: digest(name) for name in DRAWINGS}, "run `make icons`"


def test_every_picture_is_there_and_small() -> None:
    for name in DRAWINGS:
        for picture in PICTURES:
            path = FOLDER / f"{name}-{picture.suffix}.png"
            assert path.stat().st_size < 20_000, path.name
