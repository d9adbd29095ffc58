// @ts-check
/**
 * Says when the page is not connected, and what that means. Must never flash for a short gap,
 * and never alarm: what is written is kept.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { state, status, up_until } from "../store.js";
import { upToWords } from "../words.js";
import { useApp } from "./app.js";

const SETTLES_MS = 1500;

export function Banner() {
  const app = useApp();
  const [shown, setShown] = useState(/** @type {string} */ ("up"));
  const now = status.value;

  useEffect(() => {
    const at_once = !["offline", "down", "starting"].includes(now);
    const timer = setTimeout(() => setShown(now), at_once ? 0 : SETTLES_MS);
    return () => clearTimeout(timer);
  }, [now]);

  return html`<div class="banners" role="status">${words(shown)}</div>`;

  /** @param {string} which */
  function words(which) {
    const { timeline } = state.value;
    // True of a room on screen that lacked nothing; elsewhere nothing is promised.
    const whole = timeline?.room && !timeline.behind && timeline.held.length === 0;
    const up_to = whole ? upToWords(up_until.value) : "";
    switch (which) {
      case "offline":
        return html`<p class="banner">
          ${t("You are offline. What you write is kept.")} ${up_to}
        </p>`;
      case "down":
      case "starting":
        return html`<p class="banner">
          ${t("Connecting again … What you write is kept.")} ${up_to}
        </p>`;
      case "revoked":
        return html`<div class="banner">
          <p>
            ${t(
              "This page has been paused: you are here in several other places. Nothing is " +
                "lost.",
            )}
          </p>
          <button type="button" class="quiet" onClick=${app.resume}>${t("Go on here")}</button>
        </div>`;
      case "changed":
        return html`<div class="banner">
          <p>${t("Something about your account has changed. Please sign in again.")}</p>
          <a class="button quiet" href="/sign-in">${t("Sign in")}</a>
        </div>`;
      case "idle":
        return html`<div class="banner">
          <p>
            ${t("You were signed out, as those who look after the place are when they are away.")}
          </p>
          <a class="button quiet" href="/sign-in">${t("Sign in")}</a>
        </div>`;
      case "banned":
        return html`<div class="banner">
          <p>${t("You can't write here for now. Sign in to read why, and until when.")}</p>
          <a class="button quiet" href="/sign-in">${t("Sign in")}</a>
        </div>`;
      case "left":
        if (state.value.account.state !== "waiting") return words("leaving");
        return html`<div class="banner">
          <p>${t("You were not let in this time. Help now is there for you all the same.")}</p>
        </div>`;
      case "leaving":
        return html`<div class="banner">
          <p>
            ${t("You are hidden everywhere now. For 72 hours you can sign in and take it back.")}
          </p>
          <a class="button quiet" href="/sign-in">${t("Sign in")}</a>
        </div>`;
      case "closed":
        return html`<div class="banner">
          <p>${t("This account has been closed. Whoever runs this site can tell you more.")}</p>
        </div>`;
      case "signed_out":
        return html`<div class="banner">
          <p>
            ${t("You have been signed out. Words that you haven't sent are kept on this device.")}
          </p>
          <a class="button quiet" href="/sign-in">${t("Sign in")}</a>
        </div>`;
      default:
        return app.newer.value ? html`<${Newer} />` : null;
    }
  }
}

function Newer() {
  const app = useApp();
  return html`<div class="banner">
    <p>${t("There is a newer version of this page. What you have begun to write is kept.")}</p>
    <button type="button" class="quiet" onClick=${app.load_newer}>${t("Load it")}</button>
  </div>`;
}
