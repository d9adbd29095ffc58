"""Who is in a room, for whoever may know it."""

from __future__ import annotations

from rooms.chat import membership, roster
from rooms.chat.membership import JoinRoom, MutePerson
from rooms.chat.roster import ListMembers
from rooms.chat.views import Access, Standing
from rooms.people.person import Actor, Role
from rooms.people.registry import set_role
from tests.support.scene import Scene


def names_of(scene: Scene, actor: Actor, standing: Standing | None = None) -> list[str]:
    """The roster of the evening room as someone sees it."""
    page = scene.ask(roster.list_members, actor, ListMembers(room_id=scene.evening))
    return [
        member.person.handle
        for member in page.people
        if standing is None or member.standing is standing
    ]


def test_members_see_those_who_show_themselves(scene: Scene) -> None:
    vera = scene.person("vera", visible=True)
    scene.bring_in(vera, scene.evening)
    scene.do(
        membership.mute,
        scene.fay,
        MutePerson(room_id=scene.evening, user_id=vera.user_id, mute_s=60),
    )
    assert names_of(scene, scene.anna) == ["vera"]
    page = scene.ask(roster.list_members, scene.anna, ListMembers(room_id=scene.evening))
    assert page.members == 3
    assert page.people[0].muted_until is None
    for keeper in (scene.fay, scene.maria):
        assert names_of(scene, keeper) == ["anna", "fay", "vera"]
        page = scene.ask(roster.list_members, keeper, ListMembers(room_id=scene.evening))
        assert page.people[2].muted_until is not None
    for stranger in (scene.ben, scene.adam):
        command = ListMembers(room_id=scene.evening)
        assert scene.no(roster.list_members, stranger, command) == "forbidden"


def test_a_long_roster_comes_in_pages(scene: Scene) -> None:
    for number in range(120):
        scene.bring_in(scene.person(f"m{number:03}x", visible=True), scene.evening)
    seen: list[str] = []
    cursor = None
    while True:
        page = scene.ask(
            roster.list_members,
            scene.anna,
            ListMembers(room_id=scene.evening, cursor=cursor),
        )
        seen += [member.person.handle for member in page.people]
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == [f"m{number:03}x" for number in range(120)]


def test_the_rooms_someone_is_in_and_keeps(scene: Scene) -> None:
    made = scene.room("Asked", Access.REQUEST)
    scene.do(membership.join, scene.ben, JoinRoom(room_id=made))

    def rooms(actor: Actor) -> tuple[list[str], list[str]]:
        return scene.read(lambda read: roster.rooms_of(read, actor))

    assert rooms(scene.fay) == ([scene.evening, made], [scene.evening, made])
    assert rooms(scene.anna) == ([scene.evening, made], [])
    assert rooms(scene.ben) == ([], [])
    scene.write(lambda work: set_role(work, scene.anna.user_id, Role.ADMIN))
    assert rooms(scene.anna) == ([], [])
