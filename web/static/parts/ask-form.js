// @ts-check
/**
 * A small form that asks the server for one thing and says how it went.
 * Must never clear what was typed when the answer was no, nor keep a passphrase when it was yes,
 * nor take the focus from the button that asks.
 *
 * @import { ComponentChildren } from "preact"
 * @import { Answer } from "../problem.js"
 */
import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { useSettled } from "./settled.js";

/**
 * @param {object} props
 * @param {(fields: Record<string, string>) => Promise<Answer<any>>} props.ask
 * @param {(answer: any) => string} [props.done]  what to say when it was done
 * @param {string} props.words  of the button
 * @param {string} [props.kind]
 * @param {boolean} [props.keeps]  whether the fields stay filled in after it was done
 * @param {string} [props.sure]  of a second press, where one slip of a thumb should not do
 * @param {ComponentChildren} [props.children]
 */
export function AskForm({ ask, done, words, kind = "main", keeps = false, sure = "", children }) {
  const app = useApp();
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  const first = useFocusAfter(asked);
  const problem_id = useId();
  // What was chosen meanwhile is another thing to be sure of.
  useEffect(() => setAsked(false), [sure]);

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    if (busy) return;
    if (sure) setAsked(true);
    else void send();
  }

  async function send() {
    const form = box.current;
    if (!form) return;
    const fields = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    setBusy(true);
    setProblem("");
    setSaid("");
    const answer = await ask(fields);
    setBusy(false);
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    if (!keeps) form.reset();
    setSaid(done?.(answer) ?? "");
  }

  return html`
    <form
      ref=${box}
      class="stack"
      onSubmit=${submit}
      aria-describedby=${problem ? problem_id : null}
    >
      ${children}
      ${problem && html`<p class="problem" role="alert" id=${problem_id}>${problem}</p>`}
      <p role="status" class="outcome">${said}</p>
      ${
        asked
          ? html`<${Second} sure=${sure} on_press=${send} on_end=${() => setAsked(false)} />`
          : html`<button ref=${first} type="submit" class=${kind} aria-disabled=${busy}>
              ${words}
            </button>`
      }
    </form>
  `;
}

/**
 * The button that asked: whoever goes by keyboard stays where they were.
 *
 * @param {boolean} asked
 */
function useFocusAfter(asked) {
  const first = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const was_asked = useRef(false);
  useEffect(() => {
    if (was_asked.current && !asked) first.current?.focus();
    was_asked.current = asked;
  }, [asked]);
  return first;
}

/**
 * A button for something that should not happen by one slip of a thumb.
 *
 * @param {object} props
 * @param {string} props.words
 * @param {string} props.sure  of the second press
 * @param {() => void} props.on_press
 * @param {string} [props.label]  where many look alike: which of them this is
 * @param {ComponentChildren} [props.children]  what is said before the second press
 */
export function TwoPresses({ words, sure, on_press, label = "", children }) {
  const [asked, setAsked] = useState(false);
  const first = useFocusAfter(asked);

  if (asked) {
    return html`<${Second} sure=${sure} on_press=${on_press} on_end=${() => setAsked(false)}>
      ${children}
    <//>`;
  }
  return html`<button
    ref=${first}
    type="button"
    class="quiet"
    aria-label=${label || null}
    onClick=${() => setAsked(true)}
  >
    ${words}
  </button>`;
}

/**
 * @param {object} props
 * @param {string} props.sure
 * @param {() => void} props.on_press
 * @param {() => void} props.on_end
 * @param {ComponentChildren} [props.children]
 */
function Second({ sure, on_press, on_end, children }) {
  const settled = useSettled();
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => button.current?.focus(), []);

  function press() {
    if (!settled) return;
    on_end();
    on_press();
  }

  return html`
    <div class=${`stack two ${settled ? "" : "settling"}`} role="group">
      ${children}
      <div class="row">
        <button ref=${button} type="button" class="main" onClick=${press}>${sure}</button>
        <button type="button" class="quiet" onClick=${on_end}>${t("Not now")}</button>
      </div>
    </div>
  `;
}
