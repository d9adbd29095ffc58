"""The rota: planned by staff, for moderators, with a note from each shift to the next."""

from __future__ import annotations

import pytest

from moderation.conduct import audit
from moderation.duty import rota
from moderation.duty.rota import HOUR_MS, AddShift, ListRota, NoteShift, RemoveShift
from moderation.events import DutyChanged
from rooms.people.person import Role
from tests.moderation.duty.standing import shift, stand
from tests.support.scene import Scene


def plan(scene: Scene, begins_in_ms: int, length_ms: int) -> AddShift:
    begins_at = scene.clock() + begins_in_ms
    return AddShift(user_id=scene.maria.user_id, begins_at=begins_at, ends_at=begins_at + length_ms)


def test_staff_sees_who_means_to_be_there_in_order(scene: Scene) -> None:
    later = scene.do(rota.add, scene.adam, plan(scene, HOUR_MS, HOUR_MS))
    sooner = shift(scene, scene.maria)
    shifts = scene.ask(rota.list_rota, scene.adam, ListRota()).shifts
    assert [each.shift_id for each in shifts] == [sooner.shift_id, later.shift_id]
    assert [each.person.handle for each in shifts] == ["maria", "maria"]
    assert not shifts[0].is_there
    assert scene.heard_of(DutyChanged)


def test_it_says_who_is_there(scene: Scene) -> None:
    stand(scene, scene.maria)
    (only,) = scene.ask(rota.list_rota, scene.maria, ListRota()).shifts
    assert only.is_there
    scene.clock.advance(ms=HOUR_MS)
    (only,) = scene.ask(rota.list_rota, scene.maria, ListRota()).shifts
    assert not only.is_there


def test_the_same_shift_is_planned_once(scene: Scene) -> None:
    assert shift(scene, scene.maria) == shift(scene, scene.maria)
    assert len(scene.ask(rota.list_rota, scene.maria, ListRota()).shifts) == 1


@pytest.mark.parametrize(
    ("begins_in_ms", "length_ms", "code"),
    [
        (0, rota.SHORTEST_MS - 1, "out_of_range"),
        (0, rota.LONGEST_MS + 1, "out_of_range"),
        (-HOUR_MS, HOUR_MS, "out_of_range"),
        (rota.AHEAD_MS + 1, HOUR_MS, "out_of_range"),
    ],
)
def test_what_is_no_shift_is_refused(
    scene: Scene, begins_in_ms: int, length_ms: int, code: str
) -> None:
    assert scene.no(rota.add, scene.maria, plan(scene, begins_in_ms, length_ms)) == code


def test_only_moderators_have_shifts_and_only_staff_plans_them(scene: Scene) -> None:
    now = scene.clock()
    for_anna = AddShift(user_id=scene.anna.user_id, begins_at=now, ends_at=now + HOUR_MS)
    assert scene.no(rota.add, scene.maria, for_anna) == "forbidden"
    for_nobody = AddShift(user_id="nobody", begins_at=now, ends_at=now + HOUR_MS)
    assert scene.no(rota.add, scene.maria, for_nobody) == "not_found"
    assert scene.no(rota.add, scene.anna, plan(scene, 0, HOUR_MS)) == "forbidden"
    with pytest.raises(AssertionError):
        scene.no(rota.add, scene.maria, plan(scene, 0, HOUR_MS))


def test_a_note_is_left_in_ones_own_shift_and_read_by_the_next(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    made = shift(scene, scene.maria)
    left = NoteShift(shift_id=made.shift_id, note="a loud night; the tea is in the left cupboard")
    assert scene.no(rota.note, milo, left) == "forbidden"
    scene.do(rota.note, scene.maria, left)
    scene.clock.advance(ms=2 * HOUR_MS)
    (seen,) = scene.ask(rota.list_rota, milo, ListRota()).shifts
    assert seen.note == left.note
    scene.clock.advance(ms=rota.NOTED_MS)
    assert scene.no(rota.note, scene.maria, left) == "not_now"


def test_a_shift_that_is_taken_off_takes_its_device_along(scene: Scene) -> None:
    stand(scene, scene.maria)
    (only,) = scene.ask(rota.list_rota, scene.maria, ListRota()).shifts
    scene.do(rota.remove, scene.adam, RemoveShift(shift_id=only.shift_id))
    assert scene.ask(rota.list_rota, scene.maria, ListRota()).shifts == []
    assert scene.snapshot()["duty_device"] == []
    again = RemoveShift(shift_id=only.shift_id)
    assert scene.no(rota.remove, scene.adam, again) == "not_found"
    deeds = scene.ask(audit.list_audit, scene.adam, audit.ListAudit()).entries
    assert [deed.action for deed in deeds[:2]] == ["rota.remove", "rota.add"]


def test_a_long_rota_is_read_page_by_page(scene: Scene) -> None:
    for number in range(rota._PER_PAGE + 5):
        scene.do(rota.add, scene.maria, plan(scene, number * HOUR_MS, HOUR_MS))
    first = scene.ask(rota.list_rota, scene.maria, ListRota())
    rest = scene.ask(rota.list_rota, scene.maria, ListRota(cursor=first.cursor))
    begins = [each.begins_at for each in (*first.shifts, *rest.shifts)]
    assert begins == sorted(set(begins))
    assert (len(begins), rest.cursor) == (rota._PER_PAGE + 5, None)
