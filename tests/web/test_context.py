"""What the site knows of itself."""

from __future__ import annotations

import pytest

from web.context import Settings


@pytest.mark.parametrize(
    ("public_url", "secure"),
    [("https://chat.example.org", True), ("http://127.0.0.1:8080", False)],
)
def test_only_https_is_secure(public_url: str, secure: bool) -> None:
    settings = Settings(public_url=public_url, allowed_origins=frozenset({public_url}))
    assert settings.secure is secure
