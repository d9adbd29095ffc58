"""Words with values in them, which an edge can say anew."""

from __future__ import annotations

from rooms.words import Said, filled, mark


def test_a_marked_text_is_itself() -> None:
    assert mark("Please sign in.") == "Please sign in."


def test_a_sentence_is_english_until_somebody_says_it_anew() -> None:
    said = Said("If it goes on, tell us: {reference}.", reference="K7Q2")
    assert said == "If it goes on, tell us: K7Q2."
    assert (said.one, said.other) == ("If it goes on, tell us: {reference}.", None)
    assert dict(said.values) == {"reference": "K7Q2"}


def test_a_number_of_things_has_two_forms_in_english() -> None:
    fits = [Said("{count} fits.", "{count} fit.", count=count) for count in (0, 1, 2)]
    assert fits == ["0 fit.", "1 fits.", "2 fit."]
    assert (fits[1].one, fits[1].other) == ("{count} fits.", "{count} fit.")


def test_values_are_put_in_once_and_nothing_else_is_touched() -> None:
    assert filled("{a} {b} {0} {} {c!r}", {"a": "{b}", "b": 2}) == "{b} 2 {0} {} {c!r}"
