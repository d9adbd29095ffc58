"""A report is kept for its term and not a moment longer."""

from __future__ import annotations

from moderation.conduct import terms
from tests.moderation.conduct.test_leaving import report
from tests.support.scene import Scene


def left(scene: Scene) -> list[str]:
    while scene.write(lambda work: terms.step(work, "")) is not None:
        pass
    return [row[0] for row in scene.connection.execute("SELECT report_id FROM report").fetchall()]


def test_an_open_report_is_kept_for_180_days(scene: Scene) -> None:
    report_id = report(scene, scene.anna, scene.fay, "")
    scene.clock.advance(ms=terms.OPEN_KEPT_MS - 1)
    assert left(scene) == [report_id]
    scene.clock.advance(ms=1)
    assert left(scene) == []


def test_one_that_was_seen_to_for_30_days_from_then(scene: Scene) -> None:
    scene.clock.advance(days=100)
    report_id = report(scene, scene.anna, scene.fay, "", closed=True)
    scene.clock.advance(ms=terms.CLOSED_KEPT_MS - 1)
    assert left(scene) == [report_id]
    scene.clock.advance(ms=1)
    assert left(scene) == []


def test_many_go_in_steps(scene: Scene) -> None:
    report(scene, scene.anna, scene.fay, "")
    columns = "reporter_id, content_hash, reported_at, room_id, room_name, message_id, author_id"
    scene.connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)"  # noqa: S608
        f" INSERT INTO report ({columns}, posted_at, body, reason, note, report_id, nonce)"
        f" SELECT {columns}, posted_at, body, reason, note, 'r' || i, 'n' || i FROM report, n"
    )
    scene.clock.advance(ms=terms.OPEN_KEPT_MS)
    assert scene.write(lambda work: terms.step(work, "")) == ""
    assert len(scene.snapshot()["report"]) == 51
    assert left(scene) == []
