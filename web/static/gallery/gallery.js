// @ts-check
/**
 * Every part in every state, light beside dark, for whoever works on the look: `/gallery` in
 * development mode. Must never be part of what people load.
 */
import "@preact/signals";
import { html, render } from "htm/preact";
import { AppContext } from "../parts/app.js";
import { withNotice } from "../state.js";
import { change } from "../store.js";
import { fakeApp, shelved } from "./fake.js";
import { ROOM } from "./room.js";
import { SMALL } from "./small.js";

const SIDES = ["light", "dark"];
const root = /** @type {HTMLElement} */ (document.getElementById("gallery"));

/** Something to tell, and rooms to list. */
change((now) => ({
  ...withNotice(now, "Done. This stays a moment."),
  me: /** @type {any} */ ({ user_id: "me", handle: "river", role: "member", visible: true }),
  rooms: shelved(),
}));

render(
  html`<${AppContext.Provider} value=${fakeApp()}>
    <nav aria-label="Shelves">
      <ul class="row">
        ${[...SMALL, ...ROOM].map(
          ({ title }, at) => html`<li key=${at}><a href=${`#shelf-${at}`}>${title}</a></li>`,
        )}
      </ul>
    </nav>
    ${[...SMALL, ...ROOM].map(
      ({ title, show }, at) => html`<section key=${title} class="shelf" id=${`shelf-${at}`}>
        <h2>${title}</h2>
        <div class="panes">
          ${SIDES.map(
            (side) => html`<div key=${side} class="pane" data-theme=${side}>${show(side)}</div>`,
          )}
        </div>
      </section>`,
    )}
  <//>`,
  root,
);
root.dataset.ready = "";
