"""Those who are not in, or not for now: at the door, kept out, helped back in by mistake."""

from __future__ import annotations

from playwright.async_api import expect

from chatserver.clock import now_ms
from rooms.people.person import Role
from tests.browser.person import Person
from tests.browser.town import Town

DAY_MS = 24 * 3600 * 1000


async def sees_no_rooms_but_help(window: Person) -> None:
    """Nothing of the rooms is there, and a way to somebody is."""
    await expect(window.page.get_by_role("navigation")).to_have_count(0)
    await expect(window.page.get_by_role("link", name="Evening")).to_have_count(0)
    await window.page.get_by_role("button", name="Menu").click()
    await expect(window.dialog).to_be_visible()
    await expect(window.dialog.get_by_role("link")).to_have_count(0)
    await window.page.keyboard.press("Escape")
    main = window.page.get_by_role("main")
    await main.get_by_role("button", name="I need to talk").click()
    await expect(main.locator(".outcome").filter(has_text="kept your request")).to_be_visible()


async def test_who_knocks_waits_with_help_at_hand_and_hears_when_it_is_no(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    await town.site.room(mora, name="Evening")
    made = await town.site.command(mora, "invite.create", kind="knock", valid_h=24)
    wren = await town.stranger()
    await wren.page.goto(made["link"])
    await wren.comes_in("wren")
    await wren.sees_heading("Almost in")
    await sees_no_rooms_but_help(wren)
    (waiting,) = (await town.site.command(mora, "staff.overview"))["waiting"]
    await town.site.command(mora, "user.refuse", user_id=waiting["user_id"])
    await expect(wren.banner).to_contain_text("You were not let in this time.")
    await expect(wren.page.get_by_role("button", name="Help now")).to_be_visible()


async def test_who_is_kept_out_reads_why_and_until_when_and_comes_back(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Evening")
    ben = await town.settled("ben")
    await town.site.join(room_id, ben)
    his = await town.window(ben, room_id)
    ban = {"user_id": ben.user_id, "reason": "harassment", "until": now_ms() + 7 * DAY_MS}
    await town.site.command(mora, "sanction.ban", **ban)
    await expect(his.banner).to_contain_text("Sign in to read why, and until when.")
    await his.page.get_by_role("link", name="Sign in").click()
    await his.sign_in("ben")
    await his.sees_heading("You can't take part for now")
    told = his.page.locator(".lead")
    await expect(told).to_contain_text("messages went to someone who asked to be left alone")
    await expect(told).to_contain_text("Until ")
    await sees_no_rooms_but_help(his)
    await his.page.get_by_role("button", name="Gather my data").click()
    await expect(his.page.get_by_role("link", name="Take it as a file")).to_be_visible()
    await town.site.command(mora, "sanction.lift", user_id=ben.user_id)
    await his.sees_heading("Rooms")
    await his.enters("Evening")


async def test_who_is_kept_out_talks_on_with_whoever_follows_up(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    ben = await town.settled("ben")
    answer = await town.site.command(
        mora, "case.raise", user_id=ben.user_id, severity="high", note="sounded low"
    )
    case = {"case_id": answer["case"]["case_id"]}
    await town.site.command(mora, "case.claim", **case)
    first = {"nonce": "first", "body": "Hello Ben, how are you tonight?"}
    talk = (await town.site.command(mora, "case.contact", **case, **first))["case"]["room_id"]
    await town.site.command(mora, "sanction.ban", user_id=ben.user_id, reason="unkind")
    his = await town.stranger()
    await his.page.goto(f"{town.site.url}/sign-in")
    await his.sign_in("ben")
    await his.sees_heading("You can't take part for now")
    await his.page.get_by_role("link", name="A talk with mora").click()
    await his.sees("Hello Ben, how are you tonight?")
    device = await town.site.peer(mora)
    await device.open(talk)
    await his.say("Not well. Thank you for asking.")
    await his.sees("Hello Ben, how are you tonight?", "Not well. Thank you for asking.")
    await device.until_at(talk, 2)
    assert device.screens[talk].bodies[-1] == "Not well. Thank you for asking."


async def test_a_way_in_that_nobody_asked_for_is_told_at_once_and_stopped(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    wren = await town.known("wren")
    hers = await town.window(wren)
    told = hers.page.get_by_text("Somebody asked us for a new way into your account.")
    for decided in ("they stop it", "staff stops it"):
        asked = await town.site.command(mora, "restore.ask", user_id=wren.user_id, met=False)
        await expect(told).to_be_visible()
        await hers.menu("Settings")
        await expect(told).to_be_visible()
        proposal_id = asked["proposal"]["proposal_id"]
        if decided == "they stop it":
            await hers.page.get_by_role("button", name="It wasn't me: stop it").click()
            await hers.is_told("Nobody gets in that way")
        else:
            await town.site.command(mora, "proposal.refuse", proposal_id=proposal_id)
        await expect(told).to_have_count(0)
    overview = await town.site.command(mora, "staff.overview")
    assert sorted(each["state"] for each in overview["proposals"]) == ["refused", "stopped"]
