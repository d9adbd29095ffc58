// @ts-check
/**
 * A field for words that grows with them and tells when they get too many.
 * Must never cut anything off.
 */
import { html } from "htm/preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { hasRealKeys } from "../keyboard.js";
import { counted } from "../words.js";

export const BODY_MAX_CHARS = 4000;
const NEAR_CHARS = 300;
const GROWS = CSS.supports("field-sizing", "content");

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
 * @param {(value: string) => void} props.on_words
 * @param {() => void} props.on_send
 * @param {() => void} [props.on_escape]
 * @param {() => void} [props.on_up]  the Up arrow in an empty field
 * @param {() => void} [props.on_leave]
 */
export function WordsField(props) {
  const { label, value, on_words, on_send, on_escape, on_up, on_leave } = props;
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

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && (hasRealKeys() || event.ctrlKey)) {
      event.preventDefault();
      on_send();
    } else if (event.key === "Escape" && on_escape) {
      event.preventDefault();
      on_escape();
    } else if (event.key === "ArrowUp" && value === "" && on_up) {
      event.preventDefault();
      on_up();
    }
  }

  return html`
    <textarea
      ref=${ref}
      class="words-field"
      rows="1"
      dir="auto"
      enterkeyhint=${hasRealKeys() ? "send" : "enter"}
      aria-label=${label}
      placeholder=${props.hint ?? ""}
      data-focus=${props.target ? "" : null}
      value=${value}
      onInput=${(/** @type {any} */ event) => on_words(event.target.value)}
      onKeyDown=${pressed}
      onBlur=${on_leave}
    ></textarea>
  `;
}

/** @param {{value: string}} props */
export function RoomLeft({ value }) {
  const left = BODY_MAX_CHARS - charsOf(value);
  if (left > NEAR_CHARS) return null;
  return html`<p class=${`left small ${left < 0 ? "over" : "soft"}`} role="status">
    ${left < 0 ? `${counted(-left, "character")} too many` : `${counted(left, "character")} left`}
  </p>`;
}
