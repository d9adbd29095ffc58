"""`chatserver detector`. Must never print a text that it was given."""

from __future__ import annotations

import time
from pathlib import Path

import click

from chatserver.command_line.reaching import fail

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("detector")
def detector() -> None:
    """The list of words of danger."""


@detector.command()
@click.argument("file", type=_FILE)
@click.option("--list", "terms", type=_FILE, help="Another list than the packaged one, in TOML.")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also draw it there, as an SVG.",
)
def measure(file: Path, terms: Path | None, picture: Path | None) -> None:
    """Measure on a file of labelled messages, one JSON object a line. Shows counts alone."""
    import msgspec

    from chatserver import detector_report
    from moderation.detection import lexicon
    from moderation.detection.measuring import Line
    from moderation.detection.measuring import measure as measured
    from moderation.detection.terms import LexiconProblem

    try:
        used = lexicon.load(terms.read_text(encoding="utf-8")) if terms else lexicon.default()
    except LexiconProblem as problem:
        fail(str(problem))
    decoder = msgspec.json.Decoder(Line)
    lines: list[Line] = []
    with file.open("rb") as opened:
        for number, line in enumerate(opened, 1):
            try:
                lines.append(decoder.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError):
                fail(f"Line {number} of {file} is no labelled message.")
    report = measured(used, lines, time.perf_counter_ns)
    click.echo(detector_report.table(report))
    if picture is not None:
        picture.write_text(detector_report.picture(report), encoding="utf-8")
        click.echo(f"The picture is in {picture}.")
