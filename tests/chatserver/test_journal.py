"""The journal: what is in it stays, and what must not be kept goes."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from chatserver.facts import (
    AuditHead,
    Banned,
    Begun,
    BlockSet,
    MessageTakenBack,
    NameClaimed,
    Reduced,
    Renamed,
    StateSet,
)
from chatserver.journal import DAY_MS, Journal
from chatserver.journal_lines import ForeignJournal, Reading, lines, read_after
from rooms.people.person import State

STORE = "store"
NOW = 1_000 * DAY_MS


def journal(folder: Path, *, mark: int = 0, store: str = STORE) -> Journal:
    opened = Journal(folder / "journal.jsonl", keep_days=400)
    opened.open(store=store, mark=mark, now=NOW)
    return opened


def gone(number: int) -> MessageTakenBack:
    return MessageTakenBack(message_id=f"m{number}")


def after(folder: Path, mark: int = 0) -> Reading:
    return read_after(folder / "journal.jsonl", mark, STORE)


def facts(reading: Reading) -> list[Any]:
    return [line.fact for line in reading.facts]


def is_due(kept: Journal) -> bool:
    """Whether something stands in it that must not be kept any longer."""
    return kept.is_compaction_due(NOW)


def test_facts_are_numbered_and_come_back_in_order(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    assert kept.append([gone(1), gone(2)], NOW) == 3
    assert kept.append([gone(3)], NOW + 5) == 4
    kept.close()
    reading = after(tmp_path)
    assert [line.number for line in reading.facts] == [1, 2, 3, 4]
    assert [line.batch for line in reading.facts] == [1, 2, 2, 4]
    assert facts(reading) == [Begun(store=STORE), gone(1), gone(2), gone(3)]
    assert (reading.is_whole, reading.last) == (True, 4)
    assert facts(after(tmp_path, 3)) == [gone(3)]
    again = journal(tmp_path, mark=4)
    assert (again.last, again.has_gap, again.beyond) == (4, False, [])
    again.close()


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    journal(tmp_path).close()
    assert (tmp_path / "journal.jsonl").stat().st_mode & 0o777 == 0o600


def test_a_torn_last_line_was_never_acknowledged(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    kept.close()
    path = tmp_path / "journal.jsonl"
    whole = path.read_bytes()
    for torn in (whole + b'{"check":"00', whole + bytes(300)):
        path.write_bytes(torn)
        assert after(tmp_path).is_whole
        again = journal(tmp_path, mark=2)
        assert (again.last, again.has_gap) == (2, False)
        again.close()
        assert path.read_bytes() == whole
    again = journal(tmp_path, mark=2)
    assert again.append([gone(2)], NOW) == 3
    again.close()
    assert facts(after(tmp_path, 2)) == [gone(2)]


@pytest.mark.parametrize("change", [b"x", b'{"check":"broken"}\n', b""])
def test_a_changed_line_in_the_middle_is_noticed(tmp_path: Path, change: bytes) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1), gone(2), gone(3)], NOW)
    kept.close()
    path = tmp_path / "journal.jsonl"
    written = path.read_bytes().splitlines(keepends=True)
    changed = written[2].replace(b"m2", b"mX") if change == b"x" else change
    path.write_bytes(b"".join([*written[:2], changed, *written[3:]]))
    reading = after(tmp_path)
    assert not reading.is_whole
    assert facts(reading)[1:] == [gone(1), gone(3)]
    assert after(tmp_path, 3).is_whole, "what came before the backup does not matter"


def test_an_unreadable_end_is_noticed(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    kept.close()
    with (tmp_path / "journal.jsonl").open("ab") as file:
        file.write(b"nonsense\n")
    assert not after(tmp_path, 2).is_whole
    again = journal(tmp_path, mark=2)
    assert (again.has_gap, again.last) == (True, 2)
    again.close()


def test_a_journal_that_is_lost_begins_anew_and_says_so(tmp_path: Path) -> None:
    kept = journal(tmp_path, mark=7)
    assert (kept.has_gap, kept.last) == (True, 8)
    kept.append([gone(1)], NOW)
    kept.close()
    assert after(tmp_path, 8).is_whole
    assert after(tmp_path, 7).is_whole
    assert not after(tmp_path, 6).is_whole, "number 7 was in the one that is lost"
    assert not read_after(tmp_path / "nowhere", 0, STORE).is_whole


def test_an_older_copy_of_the_journal_is_noticed(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    kept.close()
    assert after(tmp_path, 9).missing
    again = journal(tmp_path, mark=9)
    assert (again.has_gap, again.last) == (True, 10)
    again.close()
    assert not after(tmp_path, 2).is_whole


def test_the_journal_of_another_store_is_left_alone(tmp_path: Path) -> None:
    journal(tmp_path).close()
    before = (tmp_path / "journal.jsonl").read_bytes()
    with pytest.raises(ForeignJournal):
        journal(tmp_path, store="another")
    with pytest.raises(ForeignJournal):
        read_after(tmp_path / "journal.jsonl", 0, "another")
    assert (tmp_path / "journal.jsonl").read_bytes() == before


def test_facts_that_the_store_does_not_know_about_are_told(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    kept.append([gone(2), gone(3)], NOW)
    kept.append([AuditHead(epoch="e", number=1, hash="h")], NOW)
    kept.close()
    again = journal(tmp_path, mark=2)
    assert [line.fact for line in again.beyond] == [gone(2), gone(3)]
    again.close()


def test_what_did_not_happen_is_taken_back(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    number = kept.append([gone(2)], NOW)
    kept.take_back(number)
    assert kept.append([gone(3)], NOW) == number
    kept.take_back(number - 1)
    kept.close()
    assert facts(after(tmp_path))[1:] == [gone(1), gone(3)]


class Failing:
    """`os`, one of whose functions fails once."""

    def __init__(self, name: str, number: int, *, half: bool = False) -> None:
        self._name, self._number, self._half = name, number, half
        self._failed = False

    def __getattr__(self, name: str) -> Any:
        sound = getattr(os, name)
        if name != self._name or self._failed:
            return sound

        def fail(*arguments: Any) -> None:
            self._failed = True
            if self._half:
                sound(arguments[0], arguments[1][:20], arguments[2])
            raise OSError(self._number, "planted")

        return fail


@pytest.mark.parametrize(
    ("name", "number"),
    [("pwrite", errno.ENOSPC), ("fsync", errno.ENOSPC), ("fsync", errno.EIO)],
)
def test_after_a_failure_nothing_is_held_and_the_next_fact_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    with monkeypatch.context() as patch:
        patch.setattr("chatserver.journal.os", Failing(name, number, half=name == "pwrite"))
        with pytest.raises(OSError, match="planted"):
            kept.append([gone(2)], NOW)
    assert facts(after(tmp_path))[1:] == [gone(1)]
    assert kept.append([gone(3)], NOW) == 3
    kept.close()
    reading = after(tmp_path)
    assert facts(reading)[1:] == [gone(1), gone(3)]
    assert reading.is_whole


def test_a_journal_that_somebody_moved_away_is_written_again(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([gone(1)], NOW)
    path = tmp_path / "journal.jsonl"
    copy = path.rename(tmp_path / "journal.1")
    before = copy.read_bytes()
    kept.append([gone(2)], NOW)
    kept.close()
    assert facts(after(tmp_path))[1:] == [gone(1), gone(2)]
    assert copy.read_bytes() == before


def test_of_whoever_is_gone_nothing_stays_but_that_they_are(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([Renamed(user_id="ann", handle="canary"), Renamed(user_id="ben", handle="b")], NOW)
    kept.append([Banned(user_id="ann", reason="other", until=None, given_by="maria")], NOW)
    kept.append([BlockSet(user_id="ben", blocked_id="ann", on=True)], NOW)
    kept.append([StateSet(user_id="ann", state=State.ERASING)], NOW)
    assert not is_due(kept)
    kept.append([StateSet(user_id="ann", state=State.ERASED)], NOW)
    assert is_due(kept)
    old = os.dup(kept._fd)
    kept.compact(NOW)
    assert not is_due(kept)
    assert b"canary" not in (tmp_path / "journal.jsonl").read_bytes()
    assert set(os.pread(old, 10_000, 0)) == {0}, "nor in the blocks that it stood on"
    os.close(old)
    reading = after(tmp_path)
    assert facts(reading) == [
        Begun(store=STORE),
        Reduced(),
        Renamed(user_id="ben", handle="b"),
        *[Reduced()] * 3,
        StateSet(user_id="ann", state=State.ERASED),
    ]
    assert reading.is_whole
    assert kept.append([gone(1)], NOW) == 8
    kept.append([BlockSet(user_id="ann", blocked_id="ben", on=True)], NOW)
    assert is_due(kept), "what comes late goes as well"
    kept.close()
    again = journal(tmp_path, mark=9)
    assert is_due(again), "a stop in between forgets nothing"
    again.compact(NOW)
    again.close()
    assert facts(after(tmp_path, 7)) == [gone(1), Reduced()]


def test_a_name_that_was_given_up_goes(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([Renamed(user_id="ann", handle="first")], NOW)
    assert not is_due(kept)
    kept.append([Renamed(user_id="ann", handle="second")], NOW)
    assert is_due(kept)
    kept.compact(NOW)
    kept.close()
    assert facts(after(tmp_path))[1:] == [Reduced(), Renamed(user_id="ann", handle="second")]


def test_a_claim_to_a_name_outlives_the_name_but_not_its_bearer(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    first, second = (NameClaimed(user_id="ann", skeleton_hash=key) for key in (b"1", b"2"))
    kept.append([first, Renamed(user_id="ann", handle="first")], NOW)
    kept.append([second, Renamed(user_id="ann", handle="second")], NOW)
    kept.append([first, Renamed(user_id="ann", handle="first")], NOW)
    kept.compact(NOW)
    renamed = Renamed(user_id="ann", handle="first")
    expected = [Reduced(), Reduced(), second, Reduced(), first, renamed]
    assert facts(after(tmp_path))[1:] == expected
    kept.append([StateSet(user_id="ann", state=State.ERASED)], NOW)
    kept.compact(NOW)
    kept.close()
    gone_for_good = StateSet(user_id="ann", state=State.ERASED)
    assert facts(after(tmp_path))[1:] == [*[Reduced()] * 6, gone_for_good]


def test_what_is_older_than_any_backup_may_be_goes(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    for number in range(6):
        kept.append([gone(number)], NOW + number * 100 * DAY_MS)
    assert not is_due(kept)
    later = NOW + 600 * DAY_MS
    assert kept.is_compaction_due(later)
    kept.compact(later)
    assert not kept.is_compaction_due(later), "once is enough"
    kept.close()
    assert after(tmp_path, 3).is_whole
    assert facts(after(tmp_path, 3)) == [gone(2), gone(3), gone(4), gone(5)]
    assert not after(tmp_path, 1).is_whole


def test_of_the_audit_logs_ends_the_newest_is_kept(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    for number in (3, 9):
        kept.append([AuditHead(epoch="e", number=number, hash=str(number))], NOW)
    kept.append([AuditHead(epoch="before", number=12, hash="12")], NOW)
    assert kept.audit_head("e") == AuditHead(epoch="e", number=9, hash="9")
    assert kept.audit_head("another") is None
    kept.compact(NOW)
    assert kept.audit_head("e") == AuditHead(epoch="e", number=9, hash="9")
    heads = [line for _, line in lines(kept._fd) if line and isinstance(line.fact, AuditHead)]
    assert len(heads) == 2
    kept.close()
