// @ts-check
/**
 * Why this page goes on no longer, and the way on; or that a newer one is there.
 * Must never blame, nor load anything before somebody says so.
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { state } from "../store.js";
import { useApp } from "./app.js";

/** After these one signs in again. @type {Record<string, string>} */
const SIGN_IN = {
  changed: mark(
    "What you may do here has changed, so this page starts afresh. " +
      "All is well: sign in again, and it is there for you.",
  ),
  idle: mark("You were signed out, as those who look after the place are when they are away."),
  banned: mark("You can't write here for now. Sign in to read why, and until when."),
  leaving: mark("You are hidden everywhere now. For 72 hours you can sign in and take it back."),
  signed_out: mark("You have been signed out. Words that you haven't sent are kept on this device."),
};

/** After these one doesn't. @type {Record<string, string>} */
const OVER = {
  refused: mark("You were not let in this time. Help now is there for you all the same."),
  closed: mark("This account has been closed. Whoever runs this site can tell you more."),
};

/** @param {{which: string}} props */
export function Ended({ which }) {
  const app = useApp();
  if (which === "revoked") {
    return html`<div class="banner">
      <p>
        ${t("This page has been paused: you are here in several other places. Nothing is lost.")}
      </p>
      <button type="button" class="quiet" onClick=${app.resume}>${t("Go on here")}</button>
    </div>`;
  }
  const end = which === "left" ? departure() : which;
  return html`<div class="banner">
    <p>${t(SIGN_IN[end] ?? OVER[end] ?? "")}</p>
    ${SIGN_IN[end] && html`<a class="button quiet" href="/sign-in">${t("Sign in")}</a>`}
  </div>`;
}

/** Whoever was waiting for a place is not on their way out of one. */
function departure() {
  return state.value.account.state === "waiting" ? "refused" : "leaving";
}

export function Newer() {
  const app = useApp();
  return html`<div class="banner">
    <p>${t("There is a newer version of this page. What you have begun to write is kept.")}</p>
    <button type="button" class="quiet" onClick=${app.load_newer}>${t("Load it")}</button>
  </div>`;
}
