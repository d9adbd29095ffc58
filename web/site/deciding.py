"""What administrators decide about the place on the page. Each decision is in the audit log.

Must never let the doors be opened, or a number be shown, by anyone who has not just proved who
they are; and never let it be told in the log what somebody wrote.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from moderation.conduct import audit
from rooms.chat import message
from rooms.command import SEQ_MAX, Command, Result
from rooms.people.person import Actor
from rooms.permissions import Action, allows, demand_step_up
from rooms.refusal import Refusal
from rooms.words import mark
from rooms.work import Reader, Work
from web.site import guidelines, lines, store
from web.site.decided import (
    Configured,
    Decided,
    Palette,
    Registration,
    decided,
    of_row,
    together,
)
from web.site.events import SiteChanged
from web.site.lines import OWN_LINES_MAX, OwnLine

NAME_MAX_CHARS: Final = 60
WELCOME_MAX_CHARS: Final = 500


class ShowSite(Command, frozen=True, kw_only=True):
    """What was decided about the place, and what holds where nothing was: administrators."""


class ChangeSite(Command, frozen=True, kw_only=True):
    """Change what is given of how the place shows itself. An empty name is that of the settings.

    Without words of its own the page has those that it comes with. Other guidelines are a new
    version, which everyone is asked to read when they come in the next time. With
    `guidelines_version`, they are kept only if that one, which they were written upon, still holds.
    """

    name: Annotated[str, msgspec.Meta(max_length=NAME_MAX_CHARS)] | None = None
    welcome: Annotated[str, msgspec.Meta(max_length=WELCOME_MAX_CHARS)] | None = None
    palette: Palette | None = None
    guidelines: Annotated[str, msgspec.Meta(max_length=guidelines.MAX_CHARS)] | None = None
    guidelines_version: Annotated[int, msgspec.Meta(ge=0, le=SEQ_MAX)] | None = None


class SetRegistration(Command, frozen=True, kw_only=True):
    """Choose who may make an account. Needs a step-up of the last minutes.

    `open` is as `invite` until the help lines in force were called and confirmed.
    """

    registration: Registration


class SetHelplines(Command, frozen=True, kw_only=True):
    """Choose whose help lines come first, with up to three of our own before them.

    Whoever sets a line has called it. All of them are to be confirmed anew after a change. Needs a
    step-up of the last minutes. `country` is a code that `site.show` lists, or empty for none;
    lines of our own need one.
    """

    country: Annotated[str, msgspec.Meta(max_length=2)]
    own: Annotated[tuple[OwnLine, ...], msgspec.Meta(max_length=OWN_LINES_MAX)] = ()


class CountryName(msgspec.Struct, frozen=True, kw_only=True):
    """A country that there are help lines of."""

    code: str
    name: str


class SiteDecisions(Result, frozen=True, kw_only=True):
    """What holds about the place. `chosen` is the door that was chosen; it opens only over help
    lines that were called. `configured_name` is what it is called without a decision.
    """

    name: str
    configured_name: str
    welcome: str
    palette: Palette
    guidelines: str
    guidelines_version: int
    chosen: Registration
    help_country: str
    own_lines: list[OwnLine]
    countries: list[CountryName]


def show(
    reader: Reader, actor: Actor, _command: ShowSite, *, configured: Configured
) -> SiteDecisions:
    """Everything that can be decided here, as it stands."""
    _demand_administrator(actor)
    return _shown(configured, decided(reader))


def change(
    work: Work, actor: Actor, command: ChangeSite, *, configured: Configured
) -> SiteDecisions:
    """Change the name, the welcome, the colours or the guidelines."""
    _demand_administrator(actor)
    before = of_row(work.sql.one(store.LOCK))
    given: dict[str, object] = {}
    if command.name is not None:
        name = command.name.strip()
        given["name"] = message.clean_line(name, NAME_MAX_CHARS, field="name") if name else None
    if command.welcome is not None:
        given["welcome"] = message.clean_text(
            command.welcome.strip(), WELCOME_MAX_CHARS, field="welcome"
        )
    if command.palette is not None:
        given["palette"] = command.palette
    if command.guidelines is not None:
        given |= _other_guidelines(command.guidelines, command.guidelines_version, before)
    after = msgspec.structs.replace(before, **given)
    if after != before:
        changed = [name for name in _SHOWN if getattr(after, name) != getattr(before, name)]
        _put(work, configured, after)
        audit.record(work, actor.user_id, "site.change", detail=", ".join(changed))
    if after.guidelines_version != before.guidelines_version:
        # Whoever wrote them has read them.
        guidelines.keep_accepted(work, actor.user_id, after.guidelines_version)
    return _shown(configured, after)


def _other_guidelines(written: str, upon: int | None, before: Decided) -> dict[str, object]:
    """The next version, unless they say the same; nobody's are lost under those of another."""
    words = message.clean_text(written.strip(), guidelines.MAX_CHARS, field="guidelines")
    if words == before.guidelines:
        return {}
    if upon not in (None, before.guidelines_version):
        raise Refusal("changed_meanwhile", _OTHERS, field="guidelines")
    return {"guidelines": words, "guidelines_version": before.guidelines_version + 1}


_OTHERS: Final = mark(
    "Someone else has changed the guidelines meanwhile. Your words are kept. "
    "Please read theirs first; saving once more puts yours in their place."
)
_SHOWN: Final = ("name", "welcome", "palette", "guidelines")


def set_registration(
    work: Work, actor: Actor, command: SetRegistration, *, configured: Configured
) -> SiteDecisions:
    """Open the door, or close it."""
    _demand_administrator(actor)
    demand_step_up(actor, work.now)
    before = of_row(work.sql.one(store.LOCK))
    after = msgspec.structs.replace(before, registration=command.registration)
    if together(configured, after).chosen != together(configured, before).chosen:
        _put(work, configured, after)
        audit.record(work, actor.user_id, "site.set_registration", detail=command.registration)
    return _shown(configured, after)


def set_helplines(
    work: Work, actor: Actor, command: SetHelplines, *, configured: Configured
) -> SiteDecisions:
    """Choose whose lines come first, and our own."""
    _demand_administrator(actor)
    demand_step_up(actor, work.now)
    if command.country not in {"", *(each.code for each in configured.helplines.countries)}:
        raise Refusal(
            "not_found", mark("There are no help lines of that country."), field="country"
        )
    if command.own and not command.country:
        raise Refusal("missing_field", mark("Choose the country of these lines."), field="country")
    before = of_row(work.sql.one(store.LOCK))
    own = lines.read(command.own, before.own_lines, work.now)
    after = msgspec.structs.replace(before, help_country=command.country, own_lines=own)
    if together(configured, after) != together(configured, before):
        _put(work, configured, after)
        audit.record(work, actor.user_id, "site.set_helplines", detail=command.country)
    return _shown(configured, after)


def _demand_administrator(actor: Actor) -> None:
    if not allows(actor, Action.CONFIGURE):
        raise Refusal("forbidden")


def _put(work: Work, configured: Configured, said: Decided) -> None:
    """Keep it, and let every page show it."""
    work.sql.run(
        store.PUT,
        new_name=said.name,
        new_welcome=said.welcome,
        new_palette=said.palette,
        new_guidelines=said.guidelines,
        new_guidelines_version=said.guidelines_version,
        new_registration=said.registration,
        new_help_country=said.help_country,
        new_own_lines=msgspec.json.encode(said.own_lines).decode(),
    )
    now = together(configured, said)
    work.emit(
        SiteChanged(
            name=now.name,
            palette=now.palette,
            help_country=now.help_country,
            guidelines_version=now.guidelines_version,
        )
    )


def _shown(configured: Configured, said: Decided) -> SiteDecisions:
    now = together(configured, said)
    return SiteDecisions(
        name=now.name,
        configured_name=configured.name,
        welcome=now.welcome,
        palette=now.palette,
        guidelines=now.guidelines,
        guidelines_version=now.guidelines_version,
        chosen=now.chosen,
        help_country=now.help_country,
        own_lines=[lines.own(each) for each in said.own_lines],
        countries=[
            CountryName(code=each.code, name=each.name) for each in configured.helplines.countries
        ],
    )
