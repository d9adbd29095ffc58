"""People with passphrases, and the giving of roles, as it is done over HTTP."""

from __future__ import annotations

from typing import Any

from tests.support.served import Served

PASSPHRASE = "four plain evening words"


async def staff(running: Served) -> dict[str, str]:
    """An administrator, Adele, and two members, all with a passphrase: handle to token."""
    tokens: dict[str, str] = {}
    for handle in ("adele", "boris", "clara"):
        invite = await running.server.first_admin_link() if handle == "adele" else None
        asked = {"handle": handle, "passphrase": PASSPHRASE}
        async with running.http.post(
            f"{running.url}/api/accounts", json=asked | ({"invite": invite} if invite else {})
        ) as response:
            assert response.status == 201, await response.text()
            tokens[handle] = (await response.json())["token"]
    return tokens


async def grant(running: Served, token: str | None, **asked: str) -> str:
    """Give someone a role: '' or the code of the refusal."""
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    async with running.http.post(
        f"{running.url}/api/roles", json=asked, headers=headers
    ) as response:
        answer = await response.json()
        assert answer["ok"] == (response.status == 200)
        return "" if answer["ok"] else str(answer["error"]["code"])


def forget_administrators(work: Any) -> None:
    """So that the first start's link can be had again."""
    work.sql._execute("UPDATE person SET role = 'member' WHERE role = 'admin'")
