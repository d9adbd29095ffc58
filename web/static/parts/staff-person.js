// @ts-check
/**
 * One person, found by a name that is known, and what may be done about them.
 * Must never show more of them than their name, role and standing.
 *
 * @import { FoundUser } from "../wire.d.ts"
 * @import { Answer } from "../problem.js"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { BAN_REASONS, banReasonWords, refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { AskForm, TwoPresses } from "./ask-form.js";
import { Restore } from "./staff-restore.js";

const NOBODY = "Nobody here has that name.";
const DAY_MS = 86_400_000;
const ROLES = { member: "A member", moderator: "A moderator", admin: "An administrator" };
/** @type {Record<string, string>} */
const STATES = {
  waiting: "waits to be let in",
  banned: "can't take part for now",
  frozen: "account closed",
  erasing: "is leaving",
};

/** @param {{alone: boolean, on_changed: () => Promise<void>}} props */
export function FindPerson({ alone, on_changed }) {
  const app = useApp();
  const [found, setFound] = useState(/** @type {FoundUser | null} */ (null));

  /** @param {string} handle */
  async function find(handle) {
    const answer = await app.ask_http("user.find", { handle });
    if (!answer.ok && answer.error.code === "not_found") {
      answer.error.message = NOBODY;
    }
    setFound(answer.ok ? answer.user : null);
    return answer;
  }

  async function changed() {
    if (found) await find(found.handle);
    await on_changed();
  }

  return html`
    <h2>Find a person</h2>
    <${AskForm} words="Find" kind="quiet" keeps ask=${find_from(find)} done=${() => ""}>
      <label class="field">
        <span>Their name here, as they write it</span>
        <input name="handle" required autocomplete="off" autocapitalize="none" spellcheck="false" />
      </label>
    <//>
    ${found && html`<${PersonCard} key=${found.user_id} person=${found} alone=${alone} on_changed=${changed} />`}
  `;
}

/**
 * @param {(handle: string) => Promise<Answer<any>>} find
 * @returns {(fields: Record<string, string>) => Promise<Answer<any>>}
 */
function find_from(find) {
  return ({ handle = "" }) => find(handle);
}

/** @param {{person: FoundUser, alone: boolean, on_changed: () => Promise<void>}} props */
function PersonCard({ person, alone, on_changed }) {
  const { me } = state.value;
  const is_admin = me?.role === "admin";
  const is_me = me?.user_id === person.user_id;
  const may_act = !is_me && (person.role === "member" || (is_admin && person.role !== "admin"));
  const standing = STATES[person.state];
  return html`
    <div class="card">
      <h3>${person.handle}</h3>
      <p class="soft">${ROLES[person.role]}${standing ? `; ${standing}` : ""}${is_me ? "; this is you" : ""}.</p>
      ${may_act && html`<${Ban} person=${person} on_changed=${on_changed} />`}
      ${may_act && html`<${SignOut} person=${person} />`}
      ${may_act && html`<${Restore} person=${person} on_changed=${on_changed} />`}
      ${is_admin && !is_me && html`<${Role} person=${person} alone=${alone} on_changed=${on_changed} />`}
      ${is_admin && may_act && html`<${Freeze} person=${person} on_changed=${on_changed} />`}
    </div>
  `;
}

/** @param {{person: FoundUser, on_changed: () => Promise<void>}} props */
function Ban({ person, on_changed }) {
  const app = useApp();
  const { user_id } = person;

  /** @param {Record<string, string>} fields */
  async function ban({ reason, days }) {
    const until = days === "" ? null : app.now() + Number(days) * DAY_MS;
    const answer = await app.ask_http("sanction.ban", {
      user_id,
      reason: /** @type {any} */ (reason),
      until,
    });
    if (answer.ok) await on_changed();
    return answer;
  }

  async function lift() {
    const answer = await app.ask_http("sanction.lift", { user_id });
    if (!answer.ok) app.tell(refusalWords(answer.error, app.now()));
    await on_changed();
  }

  if (person.state === "banned") {
    const until = person.banned_until === null ? "somebody lifts it" : dayOrTime(person.banned_until, app.now());
    return html`
      <p>Kept out until ${until}. ${banReasonWords(person.ban_reason ?? "")}</p>
      <${TwoPresses} words="Let them back in" sure="Yes, let them in" on_press=${lift} />
    `;
  }
  return html`
    <details>
      <summary>Keep them out for a while</summary>
      <p class="soft small">They are told the reason and until when. They can still ask for help.</p>
      <${AskForm} words="Keep them out" ask=${ban} done=${() => "Done. They are out on every device."}>
        <label class="field">
          <span>Why</span>
          <select name="reason" required>
            ${BAN_REASONS.map(([name, words]) => html`<option key=${name} value=${name}>${words}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>How long</span>
          <select name="days">
            <option value="1">A day</option>
            <option value="7">A week</option>
            <option value="30">30 days</option>
            <option value="">Until somebody lifts it</option>
          </select>
        </label>
      <//>
    </details>
  `;
}

/** @param {{person: FoundUser}} props */
function SignOut({ person }) {
  const app = useApp();

  async function end() {
    const answer = await app.ask_http("user.end_sign_ins", { user_id: person.user_id });
    app.tell(answer.ok ? "Signed out everywhere." : refusalWords(answer.error, app.now()));
  }

  return html`<${TwoPresses}
    words="Sign them out everywhere"
    sure="Yes, sign them out"
    on_press=${end}
  />`;
}

/** @param {{person: FoundUser, alone: boolean, on_changed: () => Promise<void>}} props */
function Role({ person, alone, on_changed }) {
  const app = useApp();

  /** @param {Record<string, string>} fields */
  async function propose({ role }) {
    const asked = { user_id: person.user_id, role: /** @type {any} */ (role) };
    const answer = await app.step_up.withStepUp(() => app.ask_http("role.propose", asked));
    if (answer.ok) await on_changed();
    return answer;
  }

  /** @param {any} answer */
  const done = (answer) =>
    answer.proposal.state === "done"
      ? "Done. They sign in anew; what they may do works once they set up an authenticator app."
      : "Proposed. Another administrator has to agree.";

  return html`
    <details>
      <summary>Give or take back a role</summary>
      <p class="soft small">
        Moderators see reports and requests for help and can look into every room. Administrators look
        after the place and read no room.
        ${
          alone
            ? " You decide this alone: everyone who looks after the place is told, and can take it back for 72 hours."
            : " Giving one takes two administrators."
        }
      </p>
      <${AskForm} words="Save" ask=${propose} done=${done}>
        <label class="field">
          <span>What they are</span>
          <select name="role">
            <option value="moderator" selected=${person.role === "member"}>A moderator</option>
            <option value="member" selected=${person.role !== "member"}>A member like everyone</option>
            <option value="admin">An administrator</option>
          </select>
        </label>
      <//>
    </details>
  `;
}

/** @param {{person: FoundUser, on_changed: () => Promise<void>}} props */
function Freeze({ person, on_changed }) {
  const app = useApp();
  const frozen = person.state !== "frozen";

  async function set() {
    const asked = { user_id: person.user_id, frozen };
    const answer = await app.step_up.withStepUp(() => app.ask_http("user.freeze", asked));
    if (!answer.ok && answer.error.code !== "cancelled") {
      app.tell(refusalWords(answer.error, app.now()));
    }
    await on_changed();
  }

  return frozen
    ? html`<${TwoPresses} words="Close the account" sure="Yes, close it" on_press=${set}>
        <p>Nobody signs in to it any more, until it is opened again. What they wrote stays.</p>
      <//>`
    : html`<${TwoPresses} words="Open the account again" sure="Yes, open it" on_press=${set} />`;
}
