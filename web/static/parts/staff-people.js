// @ts-check
/**
 * Who waits at the door, what has to be decided, one person, and who looks after the place.
 * Must never list members.
 *
 * @import { StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { roleTag, standingWords } from "../roles.js";
import { Door } from "./staff-door.js";
import { FindPerson } from "./staff-person.js";
import { Proposals } from "./staff-proposals.js";

/** @param {{overview: StaffOverview, on_changed: () => Promise<void>}} props */
export function StaffPeople({ overview, on_changed }) {
  return html`
    <${Door} waiting=${overview.waiting} on_changed=${on_changed} />
    <${Proposals} proposals=${overview.proposals} on_changed=${on_changed} />
    <${FindPerson} alone=${overview.alone} on_changed=${on_changed} />
    <h2>${t("Who looks after this place")}</h2>
    <ul class="people">
      ${overview.staff.map(
        (each) => html`<li key=${each.user.user_id} class="person">
          <div class="person-row">
            <span class="who">${each.user.handle}</span>
            <span class="tag">${roleTag(each.role)}</span>
            ${
              standingWords(each.state) &&
              html`<span class="tag">${standingWords(each.state)}</span>`
            }
            ${!each.proven && html`<span class="tag">${t("not set up yet")}</span>`}
          </div>
        </li>`,
      )}
    </ul>
  `;
}
