"""The refusals of a command are those that its code can raise."""

import ast
from collections.abc import Set

import pytest

from chatserver.documents import refusals
from rooms.refusal import WORDS
from web.wire import VERBS


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("message.post", {"empty_body", "muted", "not_found", "idempotency_conflict"}),
        ("message.edit", {"edit_window_over", "not_found"}),
        ("room.join", {"guidelines_first", "not_found", "too_many"}),
        ("room.leave", {"last_facilitator", "not_found"}),
        ("typing.set", {"not_found"}),
        ("sanction.ban", {"not_found"}),
        ("message.hide", {"not_found"}),
    ],
)
def test_what_a_command_is_known_to_refuse_is_found(name: str, codes: Set[str]) -> None:
    assert codes <= set(refusals.of(VERBS[name]))


def test_asking_for_help_meets_no_refusal_of_its_own() -> None:
    assert refusals.of(VERBS["help.ask"]) == ()


def test_what_any_command_can_meet() -> None:
    expected = {"extra_field", "session_expired", "rate_limited", "busy", "unknown_outcome"}
    # Whoever is banned is forbidden nearly everything, whatever the command.
    assert expected | {"stopping", "internal", "forbidden"} <= set(refusals.of_any())
    assert not {"muted", "not_found", "edit_window_over"} & set(refusals.of_any())


def test_codes_come_in_the_order_of_their_words() -> None:
    for verb in VERBS.values():
        codes = refusals.of(verb)
        assert list(codes) == [code for code in WORDS if code in codes]


def test_a_code_in_a_variable_is_found_where_it_is_set() -> None:
    tree = ast.parse("code = 'busy' if full else 'stopping'\nother = 'muted'\nraise Refusal(code)")
    assert set(refusals._codes(tree)) == {"busy", "stopping"}


def test_a_text_that_is_not_raised_is_not_a_code() -> None:
    tree = ast.parse("state = 'closed'\nraise Refusal('muted', field='not_found')")
    assert set(refusals._codes(tree)) == {"muted"}
