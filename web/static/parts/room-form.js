// @ts-check
/**
 * Making a room, or changing one. Must never close with words in it that were not saved.
 *
 * @import { RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { newNonce } from "../nonce.js";
import { ACCESS_WORDS } from "../reasons.js";
import { roomPath } from "../router.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";

const NAME_SOMEONE = mark(
  "The room is made. Name a moderator under People; they can say who keeps it.",
);

/** @param {{room: RoomView | null, on_close: () => void}} props */
export function RoomForm({ room, on_close }) {
  const app = useApp();
  const nonce = useRef(newNonce());
  const [problem, setProblem] = useState(
    /** @type {{words: string, field: string | null} | null} */ (null),
  );
  const [busy, setBusy] = useState(false);

  /** @param {SubmitEvent} event */
  async function save(event) {
    event.preventDefault();
    if (busy) return;
    const details = detailsOf(/** @type {HTMLFormElement} */ (event.target));
    setBusy(true);
    const answer = room
      ? await app.act.updateRoom(room.room_id, details)
      : await app.act.createRoom(details, nonce.current);
    setBusy(false);
    if (answer.ok) {
      on_close();
      if (room) return;
      // Administrators open rooms that they don't enter.
      if (answer.membership) app.router.go(roomPath(answer.room.room_id));
      else app.tell(t(NAME_SOMEONE));
      return;
    }
    // Other words need another nonce, or they would count as the same attempt.
    if (!answer.error.retryable) nonce.current = newNonce();
    setProblem({ words: refusalWords(answer.error, app.now()), field: answer.error.field });
  }

  return html`
    <${Dialog} title=${room ? t("Room settings") : t("A new room")} on_close=${on_close}>
      <form class="stack" onSubmit=${save}>
        ${problem && html`<p class="problem" role="alert">${problem.words}</p>`}
        <label class="field">
          <span>${t("Name")}</span>
          <input
            name="name"
            required
            maxlength="80"
            autocomplete="off"
            defaultValue=${room?.name ?? ""}
            aria-invalid=${problem?.field === "name"}
          />
        </label>
        <label class="field">
          <span>${t("What it is for")}</span>
          <textarea name="about" rows="2" maxlength="500" defaultValue=${room?.about ?? ""}></textarea>
        </label>
        <label class="field">
          <span>${t("Guidelines, read before coming in")}</span>
          <textarea
            name="guidelines"
            rows="4"
            maxlength="4000"
            defaultValue=${room?.guidelines ?? ""}
          ></textarea>
        </label>
        <fieldset>
          <legend>${t("Who may come in")}</legend>
          ${Object.entries(ACCESS_WORDS).map(
            ([access, words]) => html`<label key=${access} class="check">
              <input
                type="radio"
                name="access"
                value=${access}
                defaultChecked=${access === (room?.access ?? "open")}
              />
              <span>${t(words)}</span>
            </label>`,
          )}
        </fieldset>
        <label class="check">
          <input
            type="checkbox"
            name="shows_last_day"
            defaultChecked=${room?.shows_last_day ?? false}
          />
          <span>${t("Show newcomers the last 24 hours (open rooms only)")}</span>
        </label>
        <label class="field">
          <span>${t("Days that messages are kept")}</span>
          <input
            type="number"
            name="retention_days"
            min="1"
            max="3650"
            inputmode="numeric"
            defaultValue=${room?.retention_days ?? ""}
            placeholder=${t("as usual here")}
          />
        </label>
        <button type="submit" class="main" aria-disabled=${busy}>
          ${room ? t("Save") : t("Open the room")}
        </button>
      </form>
    <//>
  `;
}

/** @param {HTMLFormElement} form */
function detailsOf(form) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
  return {
    name: text("name"),
    about: text("about"),
    guidelines: text("guidelines"),
    access: /** @type {RoomView["access"]} */ (text("access")),
    shows_last_day: data.get("shows_last_day") !== null,
    retention_days: text("retention_days") ? Number(text("retention_days")) : null,
  };
}
