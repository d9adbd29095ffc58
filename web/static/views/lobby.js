// @ts-check
/**
 * The rooms there are: mine, and those I may come into. Must never show a room that is hidden
 * from me; the server alone decides which are listed.
 *
 * @import { InviteUsed, ListedRoom, RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../parts/app.js";
import { AskForm } from "../parts/ask-form.js";
import { Dialog } from "../parts/dialog.js";
import { Door } from "../parts/guidelines.js";
import { More } from "../parts/more.js";
import { RoomForm } from "../parts/room-form.js";
import { RoomList } from "../parts/room-list.js";
import { roomPath } from "../router.js";
import { isAdmin, isModerator, mayCreateRooms, myRooms } from "../state.js";
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
  const [changing, setChanging] = useState(/** @type {RoomView | null} */ (null));
  const mine = Object.keys(now.rooms).join(" ");
  const forms = making || changing ? 1 : 0;
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
  }, [up, mine, forms]);
  useEffect(() => {
    document.title = "Rooms";
  }, []);

  const is_admin = now.me?.role === "admin";
  const unseen = status.value !== "up" && status.value !== "starting" && listed.length === 0;
  const told = unseen ? "The rooms can't be shown until you are back." : words;
  const others = listed.filter(({ room }) => !now.rooms[room.room_id]);
  const nothing = !told && others.length === 0;
  const first = is_admin && nothing && cursor === null;
  return html`
    <section class="page lobby" data-region>
      <h1>Rooms</h1>
      <p class="lead">
        ${now.me && `Good to see you, ${now.me.handle}. `}
        ${
          is_admin
            ? "You look after rooms here; administrators don't enter them."
            : "Just reading is fine."
        }
      </p>
      ${!is_admin && html`<${InvitedTo} />`}
      ${
        !is_admin &&
        html`<section class="phone-only">
          <h2>Your rooms</h2>
          <${RoomList} />
        </section>`
      }
      <section>
        <h2>${titleWords(is_admin, mine !== "")}</h2>
        ${told && html`<p class="soft" role="status">${told}</p>`}
        ${nothing && html`<p class="soft">${nothingWords(first, mine !== "")}</p>`}
        <ul class="cards">
          ${others.map(
            (each) => html`<${Card}
              key=${each.room.room_id}
              listed=${each}
              on_open=${setDoor}
              on_change=${setChanging}
            />`,
          )}
        </ul>
        <${More} cursor=${cursor} words="More rooms" load=${load} />
      </section>
      ${
        up &&
        mayCreateRooms(now) &&
        html`<p>
          <button type="button" class=${first ? "main" : "quiet"} onClick=${() => setMaking(true)}>
            ${first ? "Open the first room" : "Open a new room"}
          </button>
        </p>`
      }
      ${up && !is_admin && html`<${HaveCode} />`}
      ${
        door &&
        html`<${Dialog} title=${door.room.name} on_close=${() => setDoor(null)}>
          <${Door} listed=${door} on_done=${() => setDoor(null)} />
        <//>`
      }
      ${changing && html`<${RoomForm} room=${changing} on_close=${() => setChanging(null)} />`}
      ${making && html`<${RoomForm} room=${null} on_close=${() => setMaking(false)} />`}
    </section>
  `;
}

/** @param {boolean} is_admin @param {boolean} has_rooms */
function titleWords(is_admin, has_rooms) {
  if (is_admin) return "All rooms";
  return has_rooms ? "Other rooms" : "Rooms to come into";
}

/** Whoever was asked in sees that before anything else. */
function InvitedTo() {
  const invited = myRooms(state.value).filter(
    ({ membership }) => membership.standing === "invited",
  );
  if (invited.length === 0) return null;
  return html`
    <section>
      <h2>You are invited</h2>
      <ul class="cards">
        ${invited.map(
          ({ room }) => html`<li key=${room.room_id} class="card">
            <h3>${room.name}</h3>
            ${room.about && html`<p>${room.about}</p>`}
            <div class="row">
              <a
                class="button main door-link"
                href=${roomPath(room.room_id)}
                aria-label=${`Come in: ${room.name}`}
              >
                Come in
              </a>
            </div>
          </li>`,
        )}
      </ul>
    </section>
  `;
}

/** @param {boolean} first @param {boolean} has_rooms */
function nothingWords(first, has_rooms) {
  if (first) return "There are no rooms yet.";
  return has_rooms
    ? "There are no others just now."
    : "There are no rooms yet. Please look in again.";
}

/**
 * @param {object} props
 * @param {ListedRoom} props.listed
 * @param {(listed: ListedRoom) => void} props.on_open
 * @param {(room: RoomView) => void} props.on_change
 */
function Card({ listed, on_open, on_change }) {
  const { room } = listed;
  const is_admin = state.value.me?.role === "admin";
  const named = (/** @type {string} */ words) => `${words}: ${room.name}`;
  return html`
    <li class="card">
      <h3>${room.name} <span class="tag">${DOOR_WORDS[room.access]}</span></h3>
      ${room.about && html`<p>${room.about}</p>`}
      <div class="row">
        ${
          // Administrators look after rooms that they can't read.
          is_admin
            ? isAdmin(state.value) &&
              html`<button
                type="button"
                class="quiet"
                aria-label=${named("Settings")}
                onClick=${() => on_change(room)}
              >
                Settings
              </button>`
            : html`<button
                type="button"
                class="quiet door-link"
                aria-label=${named("Look in")}
                onClick=${() => on_open(listed)}
              >
                Look in
              </button>`
        }
        ${
          isModerator(state.value) &&
          html`<a
            class="button quiet door-link"
            href=${roomPath(room.room_id)}
            aria-label=${named("Go in as moderator")}
          >
            Go in as moderator
          </a>`
        }
      </div>
    </li>
  `;
}

/** @param {InviteUsed} answer */
function usedWords({ room }) {
  return room ? "Done." : "You are here already. It is still good for someone else.";
}

function HaveCode() {
  const app = useApp();
  const from_link = app.invitation.value;

  /** @param {Record<string, string>} fields */
  async function use({ code = "" }) {
    const answer = await app.ask_http("invite.use", { code });
    if (answer.ok) {
      app.invitation.value = "";
      await app.session.sync();
      if (answer.room) app.router.go(roomPath(answer.room.room_id));
    }
    return answer;
  }

  return html`
    <details open=${from_link !== ""}>
      <summary>I was given a code</summary>
      <${AskForm} words="Use it" kind="quiet" ask=${use} done=${usedWords}>
        <label class="field">
          <span>The code, or the whole link</span>
          <input
            name="code"
            required
            value=${from_link}
            autocomplete="off"
            autocapitalize="none"
            spellcheck=${false}
          />
        </label>
      <//>
    </details>
  `;
}
