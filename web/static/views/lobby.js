// @ts-check
/**
 * The rooms there are: mine, and those I may come into. Must never show a room that is hidden
 * from me; the server alone decides which are listed.
 *
 * @import { IconName } from "../parts/icons.js"
 * @import { InviteUsed, ListedRoom, RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { AskForm } from "../parts/ask-form.js";
import { RoomSign } from "../parts/avatar.js";
import { Bones } from "../parts/bones.js";
import { Dialog } from "../parts/dialog.js";
import { Empty, Picture } from "../parts/empty.js";
import { Door } from "../parts/guidelines.js";
import { AnyIcon } from "../parts/icons.js";
import { More } from "../parts/more.js";
import { RoomForm } from "../parts/room-form.js";
import { RoomList } from "../parts/room-list.js";
import { usePages } from "../parts/use-pages.js";
import { roomPath } from "../router.js";
import { isAdmin, isModerator, mayCreateRooms, myRooms, unreadRooms } from "../state.js";
import { state, status } from "../store.js";
import { useTitle } from "../titles.js";

/** @type {Record<string, string>} */
const DOOR_WORDS = {
  open: mark("open"),
  request: mark("on request"),
  invite: mark("by invitation"),
};

export function Lobby() {
  const app = useApp();
  const now = state.value;
  const [door, setDoor] = useState(/** @type {ListedRoom | null} */ (null));
  const [making, setMaking] = useState(false);
  const [changing, setChanging] = useState(/** @type {RoomView | null} */ (null));
  const mine = Object.keys(now.rooms).join(" ");
  const forms = making || changing ? 1 : 0;
  const up = status.value === "up";
  const {
    items: listed,
    cursor,
    problem,
    known,
    load,
  } = usePages(
    (from) => app.ask("room.list", { cursor: from }),
    (page) => page.rooms,
    [mine, forms],
  );
  const words = problem || (known ? "" : t("One moment …"));
  useTitle(t("Rooms"));

  const is_admin = now.me?.role === "admin";
  const unseen = status.value !== "up" && status.value !== "starting" && listed.length === 0;
  const told = unseen ? t("The rooms can't be shown until you are back.") : words;
  const others = listed.filter(({ room }) => !now.rooms[room.room_id]);
  const nothing = !told && others.length === 0;
  const coming = !unseen && !problem && !known;
  const first = is_admin && nothing && cursor === null;
  return html`
    <section class="page lobby" data-region>
      <div class="lobby-head">
        <div>
          <h1>${t("Rooms")}</h1>
          <p class="lead">
            ${now.me && html`${t("Good to see you, {handle}.", now.me)}${" "}`}
            ${
              is_admin
                ? t("You look after rooms here; administrators don't enter them.")
                : t("Just reading is fine.")
            }
          </p>
        </div>
        <${Picture} name="circle" />
      </div>
      ${!is_admin && html`<${InvitedTo} />`}
      ${
        !is_admin &&
        html`<div class="lobby-mine">
          <h2>${t("Your rooms")}</h2>
          <${AllRead} />
          <nav aria-label=${t("Your rooms")}><${RoomList} new_first /></nav>
        </div>`
      }
      <section>
        <h2>${titleWords(is_admin, mine !== "")}</h2>
        ${
          told &&
          (coming
            ? html`<${Bones} count=${2} words=${told} />`
            : html`<p class="soft" role="status">${told}</p>`)
        }
        ${nothing && html`<${Empty} picture="house" words=${nothingWords(first, mine !== "")} />`}
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
        <${More} cursor=${cursor} words=${t("More rooms")} load=${load} />
      </section>
      ${
        up &&
        mayCreateRooms(now) &&
        html`<p>
          <button type="button" class=${first ? "main" : "quiet"} onClick=${() => setMaking(true)}>
            ${first ? t("Open the first room") : t("Open a new room")}
          </button>
        </p>`
      }
      ${up && !is_admin && html`<${HaveCode} />`}
      ${!is_admin && html`<${AlsoHere} />`}
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

/** What else one may have come for. */
function AlsoHere() {
  return html`
    <section>
      <h2>${t("Also here")}</h2>
      <ul class="also">
        <${Step}
          icon="help"
          href="/app/help"
          name=${t("Talk to someone")}
          about=${t("One of us, or people outside.")}
        />
        <${Step}
          icon="save"
          href="/app/saved"
          name=${t("Saved messages")}
          about=${t("What you keep for yourself.")}
        />
        <${Step}
          icon="search"
          href="/app/search"
          name=${t("Search")}
          about=${t("What was said in your rooms.")}
        />
      </ul>
    </section>
  `;
}

/** @param {{icon: IconName, href: string, name: string, about: string}} props */
function Step({ icon, href, name, about }) {
  return html`<li>
    <a class="step" href=${href}>
      <${AnyIcon} name=${icon} /><span><b>${name}</b> ${about}</span>
    </a>
  </li>`;
}

/** One press, and nothing is new any more; the words stay where the button was. */
function AllRead() {
  const app = useApp();
  const told = useRef(/** @type {HTMLElement | null} */ (null));
  const [done, setDone] = useState(false);
  const some = unreadRooms(state.value) > 0;
  useEffect(() => {
    if (some) setDone(false);
  }, [some]);

  async function press() {
    if (!(await app.act.markAllRead()).ok) return;
    setDone(true);
    told.current?.focus();
  }

  return html`
    <p role="status" class="soft all-read" tabindex="-1" ref=${told}>
      ${done && t("Everything is read.")}
    </p>
    ${
      some &&
      html`<button type="button" class="plain all-read" onClick=${() => void press()}>
        <${AnyIcon} name="check" />${t("Mark all as read")}
      </button>`
    }
  `;
}

/** @param {boolean} is_admin @param {boolean} has_rooms */
function titleWords(is_admin, has_rooms) {
  if (is_admin) return t("All rooms");
  return has_rooms ? t("Other rooms") : t("Rooms to come into");
}

/** Whoever was asked in sees that before anything else. */
function InvitedTo() {
  const invited = myRooms(state.value).filter(
    ({ membership }) => membership.standing === "invited",
  );
  if (invited.length === 0) return null;
  return html`
    <section>
      <h2>${t("You are invited")}</h2>
      <ul class="cards">
        ${invited.map(
          ({ room }) => html`<li key=${room.room_id} class="card">
            <h3>${room.name}</h3>
            ${room.about && html`<p>${room.about}</p>`}
            <div class="row">
              <a
                class="button main door-link"
                href=${roomPath(room.room_id)}
                aria-label=${t("Come in: {room}", { room: room.name })}
              >
                ${t("Come in")}
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
  if (first) return t("There are no rooms yet.");
  return has_rooms
    ? t("There are no others just now.")
    : t("There are no rooms yet. Please look in again.");
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
  return html`
    <li class="card door-card">
      <${RoomSign} room_id=${room.room_id} />
      <h3>${room.name} <span class="tag">${t(DOOR_WORDS[room.access] ?? "")}</span></h3>
      ${room.about && html`<p>${room.about}</p>`}
      <div class="row">
        ${
          // Administrators look after rooms that they can't read.
          is_admin
            ? isAdmin(state.value) &&
              html`<button
                type="button"
                class="quiet"
                aria-label=${t("Settings: {room}", { room: room.name })}
                onClick=${() => on_change(room)}
              >
                ${t("Settings")}
              </button>`
            : html`<button
                type="button"
                class="quiet door-link"
                aria-label=${t("Look in: {room}", { room: room.name })}
                onClick=${() => on_open(listed)}
              >
                ${t("Look in")}
              </button>`
        }
        ${
          isModerator(state.value) &&
          html`<a
            class="button quiet door-link"
            href=${roomPath(room.room_id)}
            aria-label=${t("Go in as moderator: {room}", { room: room.name })}
          >
            ${t("Go in as moderator")}
          </a>`
        }
      </div>
    </li>
  `;
}

/** @param {InviteUsed} answer */
function usedWords({ room }) {
  return room ? t("Done.") : t("You are here already. It is still good for someone else.");
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
      <summary>${t("I was given a code")}</summary>
      <${AskForm} words=${t("Use it")} kind="quiet" ask=${use} done=${usedWords}>
        <label class="field">
          <span>${t("The code, or the whole link")}</span>
          <input
            name="code"
            required
            defaultValue=${from_link}
            autocomplete="off"
            autocapitalize="none"
            spellcheck=${false}
          />
        </label>
      <//>
    </details>
  `;
}
