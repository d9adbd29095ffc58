// @ts-check
/**
 * What newcomers wrote with an address in it, which stays plain text until somebody looked at it.
 * Must never make an address a link here: whoever looks reads it first.
 *
 * @import { HeldMessage } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { status, writing } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { Empty } from "./empty.js";

export function HeldLinks() {
  const app = useApp();
  const [rows, setRows] = useState(/** @type {HeldMessage[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const up = status.value === "up";

  async function look() {
    const answer = await app.ask("message.held", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setRows(answer.held);
  }
  useEffect(() => {
    if (up) void look();
  }, [up]);

  /** @param {string} message_id @param {boolean} vouch */
  async function free(message_id, vouch) {
    const answer = await app.ask("message.free_links", { message_id, vouch });
    app.tellRefusal(answer);
    if (answer.ok) announcer.say(t("Its links are links now."));
    await look();
    box.current?.focus();
  }

  /** One key for the first, which is read first. @param {KeyboardEvent} event */
  function pressed(event) {
    const first = rows?.[0];
    const letter = event.key.toLowerCase() === "l" && !event.ctrlKey && !event.metaKey;
    if (!letter || !first || !writing.peek().single_keys) return;
    const about = event.target instanceof Element && event.target.closest("[data-held]");
    const chosen = about ? about.getAttribute("data-held") : first.message.message_id;
    event.preventDefault();
    if (chosen) void free(chosen, false);
  }

  return html`
    <div class="narrow" ref=${box} tabindex="-1" onKeyDown=${pressed}>
      <p class="soft">
        ${t("Addresses of newcomers stay plain text until one of you has looked. With the key l the first becomes a link.")}
      </p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${rows?.length === 0 && html`<${Empty} picture="house" words=${t("No links wait for a look.")} />`}
      <ul class="cards">
        ${rows?.map(
          ({ room_name, message }) => html`<li
            class="card"
            key=${message.message_id}
            data-held=${message.message_id}
          >
            <p>
              <b>${message.author?.handle}</b>${" "}
              <span class="soft">${room_name}, ${dayOrTime(message.at, app.now())}</span>
            </p>
            <blockquote class="words" dir="auto">${message.body}</blockquote>
            <div class="row">
              <button
                type="button"
                class="main"
                onClick=${() => void free(message.message_id, false)}
              >
                ${t("Let its links be links")}
              </button>
              <button
                type="button"
                class="quiet"
                onClick=${() => void free(message.message_id, true)}
              >
                ${t("I vouch for {handle}", { handle: message.author?.handle ?? "" })}
              </button>
            </div>
          </li>`,
        )}
      </ul>
    </div>
  `;
}
