// @ts-check
/**
 * Goes anywhere and does anything by a few letters: a combobox over rooms, pages and actions.
 * Must never do a thing before it was chosen.
 *
 * @import { Place } from "../places.js"
 */
import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t, tn } from "../i18n.js";
import { offers } from "../offers.js";
import { fitting, placesOf } from "../places.js";
import { state } from "../store.js";
import { Dialog } from "./dialog.js";

/** @param {{on_close: () => void, on_choose: (place: Place) => void}} props */
export function Switcher({ on_close, on_choose }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const places = placesOf(state.value, offers.value);
  const found = fitting(places, typed);
  const active = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active, typed]);

  /** @param {KeyboardEvent & {currentTarget: HTMLInputElement}} event */
  function pressed(event) {
    if (event.isComposing) return;
    // Whoever types quickly may press Enter before the list has followed.
    const { value } = event.currentTarget;
    const place = value === typed ? found[active] : fitting(places, value)[0];
    if (event.key === "ArrowDown") setAt((active + 1) % Math.max(found.length, 1));
    else if (event.key === "ArrowUp") setAt((active || found.length) - 1);
    else if (event.key === "Enter" && place) on_choose(place);
    else return;
    event.preventDefault();
  }

  return html`
    <${Dialog} title=${t("Go to")} on_close=${on_close}>
      <input
        role="combobox"
        aria-label=${t("A room, a page or an action")}
        aria-autocomplete="list"
        aria-expanded=${found.length > 0}
        aria-controls=${id}
        aria-activedescendant=${found.length > 0 ? `${id}-${active}` : null}
        autocomplete="off"
        autofocus
        value=${typed}
        onInput=${(/** @type {any} */ event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown=${pressed}
      />
      <p class="soft small" role="status">
        ${
          found.length === 0
            ? t("Nothing has that name.")
            : tn("{count} place", "{count} places", found.length)
        }
      </p>
      <ul id=${id} ref=${list} class="places" role="listbox" aria-label=${t("Places")}>
        ${found.map(
          (place, index) => html`<li
            key=${place.key}
            id=${`${id}-${index}`}
            class="place-option"
            role="option"
            aria-selected=${index === active}
            onClick=${() => on_choose(place)}
          >
            <span class="place-name">${place.words}</span>
            <span class="place-kind">${place.kind}</span>
          </li>`,
        )}
      </ul>
    <//>
  `;
}
