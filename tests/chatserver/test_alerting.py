"""The times and the ways out that the settings name."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatserver.alerting import case_times, channels
from chatserver.config import Config
from moderation.cases.clock import DEFAULT, MINUTE_MS
from moderation.notices.writing import Channel
from moderation.severity import Severity
from tests.chatserver.test_config import problems


def test_unset_they_are_the_times_that_the_rules_know() -> None:
    assert case_times(Config()) == DEFAULT


def test_a_place_has_times_of_its_own() -> None:
    times = case_times(Config(high_claim_min=5, imminent_outside_s=240, quiet_follow_up_h=48))
    assert times[Severity.HIGH].claim_ms == times[Severity.HIGH].stages[1].after_ms == 5 * MINUTE_MS
    assert times[Severity.IMMINENT].stages[2].after_ms == 4 * MINUTE_MS
    assert times[Severity.LOW].follow_up_ms == 48 * 60 * MINUTE_MS


def test_only_what_is_named_is_a_way_out() -> None:
    assert channels(Config()) == ((), ())
    named = Config(
        alert_webhook="https://pager.example", outside_contact_email="someone@example.org"
    )
    assert channels(named) == ((Channel.WEBHOOK,), (Channel.OUTSIDE_EMAIL,))


@pytest.mark.parametrize(
    ("environ", "part"),
    [
        ({"CHAT_ALERT_WEBHOOK": "http://pager.example/x"}, "https://"),
        ({"CHAT_ALERT_WEBHOOK": "https://pager.example/x"}, "webhook_secret"),
        ({"CHAT_OUTSIDE_CONTACT_EMAIL": "no address"}, "not an e-mail address"),
        ({"CHAT_ALERT_EMAILS": "a@example.org"}, "smtp_host"),
        ({"CHAT_SMTP_SECURITY": "none", "CHAT_SMTP_USER": "me"}, "in the clear"),
        ({"CHAT_IMMINENT_OUTSIDE_S": "60"}, "comes before"),
        ({"CHAT_HIGH_OUTSIDE_MIN": "3"}, "comes before"),
    ],
)
def test_a_way_out_that_leads_nowhere_is_explained(
    tmp_path: Path, environ: dict[str, str], part: str
) -> None:
    assert any(part in words for words in problems(tmp_path, **environ))
