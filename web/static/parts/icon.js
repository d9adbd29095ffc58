// @ts-check
/**
 * Our own small signs, drawn in one line like handwriting.
 * Must never be the only bearer of a meaning: words stand beside it or name what it stands in.
 */
import { html } from "htm/preact";

/** In a square of 24; `full` is painted, not drawn; `turns` with the direction of writing. */
const DRAWN = Object.freeze({
  back: { d: "m14.5 5-7 7 7 7", turns: true },
  forward: { d: "m9.5 5 7 7-7 7", turns: true },
  down: { d: "M12 4.5v14m-6-5.5 6 6 6-6" },
  close: { d: "M6 6l12 12M18 6 6 18" },
  check: { d: "m4.5 12.5 5 5 10-11" },
  plus: { d: "M12 5v14M5 12h14" },
  menu: { d: "M4 7h16M4 12h16M4 17h11" },
  more: {
    d: "",
    full:
      "M4 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0m6 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0m6 0a2 2 0 1 0 4 0a2" +
      " 2 0 1 0-4 0",
  },
  send: { d: "M4 12h10M3.5 4.5 21 12 3.5 19.5 6 12z", turns: true },
  search: { d: "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13m5 11.5 5 5" },
  help: {
    d: "M12 20.5S3.5 15.6 3.5 9.4A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.5 2.4c0 6.2-8.5 11.1-8.5 11.1",
  },
  phone: {
    d:
      "M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0" +
      " 0 1 4.5 5.700a2 2 0 0 1 2-2.2",
  },
  people: {
    d:
      "M9 11.500a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 19.500c.5-3.5 3-5.5 6.5-5.500s6 2" +
      " 6.5 5.500M16 4.800a3.3 3.3 0 0 1 0 6.400M18 14.500c2 .7 3.2 2.5 3.5 5",
  },
  person: { d: "M12 11.500a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.500c.6-4 3.5-6 7.5-6s6.9 2 7.5 6" },
  room: { d: "M4 11.5 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5" },
  door: { d: "M6 20.500v-16L15 3v18.500zM15 5h3.500v15.500M3.5 20.500h17M11.5 12v1" },
  book: {
    d:
      "M12 6.500C10 5 7 4.5 3.5 5v13.500c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.500V5C17 4.5" +
      " 14 5 12 6.500M12 6.500V20",
  },
  pin: { d: "M9 3.500h6l-1 6 3.5 4h-11l3.5-4zM12 13.500v7" },
  save: { d: "M7 4h10v16.500l-5-4-5 4z" },
  reply: { d: "m9.5 6-5.5 5.5 5.5 5.500M4.5 11.500h9c4 0 6.5 2 6.5 6.5", turns: true },
  edit: {
    d:
      "m4.5 19.5.9-4.200L16 4.700a1.9 1.9 0 0 1 2.7 0l.6.6a1.9 1.9 0 0 1 0 2.700L8.7 18.600z" +
      "M14 6.700l3.3 3.3",
  },
  take_back: {
    d: "M5 7h14M9.5 7V4.500h5V7M7 7l.9 12.500h8.200L17 7M10.2 10.500v5.500m3.6-5.500v5.5",
  },
  copy: { d: "M9 8.500h10.500v12H9zM15 8.500v-5H4.500v12H9" },
  link: {
    d:
      "M10 14a4 4 0 0 0 5.8.2l3-3a4.1 4.1 0 0 0-5.8-5.800l-1.2 1.200M14 10a4 4 0 0" +
      " 0-5.8-.2l-3 3a4.1 4.1 0 0 0 5.8 5.800l1.2-1.2",
  },
  flag: { d: "M6 21V4M6 4.500c4-2 7 2 12 0v9c-5 2-8-2-12 0" },
  block: { d: "M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M6.2 6.200l11.6 11.6" },
  hide: {
    d:
      "M4 4l16 16M9.5 5.800A10 10 0 0 1 12 5.500c5 0 8 4 9 6.500a11 11 0 0 1-2.6 3.800M6.4" +
      " 7.800A11 11 0 0 0 3 12c1 2.5 4 6.5 9 6.500a9.6 9.6 0 0 0 4.3-1M10 10.200a2.7 2.7 0 0" +
      " 0 3.8 3.8",
  },
  eye: {
    d:
      "M3 12c1-2.5 4-6.5 9-6.500s8 4 9 6.500c-1 2.5-4 6.5-9 6.500s-8-4-9-6.500M12 9.300a2.7" +
      " 2.7 0 1 0 0 5.400a2.7 2.7 0 0 0 0-5.4",
  },
  settings: {
    d:
      "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.600M8.5" +
      " 14.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.6",
  },
  sun: {
    d:
      "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4" +
      " 1.400m10.6 10.6 1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4",
  },
  moon: { d: "M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5" },
  device: { d: "M4 5h16v11H4zM9 20h6M12 16v4" },
  bell: {
    d:
      "M6 16.500c1-1.5 1.3-3 1.3-6a4.7 4.7 0 0 1 9.4 0c0 3 .3 4.5 1.3 6zM10 19.500a2.2 2.2 0" +
      " 0 0 4 0",
  },
  lock: { d: "M6 11h12v9.500H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2" },
  key: { d: "M8 11.500a4.5 4.5 0 1 0 0 .1M12.4 12H21m-3 0v3.500M15 12v2.5" },
  shield: {
    d:
      "M12 3.500c2.5 1.8 5 2.5 7.5 2.5 0 7-2 11.5-7.5 14.500C6.5 17.5 4.5 13 4.5 6 7 6 9.5" +
      " 5.3 12 3.5",
  },
  letter: { d: "M3.5 6h17v12.500h-17zM4 6.500l8 7 8-7" },
  keys: { d: "M3 7h18v10.500H3zM6.5 10.500h.1m3.6 0h.1m3.6 0h.1m3.6 0h.1M8 14.200h8" },
  leave: { d: "M14 4.500H5v15h9M10 12h11m-4-4 4 4-4 4", turns: true },
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
  take: { d: "M12 4v11m-5-4.5 5 5 5-5M5 20h14" },
  clock: { d: "M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.500V12l3 2" },
  offline: {
    d:
      "M4 4l16 16M3.5 9.500a13 13 0 0 1 4-2.600M20.5 9.500A13 13 0 0 0 11 6.100M6.5 13a8.5" +
      " 8.5 0 0 1 4-2.300M17.5 13a8.4 8.4 0 0 0-2.3-1.600M9.5 16.400a4 4 0 0 1 5 0M12" +
      " 19.500h.1",
  },
  warning: { d: "M12 4 2.8 19.500h18.400zM12 10v4.500m0 2.500h.1" },
});

/** @typedef {keyof typeof DRAWN} IconName */

export const ICON_NAMES = /** @type {IconName[]} */ (Object.keys(DRAWN));

/** The lit window: the sign of this place, whatever it is called. */
export function Mark() {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle class="paint-accent" cx="16" cy="16" r="16" />
    <path class="paint-window" d="M9 25.5V15a7 7 0 0 1 14 0v10.5z" />
    <path class="line-accent" d="M16 8v17.5M9 17h14" />
  </svg>`;
}

/** @param {{name: IconName}} props */
export function Icon({ name }) {
  const { d, full, turns } = /** @type {{d: string, full?: string, turns?: boolean}} */ (
    DRAWN[name]
  );
  return html`<svg
    class=${turns ? "icon turns" : "icon"}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    ${d && html`<path d=${d} />`}${full && html`<path class="full" d=${full} />`}
  </svg>`;
}
