// @ts-check
/**
 * How a room goes for a while: slowly, or at rest. Everyone in it sees how it is.
 * Must never be about one person, nor last without anyone having chosen so.
 *
 * @import { Timeline } from "../state.js"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { CONDUCT_REASONS } from "../reasons.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { Dialog } from "./dialog.js";

const PACES = /** @type {const} */ ([
  ["30", mark("Every 30 seconds")],
  ["120", mark("Every 2 minutes")],
  ["600", mark("Every 10 minutes")],
]);
const LASTS = /** @type {const} */ ([
  ["900", mark("15 minutes")],
  ["3600", mark("An hour")],
  ["86400", mark("A day")],
]);

/** @param {{timeline: Timeline, on_close: () => void}} props */
export function RoomPace({ timeline, on_close }) {
  const app = useApp();
  const { room_id, room } = timeline;
  const now = app.now();
  /** @param {{until: number | null} | null | undefined} state */
  const runs = (state) => Boolean(state && (state.until === null || state.until > now));

  /** @param {Record<string, string>} fields */
  async function slow({ every_s, for_s }) {
    return closing(
      await app.ask("room.slow", { room_id, every_s: Number(every_s), for_s: Number(for_s) }),
    );
  }
  /** @param {Record<string, string>} fields */
  async function lock({ reason, for_s }) {
    return closing(
      await app.ask("room.lock", {
        room_id,
        reason: /** @type {any} */ (reason),
        for_s: Number(for_s),
      }),
    );
  }
  /** @template {{ok: boolean}} A @param {A} answer */
  function closing(answer) {
    if (answer.ok) on_close();
    return answer;
  }

  return html`
    <${Dialog} title=${t("Slow down, or let it rest")} on_close=${on_close}>
      <h3>${t("Slow down")}</h3>
      <p class="soft small">
        ${t("Everyone but who keeps the room writes once in a while. “I need to talk” is never slow.")}
      </p>
      ${
        runs(room?.slow)
          ? html`<${AskForm}
              words=${t("Let it go as it likes again")}
              ask=${async () => closing(await app.ask("room.slow", { room_id, every_s: 0 }))}
            />`
          : html`<${AskForm} words=${t("Slow it down")} kind="quiet" ask=${slow}>
              <${Select} name="every_s" label=${t("One message")} choices=${PACES} />
              <${Select} name="for_s" label=${t("How long")} choices=${LASTS} />
            <//>`
      }
      <h3>${t("Let it rest")}</h3>
      <p class="soft small">
        ${t("Nobody but who keeps the room writes or comes in. What was said can be read.")}
      </p>
      ${
        runs(room?.lock)
          ? html`<${AskForm}
              words=${t("Open it again")}
              ask=${async () => closing(await app.ask("room.lock", { room_id }))}
            />`
          : html`<${AskForm} words=${t("Let it rest")} kind="quiet" ask=${lock}>
              <${Select} name="reason" label=${t("Why")} choices=${CONDUCT_REASONS} />
              <${Select} name="for_s" label=${t("How long")} choices=${LASTS} />
            <//>`
      }
    <//>
  `;
}

/** @param {{name: string, label: string, choices: readonly (readonly [string, string])[]}} props */
function Select({ name, label, choices }) {
  return html`<label class="field">
    <span>${label}</span>
    <select name=${name} required>
      ${choices.map(([value, words]) => html`<option value=${value}>${t(words)}</option>`)}
    </select>
  </label>`;
}
