// @ts-check
/**
 * Finding what was said, by words, room, person and day; what is found is shown in its place.
 * Must never put what is looked for into an address.
 *
 * @import { MessagePosted, RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { myRooms } from "../state.js";
import { state } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { Kept } from "./kept.js";
import { More } from "./more.js";

const EMPTY_PAGES_MAX = 10;
const DAY_MS = 86_400_000;

/**
 * @typedef {object} Wanted
 * @property {string} text
 * @property {string} [room_id]
 * @property {string} [by]
 * @property {number} [since]
 * @property {number} [before]
 */

/** @param {{room: RoomView, on_close: () => void}} props */
export function SearchDialog({ room, on_close }) {
  return html`
    <${Dialog} title=${t("Search")} kind="wide" on_close=${on_close}>
      <${Search} room=${room} on_close=${on_close} />
    <//>
  `;
}

/**
 * @param {object} props
 * @param {RoomView | null} [props.room]  the room that is looked through first
 * @param {() => void} [props.on_close]  what was found is gone to
 */
export function Search({ room = null, on_close = () => {} }) {
  const app = useApp();
  const [wanted, setWanted] = useState(/** @type {Wanted | null} */ (null));
  const [found, setFound] = useState(/** @type {MessagePosted[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [words, setWords] = useState("");
  const asked = useRef(0);

  /** @param {Wanted} what @param {string | null} from */
  async function search(what, from) {
    const mine = ++asked.current;
    setWords(t("Looking …"));
    let at = from;
    let said = t("Nothing found so far.");
    for (let page = 0; page < EMPTY_PAGES_MAX; page += 1) {
      const answer = await app.ask("message.search", { ...what, cursor: at });
      if (mine !== asked.current) return;
      if (!answer.ok) return setWords(refusalWords(answer.error, app.now()));
      at = answer.cursor;
      if (answer.messages.length === 0 && at !== null) continue;
      setFound((before) => (from === null ? answer.messages : [...before, ...answer.messages]));
      said = answer.messages.length === 0 && from === null ? t("Nothing found.") : "";
      break;
    }
    setWords(said);
    setCursor(at);
  }

  /** Where it was said, unless that goes without saying. @param {MessagePosted} message */
  function roomOf({ room_id }) {
    if (room && wanted?.room_id === room.room_id) return "";
    return state.value.rooms[room_id]?.room.name ?? "";
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const what = wantedOf(new FormData(/** @type {HTMLFormElement} */ (event.target)));
    if (!what.text) return;
    setFound([]);
    setCursor(null);
    setWanted(what);
    void search(what, null);
  }

  /** A search field takes the first Escape for itself. @param {KeyboardEvent} event */
  function escaped(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    on_close();
  }

  return html`
    <form
      class="stack search"
      role="search"
      onSubmit=${submit}
      onKeyDown=${room ? escaped : null}
    >
      <div class="row">
        <input
          type="search"
          name="text"
          aria-label=${t("Words to look for")}
          maxlength="200"
          autofocus=${room !== null}
        />
        <button type="submit" class="main">${t("Search")}</button>
      </div>
      <${Narrower} room=${room} />
    </form>
    <p role="status">${words}</p>
    <ul class="found">
      ${found.map(
        (message) =>
          html`<${Kept}
            key=${message.message_id}
            message=${message}
            room=${roomOf(message)}
            on_follow=${on_close}
          />`,
      )}
    </ul>
    <${More}
      cursor=${cursor}
      words=${t("Look further back")}
      load=${(/** @type {string} */ from) => (wanted ? search(wanted, from) : Promise.resolve())}
    />
  `;
}

/** Where, by whom and when. @param {{room: RoomView | null}} props */
function Narrower({ room }) {
  const others = myRooms(state.value).filter(
    (known) => known.room.room_id !== room?.room_id && known.membership.standing === "in",
  );
  return html`
    <details class="narrower">
      <summary>${t("Where, by whom, when")}</summary>
      <div class="stack">
      <label class="field">
        <span>${t("Room")}</span>
        <select name="room_id">
          ${room && html`<option value=${room.room_id}>${room.name}</option>`}
          <option value="">${t("All my rooms")}</option>
          ${others.map(
            (known) => html`<option value=${known.room.room_id}>${known.room.name}</option>`,
          )}
        </select>
      </label>
      <label class="field">
        <span>${t("Said by")}</span>
        <input name="by" maxlength="80" autocomplete="off" autocapitalize="none" />
      </label>
      <label class="field">
        <span>${t("From this day on")}</span>
        <input type="date" name="since" />
      </label>
      <label class="field">
        <span>${t("Up to this day")}</span>
        <input type="date" name="before" />
      </label>
      </div>
    </details>
  `;
}

/**
 * @param {FormData} data
 * @returns {Wanted}
 */
function wantedOf(data) {
  const field = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
  const [since, last] = [dayAt(field("since")), dayAt(field("before"))];
  /** @type {Wanted} */
  const what = { text: field("text") };
  if (field("room_id")) what.room_id = field("room_id");
  if (field("by")) what.by = field("by");
  if (since !== null) what.since = since;
  if (last !== null) what.before = new Date(last + DAY_MS * 1.5).setHours(0, 0, 0, 0);
  return what;
}

/**
 * When a day of the reader's own begins.
 *
 * @param {string} day  as a date field gives it, or empty
 */
function dayAt(day) {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const at = new Date(year, month - 1, date).getTime();
  return day === "" || Number.isNaN(at) ? null : Math.max(at, 0);
}
