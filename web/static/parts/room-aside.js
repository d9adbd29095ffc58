// @ts-check
/**
 * Beside a room, where the screen is wide enough: who is here and shows it, what is agreed here,
 * and who keeps the room. A landmark of its own; everything in it is one press away elsewhere too.
 * Must never tell who came and went, nor name anyone who doesn't show themselves.
 *
 * @import { Timeline } from "../state.js"
 * @import { Author } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { t, tn } from "../i18n.js";
import { tintOf } from "../signs.js";
import { Avatar, Badge } from "./avatar.js";

/** @param {{timeline: Timeline}} props */
export function RoomAside({ timeline }) {
  const { room, here, shown, reading, staff } = timeline;
  if (!room) return null;
  const unnamed = Math.max(here - shown.length, 0);
  return html`
    <aside class="room-aside" tabindex="0" aria-label=${t("About this room")}>
      <h2>${t("Here now")}</h2>
      <ul class="people">
        ${shown.map(
          (person) => html`<${Here}
            key=${person.user_id}
            person=${person}
            reads=${reading.includes(person.user_id)}
          />`,
        )}
      </ul>
      ${
        unnamed > 0 &&
        html`<p class="soft small">
          ${tn("{count} without showing a name", "{count} without showing their names", unnamed)}
        </p>`
      }
      ${room.about && html`<h2>${t("What it is about")}</h2><p class="as-written">${room.about}</p>`}
      ${
        room.guidelines &&
        html`<h2>${t("Guidelines")}</h2><p class="as-written">${room.guidelines}</p>`
      }
      ${
        staff.length > 0 &&
        html`<h2>${t("Who keeps this room")}</h2>
          <ul class="people">
            ${staff.map((person) => html`<${Here} key=${person.user_id} person=${person} />`)}
          </ul>`
      }
    </aside>
  `;
}

/** @param {{person: Author, reads?: boolean}} props */
function Here({ person, reads = false }) {
  return html`<li class="person-row">
    <${Avatar} ...${person} />
    <span class=${`who ${tintOf(person.user_id)}`}>${person.handle}</span>
    <${Badge} badge=${person.badge} />
    ${reads && html`<span class="tag">${t("just reading")}</span>`}
  </li>`;
}
