"""When someone asked for a person: theirs to read, and gone with them."""

from __future__ import annotations

from moderation.cases.answering import Nobody
from moderation.help import asking, leaving
from moderation.help.asking import AskForHelp
from rooms.people.person import Actor
from tests.moderation.cases.following import deaf
from tests.support.scene import Scene


def ask(scene: Scene, actor: Actor, words: str) -> None:
    what = AskForHelp(nonce=scene.nonce(), words=words)
    scene.write(
        lambda work: asking.ask(work, actor, what, outside=lambda _: (), duty=Nobody(), hear=deaf)
    )


def test_each_time_that_i_asked_and_nobody_else(scene: Scene) -> None:
    ask(scene, scene.anna, "please")
    scene.clock.advance(minutes=5)
    ask(scene, scene.anna, "")
    ask(scene, scene.ben, "his")
    mine = scene.read(lambda reader: leaving.help_requests(reader, scene.anna.user_id, ""))
    assert [(item["asked_at"], item["words"]) for item in mine.items] == [
        (scene.clock() - 300_000, "please"),
        (scene.clock(), ""),
    ]
    assert mine.cursor is None


def test_it_goes(scene: Scene) -> None:
    for actor in (scene.anna, scene.ben):
        ask(scene, actor, "words")
    assert scene.write(lambda work: leaving.forget_help(work, scene.anna.user_id, "")) == ""
    assert scene.write(lambda work: leaving.forget_help(work, scene.anna.user_id, "")) is None
    assert [row[1] for row in scene.snapshot()["help_request"]] == [scene.ben.user_id]
