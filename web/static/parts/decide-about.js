// @ts-check
/**
 * Deciding something about a person: what, why, for how long, and what they will read of it.
 * Must never be done without a reason, nor for words of danger: those lead to asking how one is.
 *
 * @import { Answer } from "../problem.js"
 * @import { SanctionRow } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { BANNED_FOR, KINDS, MUTED_FOR, appealHint, decidedWords } from "../decided.js";
import { t } from "../i18n.js";
import { CONDUCT_REASONS, conductWords } from "../reasons.js";
import { isStaff } from "../state.js";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { didLast } from "../undo.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { Dialog } from "./dialog.js";

const NOTE_MAX_CHARS = 500;

/**
 * @typedef {object} AboutProps
 * @property {{user_id: string, handle: string}} person
 * @property {string | null} room_id  the room that it is about, if it is about one
 * @property {string | null} room_name
 * @property {"warn" | "mute" | "remove" | "ban"} [first]  what is chosen to begin with
 * @property {() => void} on_close
 */

/** @param {AboutProps} props */
export function DecideAbout({ person, room_id, room_name, first = "warn", on_close }) {
  const app = useApp();
  const staff = isStaff(state.value) && state.value.account.proven;
  const kinds = KINDS.filter(
    ([kind]) => (kind === "ban" ? staff : room_id !== null) || (kind === "warn" && staff),
  );
  const [kind, setKind] = useState(/** @type {string} */ (first));
  const [reason, setReason] = useState("");
  const [duration, setDuration] = useState("");
  const times = kind === "mute" ? MUTED_FOR : kind === "ban" ? BANNED_FOR : [];
  const until_s = times.some(([s]) => s === duration) ? duration : (times[0]?.[0] ?? "");
  const now = app.now();
  const until = until_s ? now + Number(until_s) * 1000 : null;
  const { user_id, handle } = person;

  /** @param {Record<string, string>} fields */
  async function ask({ note = "" }) {
    const answer = await decide(app, /** @type {any} */ (kind), {
      user_id,
      room_id,
      reason,
      until_s: until_s ? Number(until_s) : null,
      note,
    });
    if (!answer.ok) return answer;
    void didLast(app, { what: "sanction", user_id });
    app.tell(t("Done. {handle} is told, and nobody else.", { handle }));
    on_close();
    return answer;
  }

  return html`
    <${Dialog} title=${t("Decide something about {handle}", { handle })} on_close=${on_close}>
      <p class="soft small">
        ${t("Not for words of danger: whoever is in need is asked how they are. It is for what hurts others.")}
      </p>
      <${AskForm} words=${t("Decide it")} ask=${ask}>
        <${Choice} label=${t("What")} chosen=${kind} choices=${kinds} on_choose=${setKind} />
        <${Choice}
          label=${t("Why")}
          chosen=${reason}
          choices=${[["", "Choose …"], ...CONDUCT_REASONS]}
          on_choose=${setReason}
        />
        ${
          times.length > 0 &&
          html`<${Choice}
            label=${t("How long")}
            chosen=${until_s}
            choices=${times}
            on_choose=${setDuration}
          />`
        }
        <label class="field">
          <span>${t("A note for colleagues: {handle} never reads it", { handle })}</span>
          <textarea name="note" rows="2" maxlength=${NOTE_MAX_CHARS}></textarea>
        </label>
        ${
          reason &&
          html`<figure class="preview">
            <figcaption class="small">${t("What {handle} reads", { handle })}</figcaption>
            ${decidedWords(
              /** @type {any} */ ({ kind, reason, until, room_name }),
              now,
            ).map((line) => html`<p key=${line}>${line}</p>`)}
            <p class="soft small">${appealHint()}</p>
          </figure>`
        }
      <//>
      ${staff && html`<${History} user_id=${user_id} />`}
    <//>
  `;
}

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.chosen
 * @param {readonly (readonly [string, string])[]} props.choices
 * @param {(value: string) => void} props.on_choose
 */
function Choice({ label, chosen, choices, on_choose }) {
  return html`<label class="field">
    <span>${label}</span>
    <select
      required
      value=${chosen}
      onChange=${(/** @type {any} */ event) => on_choose(event.target.value)}
    >
      ${choices.map(([value, words]) => html`<option value=${value}>${t(words)}</option>`)}
    </select>
  </label>`;
}

/**
 * @param {import("./app.js").App} app
 * @param {"warn" | "mute" | "remove" | "ban"} kind
 * @param {any} decision
 * @returns {Promise<Answer<any>>}
 */
function decide(app, kind, { user_id, room_id, reason, until_s, note }) {
  switch (kind) {
    case "mute":
      return app.ask("room.mute", { room_id, user_id, mute_s: until_s, reason, note });
    case "remove":
      return app.ask("room.remove", { room_id, user_id, reason, note });
    case "ban":
      return app.ask("sanction.ban", {
        user_id,
        reason,
        note,
        ...(until_s && { until: Math.round(app.now()) + until_s * 1000 }),
      });
    default:
      return app.ask("sanction.warn", { user_id, reason, note, ...(room_id && { room_id }) });
  }
}

/** What was decided about them before, for those who decide. @param {{user_id: string}} props */
function History({ user_id }) {
  const app = useApp();
  const [rows, setRows] = useState(/** @type {SanctionRow[]} */ ([]));
  useEffect(() => {
    void app.ask("sanction.list", { user_id }).then((answer) => {
      if (answer.ok) setRows(answer.sanctions);
    });
  }, [user_id]);
  if (rows.length === 0) return null;
  return html`
    <h3>${t("Decided before")}</h3>
    <ul class="plain-list small">
      ${rows.map((row) => html`<li key=${row.sanction_id}>${rowWords(row, app.now())}</li>`)}
    </ul>
  `;
}

/** @type {Record<string, string>} */
const SHORT = Object.fromEntries(KINDS);

/**
 * One decision in a line, as staff reads it.
 *
 * @param {SanctionRow} row
 * @param {number} now
 */
export function rowWords(row, now) {
  const parts = [
    dayOrTime(row.given_at, now),
    t(SHORT[row.kind] ?? row.kind),
    row.room_name ?? "",
    conductWords(row.reason),
    row.until && t("until {time}", { time: dayOrTime(row.until, now) }),
    row.lifted_at && t("taken back"),
    t("by {handle}", { handle: row.given_by.handle }),
    row.note,
  ];
  return parts.filter(Boolean).join(" · ");
}
