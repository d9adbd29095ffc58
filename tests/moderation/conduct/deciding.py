"""A small language for what is decided about people: by whom, about Anna, and what she is told."""

from __future__ import annotations

from moderation.conduct import appeals, restraining, sanctions, told
from moderation.conduct.appeals import DecideAppeal, ListAppeals
from moderation.conduct.restraining import TakeBackSanction, WarnPerson
from moderation.conduct.told import MakeAppeal, MySanction, ShowMySanctions
from rooms.chat.membership import MutePerson, RemovePerson
from rooms.people.person import Actor
from rooms.work import Work
from tests.support.scene import Scene


def nobody_out(work: Work, user_id: str) -> None:
    """Nobody is signed in."""


def warn(scene: Scene, by: Actor, who: Actor | None = None, **more: object) -> str:
    person = scene.anna if who is None else who
    command = WarnPerson(user_id=person.user_id, reason="unkind", **more)  # type: ignore[arg-type]
    return scene.do(restraining.warn, by, command).sanction_id


def mute(scene: Scene, by: Actor, mute_s: int = 600, **more: object) -> None:
    command = MutePerson(
        room_id=scene.evening,
        user_id=scene.anna.user_id,
        mute_s=mute_s,
        reason="unkind",
        **more,  # type: ignore[arg-type]
    )
    scene.do(restraining.mute, by, command)


def remove(scene: Scene, by: Actor) -> None:
    command = RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id, reason="spam")
    scene.do(restraining.remove, by, command)


def ban(scene: Scene, by: Actor, until: int | None = None) -> None:
    command = sanctions.Ban(user_id=scene.anna.user_id, reason="harassment", until=until)
    scene.write(lambda work: sanctions.ban(work, by, command, end_sign_ins=nobody_out))


def mine(scene: Scene, who: Actor | None = None) -> list[MySanction]:
    return scene.ask(told.show, who or scene.anna, ShowMySanctions()).sanctions


def appeal(scene: Scene, words: str = "It was not like that.") -> str:
    """Anna appeals the newest; its id, as staff sees it."""
    newest = mine(scene)[0]
    scene.do(told.appeal, scene.anna, MakeAppeal(sanction_id=newest.sanction_id, words=words))
    waiting = scene.ask(appeals.list_appeals, scene.adam, ListAppeals()).appeals
    return next(
        each.appeal_id for each in waiting if each.sanction.sanction_id == newest.sanction_id
    )


def take_back(sanction_id: str) -> TakeBackSanction:
    return TakeBackSanction(sanction_id=sanction_id, reason="mistake")


def lifted(appeal_id: str) -> DecideAppeal:
    return DecideAppeal(appeal_id=appeal_id, outcome="lifted")


def upheld(appeal_id: str) -> DecideAppeal:
    return DecideAppeal(appeal_id=appeal_id, outcome="upheld")
