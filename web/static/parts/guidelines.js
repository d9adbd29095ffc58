// @ts-check
/**
 * A room's door: what it is for, its guidelines, and the way in.
 * Must never let anyone in without having shown them what they agree to.
 *
 * @import { ListedRoom } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t, tn } from "../i18n.js";
import { ACCESS_WORDS } from "../reasons.js";
import { roomPath } from "../router.js";
import { state } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";

/** @param {{listed: ListedRoom, on_done?: () => void}} props */
export function Door({ listed, on_done }) {
  const app = useApp();
  const { room, membership } = listed;
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const standing = membership?.standing;

  async function join() {
    if (busy) return;
    setBusy(true);
    const answer = await app.act.join(room.room_id, room.guidelines_version);
    setBusy(false);
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    on_done?.();
    if (answer.membership?.standing === "in") app.router.go(roomPath(room.room_id));
    else app.tell(t("Your request is kept. Those who keep this room can see it."));
  }

  async function takeBack() {
    if ((await app.act.leave(room.room_id)).ok) on_done?.();
  }

  if (standing === "waiting") {
    return html`
      <p>
        ${t(
          "You have asked to come in. Your request is kept; those who keep this room can see " +
            "it.",
        )}
      </p>
      <button type="button" class="quiet" onClick=${takeBack}>${t("Take my request back")}</button>
    `;
  }
  return html`
    ${room.about && html`<p class="as-written">${room.about}</p>`}
    ${
      room.guidelines
        ? html`<h3>${t("Guidelines of this room")}</h3>
            <div class="guidelines as-written">${room.guidelines}</div>`
        : html`<p class="soft">${t("This room has no guidelines of its own.")}</p>`
    }
    <p class="soft">
      ${t(ACCESS_WORDS[room.access] ?? "")} ${keptWords(room.retention_days)}${" "}
      ${
        room.shows_last_day
          ? t("You will see the last 24 hours.")
          : t("You will see what is said from now on.")
      }
    </p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${
      standing !== "in" &&
      state.value.me?.role !== "admin" &&
      html`<div class="row">
        <button type="button" class="main" aria-disabled=${busy} onClick=${join}>
          ${joinWords(listed)}
        </button>
        ${
          standing === "invited" &&
          html`<button type="button" class="quiet" onClick=${takeBack}>
            ${t("No, thank you")}
          </button>`
        }
      </div>`
    }
  `;
}

/** @param {ListedRoom} listed */
function joinWords({ room, membership }) {
  const comes_in = room.access === "open" || membership?.standing === "invited";
  if (room.guidelines) {
    return comes_in ? t("I have read this. Come in") : t("I have read this. Ask to come in");
  }
  return comes_in ? t("Come in") : t("Ask to come in");
}

/** @param {number} days */
function keptWords(days) {
  return tn("Messages are kept for {count} day.", "Messages are kept for {count} days.", days);
}
