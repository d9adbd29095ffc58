"""Who may make an account: never anybody before somebody has called the help lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec
import pytest

from moderation.help.helplines import ANYWHERE, Helplines
from tests.web.accounts.staffed import Staffed
from web.accounts import registration
from web.accounts.registration import ConfirmHelplines, registration_now
from web.site.decided import Configured, Decided, together

SETTINGS = Configured(name="Harbour")
LINES = together(SETTINGS, Decided()).fingerprint
OTHER = Helplines(version="2", international=ANYWHERE, countries=())


@pytest.fixture
def scene() -> Iterator[Staffed]:
    scene = Staffed()
    yield scene
    scene.close()


def now(
    scene: Staffed, chosen: Literal["open", "invite", "closed"], lines: str = LINES
) -> Literal["open", "invite", "closed"]:
    return scene.read(lambda reader: registration_now(reader, chosen, lines))


def confirm(scene: Staffed, settings: Configured = SETTINGS) -> None:
    scene.write(
        lambda work: registration.confirm(
            work, scene.up(scene.adam), ConfirmHelplines(), configured=settings
        )
    )


def test_nobody_comes_in_uninvited_before_the_lines_were_called(scene: Staffed) -> None:
    assert now(scene, "open") == "invite"
    confirm(scene)
    assert now(scene, "open") == "open"


def test_changed_lines_must_be_called_again(scene: Staffed) -> None:
    confirm(scene)
    other = Configured(name="Harbour", helplines=OTHER)
    lines = together(other, Decided()).fingerprint
    assert now(scene, "open", lines) == "invite"
    confirm(scene, other)
    assert now(scene, "open", lines) == "open"
    assert now(scene, "open") == "invite", "what was called before is not what is shown"


@pytest.mark.parametrize("chosen", ["invite", "closed"])
def test_what_was_chosen_is_never_more_open_than_that(
    scene: Staffed, chosen: Literal["invite", "closed"]
) -> None:
    assert now(scene, chosen) == chosen
    confirm(scene)
    assert now(scene, chosen) == chosen


@pytest.mark.parametrize("who", ["maria", "fay", "anna"])
def test_only_an_administrator_says_so(scene: Staffed, who: str) -> None:
    actor = scene.up(getattr(scene, who))
    refused = scene.refused(
        lambda work: registration.confirm(work, actor, ConfirmHelplines(), configured=SETTINGS)
    )
    assert refused.code == "forbidden"


def test_an_administrator_without_a_second_factor_does_not(scene: Staffed) -> None:
    actor = msgspec.structs.replace(scene.up(scene.adam), proven=False)
    refused = scene.refused(
        lambda work: registration.confirm(work, actor, ConfirmHelplines(), configured=SETTINGS)
    )
    assert refused.code == "forbidden"


def test_who_said_so_stands_in_the_audit_log_once(scene: Staffed) -> None:
    confirm(scene)
    confirm(scene)
    assert scene.audited() == [(scene.adam.user_id, "site.confirm_helplines", "", LINES[:16])]
