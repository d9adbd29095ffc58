"""Colours that the system forces, less movement: nothing is told by colour alone, nothing moves."""

from __future__ import annotations

from collections.abc import AsyncIterator

from playwright.async_api import Page, expect

from rooms.people.person import Role
from tests.browser import views
from tests.browser.person import Person
from tests.browser.town import Town

# Everything that cannot be told apart where the system has taken the colours away, in words.
UNSEEN = r"""() => {
  const found = [];
  const shown = (each) => each.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !each.closest('.unseen, .skip') && each.getClientRects().length > 0;
  const inside = document.querySelector('dialog[open]') ?? document;
  const all = (selector) => [...inside.querySelectorAll(selector)].filter(shown);
  const called = (each) => `${each.tagName} ${each.getAttribute('class') ?? ''} ` +
    (each.innerText ?? each.getAttribute('aria-label') ?? '').slice(0, 30);
  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const ground = rgb(getComputedStyle(at).backgroundColor);
      if (ground[3] === undefined || ground[3] === 1) return ground;
    }
    return rgb(getComputedStyle(document.documentElement).backgroundColor);
  };
  const apart = (colour, ground) => {
    const [one, other] = [light(rgb(colour)), light(ground)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) >= 3;
  };
  const edged = (each) => {
    const look = getComputedStyle(each), ground = behind(each.parentElement);
    return ['Top', 'Right', 'Bottom', 'Left'].some((side) =>
      parseFloat(look[`border${side}Width`]) >= 1 && look[`border${side}Style`] !== 'none'
      && apart(look[`border${side}Color`], ground));
  };
  const ringed = (each) => {
    const look = getComputedStyle(each);
    return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
      && apart(look.outlineColor, behind(each.parentElement));
  };
  const shape = (each) => {
    const look = getComputedStyle(each);
    return ['outlineStyle', 'outlineWidth', 'borderTopWidth', 'borderBottomWidth',
      'borderInlineStartWidth', 'borderTopStyle', 'textDecorationLine'].map((name) => look[name])
      .join(' ');
  };

  for (const each of all('button:not(.link), a.button, input, textarea, select'))
    if (!edged(each) && !each.matches('[type=checkbox], [type=radio]'))
      found.push(`no edge: ${called(each)}`);
  const leaves = '.count, .badge, .tag, .msg:not(.gone) .msg-main, .card, .toast, .problem';
  for (const each of all(leaves))
    if (!edged(each)) found.push(`no edge: ${called(each)}`);
  for (const each of all('input[type=checkbox], input[type=radio]'))
    if (getComputedStyle(each).appearance === 'none')
      found.push(`ticked by colour alone: ${called(each)}`);

  const chosen = '[aria-current]:not([aria-current=false]), [aria-selected=true], ' +
    '[aria-pressed=true]';
  for (const each of all(chosen)) {
    const kind = [...each.classList].map((name) => `.${CSS.escape(name)}`).join('');
    const other = all(`${each.tagName}${kind}`).find((one) => !one.matches(chosen));
    if (other ? shape(each) === shape(other) : !ringed(each))
      found.push(`chosen by colour alone: ${called(each)}`);
  }
  const [mine, theirs] = ['.msg.mine:not(.gone) .msg-main', '.msg:not(.mine, .gone) .msg-main']
    .map((selector) => all(selector)[0]);
  if (mine && theirs && shape(mine) === shape(theirs)) found.push('mine by colour alone');

  for (const each of all('svg.icon')) {
    const look = getComputedStyle(each), ground = behind(each.parentElement);
    if (!apart(look.stroke === 'none' ? look.fill : look.stroke, ground))
      found.push(`unseen icon: ${called(each.parentElement)}`);
  }
  const before = document.activeElement;
  const stops = 'a[href], button:not(:disabled), input, textarea, select, summary, [tabindex="0"]';
  before?.blur();
  for (const each of all(stops)) {
    each.focus({preventScroll: true, focusVisible: true});
    if (document.activeElement === each && !ringed(each)) found.push(`no focus: ${called(each)}`);
  }
  before?.focus?.({preventScroll: true});
  return [...new Set(found)];
}"""

# Everything that moves, or would, though whoever looks asked for less of it.
MOVING = """() => {
  const found = document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().activeDuration > 10)
    .map((each) => `moves: ${each.animationName ?? each.transitionProperty}`);
  const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
  for (const each of document.querySelectorAll('*'))
    for (const part of [null, '::before', '::after', '::backdrop']) {
      const look = getComputedStyle(each, part);
      const name = `${each.tagName} ${each.getAttribute('class') ?? ''}${part ?? ''}`;
      if (look.animationName !== 'none' && long(look.animationDuration))
        found.push(`would move: ${name}`);
      if (long(look.transitionDuration)) found.push(`would change slowly: ${name}`);
      if (look.scrollBehavior === 'smooth') found.push(`scrolls slowly: ${name}`);
    }
  return [...new Set(found)];
}"""


async def amiss(page: Page, name: str) -> list[str]:
    """What cannot be told apart, or moves, in the view that is open."""
    found = await page.evaluate(MOVING) + await page.evaluate(UNSEEN)
    return [f"{name}: {what}" for what in found]


async def walk(person: Person, through: AsyncIterator[str]) -> list[str]:
    """The same for each view on the way."""
    found = []
    async for name in through:
        found += await amiss(person.page, name)
        await views.close(person)
    return found


async def test_nothing_is_told_by_colour_alone_and_nothing_moves(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening", guidelines="Be kind.")
    await town.site.room(await town.known("ada", Role.ADMIN), name="Another")
    await town.says(sky, room_id, "a thing to say", guidelines=1)
    asked = {"forced_colors": "active", "reduced_motion": "reduce"}
    window = await town.window(mora, room_id, **asked)
    await window.say("and one of mine")
    await window.act("a thing to say", "With love")
    await expect(window.message("a thing to say").locator(".reaction")).to_be_visible()
    found = await walk(window, views.inside(window, room_id, "a thing to say"))
    anybody = await town.stranger(**asked)
    found += await walk(anybody, views.outside(anybody))
    assert found == [], "\n".join(found)
