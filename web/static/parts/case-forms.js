// @ts-check
/**
 * The windows in which something is done with a case. Each says what comes of it before it is done.
 * Must never close while the answer is no: what was written stays.
 *
 * @import { Answer } from "../problem.js"
 * @import { Author, CaseRow, OpenedCase } from "../wire.d.ts"
 *
 * @typedef {{opened: OpenedCase, on_done: (row: CaseRow | null) => void}} FormProps
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { OUTCOMES, graver, outcomeWords } from "../cases.js";
import { HIDE_REASONS } from "../reasons.js";
import { didLast } from "../undo.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { WordsForm } from "./case-words.js";
import { Dialog } from "./dialog.js";

const NOTE_MAX_CHARS = 2000;
const HIDES_FIRST = "method_detail";

/** @param {Answer<{case: CaseRow}>} answer @param {(row: CaseRow) => void} on_done */
function passed(answer, on_done) {
  if (answer.ok) on_done(answer.case);
  return answer;
}

/** Colleagues by the rota, or another by the name they go by here. */
function Colleague(/** @type {{my_id: string, none?: string}} */ { my_id, none = "" }) {
  const app = useApp();
  const [people, setPeople] = useState(/** @type {Author[]} */ ([]));
  useEffect(() => {
    void app.ask("rota.list", {}).then((answer) => {
      if (!answer.ok) return;
      const all = new Map(answer.shifts.map(({ person }) => [person.user_id, person]));
      all.delete(my_id);
      setPeople([...all.values()]);
    });
  }, []);
  return html`
    ${
      people.length > 0 &&
      html`<label class="field">
        <span>${t("Whom")}</span>
        <select name="to">
          ${people.map((each) => html`<option value=${each.user_id}>${each.handle}</option>`)}
          <option value="">${none || t("Somebody else")}</option>
        </select>
      </label>`
    }
    <label class="field">
      <span>
        ${people.length > 0 ? t("Or another, by their name here") : t("Their name here")}
      </span>
      <input name="handle" autocomplete="off" autocapitalize="none" spellcheck=${false} />
    </label>
  `;
}

/** Who is meant: the name that was written counts before the one that was chosen. */
function useColleague() {
  const app = useApp();
  /** @param {Record<string, string>} fields @returns {Promise<Answer<{user_id: string}>>} */
  return async ({ to = "", handle = "" }) => {
    if (!handle.trim()) return { ok: true, user_id: to };
    const answer = await app.ask_http("user.find", { handle: handle.trim() });
    if (answer.ok) return { ok: true, user_id: answer.user.user_id };
    if (answer.error.code === "not_found") answer.error.message = t("Nobody here has that name.");
    return answer;
  };
}

/** @param {FormProps & {my_id: string}} props */
export function HandOver({ opened, on_done, my_id }) {
  const app = useApp();
  const find = useColleague();
  const { case_id } = opened.case;

  /** @param {Record<string, string>} fields */
  async function ask(fields) {
    const found = await find(fields);
    if (!found.ok) return found;
    const asked = { case_id, to: found.user_id, summary: fields.summary ?? "" };
    return passed(await app.ask("case.hand_over", asked), on_done);
  }

  return html`
    <${Dialog} title=${t("Hand over")} on_close=${() => on_done(null)}>
      <p class="soft small">${t("You keep it until they have taken it.")}</p>
      <${AskForm} words=${t("Ask them")} ask=${ask}>
        <${Colleague} my_id=${my_id} />
        <label class="field">
          <span>${t("What they have to know")}</span>
          <textarea name="summary" rows="4" maxlength=${NOTE_MAX_CHARS} required></textarea>
        </label>
      <//>
    <//>
  `;
}

/** @param {FormProps & {my_id: string}} props */
export function StandBy({ opened, on_done, my_id }) {
  const app = useApp();
  const find = useColleague();
  const { case_id } = opened.case;

  /** @param {Record<string, string>} fields */
  async function ask(fields) {
    const found = await find(fields);
    if (!found.ok) return found;
    return passed(await app.ask("case.stand_by", { case_id, to: found.user_id || null }), on_done);
  }

  return html`
    <${Dialog} title=${t("Somebody beside you")} on_close=${() => on_done(null)}>
      <p class="soft small">
        ${t("They see this case among what they are asked for. You go on; they are there for you.")}
      </p>
      <${AskForm} words=${t("Ask them")} ask=${ask}>
        <${Colleague} my_id=${my_id} none=${t("Nobody any more")} />
      <//>
    <//>
  `;
}

/**
 * Whoever goes on after there was contact writes first: the person hears from them by name.
 *
 * @param {FormProps & {handed?: boolean}} props
 */
export function StepIn({ opened, on_done, handed = false }) {
  const app = useApp();
  const { case_id, person, owner } = opened.case;
  return html`
    <${Dialog} title=${t("Go on with them")} on_close=${() => on_done(null)}>
      <p class="soft small">
        ${t("{handle} hears by name that you go on. Begin with a few words of your own.", {
          handle: person.handle,
        })}
        ${owner && t("Until now it was {handle}.", { handle: owner.handle })}
      </p>
      <${WordsForm}
        case_id=${case_id}
        handle=${person.handle}
        label=${t("Your first words to {handle}", { handle: person.handle })}
        words=${t("Take it over")}
        focus=${1}
        ask=${async (/** @type {string} */ body, /** @type {string} */ nonce) =>
          passed(
            await app.ask(handed ? "case.accept" : "case.take_over", { case_id, nonce, body }),
            on_done,
          )}
      />
    <//>
  `;
}

/** @param {FormProps & {on_closed: (debrief: boolean) => void}} props */
export function Close({ opened, on_done, on_closed }) {
  const app = useApp();
  const { case_id, closing, outcome, owner, severity, kind } = opened.case;
  const two = severity === "imminent" && kind === "real";

  /** @param {Record<string, string>} fields */
  async function ask(fields) {
    const hours = fields.hours ?? "";
    const asked = {
      case_id,
      outcome: /** @type {any} */ (closing ? outcome : fields.outcome),
      ...(hours === "" ? {} : { follow_up_in_h: Number(hours) }),
    };
    const answer = await app.ask("case.resolve", asked);
    if (!answer.ok) return answer;
    on_done(answer.case);
    if (answer.case.state === "resolved") on_closed(answer.debrief);
    return answer;
  }

  return html`
    <${Dialog} title=${t("Close it")} on_close=${() => on_done(null)}>
      ${
        closing &&
        html`<p>
          ${t("{handle} proposes: {outcome}.", {
            handle: owner?.handle ?? t("Someone"),
            outcome: outcomeWords(outcome),
          })}
        </p>`
      }
      ${
        two && !closing &&
        html`<p class="soft small">
          ${t("Where somebody was in danger, two people close. You propose, another agrees.")}
        </p>`
      }
      <${AskForm} words=${closing ? t("Agree and close") : t("Close it")} ask=${ask}>
        ${
          !closing &&
          html`<label class="field">
              <span>${t("What came of it")}</span>
              <select name="outcome" required>
                <option value="">${t("Choose …")}</option>
                ${OUTCOMES.map(([name, words]) => html`<option value=${name}>${t(words)}</option>`)}
              </select>
            </label>
            <label class="field">
              <span>${t("Ask again how they are")}</span>
              <select name="hours">
                <option value="">${t("As usual for how grave it was")}</option>
                <option value="24">${t("After a day")}</option>
                <option value="48">${t("After two days")}</option>
                <option value="72">${t("After three days")}</option>
                <option value="168">${t("After a week")}</option>
                <option value="0">${t("Not again")}</option>
              </select>
            </label>`
        }
      <//>
    <//>
  `;
}

/** @param {FormProps} props */
export function Attempt({ opened, on_done }) {
  const app = useApp();
  const { case_id } = opened.case;
  return html`
    <${Dialog} title=${t("I tried to reach them")} on_close=${() => on_done(null)}>
      <${AskForm}
        words=${t("Write it down")}
        ask=${async (/** @type {Record<string, string>} */ { note = "" }) =>
          passed(await app.ask("case.attempt", { case_id, note }), on_done)}
      >
        <label class="field">
          <span>${t("How, and what came of it")}</span>
          <textarea name="note" rows="3" maxlength=${NOTE_MAX_CHARS}></textarea>
        </label>
      <//>
    <//>
  `;
}

/** @param {FormProps} props */
export function Raise({ opened, on_done }) {
  const app = useApp();
  const { severity, person } = opened.case;
  /** @param {Record<string, string>} fields */
  async function ask(fields) {
    const asked = {
      user_id: person.user_id,
      severity: /** @type {any} */ (fields.severity),
      note: fields.note ?? "",
    };
    return passed(await app.ask("case.raise", asked), on_done);
  }
  return html`
    <${Dialog} title=${t("It is graver")} on_close=${() => on_done(null)}>
      <p class="soft small">${t("It never falls again while it runs. Those on duty are told.")}</p>
      <${AskForm} words=${t("Say so")} ask=${ask}>
        <label class="field">
          <span>${t("How grave")}</span>
          <select name="severity">
            ${graver(severity).map(([name, words]) => html`<option value=${name}>${t(words)}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>${t("Why")}</span>
          <textarea name="note" rows="2" maxlength=${NOTE_MAX_CHARS} required></textarea>
        </label>
      <//>
    <//>
  `;
}

/** A way to do harm may be described in it: the person is told why, kindly. @param {FormProps & {message_id: string}} props */
export function Hide({ on_done, message_id }) {
  const app = useApp();
  /** @param {Record<string, string>} fields */
  async function ask({ reason }) {
    const answer = await app.ask("message.hide", {
      message_id,
      reason: /** @type {any} */ (reason),
    });
    if (answer.ok) {
      void didLast(app, { what: "hide", message_id });
      app.tell(t("Out of sight."));
      on_done(null);
    }
    return answer;
  }
  return html`
    <${Dialog} title=${t("Take the message out of sight")} on_close=${() => on_done(null)}>
      <p class="soft small">
        ${t("What they wrote stays in this case. They are told the reason, not who decided.")}
      </p>
      <${AskForm} words=${t("Take it out of sight")} ask=${ask}>
        <${Reason} first=${HIDES_FIRST} />
      <//>
    <//>
  `;
}

/** @param {FormProps & {room_id: string}} props */
export function Mute({ opened, on_done, room_id }) {
  const app = useApp();
  const { user_id, handle } = opened.case.person;
  /** @param {Record<string, string>} fields */
  async function ask({ reason, mute_s }) {
    const answer = await app.ask("room.mute", {
      room_id,
      user_id,
      mute_s: Number(mute_s),
      reason: /** @type {any} */ (reason),
    });
    if (answer.ok) {
      void didLast(app, { what: "sanction", user_id });
      app.tell(t("{handle} can read along there, and still write to you.", { handle }));
      on_done(null);
    }
    return answer;
  }
  return html`
    <${Dialog} title=${t("Let them only read for a while")} on_close=${() => on_done(null)}>
      <p class="soft small">
        ${t("Not for words of danger: whoever is in need is not silenced. It is for what hurts others.")}
      </p>
      <${AskForm} words=${t("Let them only read")} ask=${ask}>
        <label class="field">
          <span>${t("How long")}</span>
          <select name="mute_s">
            <option value="900">${t("15 minutes")}</option>
            <option value="86400">${t("A day")}</option>
          </select>
        </label>
        <${Reason} />
      <//>
    <//>
  `;
}

/** @param {{first?: string}} props */
function Reason({ first = "" }) {
  const [chosen, setChosen] = useState(first);
  return html`<label class="field">
    <span>${t("Why")}</span>
    <select
      name="reason"
      required
      value=${chosen}
      onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}
    >
      <option value="">${t("Choose …")}</option>
      ${HIDE_REASONS.map(([name, words]) => html`<option value=${name}>${t(words)}</option>`)}
    </select>
  </label>`;
}
