"""Reports and bans of someone who leaves: their own to read, and only open reports stay."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from moderation.conduct import leaving, reporting, sanctions
from moderation.conduct.reporting import CloseReport, ReportMessage
from moderation.conduct.sanctions import Ban
from rooms.leaving import Item, Named
from rooms.people.person import Actor
from tests.support.scene import Scene


def report(scene: Scene, actor: Actor, of: Actor, note: str, *, closed: bool = False) -> str:
    """Someone reports something that another said; its id."""
    said = scene.say(of, f"reported by {actor.handle}").message_id
    what = ReportMessage(message_id=said, nonce=scene.nonce(), reason="spam", note=note)
    scene.do(reporting.report, actor, what)
    report_id = str(rows(scene)[-1]["report_id"])
    if closed:
        scene.do(reporting.close, scene.maria, CloseReport(report_id=report_id))
    return report_id


def rows(scene: Scene) -> list[dict[str, Any]]:
    """The reports as they are kept, in the order in which they were made."""
    found = scene.connection.execute("SELECT * FROM report ORDER BY rowid")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def ban(scene: Scene, who: Actor) -> None:
    what = Ban(user_id=who.user_id, reason="unkind", until=scene.clock() + 1000)
    scene.write(partial(sanctions.ban, actor=scene.maria, command=what, end_sign_ins=nobody))


def nobody(work: object, user_id: str) -> None:
    """Nobody is signed in here."""


def forget(scene: Scene, actor: Actor) -> None:
    while scene.write(lambda work: leaving.forget_conduct(work, actor.user_id, "")) is not None:
        pass


def items(scene: Scene, gather: Any, actor: Actor) -> list[Item]:
    found: list[Item] = scene.read(lambda reader: gather(reader, actor.user_id, "")).items
    return found


def test_what_i_reported_without_the_words_of_another(scene: Scene) -> None:
    report_id = report(scene, scene.anna, scene.fay, "my note")
    report(scene, scene.fay, scene.anna, "about anna")
    (mine,) = items(scene, leaving.reports, scene.anna)
    assert mine == {
        "report_id": report_id,
        "reported_at": scene.clock(),
        "about": Named(scene.fay.user_id),
        "room": "Evening",
        "message_id": rows(scene)[0]["message_id"],
        "reason": "spam",
        "note": "my note",
        "closed_at": None,
    }


def test_when_i_was_kept_out_and_not_by_whom(scene: Scene) -> None:
    ban(scene, scene.anna)
    (mine,) = items(scene, leaving.sanctions, scene.anna)
    assert (mine["kind"], mine["reason"], mine["until"]) == ("ban", "unkind", scene.clock() + 1000)
    assert scene.maria.user_id not in str(mine)
    assert items(scene, leaving.sanctions, scene.fay) == []


@pytest.mark.parametrize("who", ["anna", "fay"])
def test_closed_reports_go_and_open_ones_stay(scene: Scene, who: str) -> None:
    """Whoever of the two leaves: the one who reported or the one who was reported."""
    open_one = report(scene, scene.anna, scene.fay, "open note")
    report(scene, scene.anna, scene.fay, "closed note", closed=True)
    scene.bring_in(scene.ben, scene.evening)
    others = report(scene, scene.maria, scene.ben, "of others", closed=True)
    forget(scene, scene.anna if who == "anna" else scene.fay)
    left = {row["report_id"]: row for row in rows(scene)}
    assert left.keys() == {open_one, others}
    kept = left[open_one]
    assert kept["body"] == "reported by anna"
    if who == "anna":
        assert (kept["note"], kept["nonce"], kept["content_hash"]) == ("", open_one, b"")
    else:
        assert kept["note"] == "open note"


def test_bans_go(scene: Scene) -> None:
    for who in (scene.anna, scene.ben):
        ban(scene, who)
    forget(scene, scene.anna)
    assert [row[1] for row in scene.snapshot()["sanction"]] == [scene.ben.user_id]
