// @ts-check
/**
 * What a room keeps at hand, one tap away: its guidelines, and the messages that are pinned.
 * Must never show a pinned message to whom it is not open in its place.
 *
 * @import { Timeline } from "../state.js"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { Kept } from "./kept.js";
import { More } from "./more.js";
import { useNeighbour } from "./neighbour.js";
import { usePages } from "./use-pages.js";

/**
 * @param {object} props
 * @param {Timeline} props.timeline
 * @param {boolean} props.keeper
 * @param {() => void} props.on_close
 */
export function PinnedDialog({ timeline, keeper, on_close }) {
  const app = useApp();
  const { room_id, room } = timeline;
  const pinned = room?.pinned ?? [];
  const {
    items: messages,
    cursor,
    problem,
    known,
    load,
  } = usePages(
    (from) => app.ask("message.pinned", { room_id, cursor: from }),
    (page) => page.messages,
    [pinned.join(" ")],
  );
  const { list, leaves } = useNeighbour();
  const nothing = known && messages.length === 0 ? nothingWords(pinned.length) : "";
  const words = problem || (known ? nothing : t("One moment …"));

  /** Its row goes; the focus stays near by. @param {string} message_id */
  async function takeAway(message_id) {
    leaves();
    await app.act.pin(message_id, false);
  }

  return html`
    <${Dialog} title=${t("Pinned in this room")} kind="wide" on_close=${on_close}>
      <p class="soft" role="status">${words}</p>
      <ul class="found" ref=${list}>
        ${messages.map(
          (message) => html`<${Kept} key=${message.message_id} message=${message} on_follow=${on_close}>
            ${
              keeper &&
              html`<button
                type="button"
                class="plain"
                onClick=${() => void takeAway(message.message_id)}
              >
                ${t("Take the pin away")}
              </button>`
            }
          <//>`,
        )}
      </ul>
      <${More} cursor=${cursor} words=${t("Show more")} load=${load} />
    <//>
  `;
}

/** @param {number} count */
function nothingWords(count) {
  return count > 0
    ? t("What is pinned here was said before you came.")
    : t("Nothing is pinned here.");
}
