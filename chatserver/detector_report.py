"""What `chatserver detector measure` shows: a table for the terminal, and a picture.

It is handed counts. Must never see a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final, NamedTuple

from moderation.detection.measuring import Count, Report

RECALL_TARGETS: Final = {"all": 0.75, "suicide": 0.80}
ALARM_TARGETS_PER_1000: Final = {"ordinary": 1.0, "support": 5.0, "topic": 30.0}
MEDIAN_TARGET_US: Final = 50

_BAR: Final = 20
_ORDER: Final = ("all", "ordinary", "support", "topic")


def table(report: Report) -> str:
    """The whole report in lines of at most 79 characters."""
    lines = [f"list {report.version}, {report.lines:,} messages", ""]
    lines += ["heard of what a moderator should be told (reviewed)"]
    lines += [_heard(name, count) for name, count in _ordered(report.recall)]
    if report.unreviewed:
        lines += ["", "heard of what carries such a label, not reviewed"]
        lines += [_heard(name, count) for name, count in _ordered(report.unreviewed)]
    lines += ["", "false alarms per 1,000"]
    lines += [_alarm(name, count) for name, count in _ordered(report.alarms)]
    if report.unlabelled:
        lines += ["", "flags per 1,000 of what has no label"]
        lines += [_alarm(name, count) for name, count in _ordered(report.unlabelled)]
    speed = (
        f"median {report.median_us:.1f} µs (target {MEDIAN_TARGET_US}), "
        f"99 of 100 within {report.slow_us:,.0f} µs, over budget {report.over_budget}"
    )
    return "\n".join([*lines, "", speed])


def _ordered(counts: Mapping[str, Count]) -> list[tuple[str, Count]]:
    def place(item: tuple[str, Count]) -> tuple[int, str]:
        return (_ORDER.index(item[0]) if item[0] in _ORDER else len(_ORDER), item[0])

    return sorted(counts.items(), key=place)


def _heard(name: str, count: Count) -> str:
    bar = ("#" * round(count.share * _BAR)).ljust(_BAR, ".")
    target = RECALL_TARGETS.get(name)
    wanted = "" if target is None else f"  target {target:.0%}"
    return f"  {name:<18} {count.heard:>5} of {count.all:>5}  {count.share:>4.0%} {bar}{wanted}"


def _alarm(name: str, count: Count) -> str:
    target = ALARM_TARGETS_PER_1000.get(name)
    wanted = "" if target is None else f"  target {target:g}"
    return f"  {name:<18} {count.heard:>5} of {count.all:>6}  {count.share * 1000:>6.1f}{wanted}"


class _Bar(NamedTuple):
    label: str
    share: float
    words: str
    target: float | None


_WIDTH: Final = 720
_LEFT: Final = 150
_SPAN: Final = 400
_ROW: Final = 26
_STYLE: Final = """
  svg { font: 14px system-ui, sans-serif; background: #fff; }
  text { fill: #1d2b2a; } .head { font-weight: 600; } .few { fill: #5c6b69; }
  .track { fill: #e7eeec; } .heard { fill: #2f7d6b; } .alarm { fill: #b0672b; }
  .target { stroke: #1d2b2a; stroke-width: 2; stroke-dasharray: 3 3; }
"""


def picture(report: Report) -> str:
    """The same as an SVG: how much of each category is heard, and how often it is mistaken."""
    heard = [
        _Bar(
            name.replace("_", " "),
            count.share,
            f"{count.heard} of {count.all}",
            RECALL_TARGETS.get(name),
        )
        for name, count in _ordered(report.recall)
    ]
    most = max([*ALARM_TARGETS_PER_1000.values(), *_per_1000(report)], default=1.0)
    alarms = [
        _Bar(
            name,
            count.share * 1000 / most,
            f"{count.share * 1000:.1f} in 1,000",
            ALARM_TARGETS_PER_1000[name] / most,
        )
        for name, count in _ordered(report.alarms)
        if name in ALARM_TARGETS_PER_1000
    ]
    rows: list[str] = []
    bottom = _section(rows, 30, "Heard, of what somebody should be told", heard, "heard")
    bottom = _section(rows, bottom + 24, "False alarms", alarms, "alarm")
    note = f"List {report.version}. Dashed: the target. Median {report.median_us:.0f} µs."
    rows.append(f'<text class="few" x="16" y="{bottom + 14}">{escape(note)}</text>')
    height = bottom + 30
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="What the detector hears, by category">\n<style>{_STYLE}</style>\n'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>\n' + "\n".join(rows) + "\n</svg>\n"
    )


def _per_1000(report: Report) -> list[float]:
    return [
        count.share * 1000
        for name, count in report.alarms.items()
        if name in ALARM_TARGETS_PER_1000
    ]


def _section(rows: list[str], top: int, title: str, bars: list[_Bar], kind: str) -> int:
    """Add a heading and its bars; the place below them."""
    rows.append(f'<text class="head" x="16" y="{top}">{escape(title)}</text>')
    y = top + 12
    for bar in bars:
        rows.append(f'<text x="16" y="{y + 16}">{escape(bar.label)}</text>')
        rows.append(
            f'<rect class="track" x="{_LEFT}" y="{y + 3}" width="{_SPAN}" height="17" rx="3"/>'
        )
        width = round(min(bar.share, 1.0) * _SPAN)
        rows.append(
            f'<rect class="{kind}" x="{_LEFT}" y="{y + 3}" width="{width}" height="17" rx="3"/>'
        )
        if bar.target is not None:
            at = _LEFT + round(bar.target * _SPAN)
            rows.append(f'<path class="target" d="M{at} {y}v23"/>')
        share = f"{bar.share:.0%}, " if kind == "heard" else ""
        rows.append(
            f'<text x="{_LEFT + _SPAN + 12}" y="{y + 16}">{escape(share + bar.words)}</text>'
        )
        y += _ROW
    return y
