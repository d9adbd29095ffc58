"""A list with a group's changes: what is heard by it, and what is no change at all."""

from __future__ import annotations

import msgspec
import pytest

from moderation.detection.detector import explain, screen
from moderation.detection.lexicon import Lexicon, default
from moderation.wordlist import changes
from moderation.wordlist.changes import Kept, TermChange
from rooms.refusal import Refusal
from tests.moderation.detection.test_cases import cases
from tests.moderation.wordlist.changing import EXCEPTION, PURPLE

but = msgspec.structs.replace


def made(*several: TermChange, number: int = 1) -> Lexicon:
    """The list with these changes."""
    return changes.compiled(default(), Kept(number, {each.term: each for each in several}))


def heard(listed: Lexicon, text: str) -> str | None:
    """How grave it is to a list."""
    found = screen(listed, text, account_age_days=100)
    return None if found is None else found.severity


def refusal(change: TermChange) -> Refusal:
    """Why it is no change."""
    with pytest.raises(Refusal) as caught:
        changes.check(default(), change)
    return caught.value


def test_a_term_of_ones_own_is_heard_and_says_so() -> None:
    listed = made(PURPLE, number=7)
    found = screen(listed, "The purple exit. Tonight.", account_age_days=100)
    assert found is not None
    assert (found.category, found.hits[0].term) == ("suicide", "own.purple-exit")
    assert found.version == f"{default().version}+7"
    assert heard(listed, "meet me at the purple exit sign") is None
    assert heard(default(), "The purple exit. Tonight.") is None


def test_a_list_with_changes_hears_everything_else_as_before() -> None:
    """Made upon another list it is the same to the last case as made from nothing."""
    kept = Kept(1, {PURPLE.term: PURPLE, EXCEPTION.term: EXCEPTION})
    file = changes.file_of(default().file, kept)
    upon, anew = Lexicon(file, upon=default()), Lexicon(file)
    texts = [case.text for case in cases()]
    assert [explain(upon, each, account_age_days=9) for each in texts] == [
        explain(anew, each, account_age_days=9) for each in texts
    ]


def test_an_exception_takes_back_what_it_touches() -> None:
    said = "I could kill myself for one more bingo"
    assert heard(default(), said) is not None
    assert heard(made(EXCEPTION), said) is None
    assert heard(made(EXCEPTION), "I want to kill myself") == "high"


def test_a_term_can_be_switched_off_and_weighed_otherwise() -> None:
    said = "I relapsed last night"
    assert heard(default(), said) is not None
    terms = {hit.term for hit in explain(default(), said, account_age_days=100)}
    assert heard(made(*(TermChange(term=each, off=True) for each in terms)), said) is None
    graver = made(*(TermChange(term=each, severity="imminent") for each in terms))
    assert heard(graver, said) == "imminent"


def test_what_was_added_to_a_term_is_part_of_it() -> None:
    more = TermChange(
        term="suicide.kill-myself",
        patterns=("{me} and the purple door",),
        hits=("nothing but myself and the purple door", "my self and the purple door"),
        misses=("the purple door is open", "I painted the door purple"),
    )
    changes.check(default(), more)
    changes.demand_examples_hold(made(more), more)
    assert heard(made(more), "tonight it is myself and the purple door") is not None


@pytest.mark.parametrize(
    ("frame", "yes", "no"),
    [
        ("anyone", "they flimflam", None),
        ("themselves", "I just flimflam", "they flimflam"),
        ("intent", "I want to flimflam", "I flimflam"),
    ],
)
def test_a_frame_says_who_has_to_say_it(frame: changes.Frame, yes: str, no: str | None) -> None:
    listed = made(but(PURPLE, patterns=("flimflam",), frame=frame))
    assert heard(listed, yes) is not None
    assert no is None or heard(listed, no) is None


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (but(PURPLE, category=None), "missing_field", "category"),
        (but(PURPLE, severity=None), "missing_field", "severity"),
        (but(PURPLE, patterns=()), "missing_field", "patterns"),
        (but(PURPLE, hits=PURPLE.hits[:1]), "missing_field", "hits"),
        (but(PURPLE, misses=PURPLE.misses[:1]), "missing_field", "misses"),
        (but(PURPLE, patterns=("purple (exit",)), "bad_pattern", "patterns"),
        (but(PURPLE, patterns=("i am",)), "bad_pattern", "patterns"),
        (but(PURPLE, patterns=("{nothing_like_it} exit",)), "bad_pattern", "patterns"),
        (but(PURPLE, patterns=("a ~12 purple ~12 b",)), "bad_pattern", "patterns"),
        (but(PURPLE, exceptions=("purple exit", "|")), "bad_pattern", "exceptions"),
        (TermChange(term="never.heard-of"), "not_found", "term"),
        (TermChange(term="suicide.kill-myself"), "missing_field", "patterns"),
        (
            TermChange(term="suicide.kill-myself", category="medical", off=True),
            "extra_field",
            "category",
        ),
        (but(EXCEPTION, misses=()), "missing_field", "misses"),
    ],
)
def test_what_is_not_whole_is_refused(change: TermChange, code: str, field: str) -> None:
    assert (refusal(change).code, refusal(change).field) == (code, field)


def test_the_line_that_cannot_be_read_is_named() -> None:
    refused = refusal(but(PURPLE, patterns=("purple exit", "purple (exit", "third")))
    assert refused.message.startswith("Line 2 ")
    assert "purple" not in refused.message


def test_a_sign_can_not_be_weighed() -> None:
    sign = next(term.id for term in default().file.term if term.severity is None)
    assert refusal(TermChange(term=sign, severity="high")).code == "extra_field"


@pytest.mark.parametrize(
    ("change", "field", "numbers"),
    [
        (but(PURPLE, hits=(*PURPLE.hits, "a green exit", "no")), "hits", "3, 4"),
        (but(PURPLE, misses=("the purple exit", *PURPLE.misses)), "misses", "1"),
        (but(PURPLE, exceptions=("purple exit",)), "hits", "1, 2"),
    ],
)
def test_examples_that_fail_are_named_by_number(
    change: TermChange, field: str, numbers: str
) -> None:
    changes.check(default(), change)
    with pytest.raises(Refusal) as caught:
        changes.demand_examples_hold(made(change), change)
    assert (caught.value.code, caught.value.field) == ("examples_fail", field)
    assert f": {numbers}." in caught.value.message


def test_an_exception_must_not_silence_what_the_term_came_with() -> None:
    deaf = but(EXCEPTION, exceptions=("kill myself",), misses=("kill myself", "I kill myself"))
    with pytest.raises(Refusal) as caught:
        changes.demand_examples_hold(made(deaf), deaf)
    assert (caught.value.code, caught.value.field) == ("examples_fail", "exceptions")


def test_a_change_of_a_term_that_is_no_more_changes_nothing() -> None:
    gone = TermChange(term="gone.with-a-release", off=True)
    assert made(gone).file.term == default().file.term


def test_what_can_not_be_made_any_more_is_left_out_alone() -> None:
    broken = but(PURPLE, term="own.broken", patterns=("{slot_of_another_release} exit",))
    kept = Kept(2, {each.term: each for each in (broken, PURPLE)})
    listed, left_out = changes.compiled_apart(default(), kept)
    assert list(left_out) == ["own.broken"]
    assert heard(listed, "the purple exit") == "high"
