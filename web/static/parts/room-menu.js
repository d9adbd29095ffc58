// @ts-check
/**
 * What one can do about a room, and what its guidelines and its invitations are.
 * Must never leave a room at the first press.
 *
 * @import { Timeline } from "../state.js"
 * @import { IconName } from "./icons.js"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { listed, t } from "../i18n.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { Door } from "./guidelines.js";
import { Invites } from "./invites.js";
import { MenuItem, MenuList } from "./menu.js";

/** @type {Record<string, IconName>} */
const ICONS = {
  guidelines: "book",
  pinned: "pin",
  roster: "people",
  search: "search",
  settings: "settings",
  invites: "letter",
  pace: "lock",
};

/**
 * @param {object} props
 * @param {Timeline} props.timeline
 * @param {boolean} props.keeper
 * @param {(what: string) => void} props.on_open
 * @param {() => void} props.on_close
 */
export function RoomMenu({ timeline, keeper, on_open, on_close }) {
  const app = useApp();
  const [sure, setSure] = useState(false);
  const { room_id, membership } = timeline;
  const pinned = timeline.room?.pinned.length ?? 0;

  async function leave() {
    if (!(await app.act.leave(room_id)).ok) return;
    on_close();
    app.router.go("/app");
  }

  /** @param {string} what @param {string} words */
  const item = (what, words) =>
    html`<${MenuItem} icon=${ICONS[what]} on_press=${() => on_open(what)}>${words}<//>`;
  return html`
    <${Dialog} title=${timeline.room?.name ?? ""} kind="sheet" on_close=${on_close}>
      <${MenuList}>
        ${item("guidelines", t("Guidelines and who keeps this room"))}
        ${pinned > 0 && item("pinned", t("Pinned in this room"))}
        ${item("roster", t("Members"))}
        ${item("search", t("Search in this room"))}
        ${keeper && item("settings", t("Room settings"))}
        ${keeper && item("pace", t("Slow down, or let it rest"))}
        ${keeper && item("invites", t("Invite someone"))}
        ${
          membership &&
          (sure
            ? html`<${MenuItem} icon="leave" on_press=${leave}>
                ${t("Yes, leave. My messages stay; I won't see the room any more.")}
              <//>`
            : html`<${MenuItem} icon="leave" on_press=${() => setSure(true)}>
                ${t("Leave this room")}
              <//>`)
        }
      <//>
    <//>
  `;
}

/** @param {{timeline: Timeline, on_close: () => void}} props */
export function RoomGuidelines({ timeline, on_close }) {
  const { room } = timeline;
  return html`
    <${Dialog} title=${room?.name ?? ""} on_close=${on_close}>
      ${room && html`<${Door} listed=${{ room, membership: { standing: "in" } }} />`}
      <${Keepers} timeline=${timeline} />
    <//>
  `;
}

/** @param {{timeline: Timeline, on_close: () => void}} props */
export function RoomInvites({ timeline, on_close }) {
  const title = t("Invitations to {room}", { room: timeline.room?.name ?? "" });
  return html`
    <${Dialog} title=${title} on_close=${on_close}>
      <${Invites} room_id=${timeline.room_id} />
    <//>
  `;
}

/** @param {{timeline: Timeline}} props */
function Keepers({ timeline }) {
  if (timeline.staff.length === 0) return null;
  return html`
    <h3>${t("Who keeps this room")}</h3>
    <p>${listed(timeline.staff.map((person) => person.handle))}</p>
  `;
}
