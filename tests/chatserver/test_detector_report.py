"""The table and the picture of a measurement."""

import xml.etree.ElementTree as ET

from chatserver.detector_report import picture, table
from moderation.detection.measuring import Count, Report

REPORT = Report(
    version="7 <b>",
    lines=1_234,
    recall={"suicide": Count(10, 9), "all": Count(20, 16), "self_harm": Count(10, 7)},
    unreviewed={"suicide": Count(100, 60)},
    alarms={"ordinary": Count(1000, 2), "support": Count(200, 1), "others": Count(9, 0)},
    unlabelled={"recovery": Count(50, 1)},
    median_us=21.5,
    slow_us=900,
)


def test_the_table_has_every_count_beside_its_target() -> None:
    lines = table(REPORT).splitlines()
    assert "list 7 <b>, 1,234 messages" in lines
    rows = {line.split()[0]: line for line in lines if line.startswith("  ")}
    assert "16 of    20   80%" in rows["all"]
    assert "target 75%" in rows["all"]
    assert "2.0  target 1" in rows["ordinary"]
    assert any("median 21.5 µs" in line for line in lines)
    assert max(map(len, lines)) <= 79


def test_the_picture_is_one_and_says_the_same() -> None:
    drawn = picture(REPORT)
    root = ET.fromstring(drawn)  # noqa: S314 (we drew it)
    words = [node.text for node in root.iter() if node.tag.endswith("text")]
    assert "suicide" in words
    assert "90%, 9 of 10" in words
    assert "2.0 in 1,000" in words
    assert "<b>" not in drawn
    widths = [int(node.attrib["width"]) for node in root.iter() if node.get("class") == "heard"]
    assert widths == [320, 280, 360]


def test_an_empty_report_can_be_shown() -> None:
    assert "0 messages" in table(Report(version="1"))
    ET.fromstring(picture(Report(version="1")))  # noqa: S314
