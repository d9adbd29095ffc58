// @ts-check
/**
 * Changing one's own words. Must never lose what was changed: it is kept on this device until it
 * has arrived or was let be, and can become a message of its own when it is too late for a change.
 *
 * @import { Change } from "../drafts.js"
 * @import { Message, Timeline } from "../state.js"
 * @import { About } from "./warning-strip.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Context, Submit, withoutLastBreaks } from "./compose-parts.js";
import { useWarning } from "./warning-strip.js";
import { RoomLeft, WordsField, tooLong } from "./words-field.js";

/**
 * @typedef {object} EditProps
 * @property {Timeline} timeline
 * @property {Message} message
 * @property {string} my_id
 * @property {boolean} takes_focus  not when it only comes back with the page
 * @property {() => void} on_done
 * @property {(changed: Change) => void} on_new  write them as new words instead
 */

/** @param {EditProps} props */
export function EditBox({ timeline, message, my_id, takes_focus, on_done, on_new }) {
  const app = useApp();
  const { message_id } = message;
  const before = aboutOf(message);
  const [changed, setChanged] = useState(() => {
    const kept = app.drafts.readChange(my_id, timeline.room_id);
    return kept?.message_id === message_id ? kept : { message_id, body: message.body, ...before };
  });
  const [problem, setProblem] = useState("");
  const [over, setOver] = useState(false);
  /** Whether changed words would go with one more press. */
  const [warned, setWarned] = useState(false);
  const [busy, setBusy] = useState(false);
  const asked = useRef(/** @type {string | null} */ (null));
  const { body, warning, topics } = changed;

  /** @param {Partial<typeof changed>} change */
  function keep(change) {
    const next = { ...changed, ...change };
    setChanged(next);
    setWarned(false);
    app.drafts.keepChange(my_id, timeline.room_id, next);
  }

  const about = useWarning({ warning, topics }, keep);

  function done() {
    app.drafts.keepChange(my_id, timeline.room_id, null);
    on_done();
  }

  /** A key that is pressed by the way takes nothing along that was written. */
  function escape() {
    if (warned || (body === message.body && sameAbout(before, changed))) done();
    else setWarned(true);
  }

  async function send() {
    if (busy || !body.trim() || tooLong(body)) return;
    const sent = withoutLastBreaks(body);
    const same_about = sameAbout(before, changed);
    if (sent === message.body && same_about) return done();
    asked.current = sent;
    setBusy(true);
    setProblem("");
    const answer = await app.act.edit(message_id, sent, same_about ? null : { warning, topics });
    setBusy(false);
    if (answer.ok) return done();
    if (answer.error.code === "edit_window_over") setOver(true);
    setProblem(notChanged(answer.error, app.now()));
  }

  // The answer may have been lost and the change have arrived all the same.
  const arrived = asked.current !== null && message.body === asked.current;
  useEffect(() => {
    if (arrived && problem && sameAbout(before, changed)) done();
  }, [arrived, problem]);

  return html`
    <form
      class="composer editing"
      data-region
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void send();
      }}
    >
      <${Context}
        words=${t("Changing your message")}
        cancel=${t("Leave it as it was")}
        on_cancel=${done}
      />
      ${about.strip}
      <div class="compose-row">
        <${WordsField}
          label=${t("Your message")}
          value=${body}
          focus=${takes_focus}
          target
          names=${{ timeline, my_id }}
          on_words=${(/** @type {string} */ next) => keep({ body: next })}
          on_send=${() => void send()}
          on_escape=${escape}
        />
        <${Submit} body=${body} busy=${busy} words=${t("Save")} />
      </div>
      <${RoomLeft} value=${body} />
      <p class="soft small" role="status">
        ${warned && t("Press Escape once more to leave the words as they were.")}
      </p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${
        over &&
        html`<button
          type="button"
          class="quiet"
          onClick=${() => {
            on_new(changed);
            done();
          }}
        >
          ${t("Write it as a new message")}
        </button>`
      }
      <div class="compose-foot">
        ${about.add}
      </div>
    </form>
    ${about.form}
  `;
}

/**
 * @param {any} message
 * @returns {About}
 */
function aboutOf({ warning, topics }) {
  return { warning: warning ?? "", topics: topics ?? [] };
}

/** @param {About} one @param {About} other */
function sameAbout(one, other) {
  return one.warning === other.warning && String(one.topics) === String(other.topics);
}

/**
 * @param {import("../problem.js").Problem} problem
 * @param {number} now
 */
function notChanged(problem, now) {
  if (problem.code === "offline")
    return t("Not changed yet: you are offline just now. Your words are kept here.");
  if (problem.code === "no_answer")
    return t("No answer came. Please look whether it changed, and try again.");
  return refusalWords(problem, now);
}
