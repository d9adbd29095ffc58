"""The page lets nothing in: no foreign host is asked, and no words become anything but words."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import BODIES
from tests.browser.test_hostile_words import HARM
from tests.browser.town import Town

DO = "window.harmed=1"
PAYLOADS = (
    f"<script>{DO}</script>",
    f"<ScRiPt src=data:text/javascript,{DO}></ScRiPt>",
    f"<img src=x onerror={DO}>",
    f"<img src=https://evil.example/pixel.png onload={DO}>",
    f"<svg onload={DO}>",
    f"<svg><script>{DO}</script></svg>",
    f"<svg><animate onbegin={DO} attributeName=x dur=1s>",
    f"<iframe src=javascript:{DO}></iframe>",
    f"<iframe srcdoc='<script>parent.{DO}</script>'></iframe>",
    f"<body onload={DO}>",
    f"<details open ontoggle={DO}>",
    f"<input autofocus onfocus={DO}>",
    f"<video><source onerror={DO}></video>",
    f"<audio src=x onerror={DO}>",
    f"<object data=javascript:{DO}>",
    f"<embed src=javascript:{DO}>",
    f"<math href=javascript:{DO}>x</math>",
    f"<form action=javascript:{DO}><button>go</button></form>",
    f"<a href=javascript:{DO}>here</a>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<style>@import 'https://evil.example/a.css'</style>",
    f"<meta http-equiv=refresh content='0;url=javascript:{DO}'>",
    f"<template><script>{DO}</script></template>",
    f'"><script>{DO}</script>',
    f"'><img src=x onerror={DO}>",
    f'" autofocus onfocus={DO} x="',
    f"</textarea><script>{DO}</script>",
    f"</title><script>{DO}</script>",
    f"<!--><script>{DO}</script>-->",
    f"<noscript><p title='</noscript><img src=x onerror={DO}>'>",
    "${" + DO + "}",
    "{{constructor.constructor('" + DO + "')()}}",
    f"javascript:{DO}",
    f"javascript://example.org/%0a{DO}",
    f"data:text/html,<script>{DO}</script>",
    f'https://example.org/"onmouseover={DO}',
    "https://good.example@evil.example/",
    "&lt;script&gt;window.harmed=1&lt;/script&gt;",
    "\\u003cscript\\u003ewindow.harmed=1\\u003c/script\\u003e",
)
MISTAKES = [
    "html",
    "script",
    "write",
    "eval",
    "function",
]
# In a timer of the page itself: what a test evaluates directly may do more than the page may.
ATTEMPTS = """(names) => Promise.all(names.map((name) => new Promise((settle) => {
  const mistakes = {
    html: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
    script: () => { document.createElement('script').textContent = 'window.harmed=1'; },
    write: () => document.write('x'),
    eval: () => window.eval('window.harmed=1'),
    function: () => new Function('window.harmed=1')(),
  };
  setTimeout(() => {
    try { mistakes[name](); settle('done'); } catch { settle('stopped'); }
  });
})))"""


async def test_words_stay_words_everywhere_and_nobody_else_is_asked(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    sky = await town.known("sky")
    script = PAYLOADS[2]
    room_id = await town.site.room(mora, name=script, about=script, guidelines="\n".join(PAYLOADS))
    bo = await town.known("bo", Role.MODERATOR)
    await town.site.room(bo, name=PAYLOADS[0], about=script, guidelines=script)
    await town.says(sky, room_id, *PAYLOADS, guidelines=1)
    page_of = await town.profile(mora)
    asked: set[str] = set()
    page_of.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    window = await town.tab(page_of, "mora")
    window.page.on("websocket", lambda socket: asked.add(urlsplit(socket.url).netloc))
    await window.goes_to(room_id)
    await expect(window.log.locator(BODIES)).to_have_text(list(PAYLOADS))
    for link in await window.log.locator("a").all():
        shown, leads_to = urlsplit(await link.inner_text()), await link.get_attribute("href")
        assert shown.scheme == "https" and shown.netloc == urlsplit(str(leads_to)).netloc
    for payload in PAYLOADS[:3]:
        await window.act(payload, "Reply")
        await window.say(f"answer to {payload}")
        await expect(window.log.get_by_text(f"answer to {payload}", exact=True)).to_be_visible()
    await window.act(script, "Report")
    await window.dialog.get_by_label("Anything you want to add").fill(script)
    await window.press("It is unkind")
    await window.page.get_by_role("button", name="Help now").click()
    await window.dialog.get_by_role("textbox").fill(script)
    await window.press("I need to talk")
    await expect(window.dialog.locator(".outcome")).not_to_have_text("")
    await window.page.keyboard.press("Escape")
    await window.room_menu("Search in this room")
    await window.dialog.get_by_role("searchbox").fill(script)
    await window.page.keyboard.press("Enter")
    await expect(window.dialog.locator(".found .words").first).to_contain_text(script)
    assert await window.page.evaluate(HARM) == [0]
    await window.page.keyboard.press("Escape")
    await window.field.fill(script)
    await window.page.reload()
    await expect(window.field).to_have_value(script)
    assert await window.page.evaluate(HARM) == [0]
    await window.menu("Follow-up")
    await window.page.get_by_role("link", name="Reports").click()
    await expect(window.page.get_by_role("listitem").get_by_text(script)).to_have_count(3)
    assert await window.page.evaluate(HARM) == [0]
    await window.page.get_by_role("link", name="All rooms").first.click()
    await window.page.get_by_role("button", name="Look in").click()
    await expect(window.dialog).to_contain_text(script)
    assert await window.page.evaluate(HARM) == [0]
    assert asked == {urlsplit(town.url).netloc}


async def test_what_is_typed_into_a_form_comes_back_as_typed(town: Town) -> None:
    anybody = await town.stranger()
    for payload in (*PAYLOADS[:3], *PAYLOADS[24:28]):
        await anybody.page.goto(f"{town.url}/sign-in")
        await anybody.sign_in(payload, payload)
        await expect(anybody.page.locator(".problem")).to_be_visible()
        await expect(anybody.page.get_by_label("Your name here")).to_have_value(payload)
        assert await anybody.page.evaluate(HARM) == [0]


async def test_the_policy_stops_what_a_mistake_in_our_code_could_do(town: Town) -> None:
    mora = await town.window(await town.known("mora"))
    assert await mora.page.evaluate(ATTEMPTS, MISTAKES) == ["stopped"] * len(MISTAKES)
    assert await mora.page.evaluate("window.harmed ?? 0") == 0
    town.misdeeds.clear()


async def test_what_the_policy_forbids_is_noticed_by_these_tests(town: Town) -> None:
    mora = await town.window(await town.known("mora"))
    await mora.page.evaluate(
        """() => {
          const image = document.createElement('img');
          const done = new Promise((settle) => { image.onload = image.onerror = settle; });
          image.src = 'https://evil.example/pixel.png';
          document.body.append(image);
          return done;
        }"""
    )
    with pytest.raises(AssertionError):
        town.assert_well_behaved()
    town.misdeeds.clear()
