"""What the operator does by name: at once, in the audit log, and never beyond the last one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from chatserver.ids import new_token
from moderation.conduct import audit, sanctions
from moderation.events import StaffNoticed
from rooms.chat.views import Relation
from rooms.people.events import YourRole, YourState
from rooms.people.person import Actor, Role, State
from rooms.refusal import Refusal
from rooms.work import Work
from tests.web.accounts.staffed import Staffed
from web.accounts import (
    erasing,
    invites,
    operating,
    proposals,
    recovery,
    second_factor,
    sessions,
    store,
)
from web.accounts.events import SignInEnded

TOKENS = (f"token{number}" for number in count())


@pytest.fixture
def scene() -> Iterator[Staffed]:
    scene = Staffed()
    yield scene
    scene.close()


def deeds(scene: Staffed) -> list[tuple[str, str, str]]:
    """What stands in the audit log: who, what, about whom."""
    page = scene.read(lambda reader: audit.list_audit(reader, everyone(), audit.ListAudit()))
    return [(entry.actor_id, entry.action, entry.about) for entry in page.entries]


def everyone() -> Actor:
    return Actor("operator", "", Role.ADMIN)


def opens(scene: Staffed, handle: str, code: str) -> bool:
    found = scene.read(lambda reader: recovery.opened_by(reader, handle, code))
    return found is not None


def sign_in(scene: Staffed, actor: Actor) -> str:
    return scene.write(lambda work: sessions.start(work, actor.user_id, next(TOKENS), 30))


def test_an_account_begins_with_a_code_and_nothing_else(scene: Staffed) -> None:
    code = scene.write(lambda work: operating.create(work, "Zoe", Role.MODERATOR, new_token))
    assert opens(scene, "zoe", code)
    person = scene.write(lambda work: operating._held(work, "zoe"))
    assert (person.role, person.state) == (Role.MODERATOR, State.ACTIVE)
    assert deeds(scene)[0] == ("operator", "user.create", person.user_id)
    assert code.replace("-", "") not in str(scene.snapshot())
    scene.clock.advance(ms=operating.CODE_MS)
    assert not opens(scene, "zoe", code)


@pytest.mark.parametrize("handle", ["anna", "Admin", "x", "an\u200bna"])
def test_a_name_is_as_free_and_as_sound_as_anyones(scene: Staffed, handle: str) -> None:
    scene.refused(lambda work: operating.create(work, handle, Role.MEMBER, new_token))


def test_a_role_is_given_and_taken_at_once(scene: Staffed) -> None:
    sign_in_id = sign_in(scene, scene.anna)
    scene.heard()
    assert scene.write(lambda work: operating.set_role(work, "ANNA", Role.MODERATOR))
    assert scene.role(scene.anna) is Role.MODERATOR
    assert scene.heard_of(YourRole) == [YourRole(user_id=scene.anna.user_id, role=Role.MODERATOR)]
    with pytest.raises(Refusal, match="session_expired"):
        scene.read(lambda reader: sessions.actor_for(reader, sign_in_id))
    assert deeds(scene)[0] == ("operator", "role.set", scene.anna.user_id)
    assert not scene.write(lambda work: operating.set_role(work, "anna", Role.MODERATOR))
    assert scene.write(lambda work: operating.set_role(work, "anna", Role.MEMBER))


def test_the_last_administrator_stays_one(scene: Staffed) -> None:
    for attempt in (
        lambda work: operating.set_role(work, "adam", Role.MEMBER),
        lambda work: operating.freeze(work, "adam", True),
    ):
        refusal = scene.refused(attempt)
        assert (refusal.code, "last administrator" in refusal.message) == ("forbidden", True)
    scene.administrator("zara")
    assert scene.write(lambda work: operating.set_role(work, "adam", Role.MEMBER))


def test_a_role_is_for_someone_who_is_here(scene: Staffed) -> None:
    scene.set(scene.anna, "state", "waiting")
    refusal = scene.refused(lambda work: operating.set_role(work, "anna", Role.MODERATOR))
    assert refusal.code == "forbidden"


def test_a_reset_leaves_one_way_in(scene: Staffed) -> None:
    """Also for a sole administrator who lost everything: they keep their role."""
    adam = scene.adam.user_id
    sign_in_id = sign_in(scene, scene.adam)

    def set_up(work: Work) -> None:
        work.sql.run(store.ADD_CREDENTIAL, user_id=adam, passphrase_hash="h")
        recovery.store_codes(work, adam, ["OLD"])

    scene.write(set_up)
    scene.heard()
    code = scene.write(lambda work: operating.reset(work, "adam", new_token))
    assert scene.heard_of(SignInEnded) == [SignInEnded(sign_in_id=sign_in_id, reason="signed_out")]
    assert not opens(scene, "adam", "OLD")
    assert opens(scene, "adam", code)
    assert scene.read(lambda reader: reader.sql.one(store.CREDENTIAL_OF, user_id=adam)) is None
    assert not scene.read(lambda reader: second_factor.is_confirmed(reader, adam))
    assert scene.role(scene.adam) is Role.ADMIN
    assert deeds(scene)[0] == ("operator", "user.reset", adam)
    again = scene.write(lambda work: operating.reset(work, "adam", new_token))
    assert (opens(scene, "adam", code), opens(scene, "adam", again)) == (False, True)


def test_a_closed_account_is_shut_and_can_be_opened(scene: Staffed) -> None:
    sign_in_id = sign_in(scene, scene.anna)
    scene.heard()
    assert scene.write(lambda work: operating.freeze(work, "anna", True))
    anna = scene.anna.user_id
    assert scene.heard() == [
        SignInEnded(sign_in_id=sign_in_id, reason="frozen"),
        YourState(user_id=anna, state=State.FROZEN),
        StaffNoticed(about=anna),
    ]
    assert not scene.write(lambda work: operating.freeze(work, "anna", True))
    assert scene.refused(lambda work: operating.reset(work, "anna", new_token)).code == (
        "account_closed"
    )
    assert scene.write(lambda work: operating.freeze(work, "anna", False))
    assert scene.up(scene.anna).state is State.ACTIVE
    assert [deed[1] for deed in deeds(scene)[:2]] == ["user.unfreeze", "user.freeze"]
    scene.set(scene.anna, "state", "waiting")
    assert scene.refused(lambda work: operating.freeze(work, "anna", True)).code == "forbidden"


@pytest.mark.parametrize("handle", ["nobody.here", "ben"])
def test_nobody_of_that_name(scene: Staffed, handle: str) -> None:
    scene.write(lambda work: erasing.begin(work, scene.ben.user_id, work.now))
    refusal = scene.refused(lambda work: operating.reset(work, handle, new_token))
    assert (refusal.code, refusal.message) == ("not_found", "Nobody here goes by that name.")


def listed(scene: Staffed, after: str = "") -> list[operating.Listed]:
    """Everyone, page by page."""
    page, following = scene.read(lambda reader: operating.people(reader, after))
    assert len(page) <= operating.PEOPLE_PER_PAGE
    return page + (listed(scene, following) if following else [])


def test_everyone_is_listed_page_by_page(scene: Staffed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operating, "PEOPLE_PER_PAGE", 2)
    scene.set(scene.anna, "state", "frozen")
    scene.write(lambda work: sanctions.set_until(work, scene.fay.user_id, sanctions.FOR_GOOD))
    scene.write(lambda work: erasing.begin(work, scene.ben.user_id, work.now))
    assert listed(scene) == [
        ("adam", "admin", "active"),
        ("anna", "member", "frozen"),
        ("fay", "member", "banned"),
        ("maria", "moderator", "active"),
    ]


def invite(work: Work, **more: object) -> tuple[str, str]:
    asked: dict[str, object] = {
        "role": Role.MEMBER,
        "room": "",
        "relation": Relation.MEMBER,
        "hours": 24,
    }
    return operating.invite(work, next(TOKENS), **{**asked, **more})  # type: ignore[arg-type]


def test_an_invitation_names_its_room_as_people_do(scene: Staffed) -> None:
    invite_id, _ = scene.write(lambda work: invite(work, room="EVENING", role=Role.MODERATOR))
    page = scene.read(
        lambda reader: invites.list_invites(reader, everyone(), invites.ListInvites())
    )
    (view,) = page.invites
    assert (view.invite_id, view.role, view.room_id) == (invite_id, "moderator", scene.evening)
    assert view.expires_at == scene.clock() + 24 * invites.HOUR_MS
    assert deeds(scene)[0] == ("operator", "invite.create", invite_id)


def test_a_room_that_is_not_clear_is_asked_about(scene: Staffed) -> None:
    other = scene.room("Evening")
    refusal = scene.refused(lambda work: invite(work, room="evening"))
    assert other in refusal.message
    assert scene.evening in refusal.message
    invite_id, _ = scene.write(lambda work: invite(work, room=other))
    assert invite_id
    assert "no room" in scene.refused(lambda work: invite(work, room="Nowhere")).message
    lonely = scene.refused(lambda work: invite(work, relation=Relation.FACILITATOR))
    assert "--room" in lonely.message


def test_after_an_older_copy_came_back_no_door_is_open(scene: Staffed) -> None:
    sign_in_id = sign_in(scene, scene.anna)
    scene.write(lambda work: invite(work))
    scene.write(
        lambda work: recovery.store_codes(
            work, scene.anna.user_id, ["GIVEN"], until=scene.clock() + 1000
        )
    )
    scene.write(lambda work: recovery.store_codes(work, scene.anna.user_id, ["OWN"]))
    person = scene.write(lambda work: operating._held(work, "anna"))
    waiting = scene.write(
        lambda work: proposals.add(
            work,
            "role",
            person,
            scene.adam.user_id,
            role=Role.MODERATOR,
            due_at=scene.clock() + 1000,
        )
    )
    scene.write(operating.begin_anew)
    with pytest.raises(Refusal, match="session_expired"):
        scene.read(lambda reader: sessions.actor_for(reader, sign_in_id))
    page = scene.read(
        lambda reader: invites.list_invites(reader, everyone(), invites.ListInvites())
    )
    assert [view.revoked for view in page.invites] == [True]
    assert (opens(scene, "anna", "GIVEN"), opens(scene, "anna", "OWN")) == (False, True)
    found = scene.read(lambda reader: proposals.find(reader, waiting.proposal_id))
    assert found is not None
    assert found.state == "lapsed"
