"""`chatserver user …`. Must never show a code a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from chatserver.command_line.reaching import at, perform, settings

if TYPE_CHECKING:
    from chatserver.requests import Code

ROLES: Final = click.Choice(["member", "moderator", "admin"])


@click.group("user")
def user() -> None:
    """The people who have an account."""


@user.command()
@click.argument("handle")
@click.option("--role", type=ROLES, default="member", show_default=True)
def create(handle: str, role: str) -> None:
    """Make an account, and print the code with which its owner chooses a passphrase."""
    from chatserver.requests import Code, CreateUser
    from rooms.people.person import Role

    request = CreateUser(handle=handle, role=Role(role))
    code = perform(settings(), "user.create", request, Code)
    click.echo(f"{handle} has an account now, and no passphrase yet.")
    _show(code, handle)


@user.command()
@click.argument("handle")
@click.argument("role", type=ROLES)
def role(handle: str, role: str) -> None:
    """Give someone a role, or take it away. They sign in anew."""
    from chatserver.requests import Changed, SetRole
    from rooms.people.person import Role

    request = SetRole(handle=handle, role=Role(role))
    if not perform(settings(), "user.role", request, Changed).changed:
        click.echo(f"{handle} has that role already.")
        return
    click.echo(f"{handle} is {_ARTICLES[role]} now, and has to sign in again.")
    if role != "member":
        click.echo("Their powers work once they have set up a second factor, under My account.")


@user.command()
@click.argument("handle")
def reset(handle: str) -> None:
    """End everything that opens an account, and print a code to begin anew.

    For whoever lost passphrase, phone and codes: also for a sole administrator. Make sure that it
    is they who ask.
    """
    from chatserver.requests import Code, ResetUser

    code = perform(settings(), "user.reset", ResetUser(handle=handle), Code)
    click.echo(f"{handle} is signed out everywhere. Passphrase, second factor and codes are gone.")
    _show(code, handle)


@user.command("list")
def list_users() -> None:
    """Who is here. Nobody but you has such a list; don't keep it."""
    from chatserver.requests import ListUsers, Users

    config, after = settings(), ""
    while True:
        page = perform(config, "user.list", ListUsers(after=after), Users)
        for person in page.people:
            click.echo(f"{person.handle:<24} {person.role:<10} {person.state}")
        if page.after is None:
            return
        after = page.after


@user.command()
@click.argument("handle")
@click.option("--unfreeze", is_flag=True, help="Open the account again.")
def freeze(handle: str, unfreeze: bool) -> None:
    """Close an account: nobody signs in to it, and whoever is signed in is out at once."""
    from chatserver.requests import Changed, FreezeUser

    request = FreezeUser(handle=handle, frozen=not unfreeze)
    changed = perform(settings(), "user.freeze", request, Changed).changed
    state = "open" if unfreeze else "closed"
    click.echo(f"The account of {handle} is {state}{'' if changed else ' already'}.")


_ARTICLES: Final = {"member": "a member", "moderator": "a moderator", "admin": "an administrator"}


def _show(code: Code, handle: str) -> None:
    click.echo(
        f"This code works once, until {at(code.until)}. Hand it to {handle} and to nobody else:\n\n"
        f"    {code.code}\n\n"
        f"It is typed in, with the name, at {code.url}"
    )
