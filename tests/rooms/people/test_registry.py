"""People are added once under each name, and found by id and by name."""

from __future__ import annotations

from rooms.people import registry
from rooms.people.handle import key
from rooms.people.person import Role, User
from tests.support.ids import id_of
from tests.support.scene import Scene


def test_someone_added_is_found_by_id_and_by_name(scene: Scene) -> None:
    added = scene.write(lambda work: registry.add(work, id_of("zoe"), "Zoë", Role.MEMBER))
    assert added == User(id_of("zoe"), "Zoë", Role.MEMBER, visible=False)
    assert scene.read(lambda reader: registry.by_id(reader, id_of("zoe"))) == added
    assert scene.read(lambda reader: registry.by_handle_key(reader, key("ZOE"))) == added
    assert scene.read(lambda reader: registry.by_id(reader, id_of("nobody"))) is None


def test_a_name_is_given_once(scene: Scene) -> None:
    refusal = scene.refused(lambda work: registry.add(work, id_of("b"), "ÁNNA", Role.MEMBER))
    assert (refusal.code, refusal.field) == ("name_taken", "handle")


def test_roles_change_and_administrators_are_counted(scene: Scene) -> None:
    assert scene.read(registry.count_admins) == 1
    scene.write(lambda work: registry.set_role(work, scene.anna.user_id, Role.ADMIN))
    assert scene.read(registry.count_admins) == 2
    found = scene.read(lambda reader: registry.by_id(reader, scene.anna.user_id))
    assert found is not None
    assert found.role is Role.ADMIN


def test_nobody_has_a_role_who_is_not_there(scene: Scene) -> None:
    refusal = scene.refused(lambda work: registry.set_role(work, id_of("nobody"), Role.ADMIN))
    assert refusal.code == "not_found"
