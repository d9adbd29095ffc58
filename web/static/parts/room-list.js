// @ts-check
/**
 * My rooms, each with what is new in it. Must tell being mentioned from being unread in words.
 *
 * @import { KnownRoom } from "../state.js"
 */
import { html } from "htm/preact";
import { t, tn, tnx } from "../i18n.js";
import { roomPath } from "../router.js";
import { myRooms } from "../state.js";
import { state } from "../store.js";
import { unreadWords } from "../words.js";
import { useApp } from "./app.js";
import { RoomSign } from "./avatar.js";
import { Count, seen } from "./count.js";

export function RoomList() {
  const app = useApp();
  const { room_id } = app.router.route.value;
  const rooms = myRooms(state.value);
  if (state.value.me?.role === "admin") return null;
  if (rooms.length === 0) return html`<p class="soft">${t("You are in no room yet.")}</p>`;
  return html`
    <ul class="rooms">
      ${rooms.map(
        (known) => html`<li key=${known.room.room_id}>
          <${RoomLink} known=${known} current=${known.room.room_id === room_id} />
        </li>`,
      )}
    </ul>
  `;
}

/** @param {{known: KnownRoom, current: boolean}} props */
function RoomLink({ known, current }) {
  const { room, membership } = known;
  return html`
    <a class="room-link" href=${roomPath(room.room_id)} aria-current=${current ? "page" : null}>
      <${RoomSign} room_id=${room.room_id} />
      <span class="room-name">${room.name}</span>
      ${membership.standing === "waiting" && html`<span class="tag">${t("waiting")}</span>`}
      ${membership.standing === "invited" && html`<span class="tag">${t("invited")}</span>`}
      ${known.knocks > 0 && html`<span class="tag">${knockWords(known.knocks)}</span>`}
      <${Unread} known=${known} />
    </a>
  `;
}

/** @param {{known: KnownRoom}} props */
function Unread({ known }) {
  if (known.unread === 0) return null;
  const mentioned = known.mentions > 0;
  const { unread } = known;
  const count = html`${mentioned && html`<span aria-hidden="true">@</span>`}${seen(unreadWords(unread))}`;
  const words = mentioned
    ? tnx("{count} new, you are mentioned", "{count} new, you are mentioned", unread, { count })
    : tnx("{count} new", "{count} new", unread, { count });
  return html`<${Count} words=${words} kind=${mentioned ? "mention" : ""} />`;
}

/** @param {number} count */
function knockWords(count) {
  return tn("{count} at the door", "{count} at the door", count);
}
