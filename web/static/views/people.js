// @ts-check
/**
 * For those who look after the place: who waits at the door, what has to be decided, invitations.
 * Must never list people: a member is found by a name that is known.
 *
 * @import { StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { Invites } from "../parts/invites.js";
import { Deeds } from "../parts/staff-deeds.js";
import { Door } from "../parts/staff-door.js";
import { FindPerson } from "../parts/staff-person.js";
import { Proposals } from "../parts/staff-proposals.js";
import { Site } from "../parts/staff-site.js";
import { isStaff } from "../state.js";
import { change, state, status } from "../store.js";
import { refusalWords } from "../words.js";

const ROLE_WORDS = {
  member: mark("member"),
  moderator: mark("moderator"),
  admin: mark("administrator"),
};
/** @type {Record<string, string>} */
const STATES = { banned: mark("kept out"), frozen: mark("account closed") };

export function People() {
  const { account } = state.value;
  useEffect(() => {
    document.title = t("People");
  }, []);
  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("People")}</h1>
      ${
        !isStaff(state.value)
          ? html`<p>${t("This page is for those who look after the place.")}</p>`
          : account.proven
            ? html`<${Staff} />`
            : html`<${SetUpFirst} has=${account.second_factor} />`
      }
    </section>
  `;
}

/** @param {{has: boolean}} props */
function SetUpFirst({ has }) {
  if (has) {
    return html`
      <p>
        ${t(
          "You came in here without the six digits from your app. Show them once, and this " +
            "works.",
        )}
      </p>
      <p><a class="button main" href="/step-up?to=/app/people">${t("Show them")}</a></p>
    `;
  }
  return html`
    <p>
      ${t(
        "You look after this place. What you may do works once your account is kept by more " +
          "than a passphrase: an app on your phone that shows six digits.",
      )}
    </p>
    <p><a class="button main" href="/second-factor">${t("Set it up")}</a></p>
  `;
}

function Staff() {
  const app = useApp();
  const [overview, setOverview] = useState(/** @type {StaffOverview | null} */ (null));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";
  const { staff_new } = state.value;

  async function load() {
    const answer = await app.ask_http("staff.overview", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setOverview(answer);
    if (state.peek().staff_new) change((now) => ({ ...now, staff_new: 0 }));
  }

  // What is on screen counts as seen, so the number falls back to nothing by itself.
  const more = staff_new > 0;
  const shown = useRef(false);
  useEffect(() => {
    if (!up || (shown.current && !more)) return;
    shown.current = true;
    void load();
  }, [up, more]);

  // What is shown once stays on screen, whatever becomes of the line.
  const told = problem && html`<p class="problem" role="alert">${problem}</p>`;
  if (!overview) return told || html`<p class="soft" role="status">${t("One moment …")}</p>`;
  const is_admin = state.value.me?.role === "admin";
  return html`
    ${told}
    ${
      overview.unseen_reports > 0 &&
      html`<p class="problem">
        ${t("A report waits that no moderator can see. Name a moderator.")}
      </p>`
    }
    ${is_admin && html`<${Site} overview=${overview} on_changed=${load} />`}
    <${Door} waiting=${overview.waiting} on_changed=${load} />
    <${Proposals} proposals=${overview.proposals} on_changed=${load} />
    <${FindPerson} alone=${overview.alone} on_changed=${load} />
    <h2>${t("Who looks after this place")}</h2>
    <ul class="people">
      ${overview.staff.map(
        (each) => html`<li key=${each.user.user_id} class="person">
          <div class="person-row">
            <span class="who">${each.user.handle}</span>
            <span class="tag">${t(ROLE_WORDS[each.role])}</span>
            ${STATES[each.state] && html`<span class="tag">${t(STATES[each.state] ?? "")}</span>`}
            ${!each.proven && html`<span class="tag">${t("not set up yet")}</span>`}
          </div>
        </li>`,
      )}
    </ul>
    <h2>${t("Invitations")}</h2>
    <${Invites} />
    <${Deeds} staff=${overview.staff} />
  `;
}
