"""How far a case can come, what it is for, and what can come of it: closed lists."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class CaseState(StrEnum):
    """How far it has come."""

    OPEN = "open"
    CLAIMED = "claimed"
    IN_CONTACT = "in_contact"
    RESOLVED = "resolved"
    REVIEWED = "reviewed"


RUNNING: Final = (CaseState.OPEN, CaseState.CLAIMED, CaseState.IN_CONTACT)
"""A person has one case at most that runs; new flags join it."""
HELD: Final = (CaseState.CLAIMED, CaseState.IN_CONTACT)
"""Somebody has it."""
RISEN: Final = -1
"""The stage of a case that somebody has and that has just become graver: they are to be told."""


class Outcome(StrEnum):
    """What came of it: a closed list."""

    TALKED = "talked"
    CONNECTED = "connected"
    """Connected with help."""
    HANDED_OVER = "handed_over"
    UNREACHABLE = "unreachable"
    """After attempts."""
    NO_ACTION = "no_action"
    """No action needed: as good an outcome as any."""
    NOT_A_CRISIS = "not_a_crisis"


class Kind(StrEnum):
    """What it is for."""

    REAL = "real"
    PRACTICE = "practice"
    """For training, and to test the path: marked as such everywhere."""
    CANARY = "canary"
    """Shows every few minutes that the path is whole. No human sees it."""
