"""`chatserver backup`, `restore`, `audit verify` and `helplines confirm`.

Must never restore while a server runs, nor let a copy go unsaid that holds what people wrote.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from chatserver.command_line.reaching import at, fail, loaded, perform, settings

if TYPE_CHECKING:
    from chatserver.config import Config
    from chatserver.restore import Outcome, Restore
    from moderation.help.helplines import Country

T = TypeVar("T")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def backup(file: Path, force: bool) -> None:
    """Copy everything into one file, while the server runs or not."""
    from chatserver.requests import BackupTaken, TakeBackup

    config, path = settings(), Path.cwd() / file
    taken = perform(config, "backup", TakeBackup(path=str(path), force=force), BackupTaken)
    click.echo(
        f"The backup is at {path} ({max(1, taken.size // 1024):,} KB), with "
        f"{_counted(taken.people, 'person', 'people')} and "
        f"{_counted(taken.messages, 'message', 'messages')}.\n"
        "It holds everything that people wrote here, and who they are to each other. Keep it\n"
        "encrypted and away from this machine, and destroy it when you have newer ones: after\n"
        f"{config.journal_days} days at the latest. Keep the journal apart from it:\n"
        f"{config.journal_path}"
    )


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Don't ask.")
@click.option(
    "--accept-broken-journal",
    is_flag=True,
    help="Restore although what was erased or banned since may come back.",
)
def restore(file: Path, yes: bool, accept_broken_journal: bool) -> None:
    """Put a backup in the place of the database, with the server stopped.

    What was erased, taken back, banned or renamed since the backup holds: it is done again.
    """
    config = settings()
    restoring = _restoring(config, Path.cwd() / file, accept_broken_journal)
    if not yes:
        _or_words(restoring.look)
        click.confirm(
            "This puts the backup in the place of everything there is now, and signs everyone "
            "out. Go on?",
            abort=True,
        )
    _tell(_or_words(restoring.run))


def _restoring(config: Config, file: Path, accept_broken_journal: bool) -> Restore:
    from chatserver.clock import now_ms
    from chatserver.ids import new_id
    from chatserver.journal import Journal
    from chatserver.restore import Restore

    return Restore(
        file,
        config.database_path,
        Journal(config.journal_path, keep_days=config.journal_days),
        now=now_ms,
        new_id=new_id,
        accept_broken_journal=accept_broken_journal,
    )


def _or_words(step: Callable[[], T]) -> T:
    """What a step of restoring gives; ends the process in words if it can't be done."""
    from chatserver.restore import RestoreProblem
    from chatserver.storage import InUse

    try:
        return step()
    except InUse:
        fail("A server is working on this database. Stop it first.")
    except RestoreProblem as problem:
        fail(f"Nothing was restored. {problem}")
    except OSError as problem:
        reason = os.strerror(problem.errno) if problem.errno else "the disk took no more"
        fail(f"Nothing was restored: {reason}.")


def _tell(outcome: Outcome) -> None:
    """What came of it, and what is to be done now."""
    from chatserver.replaying import WORDS

    of = "" if outcome.taken_at is None else f" of {at(outcome.taken_at)}"
    click.echo(f"The backup{of} is restored.")
    if outcome.done:
        click.echo("What was decided since holds. Done again:")
        for name, (one, several) in WORDS.items():
            if count := outcome.done.get(name):
                click.echo(f"  {count} {one if count == 1 else several}")
    if not outcome.is_whole:
        click.echo("The journal was not whole: what stood in the missing lines is undone.")
    click.echo(
        "Everyone has to sign in again, with the passphrase and codes of the time of the backup.\n"
        "What was handed out before opens nothing any more: invitations, flyers (links to knock "
        "by) and\ncodes to come back in that staff gave. Make new ones. Roles given since are to "
        "be given again."
    )
    if not outcome.admins:
        click.echo("There is no administrator now: the server prints a link when it starts.")
    if outcome.replaced is not None:
        click.echo(
            f"What was replaced is kept as {outcome.replaced}\n"
            "It holds what people have erased since. Delete it as soon as you don't need it."
        )


@click.group("audit")
def audit() -> None:
    """What staff did."""


@audit.command()
def verify() -> None:
    """Look whether the audit log was tampered with; exit status 1 if it was."""
    from chatserver.requests import Verdict, VerifyAudit

    verdict = perform(settings(), "audit.verify", VerifyAudit(), Verdict)
    if verdict.broken_at is not None:
        fail(
            f"The audit log was tampered with: entry {verdict.broken_at} is not as it was written."
        )
    if verdict.cut_off_after is not None:
        fail(
            f"The audit log was tampered with: it ends after entry {verdict.cut_off_after}, and "
            "once went on."
        )
    click.echo(f"The audit log is sound: {verdict.entries} entries.")


@click.group("helplines")
def helplines() -> None:
    """The outside lines that people in need are shown."""


@helplines.command()
@click.option("--yes", is_flag=True, help="Don't ask: they were called.")
def confirm(yes: bool) -> None:
    """Say that the lines which people see first were called; only then may anybody sign up."""
    from chatserver.requests import Changed, ConfirmHelplines

    config = loaded().config
    if not yes:
        _show_lines(config)
        if not click.confirm("Did you call each of these, and did somebody answer?"):
            sys.exit(1)
    changed = perform(config, "helplines.confirm", ConfirmHelplines(), Changed).changed
    click.echo("Thank you. That is noted." if changed else "That was noted before.")


def _show_lines(config: Config) -> None:
    for country in _lines_to_call(config):
        click.echo(f"{country.name}: {country.emergency or country.emergency_note}")
        for line in country.lines:
            text = f"text {line.sms.number}" if line.sms is not None else ""
            ways = ", ".join(filter(None, (line.tel, text, line.url)))
            click.echo(f"  {line.name}: {ways} ({line.hours})")


def _lines_to_call(config: Config) -> Sequence[Country]:
    """As they were decided on the page; before there is a database, as the settings say."""
    from chatserver import swapping
    from chatserver.outside import read_helplines
    from chatserver.requests import LinesToCall, ShowHelplines
    from moderation.help.helplines import to_confirm

    if swapping.is_there(config.database_path):
        return perform(config, "helplines.show", ShowHelplines(), LinesToCall).countries
    return to_confirm(read_helplines(config), config.help_country)
