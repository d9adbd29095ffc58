// @ts-check
/**
 * One person, found by a name that is known, and what may be done about them.
 * Must never show more of them than their name, role and standing.
 *
 * @import { FoundUser, ProposalView } from "../wire.d.ts"
 * @import { Answer } from "../problem.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { CONDUCT_REASONS, conductWords } from "../reasons.js";
import { roleName, roleWords, standingWords } from "../roles.js";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";
import { AskForm, TwoPresses } from "./ask-form.js";
import { Restore } from "./staff-restore.js";

const DAY_MS = 86_400_000;
const ROLES = /** @type {const} */ (["member", "moderator", "admin"]);

/** @param {{alone: boolean, on_changed: () => Promise<void>}} props */
export function FindPerson({ alone, on_changed }) {
  const app = useApp();
  const [found, setFound] = useState(/** @type {FoundUser | null} */ (null));
  const [searches, setSearches] = useState(0);

  /**
   * @param {Record<string, string>} fields
   * @returns {Promise<Answer<any>>}
   */
  async function find({ handle = "" }) {
    const answer = await app.ask_http("user.find", { handle });
    if (!answer.ok) {
      // Whoever was found before stays, with what is begun about them, when nothing can be asked.
      if (answer.error.code !== "not_found") return answer;
      answer.error.message = t("Nobody here has that name.");
    }
    setFound(answer.ok ? answer.user : null);
    setSearches((before) => before + 1);
    // Whether I decide alone may be another thing by now.
    if (answer.ok) await on_changed();
    return answer;
  }

  async function changed() {
    // The card stays, whatever becomes of this: it may show what is shown once.
    const answer = found && (await app.ask_http("user.find", { handle: found.handle }));
    if (answer?.ok) setFound(answer.user);
    await on_changed();
  }

  return html`
    <h2>${t("Find a person")}</h2>
    <${AskForm} words=${t("Find")} kind="quiet" keeps ask=${find}>
      <label class="field">
        <span>${t("Their name here, as they write it")}</span>
        <input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${false} />
      </label>
    <//>
    ${
      found &&
      html`<${PersonCard}
        key=${found.user_id}
        person=${found}
        alone=${alone}
        searches=${searches}
        on_changed=${changed}
      />`
    }
  `;
}

/**
 * @param {object} props
 * @param {FoundUser} props.person
 * @param {boolean} props.alone
 * @param {number} props.searches  whoever is looked up anew may be given another role
 * @param {() => Promise<void>} props.on_changed
 */
function PersonCard({ person, alone, searches, on_changed }) {
  const { me } = state.value;
  const is_admin = me?.role === "admin";
  const is_me = me?.user_id === person.user_id;
  const below_me = person.role === "member" || (is_admin && person.role !== "admin");
  const may_act = !is_me && below_me && person.state !== "waiting";
  const is_in = person.state === "active" || person.state === "banned";
  const may_name = is_admin && !is_me && (person.state === "active" || person.role !== "member");
  const common = { person, on_changed };
  return html`
    <div class="card person-card">
      <h3>${person.handle}</h3>
      <p class="soft">${whoWords(person, is_me)}</p>
      ${may_act && is_in && html`<${Ban} ...${common} />`}
      ${may_act && is_in && html`<${SignOut} person=${person} />`}
      ${may_act && is_in && html`<${Restore} ...${common} />`}
      ${may_name && html`<${Role} key=${searches} ...${common} alone=${alone} />`}
      ${may_act && is_admin && html`<${Freeze} ...${common} />`}
    </div>
  `;
}

/** @param {FoundUser} person @param {boolean} is_me */
function whoWords({ role, state: standing }, is_me) {
  const facts = [roleName(role), standingWords(standing), is_me ? t("this is you") : ""];
  return `${facts.filter(Boolean).join("; ")}.`;
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
    if (answer.ok) {
      app.tell(t("Done. {handle} is out on every device.", { handle: person.handle }));
      await on_changed();
    }
    return answer;
  }

  async function lift() {
    const answer = await app.ask_http("sanction.lift", { user_id });
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("{handle} can come back in.", { handle: person.handle }));
    await on_changed();
  }

  if (person.state === "banned") {
    const { banned_until, ban_reason } = person;
    const kept =
      banned_until === null
        ? t("Kept out until somebody lifts it.")
        : t("Kept out until {at}.", { at: dayOrTime(banned_until, app.now()) });
    return html`
      <p>${kept} ${conductWords(ban_reason ?? "")}</p>
      <${TwoPresses}
        words=${t("Let them back in")}
        sure=${t("Yes, let them in")}
        on_press=${lift}
      />
    `;
  }
  return html`
    <details>
      <summary>${t("Keep them out for a while")}</summary>
      <p class="soft small">
        ${t("They are told the reason and until when. They can still ask for help.")}
      </p>
      <${AskForm} words=${t("Keep them out")} ask=${ban}>
        <label class="field">
          <span>${t("Why")}</span>
          <select name="reason" required>
            ${CONDUCT_REASONS.map(([name, why]) => html`<option value=${name}>${t(why)}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>${t("How long")}</span>
          <select name="days">
            <option value="1">${t("A day")}</option>
            <option value="7">${t("A week")}</option>
            <option value="30">${t("30 days")}</option>
            <option value="">${t("Until somebody lifts it")}</option>
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
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("Signed out everywhere."));
  }

  return html`<${TwoPresses}
    words=${t("Sign them out everywhere")}
    sure=${t("Yes, sign them out")}
    on_press=${end}
  />`;
}

/** @param {{person: FoundUser, alone: boolean, on_changed: () => Promise<void>}} props */
function Role({ person, alone, on_changed }) {
  const [said, setSaid] = useState("");

  return html`
    <details>
      <summary>${t("Give or take back a role")}</summary>
      ${
        said
          ? html`<${Outcome} words=${said} />`
          : html`<${RoleForm}
              person=${person}
              alone=${alone}
              on_done=${(/** @type {ProposalView} */ proposal) => {
                setSaid(doneWords(proposal));
                return on_changed();
              }}
            />`
      }
    </details>
  `;
}

/** @param {ProposalView} proposal */
function doneWords({ state: standing, role }) {
  if (standing !== "done") {
    return t("Proposed. Another administrator has to agree.");
  }
  if (role === "member") return t("Done. They sign in anew.");
  return t("Done. They sign in anew, and set up an authenticator app before any of it works.");
}

/** It takes the focus: the form is gone. @param {{words: string}} props */
function Outcome({ words }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => box.current?.focus(), []);
  return html`<p ref=${box} tabindex="-1" role="status" class="outcome">${words}</p>`;
}

/**
 * @param {object} props
 * @param {FoundUser} props.person
 * @param {boolean} props.alone
 * @param {(proposal: ProposalView) => Promise<void>} props.on_done
 */
function RoleForm({ person, alone, on_done }) {
  const app = useApp();
  const [chosen, setChosen] = useState("");
  const { handle } = person;
  const act =
    chosen === "member"
      ? t("Make {handle} a member again", { handle })
      : chosen
        ? t("Make {handle} {role}", { handle, role: roleWords(chosen) })
        : t("Give the role");

  /** @param {Record<string, string>} fields */
  async function propose({ role }) {
    const asked = { user_id: person.user_id, role: /** @type {any} */ (role) };
    const answer = await app.step_up.withStepUp(() => app.ask_http("role.propose", asked));
    if (answer.ok) await on_done(answer.proposal);
    return answer;
  }

  return html`
    <p class="soft small">
      ${t(
        "Moderators see reports and requests for help and can look into every room. " +
          "Administrators look after the place and read no room.",
      )}${" "}
      ${
        alone
          ? t(
              "You decide this alone. Everyone else who looks after the place is told, and can " +
                "take it back for 72 hours.",
            )
          : t("Giving one takes two administrators.")
      }
    </p>
    <${AskForm}
      words=${act}
      sure=${chosen === "admin" ? t("Yes, an administrator") : ""}
      keeps
      ask=${propose}
    >
      <label class="field">
        <span>${t("What they are to be")}</span>
        <select
          name="role"
          required
          value=${chosen}
          onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}
        >
          <option value="">${t("Choose …")}</option>
          ${ROLES.filter((role) => role !== person.role).map(
            (role) => html`<option key=${role} value=${role}>${roleName(role)}</option>`,
          )}
        </select>
      </label>
    <//>
  `;
}

/** @param {{person: FoundUser, on_changed: () => Promise<void>}} props */
function Freeze({ person, on_changed }) {
  const app = useApp();
  const frozen = person.state !== "frozen";

  async function set() {
    const asked = { user_id: person.user_id, frozen };
    const answer = await app.step_up.withStepUp(() => app.ask_http("user.freeze", asked));
    app.tellRefusal(answer);
    if (answer.ok) app.tell(frozen ? t("The account is closed.") : t("The account is open again."));
    await on_changed();
  }

  if (!frozen) {
    return html`<${TwoPresses}
      words=${t("Open the account again")}
      sure=${t("Yes, open it")}
      on_press=${set}
    />`;
  }
  return html`<${TwoPresses}
    words=${t("Close the account")}
    sure=${t("Yes, close it")}
    on_press=${set}
  >
    <p class="soft small">
      ${t("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
    </p>
  <//>`;
}
