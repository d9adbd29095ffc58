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
