"""Every module that does something has tests of its own, in the same place below tests/."""

import ast
from typing import Final

from tests.house.tree import ROOT, modules, syntax

# module -> the tests that cover it instead, where they are better told from outside.
TESTED_BY: Final[dict[str, str]] = {
    "chatserver/demo/member.py": "tests/chatserver/demo/test_company.py",
    "chatserver/disagreements.py": "tests/chatserver/test_config.py",
    "chatserver/execute.py": "tests/sockets/test_bad_inputs.py",
    "chatserver/journal_lines.py": "tests/chatserver/test_journal.py",
    "chatserver/mailing.py": "tests/chatserver/test_senders.py",
    "chatserver/metrics.py": "tests/chatserver/test_app.py",
    "chatserver/records.py": "tests/chatserver/test_ticker.py",
    "chatserver/settings_page.py": "tests/house/test_docs.py",
    "chatserver/sockets/dispatch.py": "tests/sockets/test_bad_inputs.py",
    "chatserver/sockets/door.py": "tests/sockets/test_handshake.py",
    "chatserver/sockets/driver.py": "tests/sockets/test_contracts.py",
    "chatserver/sockets/server.py": "tests/sockets/test_contracts.py",
    "chatserver/sockets/session.py": "tests/chatserver/sockets/test_sessions.py",
    "chatserver/troubles.py": "tests/chatserver/test_serving.py",
    "chatserver/values.py": "tests/chatserver/test_config.py",
    "moderation/cases/card.py": "tests/moderation/cases/test_answering.py",
    "moderation/cases/leaving_store.py": "tests/moderation/cases/test_leaving.py",
    "moderation/cases/reaching.py": "tests/moderation/cases/test_triage.py",
    "moderation/cases/showing.py": "tests/moderation/cases/test_looking.py",
    "moderation/cases/store.py": "tests/moderation/cases/test_queue.py",
    "moderation/cases/statistics_store.py": "tests/moderation/cases/test_statistics.py",
    "moderation/cases/timeline.py": "tests/moderation/cases/test_triage.py",
    "moderation/conduct/store.py": "tests/moderation/conduct/test_reporting.py",
    "rooms/chat/block_store.py": "tests/rooms/chat/test_blocks.py",
    "rooms/chat/leaving_store.py": "tests/rooms/chat/test_leaving.py",
    "rooms/chat/log_store.py": "tests/rooms/chat/test_log.py",
    "rooms/chat/membership_store.py": "tests/rooms/chat/test_membership.py",
    "rooms/chat/name_store.py": "tests/rooms/chat/test_names.py",
    "rooms/chat/newcomer_store.py": "tests/rooms/chat/test_wording.py",
    "rooms/chat/pin_store.py": "tests/rooms/chat/test_pins.py",
    "rooms/chat/reaction_store.py": "tests/rooms/chat/test_reactions.py",
    "rooms/chat/saved_store.py": "tests/rooms/chat/test_saving.py",
    "rooms/chat/room_store.py": "tests/rooms/chat/test_room.py",
    "rooms/chat/talk_store.py": "tests/rooms/chat/test_talks.py",
    "rooms/chat/search_store.py": "tests/rooms/chat/test_search.py",
    "rooms/people/person.py": "tests/rooms/test_permissions.py",
    "rooms/people/blocking_store.py": "tests/rooms/people/test_blocking.py",
    "rooms/people/store.py": "tests/rooms/people/test_registry.py",
    "web/account_api.py": "tests/web/accounts/test_proving.py",
    "web/verbs.py": "tests/web/test_wire.py",
    "web/vendoring.py": "tests/house/test_vendor.py",
}


def does_something(path: str) -> bool:
    """Whether any function has a body: declarations alone need no tests."""
    return any(
        not _is_declaration(node)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def _is_declaration(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return all(
        isinstance(statement, ast.Pass)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in function.body
    )


def mirror(path: str) -> str:
    """Where a module's tests belong."""
    folder, _, file = path.rpartition("/")
    return f"tests/{folder}/test_{file.removeprefix('__').replace('__.py', '.py')}"


def test_every_module_has_tests() -> None:
    missing = [
        f"{path}: {mirror(path)}"
        for path in modules()
        if does_something(path)
        and not path.startswith("chatserver/migrations/")
        and path not in TESTED_BY
        and not (ROOT / mirror(path)).is_file()
    ]
    assert missing == []


def test_no_detour_outlives_its_cause() -> None:
    for path, tests in TESTED_BY.items():
        assert (ROOT / path).is_file(), path
        assert (ROOT / tests).is_file(), tests
        assert not (ROOT / mirror(path)).is_file(), f"{path} has tests of its own now"


def test_what_only_declares_is_told_apart() -> None:
    port = ast.parse('class P:\n    def f(self) -> int:\n        """Says."""\n        ...\n')
    (function,) = [node for node in ast.walk(port) if isinstance(node, ast.FunctionDef)]
    assert _is_declaration(function)
    (active,) = ast.parse("def f():\n    return 1\n").body
    assert isinstance(active, ast.FunctionDef)
    assert not _is_declaration(active)
