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
import { later } from "./later.js";

const Ended = later(async () => (await import("./ended.js")).Ended);
const Newer = later(async () => (await import("./ended.js")).Newer);

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
      default:
        if (which !== "up") return html`<${Ended} key=${which} which=${which} />`;
        return app.newer.value ? html`<${Newer} />` : null;
    }
  }
}
