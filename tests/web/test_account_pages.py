"""One's own account without JavaScript: in, back in, showing who one is, the second factor."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest

from rooms.people.person import Role
from tests.web.accounts.phone import Phone, set_up
from tests.web.test_pages import cookie_of, page, send
from tests.web.visiting import PASSPHRASE, Person, Visit
from web.accounts import recovery

RIVER = {"handle": "river", "passphrase": PASSPHRASE}
NEW = "eleven lamps under the pier"


class Browser:
    """One window: it keeps the cookie, and sends what the page has hidden in its form."""

    def __init__(self, site: Visit) -> None:
        self.site = site
        self.cookie = ""
        self.text = ""
        self.status = 0
        self.location = ""

    @classmethod
    def of(cls, site: Visit, person: Person) -> Browser:
        browser = cls(site)
        browser.cookie = f"sign-in={person.token}"
        return browser

    async def look(self, path: str) -> str:
        self.status, self.text = await page(self.site, path, Cookie=self.cookie)
        return self.text

    async def submit(self, path: str, **form: str) -> str:
        """Fill in the form on the page; what stands there then, or where it leads."""
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', self.text))
        answer: Any = await send(self.site, path, hidden | form, Cookie=self.cookie)
        self.status = answer.status
        self.location = answer.headers.get("Location", "")
        if "Set-Cookie" in answer.headers:
            self.cookie = cookie_of(answer)
        self.text = unescape(await answer.text())
        return self.location or self.text


async def codes_of(site: Visit, person: Person) -> list[str]:
    codes = recovery.make_codes(site.site.new_token)
    await site.database.write(lambda work: recovery.store_codes(work, person.user_id, codes))
    return codes


def inputs(text: str) -> list[str]:
    """The boxes that a person sees."""
    return [
        name
        for tag, name in re.findall(r'(<input[^>]*name="(\w+)"[^>]*>)', text)
        if 'type="hidden"' not in tag
    ]


async def test_every_box_has_a_label(site: Visit) -> None:
    person = await site.person()
    browser = Browser.of(site, person)
    texts = [(await page(site, path))[1] for path in ("/sign-in", "/recover")]
    texts.append(await browser.look("/step-up"))
    await browser.submit("/step-up", passphrase=PASSPHRASE)
    await browser.look("/second-factor")
    texts.append(await browser.submit("/second-factor"))
    for text in texts:
        assert inputs(text)
        for name in inputs(text):
            assert f'<label for="{name}">' in text, name
        for described in re.findall(r'aria-describedby="([^"]+)"', text):
            for each in described.split():
                assert f'id="{each}"' in text
        assert " style=" not in text
        assert "<style" not in text


# in


async def test_the_digits_are_asked_for_when_they_are_needed(site: Visit) -> None:
    person = await site.person()
    phone, _ = await set_up(site, person)
    site.clock.advance(minutes=1)
    browser = Browser(site)
    await browser.look("/sign-in")
    text = await browser.submit("/sign-in", **RIVER)
    assert browser.status == 401
    assert "add the six digits" in text
    assert re.search(r'<input id="code"[^>]* required', text)
    assert "<details" not in text
    assert PASSPHRASE not in text
    text = await browser.submit("/sign-in", **RIVER, code=phone.wrong())
    assert "Those digits don't fit" in text
    assert phone.wrong() not in text
    assert await browser.submit("/sign-in", **RIVER, code=phone.digits()) == "/app"
    assert 'id="app"' in await browser.look("/app")


async def test_whoever_knows_can_give_them_at_once(site: Visit) -> None:
    phone, _ = await set_up(site, await site.person())
    site.clock.advance(minutes=1)
    browser = Browser(site)
    text = await browser.look("/sign-in")
    assert re.search(r"<details>\s*<summary>I have an authenticator app", text)
    assert await browser.submit("/sign-in", **RIVER, code=phone.digits()) == "/app"


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMIN])
async def test_staff_without_a_second_factor_are_led_to_it(site: Visit, role: Role) -> None:
    await site.person(role=role)
    browser = Browser(site)
    assert await browser.submit("/sign-in", **RIVER) == "/second-factor"
    text = await browser.look("/second-factor")
    assert "works once this is set up" in text
    text = await browser.submit("/second-factor")
    secret = re.search(r'<code class="secret"[^>]*>([A-Z2-7 ]+)<', text)
    assert secret
    phone = Phone(secret[1].replace(" ", ""), site.clock)
    assert await browser.submit("/second-factor/confirm", code=phone.digits()) == "/second-factor"
    assert "It is set up." in await browser.look("/second-factor")


async def test_members_are_not_bothered_with_it(site: Visit) -> None:
    await site.person()
    assert await Browser(site).submit("/sign-in", **RIVER) == "/app"


# back in


async def test_a_recovery_code_leads_back_in(site: Visit) -> None:
    person = await site.person()
    codes = await codes_of(site, person)
    browser = Browser(site)
    assert 'href="/recover"' in await browser.look("/sign-in")
    await browser.look("/recover")
    text = await browser.submit(
        "/recover", handle="river", recovery_code=codes[0].lower(), passphrase=NEW
    )
    assert browser.status == 200
    new = re.findall(r"<code>([0-9A-Z-]{19})</code>", text)
    assert len(new) == 10
    assert 'class="button main" href="/app"' in text
    assert NEW not in text
    assert 'id="app"' in await browser.look("/app")
    again = await browser.submit("/recover", handle="river", recovery_code=codes[0], passphrase=NEW)
    assert again == "/app", "the page was loaded again: no code is spent or shown"
    assert await Browser(site).submit("/sign-in", handle="river", passphrase=NEW) == "/app"


async def test_no_copy_of_the_codes_is_kept(site: Visit) -> None:
    codes = await codes_of(site, await site.person())
    form = {"handle": "river", "recovery_code": codes[0], "passphrase": NEW}
    answer = await send(site, "/recover", form)
    assert answer.headers["Cache-Control"] == "no-store"


async def test_what_fails_is_told_alike_and_nothing_is_repeated(site: Visit) -> None:
    codes = await codes_of(site, await site.person())
    texts = set()
    for handle, code in (("river", "0000-0000-0000-0000"), ("nobod", codes[0])):
        browser = Browser(site)
        text = await browser.submit("/recover", handle=handle, recovery_code=code, passphrase=NEW)
        assert browser.status == 401
        assert code not in text
        assert NEW not in text
        texts.add(text.replace(handle, "NAME"))
    assert len(texts) == 1
    assert "don't match" in texts.pop()


async def test_a_weak_passphrase_is_explained_beside_its_box(site: Visit) -> None:
    codes = await codes_of(site, await site.person())
    text = await Browser(site).submit(
        "/recover", handle="river", recovery_code=codes[0], passphrase="short"
    )
    assert re.search(r'id="passphrase-problem">[^<]*at least 10', text)
    assert codes[0] not in text


async def test_whoever_is_in_needs_no_way_back(site: Visit) -> None:
    person = await site.person()
    async with site.request("GET", "/recover", headers=site.as_page(person)) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/app")


# showing who one is


async def test_a_step_up_leads_back_to_where_it_was_asked(site: Visit) -> None:
    person = await site.person()
    browser = Browser.of(site, person)
    await browser.look("/step-up?to=/app/people/staff-1")
    text = await browser.submit("/step-up", passphrase="wrong wrong")
    assert browser.status == 401
    assert re.search(r'id="passphrase-problem">That isn', text)
    before = browser.cookie
    assert await browser.submit("/step-up", passphrase=PASSPHRASE) == "/app/people/staff-1"
    assert browser.cookie != before
    assert (await page(site, "/app", Cookie=before))[0] == 303


async def test_it_asks_for_the_digits_of_whoever_has_them(site: Visit) -> None:
    person = await site.person()
    browser = Browser.of(site, person)
    assert inputs(await browser.look("/step-up")) == ["passphrase"]
    phone, headers = await set_up(site, person)
    browser.cookie = f"sign-in={headers['Authorization'].removeprefix('Bearer ')}"
    site.clock.advance(minutes=1)
    assert inputs(await browser.look("/step-up")) == ["passphrase", "code"]
    text = await browser.submit("/step-up", passphrase=PASSPHRASE, code=phone.wrong())
    assert "Those digits don't fit" in text
    assert await browser.submit("/step-up", passphrase=PASSPHRASE, code=phone.digits()) == "/app"


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/app//evil.example",
        "/app/../sign-out",
        "/app?x=1",
        "/app#x",
        "/app\n/x",
        "/help",
        "javascript:alert(1)",
        "/app/" + "x" * 300,
        "",
    ],
)
async def test_it_leads_nowhere_else(site: Visit, to: str) -> None:
    browser = Browser.of(site, await site.person())
    text = await browser.look(f"/step-up?to={quote(to)}")
    assert 'name="to" value="/app"' in text
    assert await browser.submit("/step-up", passphrase=PASSPHRASE, to=to) == "/app"


async def test_a_stranger_is_led_to_the_way_in(site: Visit) -> None:
    for path in ("/step-up", "/second-factor"):
        async with site.request("GET", path) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")
    for path in ("/step-up", "/second-factor", "/second-factor/confirm"):
        answer = await send(site, path, {"passphrase": PASSPHRASE, "code": "123456"})
        assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")


@pytest.mark.parametrize("path", ["/step-up", "/second-factor", "/second-factor/confirm"])
async def test_without_the_pages_proof_nothing_is_done(site: Visit, path: str) -> None:
    person = await site.person()
    cookie = {"Cookie": f"sign-in={person.token}"}
    for csrf in ("", "wrong"):
        form = {"csrf": csrf, "passphrase": PASSPHRASE, "code": "123456"}
        assert (await send(site, path, form, **cookie)).status == 403
    assert (await site.json("GET", "/api/me", headers=cookie))[0] == 200


# the second factor


async def test_setting_one_up_asks_who_one_is_first(site: Visit) -> None:
    browser = Browser.of(site, await site.person())
    await browser.look("/second-factor")
    assert await browser.submit("/second-factor") == "/step-up?to=/second-factor"
    await browser.look("/step-up?to=/second-factor")
    assert await browser.submit("/step-up", passphrase=PASSPHRASE) == "/second-factor"
    await browser.look("/second-factor")
    text = await browser.submit("/second-factor")
    assert browser.status == 200
    assert "<svg" in text
    assert 'role="img"' in text


async def test_mistyped_digits_show_the_same_secret_again(site: Visit) -> None:
    browser = Browser.of(site, await site.person())
    await browser.look("/step-up")
    await browser.submit("/step-up", passphrase=PASSPHRASE)
    await browser.look("/second-factor")
    first = await browser.submit("/second-factor")
    secret = re.findall(r"secret=([A-Z2-7]+)", first)[0]
    text = await browser.submit("/second-factor/confirm", code="12")
    assert browser.status == 401
    assert re.findall(r"secret=([A-Z2-7]+)", text)[0] == secret
    assert re.search(r'id="code-problem">Those digits', text)
    code = Phone(secret, site.clock).digits()
    assert await browser.submit("/second-factor/confirm", code=code) == "/second-factor"
    text = await browser.look("/second-factor")
    assert secret not in text
    assert await browser.submit("/second-factor/confirm", code="123456") == "/second-factor"


async def test_after_ten_minutes_the_secret_is_shown_no_more(site: Visit) -> None:
    browser = Browser.of(site, await site.person())
    await browser.look("/step-up")
    await browser.submit("/step-up", passphrase=PASSPHRASE)
    await browser.look("/second-factor")
    await browser.submit("/second-factor")
    site.clock.advance(minutes=11)
    answer = await browser.submit("/second-factor/confirm", code="123456")
    assert answer == "/step-up?to=/second-factor"


async def test_the_picture_is_drawn_here_and_breaks_no_rule(site: Visit) -> None:
    browser = Browser.of(site, await site.person())
    await browser.look("/step-up")
    await browser.submit("/step-up", passphrase=PASSPHRASE)
    await browser.look("/second-factor")
    text = await browser.submit("/second-factor")
    (drawn,) = re.findall(r'<div class="qr".*?(<svg.*?</svg>)', text, re.DOTALL)
    assert "style" not in drawn
    assert "href" not in drawn
    assert "<script" not in drawn
    assert "viewBox" in drawn
