"""`chatserver demo`. Must never touch a database or settings that somebody uses."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from chatserver.demo.serving import Demo

_PORT: Final = 8080
_STEP_S: Final = 30


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=_PORT,
    envvar=["CHAT_PORT", "PORT"],
    show_default=True,
    help="Where to listen; if somebody does already, at the next free one.",
)
@click.option("--json", "as_json", is_flag=True, help="Say it in one line of JSON.")
def demo(port: int, as_json: bool) -> None:
    """Serve an invented community until Ctrl-C. Nothing of it is kept."""
    from chatserver import logs
    from chatserver.demo import serving
    from chatserver.writer import SWITCH_INTERVAL_S

    logs.configure("warning")
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    found = port if port == 0 else serving.free_port(port)
    greet = _tell_machine if as_json else partial(_greet, wanted=port)
    asyncio.run(serving.serve(found, greet))
    if not as_json:
        click.echo("  It is gone, with everything in it.\n")


def _tell_machine(demo: Demo) -> None:
    from chatserver.demo.serving import as_json

    click.echo(as_json(demo))


def _greet(demo: Demo, *, wanted: int) -> None:
    """Say where it is and how to come in."""
    port = demo.server.config.port
    click.echo(f"\n  {demo.server.config.site_name} is at {demo.url}")
    if wanted not in (0, port):
        click.echo(f"  (Somebody uses port {wanted}, so it took {port}.)")
    click.echo(
        "\n  The people are invented; some of them talk. Come in as one of these, or with a name"
        "\n  of your own:\n"
    )
    width = max(len(each.passphrase) for each in demo.sign_ins)
    for each in demo.sign_ins:
        click.echo(f"    {each.role:<14} {each.handle:<12} {each.passphrase:<{width}}")
    _tell_codes(demo)
    if _on_enter(partial(_tell_codes, demo)):
        click.echo("  Enter shows the codes of that moment.")
    click.echo("  Ctrl-C stops it, and removes everything.\n")


def _tell_codes(demo: Demo) -> None:
    """The digits that staff are asked for. Each works once, like an app's."""
    now = demo.server.now()
    left_s = _STEP_S - now // 1000 % _STEP_S
    click.echo(f"\n  Codes that they are asked for (for {left_s} s and a little longer):\n")
    for each in demo.sign_ins:
        if each.secret:
            code = each.code_at(now)
            click.echo(
                f"    {each.role:<14} {each.handle:<12} {code[:3]} {code[3:]}"
                f"   or in an app: {each.secret}"
            )
    click.echo()


def _on_enter(told: partial[None]) -> bool:
    """Do something whenever somebody presses Enter; False when nobody can."""
    if not sys.stdin.isatty():
        return False
    loop, fd = asyncio.get_running_loop(), sys.stdin.fileno()

    def pressed() -> None:
        if os.read(fd, 1024):
            told()
        else:
            loop.remove_reader(fd)

    with suppress(OSError):
        loop.add_reader(fd, pressed)
        return True
    return False
