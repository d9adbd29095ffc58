"""No table is forgotten: each is in the export or says why not, and goes or says what stays.

A new table fails this file until somebody has thought about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from chatserver.schema import metadata
from tests.sockets.canaries import sightings
from tests.web.accounts.leaving import TESS, Leaving
from web.accounts.exporting import SECTIONS

EXPORTED: Final = {
    "person": "account",
    "second_factor": "ways_in",
    "recovery_code": "ways_in",
    "guidelines_accepted": "ways_in",
    "sign_in": "sign_ins",
    "membership": "rooms",
    "room": "rooms_made",
    "message": "messages",
    "reaction": "reactions",
    "saved": "saved",
    "block": "blocks",
    "report": "reports",
    "help_request": "help_requests",
    "shift": "shifts",
    "push_subscription": "push_subscriptions",
    "concern": "concerns",
    "list_proposal": "proposed_words",
    "invite": "invites",
    "sanction": "sanctions",
    "appeal": "sanctions",
    "proposal": "proposals",
}
"""A table to the section that has what is kept there of a person."""

NOT_EXPORTED: Final = {
    "credential": "a hash of the passphrase is a secret; that there is one is said",
    "name_claim": "hashes of names, so that nobody else can take them",
    "pin": "what a room keeps at hand; who pinned it is not kept",
    "mention": "a mark on what others said, until it is read",
    "name_seen": "where a name can be seen beside what others said",
    "log_entry": "positions in a log; what was said at them is in the messages",
    "reaction_due": "what is told within the second",
    "audit_entry": "what staff did, by ids; staff has its own list of it",
    "list_version": "the group's list of words, and when it was agreed on",
    "list_change": "the same",
    "case": "how people asked after someone: nobody sees a case about themselves",
    "case_entry": "the same",
    "card": "the same; what one sees of it oneself stands on one's own page",
    "flag": "the same; a report or a request for help that one made is in its own section",
    "erasure": "when a removal begins: the session says so",
    "export": "the export itself",
    "export_part": "the export itself",
    "site_fact": "about the site",
    "site": "about the site",
    "store_fact": "about the store",
    "job": "about the machine",
    "journal_mark": "about the machine",
    "duty_device": "which sign-in rings during a shift: it ends with it",
    "alert": "that something rang in a page; it names nothing and goes after 14 days",
    "notice": "that something was told outside; it names nobody",
}

STAYS: Final = {
    ("person", "user_id"): "the stub that tombstones and kept reports point to",
    ("person", "handle_key"): "the same, in the form of no name",
    ("message", "author_id"): "a tombstone in its place, so that a log has no gap",
    ("message", "body"): "others' words: a reference to nobody",
    ("message", "mentions"): "the same",
    ("room", "creator_id"): "the room is everybody's who is in it",
    ("report", "author_id"): "an open report, for its term",
    ("report", "reporter_id"): "an open report, for its term",
    ("sanction", "given_by"): "what was decided about others",
    ("appeal", "decided_by"): "what was decided about others",
    ("list_version", "by_id"): "what a group agreed on, and who did, by id alone",
    ("list_proposal", "proposer_id"): "the same",
    ("list_proposal", "decided_by"): "the same",
    ("proposal", "proposer_id"): "what was decided about others",
    ("proposal", "met_by"): "what was decided about others",
    ("case", "member_id"): "a case that still runs, until its term is over",
    ("audit_entry", "actor_id"): "what staff did, by ids alone",
}
"""Where the bare id of someone who is gone may stand, and why."""


@pytest.fixture
def scene() -> Iterator[Leaving]:
    scene = Leaving()
    scene.live_a_life()
    yield scene
    scene.close()


def places(scene: Leaving) -> set[tuple[str, str]]:
    """Every column that has her id in it."""
    return {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for row in scene.snapshot()[table.name]
        for column, value in zip(table.columns, row, strict=True)
        if TESS in str(value)
    }


def canaries(scene: Leaving) -> list[tuple[str, str]]:
    """Every column that has a word of hers in it."""
    return [
        (table.name, column.name)
        for table in metadata.sorted_tables
        for row in scene.snapshot()[table.name]
        for column, value in zip(table.columns, row, strict=True)
        if sightings(readable(value))
    ]


def readable(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def test_every_table_is_in_the_export_or_says_why_not() -> None:
    assert EXPORTED.keys() | NOT_EXPORTED.keys() == set(metadata.tables)
    assert not EXPORTED.keys() & NOT_EXPORTED.keys()
    assert set(EXPORTED.values()) == {name for name, _ in SECTIONS}


def test_she_has_left_a_trace_wherever_one_can_be_left(scene: Leaving) -> None:
    """Else the tests below would prove nothing."""
    marked = {table for table, _ in places(scene)}
    about_people = {
        table.name
        for table in metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "person"
    }
    assert about_people - marked == {"erasure"}
    assert {"credential", "sign_in", "name_claim", "audit_entry", "invite"} <= marked
    assert len(set(canaries(scene))) == 26


def test_her_export_has_every_section(scene: Leaving) -> None:
    _, parts = scene.export(scene.now(scene.tess))
    # It was gathered before she acted as staff: those sections come with the next one.
    scene.clock.advance(days=1)
    _, parts = scene.export(scene.now(scene.tess))
    assert [part.section for part in parts] == [name for name, _ in SECTIONS]


def test_nothing_of_her_is_left_but_what_is_said_here(scene: Leaving) -> None:
    scene.erase(scene.tess)
    scene.remove()
    assert places(scene) - STAYS.keys() == set()
    # The copies of the words in the one report that nobody has looked at, and in the case that
    # still runs.
    assert set(canaries(scene)) == {
        (table, column) for table in ("flag", "report") for column in ("body", "warning")
    }


def test_the_report_and_the_case_go_with_their_terms(scene: Leaving) -> None:
    scene.erase(scene.tess)
    scene.remove()
    scene.close_all_reports()
    scene.close_all_cases()
    scene.clock.advance(days=30)
    scene.forget_reports()
    assert canaries(scene) == []
    assert not {place for place in places(scene) if place[0] in ("report", "flag", "case")}


def test_what_is_others_stays(scene: Leaving) -> None:
    before = scene.snapshot()
    scene.erase(scene.tess)
    scene.remove()
    after = scene.snapshot()
    for name, rows in before.items():
        others = [row for row in rows if TESS not in str(row)]
        if name in ("room", "message", "mention", "export_part", "pin", "saved"):
            # Rooms count that a name went, counts lose a hug, nobody is mentioned by her, the one
            # export is hers, and nobody keeps what she said.
            continue
        assert set(others) <= set(after[name]), name
    assert after["log_entry"] == before["log_entry"]
    columns = [column.name for column in metadata.tables["message"].columns]
    counts = columns.index("reactions")
    kept = {row[0]: row for row in after["message"]}
    for row in before["message"]:
        if row[columns.index("author_id")] != TESS:
            same = (*row[:counts], "", *row[counts + 1 :])
            assert (*kept[row[0]][:counts], "", *kept[row[0]][counts + 1 :]) == same
