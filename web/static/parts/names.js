// @ts-check
/**
 * The names that a begun @ may become, above the field: for keys and for a finger.
 * Must never take the focus from the field, nor a key while nothing is offered.
 *
 * A field of several lines cannot be a combobox, so it stays a text box that points at the chosen
 * name; the keys are a combobox's: up and down choose, Enter and Tab take, Escape puts away.
 *
 * @import { RefObject } from "preact"
 * @import { Place } from "../completion.js"
 * @import { Timeline } from "../state.js"
 * @import { Author } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { completed, isWhole, matching, namesHere, placeOf } from "../completion.js";
import { t, tn } from "../i18n.js";
import { Avatar, Badge } from "./avatar.js";

/**
 * @param {object} props
 * @param {RefObject<HTMLTextAreaElement>} props.field
 * @param {string} props.value
 * @param {Timeline} props.timeline  where those are seen whose names are offered
 * @param {string} props.my_id
 * @param {(value: string) => void} props.on_words
 */
export function Names({ field, value, timeline, my_id, on_words }) {
  const people = () => namesHere(timeline, my_id);
  const id = useId();
  const [place, setPlace] = useState(/** @type {Place | null} */ (null));
  const [chosen, setChosen] = useState(-1);
  const put_away = useRef(-1);
  const found = place ? matching(people(), place.begun) : [];
  const active = chosen < found.length ? chosen : -1;

  function look() {
    const at = field.current;
    const caret = at?.selectionStart ?? 0;
    const next =
      at && document.activeElement === at && caret === at.selectionEnd
        ? placeOf(at.value, caret)
        : null;
    if (!next) put_away.current = -1;
    const shown = next && next.start !== put_away.current ? next : null;
    // With a letter the first is taken by Enter; after a bare @, or a whole name, only what was
    // chosen is.
    if (shown?.begun !== place?.begun || shown?.start !== place?.start) {
      const [first] = shown ? matching(people(), shown.begun) : [];
      setChosen(shown?.begun && !isWhole(first, shown.begun) ? 0 : -1);
    }
    setPlace(shown);
  }

  /** @param {Author} person */
  function take(person) {
    const at = field.current;
    if (!at || !place) return;
    const next = completed(at.value, place, person.handle);
    at.value = next.body;
    at.setSelectionRange(next.caret, next.caret);
    on_words(next.body);
    setPlace(null);
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (found.length === 0 || event.isComposing || event.altKey || event.ctrlKey) return;
    const person = found[active];
    if (event.key === "ArrowDown") setChosen((active + 1) % found.length);
    else if (event.key === "ArrowUp") setChosen((Math.max(active, 0) || found.length) - 1);
    else if ((event.key === "Enter" || event.key === "Tab") && person && !event.shiftKey)
      take(person);
    else if (event.key === "Escape") {
      put_away.current = place?.start ?? -1;
      setPlace(null);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  useEffect(look, [value]);
  useListening(field, look, pressed);
  usePointing(field, found.length > 0 ? id : "", active);

  const told = tn(
    "{count} name. Up and down to choose, Enter to take it.",
    "{count} names. Up and down to choose, Enter to take one.",
    found.length,
  );
  return html`
    <span class="unseen" role="status">${found.length > 0 && told}</span>
    ${
      found.length > 0 &&
      html`<ul id=${id} class="names" role="listbox" aria-label=${t("Names of people here")}>
        ${found.map(
          (person, index) => html`<li
            key=${person.user_id}
            id=${`${id}-${index}`}
            class="name-option"
            role="option"
            aria-selected=${index === active}
            onPointerDown=${(/** @type {Event} */ event) => event.preventDefault()}
            onClick=${() => take(person)}
          >
            <${Avatar} ...${person} />
            <span class="who">${person.handle}</span>
            <${Badge} badge=${person.badge} />
          </li>`,
        )}
      </ul>`
    }
  `;
}

/**
 * @param {RefObject<HTMLTextAreaElement>} field
 * @param {() => void} look
 * @param {(event: KeyboardEvent) => void} pressed
 */
function useListening(field, look, pressed) {
  const latest = useRef({ look, pressed });
  latest.current = { look, pressed };
  useEffect(() => {
    const at = field.current;
    if (!at) return;
    const looks = () => latest.current.look();
    const presses = (/** @type {KeyboardEvent} */ event) => latest.current.pressed(event);
    // Before the field's own keys: Enter takes a name here, and sends there.
    at.addEventListener("keydown", presses, { capture: true });
    for (const kind of ["keyup", "click", "focus", "blur"]) at.addEventListener(kind, looks);
    return () => {
      at.removeEventListener("keydown", presses, { capture: true });
      for (const kind of ["keyup", "click", "focus", "blur"]) at.removeEventListener(kind, looks);
    };
  }, []);
}

/**
 * @param {RefObject<HTMLTextAreaElement>} field
 * @param {string} list_id  empty while nothing is offered
 * @param {number} active
 */
function usePointing(field, list_id, active) {
  useEffect(() => {
    const at = field.current;
    if (!at || !list_id) return;
    at.setAttribute("aria-controls", list_id);
    if (active >= 0) at.setAttribute("aria-activedescendant", `${list_id}-${active}`);
    return () => {
      at.removeAttribute("aria-controls");
      at.removeAttribute("aria-activedescendant");
    };
  }, [list_id, active]);
}
