"""What somebody has looked at is shown as it was written, on every screen."""

from __future__ import annotations

from rooms.chat import freeing, search
from rooms.chat.events import MessageEdited
from rooms.chat.freeing import FreeLinks, ListHeld, ShowMessageAgain
from rooms.people.person import Role
from tests.support.scene import Scene

LINK = "look at https://example.org tonight"


def held(scene: Scene) -> list[str]:
    page = scene.ask(freeing.list_held, scene.maria, ListHeld())
    return [each.message.message_id for each in page.held]


def test_a_look_lets_a_newcomers_address_be_a_link(scene: Scene) -> None:
    said = scene.say(scene.anna, LINK).message_id
    assert [each.links_held for each in scene.page(scene.fay)] == [True]
    assert held(scene) == [said]
    scene.heard()
    scene.do(freeing.free_links, scene.fay, FreeLinks(message_id=said))
    (told,) = scene.heard_of(MessageEdited)
    assert (told.message_id, told.body) == (said, None)
    (shown,) = scene.page(scene.fay)
    assert (shown.links_held, shown.body, shown.edited_at) == (False, LINK, None)
    assert held(scene) == []
    before = scene.snapshot()
    scene.do(freeing.free_links, scene.fay, FreeLinks(message_id=said))
    assert scene.snapshot() == before


def test_whom_a_moderator_vouches_for_is_not_held_any_more(scene: Scene) -> None:
    said = scene.say(scene.anna, LINK).message_id
    vouch = FreeLinks(message_id=said, vouch=True)
    assert scene.no(freeing.free_links, scene.fay, vouch) == "forbidden"
    scene.do(freeing.free_links, scene.maria, vouch)
    scene.say(scene.anna, LINK)
    assert not any(each.links_held for each in scene.page(scene.fay))


def test_nobody_frees_their_own_and_a_member_frees_none(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    said = scene.say(scene.anna, LINK).message_id
    for actor in (scene.anna, scene.ben):
        command = FreeLinks(message_id=said)
        assert scene.no(freeing.free_links, actor, command) == "forbidden"
        assert scene.no(freeing.list_held, actor, ListHeld()) == "forbidden"


def test_what_is_old_or_gone_waits_for_nobody(scene: Scene) -> None:
    scene.say(scene.anna, LINK)
    gone = scene.say(scene.anna, LINK).message_id
    scene.delete(scene.anna, gone)
    assert len(held(scene)) == 1
    scene.clock.advance(days=14)
    assert held(scene) == []


def test_what_was_out_of_sight_is_read_and_found_again(scene: Scene) -> None:
    said = scene.say(scene.anna, "hello @fay in the harbour").message_id
    scene.hide(scene.fay, said)
    scene.heard()
    scene.do(freeing.show_again, scene.fay, ShowMessageAgain(message_id=said))
    (told,) = scene.heard_of(MessageEdited)
    assert (told.message_id, told.state, told.body) == (said, "posted", None)
    (shown,) = scene.page(scene.fay)
    assert (shown.body, shown.mentions) == ("hello @fay in the harbour", [scene.fay.user_id])
    found = scene.ask(search.search, scene.fay, search.SearchMessages(text="harbour"))
    assert [each.message_id for each in found.messages] == [said]
    before = scene.snapshot()
    scene.do(freeing.show_again, scene.fay, ShowMessageAgain(message_id=said))
    assert scene.snapshot() == before


def test_what_its_author_took_back_stays_gone(scene: Scene) -> None:
    said = scene.say(scene.anna).message_id
    scene.delete(scene.anna, said)
    again = ShowMessageAgain(message_id=said)
    assert scene.no(freeing.show_again, scene.fay, again) == "not_found"


def test_only_a_moderator_brings_back_a_moderators_words(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    said = scene.say(milo).message_id
    scene.hide(scene.maria, said)
    again = ShowMessageAgain(message_id=said)
    assert scene.no(freeing.show_again, scene.fay, again) == "forbidden"
    scene.do(freeing.show_again, scene.maria, again)
