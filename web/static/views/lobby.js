// @ts-check
/**
 * The rooms there are: mine, and those I may come into. Must never show a room that is hidden
 * from me; the server alone decides which are listed.
 *
 * @import { ListedRoom } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../parts/app.js";
import { Dialog } from "../parts/dialog.js";
import { Door } from "../parts/guidelines.js";
import { RoomForm } from "../parts/room-form.js";
import { RoomList } from "../parts/room-list.js";
import { mayCreateRooms } from "../state.js";
import { state, status } from "../store.js";
import { refusalWords } from "../words.js";

/** @type {Record<string, string>} */
const DOOR_WORDS = { open: "open", request: "on request", invite: "by invitation" };

export function Lobby() {
  const app = useApp();
  const now = state.value;
  const [listed, setListed] = useState(/** @type {ListedRoom[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [words, setWords] = useState("One moment …");
  const [door, setDoor] = useState(/** @type {ListedRoom | null} */ (null));
  const [making, setMaking] = useState(false);
  const mine = Object.keys(now.rooms).join(" ");
  const made = making ? 1 : 0;
  const up = status.value === "up";

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask("room.list", { cursor: from });
    if (!answer.ok) return setWords(refusalWords(answer.error, app.now()));
    setListed((before) => (from === null ? answer.rooms : [...before, ...answer.rooms]));
    setCursor(answer.cursor);
    setWords("");
  }

  useEffect(() => {
    if (up) void load(null);
  }, [up, mine, made]);
  useEffect(() => {
    document.title = "Rooms";
  }, []);

  const others = listed.filter(({ room }) => !now.rooms[room.room_id]);
  return html`
    <section class="page lobby" data-region>
      <h1>Rooms</h1>
      ${now.me && html`<p class="lead">Good to see you, ${now.me.handle}. Just reading is fine.</p>`}
      <section class="phone-only">
        <h2>Your rooms</h2>
        <${RoomList} />
      </section>
      <section>
        <h2>${mine ? "Other rooms" : "Rooms to come into"}</h2>
        ${words && html`<p class="soft" role="status">${words}</p>`}
        ${!words && others.length === 0 && html`<p class="soft">${nothingWords(mine !== "")}</p>`}
        <ul class="cards">
          ${others.map(
            (each) => html`<${Card}
              key=${each.room.room_id}
              listed=${each}
              enters=${now.me?.role !== "admin"}
              on_open=${setDoor}
            />`,
          )}
        </ul>
        ${
          cursor &&
          html`<button type="button" class="quiet" onClick=${() => void load(cursor)}>More rooms</button>`
        }
      </section>
      ${
        mayCreateRooms(now) &&
        html`<p><button type="button" class="quiet" onClick=${() => setMaking(true)}>Open a new room</button></p>`
      }
      ${
        door &&
        html`<${Dialog} title=${door.room.name} on_close=${() => setDoor(null)}>
          <${Door} listed=${door} on_done=${() => setDoor(null)} />
        <//>`
      }
      ${making && html`<${RoomForm} room=${null} on_close=${() => setMaking(false)} />`}
    </section>
  `;
}

/** @param {boolean} has_rooms */
function nothingWords(has_rooms) {
  return has_rooms ? "There are no others just now." : "There are no rooms yet. Please look in again.";
}

/** @param {{listed: ListedRoom, enters: boolean, on_open: (listed: ListedRoom) => void}} props */
function Card({ listed, enters, on_open }) {
  const { room } = listed;
  return html`
    <li class="card">
      <h3>${room.name} <span class="tag">${DOOR_WORDS[room.access]}</span></h3>
      ${room.about && html`<p>${room.about}</p>`}
      ${
        enters &&
        html`<button
          type="button"
          class="quiet door-link"
          aria-haspopup="dialog"
          onClick=${() => on_open(listed)}
        >
          Look in<span class="unseen"> at ${room.name}</span>
        </button>`
      }
    </li>
  `;
}
