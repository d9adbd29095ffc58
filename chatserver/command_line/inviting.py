"""`chatserver invite …`. Must never show the secret of an invitation a second time."""

from __future__ import annotations

import click

from chatserver.command_line.people import ROLES
from chatserver.command_line.reaching import at, perform, settings


@click.group("invite")
def invite() -> None:
    """Links that let people in."""


@invite.command()
@click.option("--role", type=ROLES, default="member", show_default=True)
@click.option("--room", default="", help="The name of a room, or its id, that they come into.")
@click.option("--facilitator", is_flag=True, help="They keep that room.")
@click.option("--hours", type=click.IntRange(1, 72), default=72, show_default=True)
def create(role: str, room: str, facilitator: bool, hours: int) -> None:
    """Make a link that lets one person in, once."""
    from chatserver.requests import CreateInvite, InviteMade
    from rooms.chat.views import Relation
    from rooms.people.person import Role

    request = CreateInvite(
        role=Role(role),
        room=room,
        relation=Relation.FACILITATOR if facilitator else Relation.MEMBER,
        hours=hours,
    )
    made = perform(settings(), "invite.create", request, InviteMade)
    click.echo(
        f"This link lets one person in, until {at(made.until)}:\n\n    {made.link}\n\n"
        f"To take it back: chatserver invite revoke {made.invite_id}"
    )


@invite.command()
@click.argument("invite_id")
def revoke(invite_id: str) -> None:
    """Take an invitation back; whoever has used it stays."""
    from chatserver.requests import Changed, RevokeInvite

    request = RevokeInvite(invite_id=invite_id)
    changed = perform(settings(), "invite.revoke", request, Changed).changed
    click.echo("It opens nothing any more." if changed else "There is nothing to take back.")


@invite.command("list")
def list_invites() -> None:
    """The invitations that there are, newest first."""
    from chatserver.requests import Invites, ListInvites

    config, cursor = settings(), None
    while True:
        page = perform(config, "invite.list", ListInvites(cursor=cursor), Invites)
        for each in page.invites:
            state = "used" if each.used else "taken back" if each.revoked else "open"
            click.echo(
                f"{each.invite_id}  {each.kind:<6} {each.role:<9} {state:<10} "
                f"until {at(each.expires_at)}  {each.room_name or ''}".rstrip()
            )
        if page.cursor is None:
            return
        cursor = page.cursor
