"""`chatserver detector measure`: figures, a picture, and never a text."""

import json
from pathlib import Path

from click.testing import CliRunner

from chatserver.__main__ import main

LINES = [
    {"text": "I want to kill myself", "label": 1, "category": "suicide", "stratum": "x"},
    {"text": "lovely weather here", "label": 0, "stratum": "ord_sms", "severity": None},
]


def written(folder: Path, *lines: str) -> Path:
    file = folder / "labelled.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_a_file_is_measured_and_drawn(tmp_path: Path) -> None:
    file = written(tmp_path, *map(json.dumps, LINES))
    drawn = tmp_path / "drawn.svg"
    ran = CliRunner().invoke(main, ["detector", "measure", str(file), "--picture", str(drawn)])
    assert ran.exit_code == 0, ran.output
    assert "1 of     1  100%" in ran.output
    assert "lovely" not in ran.output
    assert "kill" not in ran.output
    assert drawn.read_text(encoding="utf-8").startswith("<svg")


def test_a_line_that_is_none_is_named_by_its_number(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps(LINES[0]), '{"text": 7, "secret words": 1}')
    ran = CliRunner().invoke(main, ["detector", "measure", str(file)])
    assert ran.exit_code == 1
    assert "Line 2" in ran.output
    assert "secret" not in ran.output


def test_another_list_can_be_measured_and_its_mistakes_are_named(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps(LINES[0]))
    terms = tmp_path / "list.toml"
    terms.write_text('version = "own"\n[words]\n', encoding="utf-8")
    command = ["detector", "measure", str(file), "--list", str(terms)]
    ran = CliRunner().invoke(main, command)
    assert ran.exit_code == 0, ran.output
    assert "list own" in ran.output
    terms.write_text("version = 1\n", encoding="utf-8")
    ran = CliRunner().invoke(main, command)
    assert ran.exit_code == 1
    assert "does not fit" in ran.output
