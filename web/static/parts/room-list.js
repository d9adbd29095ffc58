// @ts-check
/**
 * My rooms, each with what is new in it. Must tell being mentioned from being unread in words.
 *
 * @import { KnownRoom } from "../state.js"
 */
import { html } from "htm/preact";
import { roomPath } from "../router.js";
import { myRooms } from "../state.js";
import { state } from "../store.js";
import { unreadWords } from "../words.js";
import { useApp } from "./app.js";

export function RoomList() {
  const app = useApp();
  const { room_id } = app.router.route.value;
  const rooms = myRooms(state.value);
  if (state.value.me?.role === "admin") return null;
  if (rooms.length === 0) return html`<p class="soft">You are in no room yet.</p>`;
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
      <span class="room-name">${room.name}</span>
      ${membership.standing === "waiting" && html`<span class="tag">waiting</span>`}
      ${membership.standing === "invited" && html`<span class="tag">invited</span>`}
      ${known.knocks > 0 && html`<span class="tag">${known.knocks} at the door</span>`}
      <${Unread} known=${known} />
    </a>
  `;
}

/** @param {{known: KnownRoom}} props */
function Unread({ known }) {
  if (known.unread === 0) return null;
  const mentioned = known.mentions > 0;
  return html`
    <span class=${`count ${mentioned ? "mention" : ""}`}>
      ${mentioned && html`<span aria-hidden="true">@</span>`}${unreadWords(known.unread)}
      <span class="unseen">${mentioned ? " new, you are mentioned" : " new"}</span>
    </span>
  `;
}
