// @ts-check
/**
 * Words of mine on their way: waiting, sent, failed or grown old. Must never hide that they
 * have not arrived, and never lose them without being told to.
 *
 * @import { Pending } from "../outbox.js"
 */
import { html } from "htm/preact";
import { lateWords, refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { memo } from "./memo.js";
import { Quote } from "./quote.js";
import { Words } from "./words.js";

/** @param {{pending: Pending}} props */
function Item({ pending }) {
  const app = useApp();
  const { nonce, status } = pending;
  const stuck = status === "failed" || status === "late";
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
        <div class="words" dir="auto"><${Words} body=${pending.body} /></div>
        <p class="soft small" role=${stuck ? "alert" : null}>${statusWords(pending, app.now())}</p>
        ${
          stuck &&
          html`<div class="row">
            <button type="button" class="quiet" onClick=${() => void app.outbox.retry(nonce)}>
              ${status === "late" ? "Send it now" : "Try again"}
            </button>
            <button type="button" class="quiet" onClick=${() => app.outbox.discard(nonce)}>
              Let it go
            </button>
          </div>`
        }
      </div>
    </div>
  `;
}

export const PendingItem = memo(Item);

/**
 * @param {Pending} pending
 * @param {number} now
 */
function statusWords(pending, now) {
  const { status, problem } = pending;
  if (status === "sent") return "Sent";
  if (status === "late") return lateWords(pending.queued_at, now);
  if (status === "failed") return `Not sent. ${problem ? refusalWords(problem, now) : ""}`;
  if (problem?.code === "rate_limited" || problem?.code === "busy")
    return refusalWords(problem, now);
  return problem?.code === "offline" ? "Kept. It goes out when you are back." : "Sending …";
}
