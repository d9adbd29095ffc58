"""Every term keeps to its own examples, and one that doesn't is named."""

from moderation.detection.examples import Failure, failures
from moderation.detection.lexicon import default, load
from tests.moderation.detection.test_terms import HEAD, TERM


def test_the_packaged_list_keeps_to_its_examples() -> None:
    assert failures(default()) == ()


def test_a_term_that_does_not_is_named() -> None:
    own = load(
        HEAD
        + TERM.replace('hits = ["one", "two"]', 'hits = ["I want to die", "death"]').replace(
            'misses = ["one", "two"]', 'misses = ["hello", "we want to die"]'
        )
    )
    assert failures(own) == (
        Failure("a.b", "death", should_hit=True),
        Failure("a.b", "we want to die", should_hit=False),
    )
