// @ts-check
/**
 * The words one begins with: a field, what has proved good to say, and beginnings of one's own.
 * Must never send a word by itself, nor lose what was typed when the answer was no.
 *
 * @import { ComponentChildren } from "preact"
 * @import { Answer } from "../problem.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { PROMPTS } from "../cases.js";
import { withTemplate } from "../desk.js";
import { newNonce } from "../nonce.js";
import { state } from "../store.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { desk, keepDesk } from "./use-desk.js";

const BODY_MAX_CHARS = 4000;

/**
 * @param {object} props
 * @param {string} props.case_id
 * @param {string} props.handle  whom one writes to
 * @param {string} props.label
 * @param {string} props.words  of the button
 * @param {number} [props.focus]  counts how often the field was asked for
 * @param {(body: string, nonce: string) => Promise<Answer<any>>} props.ask
 * @param {ComponentChildren} [props.children]
 */
export function WordsForm({ case_id, handle, label, words, focus = 0, ask, children }) {
  const app = useApp();
  const my_id = state.value.me?.user_id ?? "";
  const place = `case-${case_id}`;
  const [body, setBody] = useState(() => app.drafts.read(my_id, place).body);
  const nonce = useRef(newNonce());
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));

  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);

  /** @param {string} next */
  function wrote(next) {
    setBody(next);
    app.drafts.keep(my_id, place, { body: next });
  }

  /** @param {string} more */
  function add(more) {
    wrote([body.trimEnd(), more].filter(Boolean).join("\n"));
    field.current?.focus();
  }

  async function send() {
    const answer = await ask(body, nonce.current);
    if (answer.ok) {
      nonce.current = newNonce();
      wrote("");
    }
    return answer;
  }

  return html`
    <${AskForm} words=${words} keeps ask=${send}>
      ${children}
      <label class="field">
        <span>${label}</span>
        <textarea
          ref=${field}
          rows="4"
          maxlength=${BODY_MAX_CHARS}
          required
          value=${body}
          dir="auto"
          onInput=${(/** @type {any} */ event) => wrote(event.target.value)}
        ></textarea>
      </label>
      <${Beginnings} handle=${handle} body=${body} add=${add} />
    <//>
  `;
}

/**
 * What has proved good to say, in its order, and what I have kept for myself.
 *
 * @param {object} props
 * @param {string} props.handle
 * @param {string | null} [props.body]  what could be kept
 * @param {(words: string) => void} props.add
 */
export function Beginnings({ handle, body = null, add }) {
  const app = useApp();
  const me = state.value.me;
  const my_id = me?.user_id ?? "";
  const { templates } = desk.value;

  /** @param {readonly string[]} next */
  const keep = (next) => keepDesk(app.device, my_id, { templates: next });

  return html`
    <details class="beginnings">
      <summary>${t("What to say")}</summary>
      <ol class="prompts">
        ${PROMPTS.map(([title, words]) => {
          const filled = t(words, { handle, me: me?.handle ?? "" });
          return html`<li key=${title}>
            <button type="button" class="quiet prompt" onClick=${() => add(filled)}>
              <span><b>${t(title)}</b><br /><span class="small">${filled}</span></span>
            </button>
          </li>`;
        })}
      </ol>
      <h3>${t("In my own words")}</h3>
      <p class="soft small">${t("Kept on this device alone, until you sign out.")}</p>
      <ul class="prompts">
        ${templates.map(
          (words) => html`<li key=${words} class="own-words">
            <button type="button" class="quiet prompt" onClick=${() => add(words)}>
              <span class="as-written">${words}</span>
            </button>
            <button
              type="button"
              class="plain"
              aria-label=${t("Forget these words: {words}", { words: words.slice(0, 40) })}
              onClick=${() => keep(templates.filter((each) => each !== words))}
            >
              ${t("Forget")}
            </button>
          </li>`,
        )}
      </ul>
      ${
        body !== null &&
        html`<button
          type="button"
          class="plain"
          disabled=${!body.trim()}
          onClick=${() => {
            keep(withTemplate(templates, body));
            app.tell(t("Kept for the next time."));
          }}
        >
          ${t("Keep what I have written for the next time")}
        </button>`
      }
    </details>
  `;
}
