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
import { hasRealKeys } from "../keyboard.js";
import { isHere, isModerator, isStaff, unreadRooms } from "../state.js";
import { OVER, state, status } from "../store.js";
import { Announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { Banner } from "./banner.js";
import { Count, seen } from "./count.js";
import { Dialog } from "./dialog.js";
import { HelpPanel } from "./help-panel.js";
import { Icon, Mark } from "./icon.js";
import { Keys, openKeys } from "./keys.js";
import { later } from "./later.js";
import { MenuItem, MenuList } from "./menu.js";
import { RoomList } from "./room-list.js";
import { SignOut } from "./sign-out.js";
import { Toasts } from "./toast.js";
import { Unsent } from "./unsent.js";

const RestoreBanner = later(async () => (await import("./restore-banner.js")).RestoreBanner);
const StepUpDialog = later(async () => (await import("./step-up-dialog.js")).StepUpDialog);

/** @param {{site_name: string, children?: ComponentChildren}} props */
export function Shell({ site_name, children }) {
  const app = useApp();
  const { view } = app.router.route.value;
  const with_rooms = isHere(state.value) && !OVER.has(status.value);

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
      <${Unsent} />
      <div class=${`columns ${with_rooms ? "" : "alone"}`}>
        ${with_rooms && html`<${Side} />`}
        <main id="main" class="main-column" tabindex="-1">${children}</main>
      </div>
      <${Keys} />
      ${app.step_up.asking.value && html`<${StepUpDialog} />`}
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
      <${RoomList} />
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
  return html`
    <button type="button" class="help-now" onClick=${() => setOpen(true)}>
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
  const { me } = now;
  const close = () => setOpen(false);
  /** @param {string} words @param {"switcher" | "shortcuts"} which */
  const keysItem = (words, which) =>
    html`<${MenuItem}
      icon=${which === "switcher" ? "search" : "keys"}
      on_press=${() => {
        close();
        openKeys(which);
      }}
      >${words}<//
    >`;
  const news = now.reports_new + now.help_new + now.staff_new;
  return html`
    <button type="button" class="plain" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
      <${Icon} name="menu" /><span class="wide-word">${t("Menu")}</span>${
        news > 0 && html`<${Count} words=${newWords(news)} />`
      }
    </button>
    ${
      open &&
      html`<${Dialog} title=${me ? t("You are {handle}", me) : t("Menu")} on_close=${close}>
        <${MenuList} onClick=${leaveOnLink(close)}>
          ${isHere(now) && !OVER.has(status.value) && html`<${Places} />`}
          ${keysItem(t("Go to …"), "switcher")}
          ${hasRealKeys() && keysItem(t("Keys"), "shortcuts")}
          <${SignOut} />
        <//>
      <//>`
    }
  `;
}

/** @param {number} count */
function newWords(count) {
  return tnx("{count} new", "{count} new", count, { count: seen(figure(count)) });
}

/** Wherever one may go who takes part. */
function Places() {
  const now = state.value;
  const reports = now.reports_new + now.help_new;
  return html`
    ${now.me && now.me.role !== "admin" && html`<${ShowMe} visible=${now.me.visible} />`}
    <${MenuItem} icon="room" href="/app">${t("Rooms")}<//>
    ${
      now.me?.role !== "admin" &&
      html`<${MenuItem} icon="save" href="/app/saved">${t("Saved messages")}<//>
        <${MenuItem} icon="search" href="/app/search">${t("Search")}<//>`
    }
    <${MenuItem} icon="settings" href="/app/settings">${t("Settings")}<//>
    ${
      isModerator(now) &&
      html`<${MenuItem} icon="flag" href="/app/reports">
        ${t("Reports and requests")}${" "}
        ${reports > 0 && html`<span class="count">${figure(reports)}</span>`}
      <//>`
    }
    ${
      isStaff(now) &&
      html`<${MenuItem} icon="people" href="/app/care">
        ${t("Looking after this place")}${" "}
        ${now.staff_new > 0 && html`<span class="count">${figure(now.staff_new)}</span>`}
      <//>`
    }
    <${MenuItem} icon="help" href="/app/help">${t("Help")}<//>
  `;
}

/** @param {() => void} close */
function leaveOnLink(close) {
  return (/** @type {MouseEvent} */ event) => {
    if (event.target instanceof Element && event.target.closest("a")) close();
  };
}

/** @param {{visible: boolean}} props */
function ShowMe({ visible }) {
  const app = useApp();
  return html`
    <label class="check">
      <input
        type="checkbox"
        checked=${visible}
        onChange=${(/** @type {any} */ event) =>
          void app.act.showMe(event.target.checked, state.value.me?.reading === true)}
      />
      <span>${t("Show my name among those who are here. Otherwise I am only counted.")}</span>
    </label>
  `;
}
