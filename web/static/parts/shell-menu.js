// @ts-check
/**
 * The menu of every view: where one may go, who I am here, and the way out.
 * Must never offer a place that would only refuse whoever goes there.
 */
import { html } from "htm/preact";
import { figure, t } from "../i18n.js";
import { hasRealKeys } from "../keyboard.js";
import { isAdmin, isHere, isModerator, isStaff } from "../state.js";
import { OVER, state, status } from "../store.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { openKeys } from "./keys.js";
import { MenuItem, MenuList } from "./menu.js";
import { SignOut } from "./sign-out.js";

/** @param {{on_close: () => void}} props */
export function ShellMenu({ on_close }) {
  const now = state.value;
  const { me } = now;
  /** @param {string} words @param {"switcher" | "shortcuts"} which */
  const keysItem = (words, which) =>
    html`<${MenuItem}
      icon=${which === "switcher" ? "search" : "keys"}
      on_press=${() => {
        on_close();
        openKeys(which);
      }}
      >${words}<//
    >`;
  return html`
    <${Dialog} title=${me ? t("You are {handle}", me) : t("Menu")} on_close=${on_close}>
      <${MenuList} onClick=${leaveOnLink(on_close)}>
        ${isHere(now) && !OVER.has(status.value) && html`<${Places} />`}
        ${keysItem(t("Go to …"), "switcher")}
        ${hasRealKeys() && keysItem(t("Keys"), "shortcuts")}
        <${SignOut} />
      <//>
    <//>
  `;
}

/** Wherever one may go who takes part. */
function Places() {
  const now = state.value;
  const waiting = now.cases_waiting + (now.appeals_new ?? 0);
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
      (isModerator(now) || isAdmin(now)) &&
      html`<${MenuItem} icon="flag" href="/app/follow-up">
        ${t("Follow-up")}${" "}
        ${
          waiting > 0 &&
          html`<span class="count">${figure(waiting)}</span
            ><span class="unseen"> ${t("waiting")}</span>`
        }
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
