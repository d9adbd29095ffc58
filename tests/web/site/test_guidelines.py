"""How we are with each other: read by everyone, agreed to by version."""

from __future__ import annotations

from tests.web.site.town import Town
from web.site import deciding, guidelines
from web.site.deciding import ChangeSite
from web.site.guidelines import AcceptGuidelines, Guidelines, ReadGuidelines


def read(town: Town) -> Guidelines:
    return town.ask(guidelines.read, town.anna, ReadGuidelines())


def test_without_words_of_our_own_there_is_nothing_to_agree_to(town: Town) -> None:
    assert read(town) == Guidelines(text="", version=0, accepted=0)


def test_whoever_agrees_has_agreed_to_this_version(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(guidelines="Be kind."))
    assert read(town) == Guidelines(text="Be kind.", version=1, accepted=0)
    town.do(guidelines.accept, town.anna, AcceptGuidelines(version=1))
    assert read(town).accepted == 1
    town.decide(deciding.change, ChangeSite(guidelines="Be kind, always."))
    assert read(town) == Guidelines(text="Be kind, always.", version=2, accepted=1)


def test_nobody_agrees_to_what_they_have_not_seen(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(guidelines="Be kind."))
    for other in (0, 2):
        refused = town.no(guidelines.accept, town.anna, AcceptGuidelines(version=other))
        assert refused == "guidelines_first"
    assert read(town).accepted == 0


def test_who_comes_in_has_read_what_was_on_the_page(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(guidelines="Be kind."))
    town.decide(deciding.change, ChangeSite(guidelines="Be kind, always."))

    def comes(version: int | None) -> int:
        town.write(lambda work: guidelines.agree(work, town.anna.user_id, version))
        return read(town).accepted

    assert comes(1) == 1
    assert comes(None) == 2
    assert comes(7) == 2, "nobody has read what does not exist yet"
    town.write(lambda work: guidelines.forget_accepted(work, town.anna.user_id))
    assert read(town).accepted == 0
