"""From the settings to what the domain asks for: the times of a place, and its ways out."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from chatserver.alert_settings import AlertSettings
from moderation.cases.clock import DEFAULT, HOUR_MS, MINUTE_MS, Audience, Clock, Stage
from moderation.notices.writing import Channel, Channels
from moderation.severity import Severity

_S_MS: Final = 1000


def case_times(settings: AlertSettings) -> Clock:
    """By when somebody is to look at what, and who is told if nobody does."""
    duty, call, outside = Audience.ON_DUTY, Audience.ON_CALL, Audience.OUTSIDE
    claim_ms, contact_ms = settings.imminent_claim_s * _S_MS, settings.imminent_contact_s * _S_MS
    imminent = DEFAULT[Severity.IMMINENT]._replace(
        claim_ms=claim_ms,
        contact_ms=contact_ms,
        stages=(
            Stage(0, (duty,)),
            Stage(claim_ms, (duty, call)),
            Stage(settings.imminent_outside_s * _S_MS, (outside,)),
        ),
        follow_up_ms=settings.imminent_follow_up_h * HOUR_MS,
    )
    claim_ms = settings.high_claim_min * MINUTE_MS
    high = DEFAULT[Severity.HIGH]._replace(
        claim_ms=claim_ms,
        contact_ms=settings.high_contact_min * MINUTE_MS,
        stages=(
            Stage(0, (duty,)),
            Stage(claim_ms, (call,)),
            Stage(settings.high_outside_min * MINUTE_MS, (outside,)),
        ),
        follow_up_ms=settings.high_follow_up_h * HOUR_MS,
    )
    claim_ms = settings.quiet_claim_min * MINUTE_MS
    quiet = DEFAULT[Severity.MEDIUM]._replace(
        claim_ms=claim_ms,
        contact_ms=settings.quiet_contact_min * MINUTE_MS,
        stages=(Stage(claim_ms, (Audience.OVERDUE,)),),
        follow_up_ms=settings.quiet_follow_up_h * HOUR_MS,
    )
    return MappingProxyType(
        {
            Severity.IMMINENT: imminent,
            Severity.HIGH: high,
            Severity.MEDIUM: quiet,
            Severity.LOW: quiet,
        }
    )


def channels(settings: AlertSettings) -> Channels:
    """The ways out that the settings name."""
    ways = {
        Channel.WEBHOOK: settings.alert_webhook,
        Channel.EMAIL: settings.alert_emails,
        Channel.OUTSIDE_WEBHOOK: settings.outside_contact_webhook,
        Channel.OUTSIDE_EMAIL: settings.outside_contact_email,
    }
    named = [channel for channel, where in ways.items() if where]
    return Channels(
        staff=tuple(each for each in named if each in (Channel.WEBHOOK, Channel.EMAIL)),
        outside=tuple(each for each in named if each not in (Channel.WEBHOOK, Channel.EMAIL)),
    )
