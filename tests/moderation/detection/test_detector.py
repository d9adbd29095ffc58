"""From a message to a finding: spans, sums, sameness, and a worst case that stays linear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.detection import detector, lexicon
from moderation.detection.detector import BUDGET_STEPS, Finding, OverBudget, explain, screen

LIST = lexicon.default()
BODY_MAX_CHARS = 4_000


def found(text: str, **more: int) -> Finding:
    finding = screen(LIST, text, account_age_days=more.get("age", 400))
    assert finding is not None, text
    return finding


@pytest.mark.parametrize(
    ("text", "category", "severity"),
    [
        ("I wish I was dead", "suicide", "high"),
        ("I'm going to kill myself tonight", "suicide", "imminent"),
        ("I have a plan to end my life and the pills are here", "suicide", "imminent"),
        ("I have the pills here. Thank you all.", "suicide", "imminent"),
        ("The gun is in my lap. thank you all for trying", "suicide", "imminent"),
        ("I took all of them. goodbye", "overdose", "imminent"),
        ("I just swallowed the whole bottle of pills", "overdose", "imminent"),
        ("my husband hit me again tonight", "violence_abuse", "high"),
        ("cravings are really bad tonight", "relapse_craving", "medium"),
        ("one more exam and I will kill myself lol", "suicide", "low"),
    ],
)
def test_a_finding_weighs_the_whole_message(text: str, category: str, severity: str) -> None:
    finding = found(text)
    assert (finding.category, finding.severity) == (category, severity)


def test_a_hit_says_why_and_where() -> None:
    text = "Hello \U0001f600. I want to k\u0456ll myself tonight"
    finding = found(text)
    hit = next(hit for hit in finding.hits if hit.term == "suicide.kill-myself")
    assert text[slice(*hit.span)] == "k\u0456ll myself"
    assert "+time" in hit.why
    assert finding.version == LIST.version


def test_what_is_lowered_to_nothing_is_still_explained() -> None:
    text = "I'm not going to kill myself over this"
    assert screen(LIST, text, account_age_days=400) is None
    assert {(hit.term, hit.severity) for hit in explain(LIST, text, account_age_days=400)} >= {
        ("suicide.kill-myself", None)
    }


def test_a_warning_is_heard_too() -> None:
    finding = screen(LIST, "see below", warning="I want to die", account_age_days=1)
    assert finding is not None
    assert finding.hits[0].part == "warning"
    assert finding.hits[0].span == (2, 13)


def test_some_terms_count_only_for_new_accounts() -> None:
    text = "dm me on telegram for the menu"
    new = {hit.term for hit in explain(LIST, text, account_age_days=1)}
    assert "dealing.private-pull" in new
    old = {hit.term for hit in explain(LIST, text, account_age_days=100)}
    assert "dealing.private-pull" not in old


def test_an_overrun_says_so() -> None:
    with pytest.raises(OverBudget):
        screen(LIST, "I want to die " * 20, account_age_days=1, budget=50)


MESSY = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [
            *'I want to die kill myself \U0001f48a k1ll d\u0456e not but . , " he said i m'.split(),
            "tonight",
            "killmyself",
            "k i l l",
            "\u200b",
            "\u00df",
            "\n",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(MESSY)
@settings(max_examples=300)
def test_spans_lie_in_the_original(text: str) -> None:
    for hit in explain(LIST, text, account_age_days=0):
        start, end = hit.span
        assert 0 <= start < end <= len(text)


@given(MESSY)
def test_the_same_message_gives_the_same_answer(text: str) -> None:
    assert screen(LIST, text, account_age_days=0) == screen(LIST, text, account_age_days=0)


WORST = {
    "one phrase": "kill myself ",
    "anchors": "die kill suicide pills dm me insurance rehab xanax ",
    "single letters": "k i l l ",
    "stars": "k*ll ",
    "leet": "k1ll m1s3lf 111!11 ",
    "stretched": "aaaabbbb ",
    "quotes": '"kill myself" ',
    "lines": "die\n",
    "disguised": "\u0455uicid\u0435 ",
    "joined": "iwanttokillmyself ",
    "negations": "not never dont he she they ",
    "marks": '.,!?"',
    "one word": "a",
    "long pieces": "a1" * 30 + " ",
}


@pytest.mark.parametrize("piece", WORST.values(), ids=WORST)
def test_the_worst_case_is_linear(piece: str) -> None:
    half = (piece * BODY_MAX_CHARS)[: BODY_MAX_CHARS // 2]
    whole = (piece * BODY_MAX_CHARS)[:BODY_MAX_CHARS]
    steps = detector.count_steps(LIST, whole)
    assert steps <= 2.2 * detector.count_steps(LIST, half) + 200
    assert steps < BUDGET_STEPS


def test_the_list_itself_fits_the_budget() -> None:
    text = " ".join(hit for ready in LIST.terms for hit in ready.term.hits)[:BODY_MAX_CHARS]
    assert screen(LIST, text, account_age_days=0) is not None
