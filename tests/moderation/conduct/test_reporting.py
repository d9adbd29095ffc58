"""Telling a moderator about a message: once, with its words as they stood."""

from __future__ import annotations

import msgspec
import pytest

from moderation.conduct import reporting
from moderation.conduct.reporting import ListReports, ReportMessage, ReportView
from moderation.events import CaseChanged, ReportMade
from rooms.chat import retention
from rooms.event import MODERATORS
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import listed, look
from tests.support.ids import id_of
from tests.support.scene import Scene


def report(scene: Scene, actor: Actor, message_id: str, nonce: str = "n", note: str = "") -> None:
    """Someone asks for a look."""
    command = ReportMessage(message_id=message_id, nonce=nonce, reason="unkind", note=note)
    scene.do(reporting.report, actor, command)


def reports(scene: Scene, actor: Actor) -> list[ReportView]:
    """Every report someone sees, newest first."""
    found: list[ReportView] = []
    cursor = None
    while True:
        page = scene.ask(reporting.list_reports, actor, ListReports(cursor=cursor))
        assert len(msgspec.json.encode(page)) < ANSWER_MAX_BYTES
        found += page.reports
        cursor = page.cursor
        if cursor is None:
            return found


def test_a_report_keeps_the_words_as_they_stood(scene: Scene) -> None:
    said = scene.say(scene.anna, "as it stood")
    posted_at = scene.clock()
    scene.heard()
    scene.clock.advance(minutes=1)
    report(scene, scene.fay, said.message_id, note="please look")
    case, event = scene.heard()
    (shown,) = reports(scene, scene.maria)
    assert isinstance(case, CaseChanged)
    assert event == ReportMade(about=scene.anna.user_id, report_id=shown.report_id)
    assert (event.topic, event.not_for) == (MODERATORS, scene.anna.user_id)
    scene.edit(scene.anna, said.message_id, "other")
    scene.delete(scene.anna, said.message_id)
    assert reports(scene, scene.maria) == [shown]
    assert (shown.body, shown.note, shown.reason) == ("as it stood", "please look", "unkind")
    assert (shown.author.handle, shown.reporter.handle) == ("anna", "fay")
    assert (shown.posted_at, shown.reported_at) == (posted_at, scene.clock())
    assert (shown.room_id, shown.room_name) == (scene.evening, "Evening")


def test_the_snapshot_outlives_the_message(scene: Scene) -> None:
    said = scene.say(scene.anna, "as it stood")
    report(scene, scene.fay, said.message_id)
    scene.clock.advance(days=91)
    scene.write(lambda work: retention.step(work, ""))
    assert scene.page(scene.fay) == []
    assert reports(scene, scene.maria)[0].body == "as it stood"


def test_a_report_is_made_once_for_each_nonce(scene: Scene) -> None:
    said = scene.say(scene.anna)
    report(scene, scene.fay, said.message_id)
    scene.heard()
    scene.delete(scene.anna, said.message_id)
    scene.heard()
    report(scene, scene.fay, said.message_id)
    assert scene.heard() == []
    assert len(reports(scene, scene.maria)) == 1
    other = ReportMessage(message_id=said.message_id, nonce="n", reason="spam")
    assert scene.no(reporting.report, scene.fay, other) == "idempotency_conflict"


def test_what_can_not_be_reported(scene: Scene) -> None:
    said = scene.say(scene.anna)
    gone = scene.say(scene.anna)
    scene.delete(scene.anna, gone.message_id)
    scene.bring_in(scene.ben, scene.evening)

    def reporting_of(message_id: str) -> ReportMessage:
        return ReportMessage(message_id=message_id, nonce="n", reason="other")

    own, early, absent = map(reporting_of, (said.message_id, said.message_id, id_of("absent")))
    assert scene.no(reporting.report, scene.anna, own) == "forbidden"
    assert scene.no(reporting.report, scene.ben, early) == "not_found"
    assert scene.no(reporting.report, scene.adam, early) == "not_found"
    assert scene.no(reporting.report, scene.fay, absent) == "not_found"
    assert scene.no(reporting.report, scene.fay, reporting_of(gone.message_id)) == "not_found"
    note = ReportMessage(message_id=said.message_id, nonce="n", reason="other", note="a\x00")
    assert scene.no(reporting.report, scene.fay, note) == "bad_unicode"


@pytest.mark.parametrize("who", ["anna", "fay", "ben", "adam"])
def test_only_moderators_read_reports(scene: Scene, who: str) -> None:
    assert scene.no(reporting.list_reports, getattr(scene, who), ListReports()) == "forbidden"


def test_nobody_reads_a_report_about_themselves(scene: Scene) -> None:
    zoe = scene.person("zoe", Role.MODERATOR)
    said = scene.say(scene.maria)
    report(scene, scene.anna, said.message_id)
    assert reports(scene, scene.maria) == []
    assert len(reports(scene, zoe)) == 1
    (event,) = scene.heard_of(ReportMade)
    assert event.not_for == scene.maria.user_id


def test_the_room_hears_nothing(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.heard()
    report(scene, scene.fay, said.message_id)
    assert {event.topic for event in scene.heard()} == {MODERATORS}
    assert "unkind" not in repr(scene.log(scene.fay))


def test_many_reports_come_in_pages_of_bounded_size(scene: Scene) -> None:
    said = scene.say(scene.anna, "😀" * 4000)
    for number in range(60):
        report(scene, scene.fay, said.message_id, f"n{number}", "😀" * 1000)
    found = reports(scene, scene.maria)
    assert len({shown.report_id for shown in found}) == len(found) == 60
    foreign = ListReports(cursor="x")
    assert scene.no(reporting.list_reports, scene.maria, foreign) == "out_of_range"


def test_a_report_that_was_seen_to_says_so_and_stays(scene: Scene) -> None:
    said = scene.say(scene.anna)
    report(scene, scene.fay, said.message_id)
    (shown,) = reports(scene, scene.maria)
    assert shown.closed_at is None
    seen_to = reporting.CloseReport(report_id=shown.report_id)
    for nobody in (scene.anna, scene.fay, scene.adam):
        assert scene.no(reporting.close, nobody, seen_to) == "forbidden"
    scene.clock.advance(minutes=5)
    scene.do(reporting.close, scene.maria, seen_to)
    scene.clock.advance(minutes=5)
    scene.do(reporting.close, scene.maria, seen_to)
    (shown,) = reports(scene, scene.maria)
    assert shown.closed_at == scene.clock() - 5 * 60_000
    _, entry = scene.snapshot()["audit_entry"]
    assert entry[2:5] == (scene.maria.user_id, "report.close", shown.report_id)


def test_nobody_closes_a_report_about_themselves(scene: Scene) -> None:
    scene.bring_in(scene.maria, scene.evening)
    said = scene.say(scene.maria)
    report(scene, scene.fay, said.message_id)
    other = scene.person("milo", Role.MODERATOR)
    (shown,) = reports(scene, other)
    mine = reporting.CloseReport(report_id=shown.report_id)
    assert scene.no(reporting.close, scene.maria, mine) == "not_found"
    absent = reporting.CloseReport(report_id=id_of("absent"))
    assert scene.no(reporting.close, scene.maria, absent) == "not_found"


def test_a_report_is_a_reason_to_look(scene: Scene) -> None:
    said = scene.say(scene.anna, "as it stood")
    report(scene, scene.fay, said.message_id)
    (row,) = listed(scene, scene.maria)
    assert (row.source, row.severity, row.person.handle) == ("report", "medium", "anna")
    (flag,) = look(scene, scene.maria, row.case_id).flags
    assert flag.raised_by is not None
    assert (flag.body, flag.raised_by.handle) == ("as it stood", "fay")
