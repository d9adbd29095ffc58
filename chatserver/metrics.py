"""The numbers an operator watches. Must never have a label that names a person or a room."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from chatserver.sockets.outbound import Outbound
from chatserver.sockets.sessions import Sessions
from chatserver.writer import Writer

_COMMIT_S = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5)


class Metrics:
    """A registry of its own, read at `/metrics`."""

    def __init__(self, writer: Writer, sessions: Sessions, outbound: Outbound) -> None:
        self.registry = CollectorRegistry()
        self.bugs = Counter("chat_bugs", "Answers that were `internal`.", registry=self.registry)
        self.commits = Histogram(
            "chat_commit_seconds",
            "How long a synced commit took.",
            buckets=_COMMIT_S,
            registry=self.registry,
        )
        self._notices = Counter(
            "chat_notices",
            "Tries to tell staff outside the page.",
            ["arrived"],
            registry=self.registry,
        )
        self._gauge("chat_sessions", "Live connections.", lambda: len(sessions))
        self._gauge("chat_writer_waiting", "Commands before the writer.", lambda: writer.waiting)
        self._gauge("chat_frames_out", "Frames written so far.", lambda: outbound.frames_out)

    def told(self, *, arrived: bool) -> None:
        """One try to tell staff outside the page."""
        self._notices.labels("yes" if arrived else "no").inc()

    def watch_path(self, is_broken: Callable[[], bool]) -> None:
        """Whether a canary that should have come through is missing."""
        self._gauge("chat_alert_path_broken", "1: alerts may not arrive.", is_broken)

    def _gauge(self, name: str, meaning: str, read: object) -> None:
        gauge = Gauge(name, meaning, registry=self.registry)
        gauge.set_function(read)  # type: ignore[arg-type]

    def text(self) -> bytes:
        """Prometheus' text format."""
        return generate_latest(self.registry)
