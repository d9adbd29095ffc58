"""Keeping someone out: who may, what it does at once, and what it never does."""

from __future__ import annotations

import pytest

from moderation.conduct import sanctions
from moderation.conduct.sanctions import Ban, CurrentBan, LiftBan
from moderation.events import BanLifted, YourBan
from rooms.people.person import Actor, Role, State
from rooms.work import Work
from tests.support.ids import id_of
from tests.support.scene import Scene
from web.accounts import sessions
from web.accounts.events import SignInEnded

DAY_MS = 24 * 3600 * 1000


def out(work: Work, user_id: str) -> None:
    """As the server ends them."""
    sessions.end_all_of(work, user_id, "banned")


def ban(work: Work, actor: Actor, command: Ban) -> sanctions.Banned:
    return sanctions.ban(work, actor, command, end_sign_ins=out)


def the_ban(scene: Scene, until: int | None = None, who: Actor | None = None) -> Ban:
    return Ban(user_id=(who or scene.anna).user_id, reason="harassment", until=until)


def sign_in(scene: Scene, actor: Actor, token: str = "first") -> str:
    return scene.write(lambda work: sessions.start(work, actor.user_id, token, 30))


def test_whoever_is_banned_is_out_at_once_and_told_why_first(scene: Scene) -> None:
    sign_in_id = sign_in(scene, scene.anna)
    scene.heard()
    until = scene.clock() + DAY_MS
    scene.do(ban, scene.maria, the_ban(scene, until))
    assert scene.heard() == [
        YourBan(user_id=scene.anna.user_id, reason="harassment", until=until),
        SignInEnded(sign_in_id=sign_in_id, reason="banned"),
    ]
    again = sign_in(scene, scene.anna, "second")
    acting = scene.read(lambda work: sessions.actor_for(work, again))
    assert acting.state is State.BANNED
    scene.clock.advance(days=1)
    assert scene.read(lambda work: sessions.actor_for(work, again)).state is State.ACTIVE
    assert scene.read(lambda work: sanctions.current(work, scene.anna.user_id)) is None


def test_a_ban_without_an_end_lasts_until_it_is_lifted(scene: Scene) -> None:
    scene.do(ban, scene.maria, the_ban(scene))
    scene.clock.advance(days=5000)
    current = scene.read(lambda work: sanctions.current(work, scene.anna.user_id))
    assert current == CurrentBan(reason="harassment", until=None)
    scene.heard()
    lifted = LiftBan(user_id=scene.anna.user_id)
    scene.do(sanctions.lift, scene.adam, lifted)
    assert scene.heard() == [BanLifted(user_id=scene.anna.user_id)]
    assert scene.read(lambda work: sanctions.current(work, scene.anna.user_id)) is None
    scene.do(sanctions.lift, scene.adam, lifted)
    assert scene.heard() == []


def test_the_same_ban_again_is_the_same_one_and_another_takes_its_place(scene: Scene) -> None:
    first = scene.do(ban, scene.maria, the_ban(scene))
    assert scene.do(ban, scene.maria, the_ban(scene)) == first
    until = scene.clock() + DAY_MS
    assert scene.do(ban, scene.maria, the_ban(scene, until)) != first
    current = scene.read(lambda work: sanctions.current(work, scene.anna.user_id))
    assert current == CurrentBan(reason="harassment", until=until)


@pytest.mark.parametrize("command", ["ban", "lift"])
def test_nobody_keeps_out_themselves_a_peer_or_who_stands_above(scene: Scene, command: str) -> None:
    peer = scene.person("milo", Role.MODERATOR)
    cases = [
        (scene.maria, scene.maria, "forbidden"),
        (scene.maria, peer, "forbidden"),
        (scene.maria, scene.adam, "forbidden"),
        (scene.adam, scene.adam, "forbidden"),
        (scene.adam, scene.person("ada", Role.ADMIN), "forbidden"),
        (scene.fay, scene.anna, "forbidden"),
        (scene.anna, scene.ben, "forbidden"),
    ]
    for actor, who, code in cases:
        if command == "ban":
            assert scene.no(ban, actor, the_ban(scene, who=who)) == code
        else:
            assert scene.no(sanctions.lift, actor, LiftBan(user_id=who.user_id)) == code
    nobody = id_of("nobody")
    assert scene.no(sanctions.lift, scene.maria, LiftBan(user_id=nobody)) == "not_found"
    scene.do(ban, scene.adam, the_ban(scene, who=peer))


def test_a_moderator_without_their_second_factor_keeps_nobody_out(scene: Scene) -> None:
    unproven = Actor(scene.maria.user_id, "maria", Role.MODERATOR, proven=False)
    assert scene.no(ban, unproven, the_ban(scene)) == "forbidden"


def test_an_end_that_is_past_is_refused(scene: Scene) -> None:
    assert scene.no(ban, scene.maria, the_ban(scene, scene.clock())) == "out_of_range"


def test_it_stands_in_the_audit_log_by_id_alone(scene: Scene) -> None:
    scene.do(ban, scene.maria, the_ban(scene))
    scene.do(sanctions.lift, scene.maria, LiftBan(user_id=scene.anna.user_id))
    entries = [row[2:6] for row in scene.snapshot()["audit_entry"]]
    assert entries == [
        (scene.maria.user_id, "sanction.ban", scene.anna.user_id, "harassment"),
        (scene.maria.user_id, "sanction.lift", scene.anna.user_id, ""),
    ]


def current(scene: Scene) -> CurrentBan | None:
    """The ban that Anna is told of."""
    return scene.read(lambda reader: sanctions.current(reader, scene.anna.user_id))


def given_again(scene: Scene, until: int | None = None, by: str = "") -> bool:
    """The ban that an older copy of the store does not know."""
    return scene.write(
        lambda work: sanctions.again(
            work,
            scene.anna.user_id,
            reason="harassment",
            until=until,
            given_by=by or scene.maria.user_id,
            given_at=scene.clock() - DAY_MS,
        )
    )


def test_a_ban_from_the_journal_runs_as_it_ran(scene: Scene) -> None:
    until = scene.clock() + DAY_MS
    assert given_again(scene, until)
    assert current(scene) == CurrentBan(reason="harassment", until=until)
    before = scene.snapshot()
    assert not given_again(scene, until), "twice is once"
    assert scene.snapshot() == before
    assert given_again(scene, None), "it was changed to one without an end"
    assert current(scene) == CurrentBan(reason="harassment", until=None)
    assert scene.write(lambda work: sanctions.lift_again(work, scene.anna.user_id))
    assert current(scene) is None
    assert not scene.write(lambda work: sanctions.lift_again(work, scene.anna.user_id))


def test_a_ban_from_the_journal_that_is_over_ends_the_one_that_was_longer(scene: Scene) -> None:
    assert not given_again(scene, scene.clock())
    assert current(scene) is None
    assert given_again(scene, None)
    assert given_again(scene, scene.clock())
    assert current(scene) is None


def test_a_ban_whose_giver_is_unknown_here_holds(scene: Scene) -> None:
    assert given_again(scene, None, by="somebody who came later")
    assert current(scene) == CurrentBan(reason="harassment", until=None)
    absent = scene.write(
        lambda work: sanctions.again(
            work, "absent", reason="spam", until=None, given_by="", given_at=0
        )
    )
    assert not absent
