// @ts-check
/**
 * What stands around every view: the name, help, the menu, my rooms, and the state of the line.
 * Must always show "Help now" in the same place.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { figure, t, tnx } from "../i18n.js";
import { isHere, unreadRooms } from "../state.js";
import { OVER, settled, state, status } from "../store.js";
import { Announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { Banner } from "./banner.js";
import { Count, seen } from "./count.js";
import { Dialog } from "./dialog.js";
import { HelpPanel } from "./help-panel.js";
import { Icon, Mark } from "./icon.js";
import { later } from "./later.js";
import { Toasts } from "./toast.js";

const Decided = later(async () => (await import("./decided.js")).Decided);
const Card = later(async () => (await import("./card.js")).Card);
const Keys = later(async () => (await import("./keys.js")).Keys);
const RestoreBanner = later(async () => (await import("./restore-banner.js")).RestoreBanner);
const RoomList = later(async () => (await import("./room-list.js")).RoomList);
const ShellMenu = later(async () => (await import("./shell-menu.js")).ShellMenu);
const StepUpDialog = later(async () => (await import("./step-up-dialog.js")).StepUpDialog);
const Unsent = later(async () => (await import("./unsent.js")).Unsent);

/** @param {{site_name: string, children?: ComponentChildren}} props */
export function Shell({ site_name, children }) {
  const app = useApp();
  const { view } = app.router.route.value;
  const { me } = state.value;
  const with_rooms = isHere(state.value) && me?.role !== "admin" && !OVER.has(status.value);

  return html`
    <div class="shell" data-view=${view}>
      <a class="skip" href="#main">${t("Skip to the page")}</a>
      <header class="top with-menu" data-region>
        <a class="site" href="/app">
          <${Mark} /><${PlaceName} name=${state.value.site?.name ?? site_name} /><${UnreadMark} />
        </a>
        <div class="top-right">
          <${HelpNow} />
          <${Menu} />
        </div>
      </header>
      <${Banner} />
      ${state.value.account.restore && html`<${RestoreBanner} />`}
      ${settled.value && state.value.account.cards && html`<${Card} />`}
      ${settled.value && state.value.account.decided > 0 && html`<${Decided} />`}
      ${settled.value && html`<${Unsent} />`}
      <div class=${`columns ${with_rooms ? "" : "alone"}`}>
        ${with_rooms && html`<${Side} />`}
        <main id="main" class="main-column" tabindex="-1">${children}</main>
      </div>
      ${settled.value && html`<${Keys} />`}
      ${
        app.step_up.asking.value &&
        html`<${StepUpDialog} on_missing=${app.step_up.asking.value.cancel} />`
      }
      <${Toasts} />
      <${Announcer} />
    </div>
  `;
}

/** Its own, or the neutral one of discreet mode: the sheet shows one of the two. @param {any} props */
function PlaceName({ name }) {
  return html`<span class="site-name own">${name}</span
    ><span class="site-name neutral">${document.documentElement.dataset.neutral}</span>`;
}

function Side() {
  return html`
    <nav class="side" data-region aria-label=${t("Your rooms")}>
      <h2 class="side-title">${t("Your rooms")}</h2>
      ${settled.value && html`<${RoomList} />`}
      <p class="side-foot"><a href="/app">${t("All rooms")}</a></p>
    </nav>
  `;
}

function UnreadMark() {
  const count = unreadRooms(state.value);
  if (count === 0) return null;
  const words = tnx("{count} room with new messages", "{count} rooms with new messages", count, {
    count: seen(figure(count)),
  });
  return html`<${Count} words=${words} kind="phone-only" />`;
}

function HelpNow() {
  const [open, setOpen] = useState(false);
  function show() {
    // Nothing else may keep it waiting for how it looks.
    settled.value = true;
    setOpen(true);
  }
  return html`
    <button type="button" class="help-now" onClick=${show}>
      <${Icon} name="help" />${t("Help now")}
    </button>
    ${
      open &&
      html`<${Dialog} title=${t("Help now")} kind="wide" on_close=${() => setOpen(false)}>
        <${HelpPanel} />
      <//>`
    }
  `;
}

function Menu() {
  const [open, setOpen] = useState(false);
  const now = state.value;
  const close = () => setOpen(false);
  const news = now.cases_waiting + now.staff_new + (now.appeals_new ?? 0);
  return html`
    <button type="button" class="plain" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
      <${Icon} name="menu" /><span class="wide-word">${t("Menu")}</span>${
        news > 0 && html`<${Count} words=${newWords(news)} />`
      }
    </button>
    ${open && html`<${ShellMenu} on_close=${close} on_missing=${close} />`}
  `;
}

/** @param {number} count */
function newWords(count) {
  return tnx("{count} new", "{count} new", count, { count: seen(figure(count)) });
}
