"""What someone is told of what was decided about them, and asking for another look."""

from __future__ import annotations

from moderation.conduct import told
from moderation.conduct.told import MakeAppeal, PutSanctionAway
from moderation.events import AppealChanged, YourSanction
from rooms.chat.views import Access
from tests.moderation.conduct.deciding import appeal, ban, mine, mute, warn
from tests.support.scene import Scene


def test_neither_who_decided_nor_what_colleagues_noted_is_told(scene: Scene) -> None:
    warn(scene, scene.maria, note="words for colleagues")
    shown = repr(mine(scene))
    assert "maria" not in shown
    assert scene.maria.user_id not in shown
    assert "words for colleagues" not in shown


def test_what_was_put_away_is_no_news_on_any_device(scene: Scene) -> None:
    sanction_id = warn(scene, scene.maria)
    scene.heard()
    away = PutSanctionAway(sanction_id=sanction_id)
    scene.do(told.put_away, scene.anna, away)
    assert scene.heard() == [YourSanction(user_id=scene.anna.user_id)]
    assert not mine(scene)[0].news
    scene.do(told.put_away, scene.anna, away)
    assert scene.heard() == []
    assert scene.no(told.put_away, scene.ben, away) == "not_found"


def test_the_name_of_a_room_that_they_may_not_know_of_is_not_told(scene: Scene) -> None:
    hidden = scene.room("Secret", Access.INVITE)
    warn(scene, scene.fay, room_id=hidden)
    assert mine(scene)[0].room_name == "Secret"
    scene.go(scene.anna, hidden)
    assert mine(scene)[0].room_name is None


def test_an_appeal_is_made_once_and_a_retry_is_the_same(scene: Scene) -> None:
    mute(scene, scene.fay)
    scene.heard()
    appeal(scene, "It was a joke.")
    assert scene.heard() == [
        YourSanction(user_id=scene.anna.user_id),
        AppealChanged(about=scene.anna.user_id),
    ]
    (shown,) = mine(scene)
    assert shown.appeal is not None
    assert (shown.appeal.words, shown.appeal.outcome) == ("It was a joke.", None)
    assert not shown.may_appeal
    again = MakeAppeal(sanction_id=shown.sanction_id, words="It was a joke.")
    scene.do(told.appeal, scene.anna, again)
    assert scene.heard() == []
    other = MakeAppeal(sanction_id=shown.sanction_id, words="Please.")
    assert scene.no(told.appeal, scene.anna, other) == "already_proposed"


def test_only_whoever_it_is_about_appeals(scene: Scene) -> None:
    warn(scene, scene.maria)
    command = MakeAppeal(sanction_id=mine(scene)[0].sanction_id, words="Please.")
    for actor in (scene.ben, scene.fay, scene.maria, scene.adam):
        assert scene.no(told.appeal, actor, command) == "not_found"


def test_words_that_say_nothing_are_no_appeal(scene: Scene) -> None:
    warn(scene, scene.maria)
    command = MakeAppeal(sanction_id=mine(scene)[0].sanction_id, words=" \u200b ")
    assert scene.no(told.appeal, scene.anna, command) == "empty_body"


def test_a_ban_can_be_appealed(scene: Scene) -> None:
    ban(scene, scene.maria)
    appeal(scene)
    assert mine(scene)[0].appeal is not None
