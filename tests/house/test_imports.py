"""What import-linter cannot see: spellings that resolve to the wrong package."""

import ast

from tests.house.tree import ROOT, imported, modules, ours, syntax


def test_aiohttps_web_is_called_http() -> None:
    wrong = [
        f"{path}:{node.lineno}"
        for path in modules("chatserver", "web", "moderation", "rooms", "tests")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom)
        and node.module == "aiohttp"
        and any(alias.name == "web" and alias.asname != "http" for alias in node.names)
    ]
    assert wrong == []


def test_nobody_imports_web_bare() -> None:
    wrong = [
        f"{path}:{line}"
        for path in modules("chatserver", "web", "moderation", "rooms", "tests")
        for name, line in imported(path)
        if name == "web"
    ]
    assert wrong == []


def test_every_folder_of_python_is_a_package() -> None:
    folders = {path.rpartition("/")[0] for path in ours() if path.endswith(".py") and "/" in path}
    exempt = {folder for folder in folders if folder.startswith("chatserver/migrations")}
    missing = [f for f in sorted(folders - exempt) if not (ROOT / f / "__init__.py").is_file()]
    assert missing == []


def test_what_reads_words_can_decide_nothing_about_people() -> None:
    """No way leads from screening to a sanction: words of danger lead to a person who asks."""
    graph = {
        path.removesuffix(".py").replace("/", "."): {name for name, _ in imported(path)}
        for path in modules("chatserver", "web", "moderation", "rooms")
    }
    deciding = {
        f"moderation.conduct.{name}" for name in ("sanctions", "restraining", "appeals", "told")
    } | {"rooms.chat.pacing", "rooms.chat.pardoning"}
    assert deciding <= graph.keys()
    reading = {"moderation.screening", "moderation.listening"} | {
        name for name in graph if name.startswith("moderation.detection.")
    }
    reached, ahead = set(reading), list(reading)
    while ahead:
        for name in graph.get(ahead.pop(), set()) - reached:
            reached.add(name)
            ahead.append(name)
    assert "moderation.cases.opening" in reached
    assert reached & deciding == set()
