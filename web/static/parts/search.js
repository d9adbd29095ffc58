// @ts-check
/**
 * Finding what was said in a room. Must never put what is looked for into an address.
 *
 * @import { MessagePosted, RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { clockTime, dayWords } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { Words } from "./message.js";
import { More } from "./more.js";

const EMPTY_PAGES_MAX = 10;

/** @param {{room: RoomView, on_close: () => void}} props */
export function SearchDialog({ room, on_close }) {
  const app = useApp();
  const [text, setText] = useState("");
  const [found, setFound] = useState(/** @type {MessagePosted[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [words, setWords] = useState("");

  /** @param {string | null} from */
  async function search(from) {
    if (!text.trim()) return;
    setWords("Looking …");
    let at = from;
    for (let page = 0; page < EMPTY_PAGES_MAX; page += 1) {
      const answer = await app.ask("message.search", { text, room_id: room.room_id, cursor: at });
      if (!answer.ok) return setWords(refusalWords(answer.error, app.now()));
      at = answer.cursor;
      if (answer.messages.length === 0 && at !== null) continue;
      setFound((before) => (from === null ? answer.messages : [...before, ...answer.messages]));
      setWords(answer.messages.length === 0 && from === null ? "Nothing found." : "");
      break;
    }
    setCursor(at);
  }

  /** Such a field takes the first Escape for itself. @param {KeyboardEvent} event */
  function escaped(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    on_close();
  }

  return html`
    <${Dialog} title=${`Search in ${room.name}`} kind="wide" on_close=${on_close}>
      <form
        class="row"
        role="search"
        onSubmit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          setFound([]);
          void search(null);
        }}
      >
        <input
          type="search"
          aria-label="Words to look for"
          maxlength="200"
          value=${text}
          onInput=${(/** @type {any} */ event) => setText(event.target.value)}
          onKeyDown=${escaped}
        />
        <button type="submit" class="main">Search</button>
      </form>
      <p role="status">${words}</p>
      <ul class="found">
        ${found.map(
          (message) => html`<li key=${message.message_id}>
            <p class="soft small">
              ${message.author?.handle}, ${dayWords(message.at, app.now())} ${clockTime(message.at)}
            </p>
            <p class="words" dir="auto"><${Words} body=${message.body} /></p>
          </li>`,
        )}
      </ul>
      <${More} cursor=${cursor} words="Look further back" load=${search} />
    <//>
  `;
}
