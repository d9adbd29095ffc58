"""What staff sees, and the door: people who knocked are let in or sent away, accounts closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from moderation.conduct import reporting
from moderation.conduct.reporting import ReportMessage
from moderation.conduct.sanctions import Ban
from moderation.events import StaffNoticed
from moderation.help.helplines import ANYWHERE, Helplines
from rooms.chat import entering, reading, room_store
from rooms.chat.events import YourMembership
from rooms.chat.reading import SyncSession
from rooms.chat.views import Access, Relation, Standing
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people import registry
from rooms.people.events import YourState
from rooms.people.person import Actor, Role, State
from rooms.permissions import STEP_UP_MS
from rooms.work import Work
from tests.support.ids import id_of
from tests.web.accounts.staffed import Staffed, ask
from web.accounts import erasing, registration, restoring, roles, staffing
from web.accounts.events import SignInEnded
from web.accounts.proposals import DAY_MS, UNDO_MS, WAITING_EACH
from web.accounts.restoring import AskRestore
from web.accounts.roles import ProposeRole
from web.accounts.staffing import (
    AdmitUser,
    FindUser,
    FoundUser,
    FreezeUser,
    RefuseUser,
    ShowStaff,
    StaffOverview,
)
from web.site.decided import Configured, Decided, together

SETTINGS = Configured(name="Harbour")
LINES = together(SETTINGS, Decided()).fingerprint
OTHER = Helplines(version="2", international=ANYWHERE, countries=())


@pytest.fixture
def scene() -> Iterator[Staffed]:
    scene = Staffed()
    yield scene
    scene.close()


def knock(scene: Staffed, name: str) -> Actor:
    """Someone who asked to be let in."""
    user_id = id_of(name)
    scene.write(lambda work: registry.add(work, user_id, name, Role.MEMBER, State.WAITING))
    return Actor(user_id, name, Role.MEMBER, state=State.WAITING)


def overview(scene: Staffed, actor: Actor, said: Configured = SETTINGS) -> StaffOverview:
    return scene.read(lambda work: staffing.overview(work, actor, ShowStaff(), configured=said))


def no_overview(scene: Staffed, actor: Actor) -> str:
    return scene.refused(
        lambda work: staffing.overview(work, actor, ShowStaff(), configured=SETTINGS)
    ).code


def find(scene: Staffed, actor: Actor, handle: str) -> FoundUser:
    return scene.ask(staffing.find, actor, FindUser(handle=handle)).user


def freeze(scene: Staffed, who: Actor, *, frozen: bool = True) -> None:
    what = FreezeUser(user_id=who.user_id, frozen=frozen)
    scene.decides(staffing.freeze, scene.adam, what)


def no_freeze(scene: Staffed, actor: Actor, who: Actor) -> str:
    return scene.refuses(staffing.freeze, actor, FreezeUser(user_id=who.user_id, frozen=True))


# finding ------------------------------------------------------------------------------------------


def test_a_person_is_found_by_exactly_their_name(scene: Staffed) -> None:
    expected = FoundUser(
        user_id=scene.anna.user_id,
        handle="anna",
        role=Role.MEMBER,
        state=State.ACTIVE,
        banned_until=None,
        ban_reason=None,
    )
    for typed in ("anna", "Anna", "ＡＮＮＡ"):
        assert find(scene, scene.maria, typed) == expected
    for part in ("ann", "anna%", "annas", "_nna", "a" * 200):
        assert scene.no(staffing.find, scene.maria, FindUser(handle=part)) == "not_found"


def test_only_staff_whose_powers_work_looks_for_people(scene: Staffed) -> None:
    unproven = msgspec.structs.replace(scene.adam, proven=False)
    for nobody in (scene.anna, scene.fay, unproven):
        for name in ("anna", "nobody.of.that.name"):
            assert scene.no(staffing.find, nobody, FindUser(handle=name)) == "forbidden"
    assert find(scene, scene.adam, "maria").role is Role.MODERATOR


def test_a_ban_is_shown_with_its_end_and_reason(scene: Staffed) -> None:
    def ban(until: int | None) -> None:
        what = Ban(user_id=scene.anna.user_id, reason="dealing", until=until)
        scene.do(staffing.ban, scene.maria, what)

    until = scene.clock() + DAY_MS
    ban(until)
    found = find(scene, scene.adam, "anna")
    assert (found.state, found.banned_until, found.ban_reason) == ("banned", until, "dealing")
    scene.clock.advance(days=1)
    found = find(scene, scene.adam, "anna")
    assert (found.state, found.banned_until, found.ban_reason) == ("active", None, None)
    ban(None)
    found = find(scene, scene.adam, "anna")
    assert (found.state, found.banned_until) == ("banned", None)


@pytest.mark.parametrize("state", ["erasing", "erased"])
def test_who_has_left_is_not_found(scene: Staffed, state: str) -> None:
    scene.set(scene.anna, "state", state)
    assert scene.no(staffing.find, scene.adam, FindUser(handle="anna")) == "not_found"


# the overview -------------------------------------------------------------------------------------


def test_staff_sees_who_is_on_staff_and_whose_powers_work(scene: Staffed) -> None:
    scene.person("milo", Role.MODERATOR)
    frozen = scene.administrator("ada")
    scene.set(frozen, "state", "frozen")
    gone = scene.administrator("eve")
    scene.set(gone, "state", "erasing")
    shown = [
        (each.user.handle, each.role, each.state, each.proven)
        for each in overview(scene, scene.maria).staff
    ]
    assert shown == [
        ("ada", "admin", "frozen", True),
        ("adam", "admin", "active", True),
        ("maria", "moderator", "active", True),
        ("milo", "moderator", "active", False),
    ]


def test_it_is_for_staff_alone(scene: Staffed) -> None:
    unproven = msgspec.structs.replace(scene.maria, proven=False)
    for nobody in (scene.anna, scene.fay, unproven):
        assert no_overview(scene, nobody) == "forbidden"


def test_who_knocked_stands_there_by_the_day(scene: Staffed) -> None:
    first = knock(scene, "nora")
    day = scene.clock() - scene.clock() % DAY_MS
    scene.clock.advance(days=1)
    knock(scene, "abe")
    shown = [
        (each.user_id, each.handle, each.knocked_on)
        for each in overview(scene, scene.maria).waiting
    ]
    assert shown[0] == (first.user_id, "nora", day)
    assert [name for _, name, _ in shown] == ["nora", "abe"]


def test_a_lone_administrator_knows_that_what_they_propose_is_done(scene: Staffed) -> None:
    assert overview(scene, scene.adam).alone
    assert not overview(scene, scene.maria).alone
    ada = scene.administrator("ada", proven=False)
    assert overview(scene, scene.adam).alone
    scene.prove(ada)
    assert not overview(scene, scene.adam).alone


def test_what_was_done_alone_stands_before_everyone_on_staff(scene: Staffed) -> None:
    scene.decides(
        roles.propose, scene.adam, ProposeRole(user_id=scene.ben.user_id, role=Role.MODERATOR)
    )
    (done,) = overview(scene, scene.maria).proposals
    assert (done.state, done.user.handle, done.due_at) == ("done", "ben", scene.clock() + UNDO_MS)


def test_how_people_come_in_is_told_as_it_is(scene: Staffed) -> None:
    shown = overview(scene, scene.adam)
    assert (shown.registration, shown.helplines_confirmed) == ("invite", False)
    scene.write(lambda work: registration.set_confirmed(work, scene.adam.user_id, LINES))
    shown = overview(scene, scene.adam)
    assert (shown.registration, shown.helplines_confirmed) == ("open", True)
    other = Configured(name="Harbour", registration="closed", helplines=OTHER)
    shown = overview(scene, scene.adam, other)
    assert (shown.registration, shown.helplines_confirmed) == ("closed", False)


def test_a_report_that_no_moderator_can_see_is_counted_for_administrators(
    scene: Staffed,
) -> None:
    def unseen(actor: Actor = scene.adam) -> int:
        return overview(scene, actor).unseen_reports

    scene.bring_in(scene.maria, scene.evening)
    said = [scene.say(who, "unkind") for who in (scene.maria, scene.anna)]
    for each in said:
        what = ReportMessage(message_id=each.message_id, nonce=scene.nonce(), reason="unkind")
        scene.do(reporting.report, scene.fay, what)
    assert unseen() == 1, "the one about the only moderator"
    assert unseen(scene.maria) == 0, "she is not told"
    milo = scene.person("milo", Role.MODERATOR)
    assert unseen() == 1, "his powers don't work yet"
    scene.prove(milo)
    assert unseen() == 0
    scene.set(milo, "banned_until", scene.clock() + DAY_MS)
    assert unseen() == 1
    scene.set(scene.maria, "state", "frozen")
    assert unseen() == 2, "nobody is left to see any"
    scene.connection.execute("UPDATE report SET closed_at = 1")
    assert unseen() == 0


def test_however_much_there_is_it_fits_an_answer(scene: Staffed) -> None:
    for number in range(staffing.WAITING_MAX + 5):
        knock(scene, f"waits.for.us.so.long.{number:03}")
    for number in range(100):
        scene.person(f"a.name.of.length.{number:02}", Role.MODERATOR)
    admins = [scene.administrator(f"busy.with.much.{number:03}") for number in range(10)]
    for number in range(90):
        person = scene.person(f"so.very.much.to.do.{number:03}")
        scene.decides(
            roles.propose,
            admins[number // WAITING_EACH],
            ProposeRole(user_id=person.user_id, role=Role.ADMIN),
        )
    shown = overview(scene, scene.adam)
    assert len(msgspec.json.encode(shown)) < ANSWER_MAX_BYTES
    assert min(len(shown.staff), len(shown.waiting), len(shown.proposals)) > 30


# the door -----------------------------------------------------------------------------------------


def test_whoever_knocked_is_let_in(scene: Staffed) -> None:
    nora = knock(scene, "nora")
    scene.heard()
    scene.do(staffing.admit, scene.maria, AdmitUser(user_id=nora.user_id))
    assert scene.up(nora).state is State.ACTIVE
    assert scene.heard() == [
        YourState(user_id=nora.user_id, state=State.ACTIVE),
        StaffNoticed(about=nora.user_id),
    ]
    assert scene.audited() == [(scene.maria.user_id, "user.admit", nora.user_id, "")]
    again = AdmitUser(user_id=nora.user_id)
    assert scene.no(staffing.admit, scene.adam, again) == "already_decided"


def knocked_at(scene: Staffed, nora: Actor, **options: Any) -> str:
    """A room at whose door someone stands who came by a flyer."""
    room_id = scene.room("Walk", members=(), **options)

    def stand_there(work: Work) -> None:
        room = room_store.lock(work.sql, room_id)
        assert room is not None
        entering.put_aside(work, room, nora.user_id, Standing.WAITING, Relation.MEMBER, before=None)

    scene.write(stand_there)
    return room_id


@pytest.mark.parametrize(
    ("options", "standing"),
    [
        ({"access": Access.OPEN}, Standing.IN),
        ({"access": Access.OPEN, "guidelines": "No advice."}, Standing.INVITED),
        ({"access": Access.REQUEST}, Standing.WAITING),
    ],
)
def test_whoever_knocked_for_an_open_room_does_not_wait_a_second_time(
    scene: Staffed, options: dict[str, Any], standing: Standing
) -> None:
    nora = knock(scene, "nora")
    room_id = knocked_at(scene, nora, **options)
    scene.heard()
    scene.do(staffing.admit, scene.maria, AdmitUser(user_id=nora.user_id))
    (mine,) = scene.read(lambda work: reading.sync(work, scene.up(nora), SyncSession())).rooms
    assert (mine.room.room_id, mine.membership.standing) == (room_id, standing)
    told = [event for event in scene.heard() if isinstance(event, YourMembership)]
    assert bool(told) is (standing is not Standing.WAITING)


def test_whoever_is_sent_away_leaves_nothing_behind(scene: Staffed) -> None:
    nora = knock(scene, "nora")
    sign_in_id = scene.sign_in(nora)
    scene.heard()
    scene.do(staffing.refuse, scene.maria, RefuseUser(user_id=nora.user_id))
    assert SignInEnded(sign_in_id=sign_in_id, reason="erased") in scene.heard()
    assert not scene.is_signed_in(sign_in_id)
    again = RefuseUser(user_id=nora.user_id)
    assert scene.no(staffing.refuse, scene.maria, again) == "not_found"
    anyway = AdmitUser(user_id=nora.user_id)
    assert scene.no(staffing.admit, scene.maria, anyway) == "not_found"
    assert overview(scene, scene.maria).waiting == []
    while scene.write(erasing.step) is not None:
        pass
    assert "nora" not in repr(scene.snapshot()["person"]).replace(nora.user_id, "")
    assert scene.audited()[-1][:3] == (scene.maria.user_id, "user.refuse", nora.user_id)


@pytest.mark.parametrize(
    ("rule", "kind"), [(staffing.admit, AdmitUser), (staffing.refuse, RefuseUser)]
)
def test_the_door_is_for_staff(scene: Staffed, rule: Any, kind: Any) -> None:
    nora = knock(scene, "nora")
    unproven = msgspec.structs.replace(scene.maria, proven=False)
    for nobody in (scene.anna, scene.fay, unproven):
        assert scene.no(rule, nobody, kind(user_id=nora.user_id)) == "forbidden"
    assert scene.no(rule, scene.maria, kind(user_id=id_of("nobody"))) == "not_found"
    inside = kind(user_id=scene.anna.user_id)
    assert scene.no(rule, scene.maria, inside) == "already_decided"


# keeping someone out ------------------------------------------------------------------------------


def test_whoever_is_banned_is_out_with_what_they_proposed(scene: Staffed) -> None:
    scene.decides(ask, scene.maria, AskRestore(user_id=scene.anna.user_id, met=False))
    sign_in_id = scene.sign_in(scene.maria)
    scene.heard()
    scene.do(staffing.ban, scene.adam, Ban(user_id=scene.maria.user_id, reason="unkind"))
    assert scene.codes(scene.anna) == []
    assert SignInEnded(sign_in_id=sign_in_id, reason="banned") in scene.heard()


def test_bans_are_decided_as_ever(scene: Staffed) -> None:
    what = Ban(user_id=scene.ben.user_id, reason="unkind")
    assert scene.no(staffing.ban, scene.anna, what) == "forbidden"
    absent = Ban(user_id=id_of("nobody"), reason="unkind")
    assert scene.no(staffing.ban, scene.maria, absent) == "not_found"
    above = Ban(user_id=scene.adam.user_id, reason="unkind")
    assert scene.no(staffing.ban, scene.maria, above) == "forbidden"


# closing an account -------------------------------------------------------------------------------


def test_a_closed_account_is_signed_out_everywhere_and_can_be_opened_again(
    scene: Staffed,
) -> None:
    sign_in_id = scene.sign_in(scene.anna)
    scene.heard()
    freeze(scene, scene.anna)
    assert scene.up(scene.anna).state is State.FROZEN
    assert scene.heard() == [
        SignInEnded(sign_in_id=sign_in_id, reason="frozen"),
        YourState(user_id=scene.anna.user_id, state=State.FROZEN),
        StaffNoticed(about=scene.anna.user_id),
    ]
    freeze(scene, scene.anna)
    assert scene.heard() == []
    assert find(scene, scene.maria, "anna").state is State.FROZEN
    freeze(scene, scene.anna, frozen=False)
    assert scene.up(scene.anna).state is State.ACTIVE
    assert [entry[1] for entry in scene.audited()] == ["user.freeze", "user.unfreeze"]


def test_a_closed_account_takes_what_waits_with_it(scene: Staffed) -> None:
    scene.decides(ask, scene.maria, AskRestore(user_id=scene.anna.user_id, met=False))
    scene.decides(ask, scene.adam, AskRestore(user_id=scene.ben.user_id, met=False))
    freeze(scene, scene.maria)
    assert scene.codes(scene.anna) == [], "what she proposed"
    freeze(scene, scene.ben)
    assert scene.codes(scene.ben) == [], "what was proposed about him"

    def pending(work: Work) -> object:
        return restoring.pending(work, scene.ben.user_id)

    assert scene.read(pending) is None


def test_administrators_close_accounts_but_never_an_administrators(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    for nobody in (scene.anna, scene.fay, scene.maria):
        assert no_freeze(scene, nobody, scene.ben) == "forbidden"
    for above in (ada, scene.adam):
        assert no_freeze(scene, scene.adam, above) == "forbidden"
    what = FreezeUser(user_id=scene.ben.user_id, frozen=True)
    assert scene.no(staffing.freeze, scene.adam, what) == "step_up_needed"
    adam = scene.up(scene.adam)
    scene.clock.advance(ms=STEP_UP_MS + 1)
    assert scene.no(staffing.freeze, adam, what) == "step_up_needed"
    unproven = msgspec.structs.replace(adam, proven=False)
    assert scene.no(staffing.freeze, unproven, what) == "forbidden"


def test_only_who_is_here_can_be_shut_out(scene: Staffed) -> None:
    assert no_freeze(scene, scene.adam, knock(scene, "nora")) == "forbidden"
    nobody = Actor(id_of("nobody"), "nobody", Role.MEMBER)
    assert no_freeze(scene, scene.adam, nobody) == "not_found"
    scene.set(scene.anna, "state", "erasing")
    assert no_freeze(scene, scene.adam, scene.anna) == "not_found"


def test_a_new_administrator_shuts_out_nobody_who_could_undo_it(scene: Staffed) -> None:
    what = ProposeRole(user_id=scene.ben.user_id, role=Role.ADMIN)
    scene.decides(roles.propose, scene.adam, what)
    assert no_freeze(scene, scene.ben, scene.maria) == "forbidden"
    banning = Ban(user_id=scene.maria.user_id, reason="other")
    assert scene.refuses(staffing.ban, scene.ben, banning) == "forbidden"
    scene.decides(staffing.freeze, scene.ben, FreezeUser(user_id=scene.anna.user_id, frozen=True))
    scene.clock.advance(ms=UNDO_MS)
    scene.decides(staffing.freeze, scene.ben, FreezeUser(user_id=scene.maria.user_id, frozen=True))
