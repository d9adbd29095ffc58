// @ts-check
/**
 * My rooms, each with what is new in it. Must tell being mentioned from being unread in words, and
 * never move a room while one looks: what is new first means what was new when one came.
 *
 * @import { KnownRoom } from "../state.js"
 */
import { html } from "htm/preact";
import { useRef } from "preact/hooks";
import { t, tn, tnx } from "../i18n.js";
import { roomPath } from "../router.js";
import { myRooms } from "../state.js";
import { state } from "../store.js";
import { unreadWords } from "../words.js";
import { useApp } from "./app.js";
import { RoomSign } from "./avatar.js";
import { Count, seen } from "./count.js";

/** @param {{new_first?: boolean}} props */
export function RoomList({ new_first = false }) {
  const app = useApp();
  const { room_id } = app.router.route.value;
  const ranks = useRef(/** @type {Record<string, number>} */ ({}));
  const rooms = myRooms(state.value);
  if (new_first) {
    for (const known of rooms) ranks.current[known.room.room_id] ??= rankOf(known);
    const rank = (/** @type {KnownRoom} */ { room }) => ranks.current[room.room_id] ?? 0;
    rooms.sort((a, b) => rank(a) - rank(b));
  }
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

/** @param {KnownRoom} known */
function rankOf({ mentions, unread }) {
  if (mentions > 0) return 0;
  return unread > 0 ? 1 : 2;
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
