// @ts-check
/**
 * A field for words that grows with them, tells when they get too many, and finishes names.
 * Must never cut anything off.
 *
 * @import { Timeline } from "../state.js"
 */
import { html } from "htm/preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { tn } from "../i18n.js";
import { hasRealKeys } from "../keyboard.js";
import { writing } from "../store.js";
import { enterSends } from "../writing.js";
import { later } from "./later.js";

export const BODY_MAX_CHARS = 4000;
const NEAR_CHARS = 300;
const GROWS = CSS.supports("field-sizing", "content");

const Names = later(() => import("./names.js").then((module) => module.Names));

/** @param {string} body */
export function tooLong(body) {
  return charsOf(body) > BODY_MAX_CHARS;
}

/** @param {string} body */
function charsOf(body) {
  return body.length > BODY_MAX_CHARS - NEAR_CHARS ? [...body].length : body.length;
}

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} [props.hint]
 * @param {string} props.value
 * @param {boolean | number} [props.focus]  taken whenever this changes to something
 * @param {boolean} [props.target]  whether the region's focus goes here
 * @param {{timeline: Timeline, my_id: string}} [props.names]  where those are seen whose names it
 *   finishes after an @, and who asks
 * @param {(value: string) => void} props.on_words
 * @param {() => void} props.on_send
 * @param {() => void} [props.on_escape]
 * @param {() => void} [props.on_up]  the Up arrow in an empty field
 * @param {() => void} [props.on_leave]
 */
export function WordsField(props) {
  const { label, value, names, on_words, on_leave } = props;
  const ref = useRef(/** @type {HTMLTextAreaElement | null} */ (null));

  useLayoutEffect(() => {
    const field = ref.current;
    if (GROWS || !field) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }, [value]);
  useLayoutEffect(() => {
    const field = ref.current;
    if (!props.focus || !field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [props.focus]);

  return html`
    <div class="words-box">
      ${
        names &&
        value.includes("@") &&
        html`<${Names} field=${ref} value=${value} ...${names} on_words=${on_words} />`
      }
      <textarea
        ref=${ref}
        class="words-field"
        rows="1"
        dir="auto"
        enterkeyhint=${sendsBy({ shift: false, ctrl: false }) ? "send" : "enter"}
        aria-label=${label}
        aria-autocomplete=${names ? "list" : null}
        placeholder=${props.hint ?? ""}
        data-focus=${props.target ? "" : null}
        value=${value}
        onInput=${(/** @type {any} */ event) => on_words(event.target.value)}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => pressed(event, props)}
        onBlur=${on_leave}
      ></textarea>
    </div>
  `;
}

/** @param {{shift: boolean, ctrl: boolean}} pressed */
function sendsBy(pressed) {
  return enterSends(writing.value.enter_sends, { ...pressed, real_keys: hasRealKeys() });
}

/**
 * @param {KeyboardEvent} event
 * @param {Pick<Parameters<typeof WordsField>[0], "value" | "on_send" | "on_escape" | "on_up">} then
 */
function pressed(event, { value, on_send, on_escape, on_up }) {
  if (event.isComposing) return;
  const { key } = event;
  if (key === "Enter" && sendsBy({ shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey })) {
    event.preventDefault();
    on_send();
  } else if (key === "Escape" && on_escape) {
    event.preventDefault();
    on_escape();
  } else if (key === "ArrowUp" && value === "" && on_up) {
    event.preventDefault();
    on_up();
  }
}

/** @param {{value: string}} props */
export function RoomLeft({ value }) {
  const left = BODY_MAX_CHARS - charsOf(value);
  if (left > NEAR_CHARS) return null;
  return html`<p class=${`left small ${left < 0 ? "over" : "soft"}`} role="status">
    ${
      left < 0
        ? tn("{count} character too many", "{count} characters too many", -left)
        : tn("{count} character left", "{count} characters left", left)
    }
  </p>`;
}
