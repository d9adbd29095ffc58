"""A picture that a phone's camera reads."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import segno

from web.accounts import qr

TEXT = "https://chat.example.org/sign-up#invite=1XHA-BNJF-SDKK-N77D-QQ5H-JWE8-8QC0"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> list[list[bool]]:
    """Which modules are dark: what the strokes of the picture cover."""
    root = Xml.fromstring(svg)  # noqa: S314 - our own picture
    size = int(root.attrib["viewBox"].split()[-1])
    dark = [[False] * size for _ in range(size)]
    path = root.findall(f"{SVG}path")[-1].attrib["d"]
    x, y = 0, 0.0
    for kind, numbers in _steps(path):
        if kind == "M":
            x, y = int(numbers[0]), numbers[1]
        elif kind == "m":
            x, y = x + int(numbers[0]), y + numbers[1]
        else:
            for column in range(x, x + int(numbers[0])):
                dark[int(y)][column] = True
            x += int(numbers[0])
    return dark


def _steps(path: str) -> list[tuple[str, list[float]]]:
    spaced = path.replace("M", " M ").replace("m", " m ").replace("h", " h ").replace("-", " -")
    steps: list[tuple[str, list[float]]] = []
    for word in spaced.split():
        if word in "Mmh":
            steps.append((word, []))
        else:
            steps[-1][1].append(float(word))
    return steps


def test_it_is_the_code_of_the_text_with_a_quiet_border_on_white() -> None:
    modules = drawn(qr.svg(TEXT))
    expected = segno.make(TEXT, micro=False, error="m")
    wanted = [[bool(module) for module in row] for row in expected.matrix_iter(border=4)]
    assert modules == wanted
    assert 'fill="#fff"' in qr.svg(TEXT)


def test_it_holds_nothing_that_runs_or_reaches_out() -> None:
    svg = qr.svg("'\"><script>alert(1)</script>")
    root = Xml.fromstring(svg)  # noqa: S314 - our own picture
    assert {element.tag for element in root.iter()} == {f"{SVG}svg", f"{SVG}path"}
    assert "script" not in svg
    assert "style" not in svg
    assert svg.count("http") == 1, "the name of SVG itself, and no other address"
