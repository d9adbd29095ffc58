// @ts-check
/**
 * Words of mine on their way: waiting, sent, failed or grown old. Must never hide that they
 * have not arrived, and never lose them without being told to.
 *
 * @import { Pending } from "../outbox.js"
 */
import { html } from "htm/preact";
import { t, tn } from "../i18n.js";
import { aboutWords } from "../topics.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { memo } from "./memo.js";
import { Quote } from "./quote.js";
import { Words } from "./words.js";

/** @param {{pending: Pending}} props */
function Item({ pending }) {
  const app = useApp();
  const { nonce, status } = pending;
  const stuck = status === "failed" || status === "late";
  const about = aboutWords(pending);
  return html`
    <div class=${`msg mine pending ${status}`} data-pending=${nonce}>
      <div class="msg-main">
        ${
          pending.reply_to &&
          html`<${Quote}
            room_id=${pending.room_id}
            reply_to=${pending.reply_to}
            on_jump=${() => {}}
          />`
        }
        ${about && html`<p class="soft small">${about}</p>`}
        <div class="words" dir="auto"><${Words} body=${pending.body} /></div>
        <p class="soft small" role=${stuck ? "alert" : null}>${statusWords(pending, app.now())}</p>
        ${
          stuck &&
          html`<div class="row">
            <button type="button" class="quiet" onClick=${press(() => app.outbox.retry(nonce))}>
              ${status === "late" ? t("Send it now") : t("Try again")}
            </button>
            <button type="button" class="quiet" onClick=${press(() => app.outbox.discard(nonce))}>
              ${t("Let it go")}
            </button>
          </div>`
        }
      </div>
    </div>
  `;
}

export const PendingItem = memo(Item);

/**
 * The pressed button goes with it: whoever came by keyboard goes on with the next such message, or
 * where they write.
 *
 * @param {() => unknown} then
 */
function press(then) {
  return (/** @type {MouseEvent} */ event) => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const item = button.closest("[data-pending]");
    const around = button.closest("dialog") ?? document;
    const others = Array.from(around.querySelectorAll("[data-pending] button.quiet"));
    const next = others.find((other) => !item?.contains(other));
    then();
    if (event.detail !== 0) return;
    const target = next ?? around.querySelector("textarea[data-focus], .dialog-head button");
    if (target instanceof HTMLElement) target.focus();
  };
}

/**
 * @param {Pending} pending
 * @param {number} now
 */
function statusWords(pending, now) {
  const { status, problem } = pending;
  if (status === "sent") return t("Sent");
  if (status === "late") return lateWords(Date.now() - pending.queued_at);
  if (status === "failed" && problem)
    return t("Not sent. {why}", { why: refusalWords(problem, now) });
  if (status === "failed") return t("Not sent.");
  if (problem?.code === "rate_limited" || problem?.code === "busy")
    return refusalWords(problem, now);
  if (problem?.code !== "offline") return t("Sending …");
  return t("Kept. It goes out when you are back. After ten minutes you are asked first.");
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** @param {number} age_ms  by a clock that may have been set */
function lateWords(age_ms) {
  const asks = t("Send it now, or let it go?");
  const [minutes, hours, days] = [MINUTE_MS, HOUR_MS, DAY_MS].map((one) => Math.floor(age_ms / one));
  /** @param {string} ago */
  const said = (ago) => `${ago} ${asks}`;
  if (!minutes || minutes < 0) return said(t("You wrote this a while ago."));
  if (!hours || minutes < 90)
    return said(
      tn("You wrote this {count} minute ago.", "You wrote this {count} minutes ago.", minutes),
    );
  if (!days || hours < 36)
    return said(tn("You wrote this {count} hour ago.", "You wrote this {count} hours ago.", hours));
  return said(tn("You wrote this {count} day ago.", "You wrote this {count} days ago.", days));
}
