// @ts-check
/**
 * The signs that a room begins with, drawn in one line like handwriting; icons.js has all others.
 * Must never be the only bearer of a meaning: words stand beside it or name what it stands in.
 */
import { html } from "htm/preact";

/**
 * In a square of 24; `full` is painted, not drawn; `turns` with the direction of writing.
 *
 * @typedef {{d: string, full?: string, turns?: boolean}} Drawing
 */

export const FIRST = Object.freeze({
  back: { d: "m14.5 5-7 7 7 7", turns: true },
  close: { d: "M6 6l12 12M18 6 6 18" },
  menu: { d: "M4 7h16M4 12h16M4 17h11" },
  more: {
    d: "",
    full:
      "M4 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0m6 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0m6 0a2 2 0 1 0 4 0a2" +
      " 2 0 1 0-4 0",
  },
  help: {
    d: "M12 20.5S3.5 15.6 3.5 9.4A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.5 2.4c0 6.2-8.5 11.1-8.5 11.1",
  },
  book: {
    d:
      "M12 6.500C10 5 7 4.5 3.5 5v13.500c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.500V5C17 4.5" +
      " 14 5 12 6.500M12 6.500V20",
  },
  pin: { d: "M9 3.500h6l-1 6 3.5 4h-11l3.5-4zM12 13.500v7" },
  heart: {
    d: "",
    full:
      "M12 20.800S3.5 15.6 3.5 9.400A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.5 2.400c0 6.2-8.5" +
      " 11.4-8.5 11.4",
  },
  hug: {
    d:
      "M5 13.500c0-3 3-4.5 7-4.500s7 1.5 7 4.500c0 4-3 7-7 7s-7-3-7-7M7.5 14.500c2.5 2.2 6.5" +
      " 2.2 9 0",
    full: "M12 2.500a2.6 2.6 0 1 0 .1 0",
  },
  thanks: {
    d:
      "M12 20c-4.5-.6-7.5-3.5-8-8 4 .4 7 3 8 8 1-5 4-7.6 8-8-.5 4.5-3.5 7.4-8 8M12" +
      " 14.500C9.5 11.5 9.5 8 12 4.500c2.5 3.5 2.5 7 0 10",
  },
  strength: {
    d: "M2.5 19.5 9.5 8l4 6.5 2.3-3.5 5.7 8.500zM9.5 8V3.5",
    full: "M9.5 3l5 1.7-5 1.800z",
  },
  me_too: {
    d:
      "M9 6.500a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M15 6.500a5.5 5.5 0 1 0 0 11a5.5 5.5 0" +
      " 0 0 0-11",
  },
  well_done: {
    d: "",
    full: "m12 3 2.7 5.6 6.1.8-4.5 4.2 1.1 6.1-5.4-3-5.4 3 1.1-6.1-4.5-4.2 6.1-.8z",
  },
});

/** @typedef {keyof typeof FIRST} FirstName */

/** The lit window: the sign of this place, whatever it is called. */
export function Mark() {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle class="paint-accent" cx="16" cy="16" r="16" />
    <path class="paint-window" d="M9 25.5V15a7 7 0 0 1 14 0v10.5z" />
    <path class="line-accent" d="M16 8v17.5M9 17h14" />
  </svg>`;
}

/** @param {{name: FirstName}} props */
export function Icon({ name }) {
  return html`<${Drawn} ...${FIRST[name]} />`;
}

/** @param {Drawing} props */
export function Drawn({ d, full, turns }) {
  return html`<svg
    class=${turns ? "icon turns" : "icon"}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    ${d && html`<path d=${d} />`}${full && html`<path class="full" d=${full} />`}
  </svg>`;
}
