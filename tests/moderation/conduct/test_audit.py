"""The chain of what staff did: complete, in order, and it shows when it was tampered with."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from chatserver.migrations import upgrade
from chatserver.storage import connect_writer
from moderation.cases import judging
from moderation.cases.judging import JudgeFlag
from moderation.conduct import audit, reporting
from moderation.conduct.audit import Checked, Head, ListAudit
from moderation.conduct.reporting import CloseReport, ListReports, ReportMessage
from rooms.chat import posting
from rooms.chat.posting import HideMessage
from rooms.people.person import Role
from tests.moderation.cases.following import claim, listed, look
from tests.support.scene import Scene

DEEDS = 205
"""More than one stretch of a look at the chain."""


@pytest.fixture
def chain(scene: Scene) -> Scene:
    """A chain of many deeds, by a moderator and an administrator in turn."""
    for number in range(DEEDS):
        actor = (scene.maria, scene.adam)[number % 2]
        scene.write(
            lambda work, actor=actor: audit.record(  # type: ignore[misc]
                work, actor.user_id, "user.freeze", about=scene.anna.user_id, detail="once"
            )
        )
    return scene


def followed(scene: Scene) -> Checked:
    """The whole chain, a stretch at a time."""
    checked = Checked(Head(), None, more=True)
    while checked.more:
        checked = scene.read(lambda work: audit.verify(work, checked.head))  # noqa: B023
    return checked


def test_an_untouched_chain_holds(chain: Scene) -> None:
    checked = followed(chain)
    assert checked.broken_at is None
    assert checked.head == chain.read(audit.head)
    assert checked.head.number == DEEDS


def test_an_empty_chain_holds(scene: Scene) -> None:
    assert followed(scene) == Checked(Head(), None, more=False)


@pytest.mark.parametrize(
    ("tampering", "broken_at"),
    [
        ("UPDATE audit_entry SET detail = 'twice' WHERE number = 7", 7),
        ("UPDATE audit_entry SET actor_id = 'someone' WHERE number = 203", 203),
        ("UPDATE audit_entry SET at = at + 1 WHERE number = 1", 1),
        ("UPDATE audit_entry SET about = '' WHERE number = 12", 12),
        ("UPDATE audit_entry SET action = 'user.admit' WHERE number = 12", 12),
        ("UPDATE audit_entry SET hash = zeroblob(32) WHERE number = 200", 200),
        ("UPDATE audit_entry SET previous = zeroblob(32) WHERE number = 201", 201),
        ("DELETE FROM audit_entry WHERE number = 100", 100),
        ("DELETE FROM audit_entry WHERE number = 1", 1),
        ("UPDATE audit_entry SET number = 999 WHERE number = 205", 205),
    ],
)
def test_tampering_is_found_where_it_was_done(chain: Scene, tampering: str, broken_at: int) -> None:
    chain.connection.execute(tampering)
    assert followed(chain).broken_at == broken_at


def test_whoever_makes_the_chain_anew_ends_in_another_hash(chain: Scene) -> None:
    """What a known head outside the store is good for."""
    head = chain.read(audit.head)
    chain.connection.execute("DELETE FROM audit_entry WHERE number >= 100")
    for _ in range(100, DEEDS + 1):
        chain.write(lambda work: audit.record(work, "someone", "user.freeze"))
    checked = followed(chain)
    assert checked.broken_at is None
    assert (checked.head.number, checked.head.hash) != head


@pytest.mark.parametrize(
    "change", ["UPDATE audit_entry SET detail = ''", "DELETE FROM audit_entry"]
)
def test_the_database_itself_refuses_to_change_it(tmp_path: Path, change: str) -> None:
    path = tmp_path / "chat.sqlite3"
    upgrade(path)
    connection = connect_writer(path)
    connection.execute("INSERT INTO audit_entry VALUES (1, 0, 'a', 'b', '', '', x'', x'00')")
    with pytest.raises(Exception, match="append-only"):
        connection.execute(change)
    connection.close()


@pytest.mark.parametrize("text", ["Anna said so?", "zoë", "words\n", "a" * 201, "<b>"])
def test_it_takes_no_words_of_anybodys(scene: Scene, text: str) -> None:
    with pytest.raises(ValueError, match="ids and words of ours"):
        scene.write(lambda work: audit.record(work, "operator", "x", detail=text + "!"))
    assert scene.snapshot()["audit_entry"] == []


def test_a_refused_deed_is_none(scene: Scene) -> None:
    hide = audit.recorded(
        posting.hide, "message.hide", lambda command: command.message_id, "reason"
    )
    said = scene.say(scene.anna)
    what = HideMessage(message_id=said.message_id, reason="unkind")
    assert scene.no(hide, scene.ben, what) == "not_found"
    scene.do(hide, scene.maria, what)
    ((number, at, actor_id, action, about, detail, *_),) = scene.snapshot()["audit_entry"]
    assert (number, at, actor_id) == (1, scene.clock(), scene.maria.user_id)
    assert (action, about, detail) == ("message.hide", said.message_id, "unkind")


def test_moderators_read_their_own_deeds_and_administrators_all(chain: Scene) -> None:
    mine = chain.ask(audit.list_audit, chain.maria, ListAudit())
    assert {entry.actor_id for entry in mine.entries} == {chain.maria.user_id}
    numbers: list[int] = []
    cursor = None
    while True:
        page = chain.ask(audit.list_audit, chain.adam, ListAudit(cursor=cursor))
        numbers += [entry.number for entry in page.entries]
        cursor = page.cursor
        if cursor is None:
            break
    assert numbers == list(range(DEEDS, 0, -1))
    for nobody in (chain.anna, chain.fay):
        assert chain.no(audit.list_audit, nobody, ListAudit()) == "forbidden"


def test_nobody_reads_that_there_is_a_case_or_a_report_about_them(scene: Scene) -> None:
    scene.bring_in(scene.maria, scene.evening)
    words = scene.say(scene.maria, "some words").message_id
    report = ReportMessage(message_id=words, nonce="r", reason="unkind")
    scene.do(reporting.report, scene.anna, report)
    milo = scene.person("milo", Role.MODERATOR)
    (row,) = listed(scene, milo)
    claim(scene, milo, row.case_id)
    flag_id = look(scene, milo, row.case_id).flags[0].flag_id
    scene.do(judging.judge, milo, JudgeFlag(flag_id=flag_id, verdict="right"))
    (made,) = scene.ask(reporting.list_reports, milo, ListReports()).reports
    scene.do(reporting.close, milo, CloseReport(report_id=made.report_id))
    others = {each.action for each in scene.ask(audit.list_audit, scene.adam, ListAudit()).entries}
    assert others == {"case.begin", "case.claim", "case.open", "flag.judge", "report.close"}
    scene.connection.execute(
        "UPDATE person SET role = 'admin' WHERE user_id = ?", (scene.maria.user_id,)
    )
    maria = msgspec.structs.replace(scene.maria, role=Role.ADMIN)
    assert scene.ask(audit.list_audit, maria, ListAudit()).entries == []


def test_nobody_reads_what_others_did_about_them(scene: Scene) -> None:
    other = scene.person("ada", Role.ADMIN)
    scene.write(
        lambda work: audit.record(
            work, other.user_id, "user.end_sign_ins", about=scene.adam.user_id
        )
    )
    assert scene.ask(audit.list_audit, scene.adam, ListAudit()).entries == []
    assert len(scene.ask(audit.list_audit, other, ListAudit()).entries) == 1
