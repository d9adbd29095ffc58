// @ts-check
/**
 * A person's sign: a small landscape, made of their id alone, so that it is the same for everybody
 * and changes with nothing they do. The name stands beside it; to a screen reader it is silent.
 * Must never carry meaning that the name beside it does not, nor be made of anything they wrote.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { signOf } from "../signs.js";

/** Each in a circle of 40: two layers, `a` before `b`. */
const LANDSCAPES = Object.freeze([
  // hills
  ["M0 40V27c8-7 14-6 20 0s13 6 20 1v12z", "M0 40V22C9 12 19 14 26 21s10 5 14 3v16z"],
  // a sun over water
  ["M0 40V27h40v13zM3 31h34M3 35h34", "M10 27a10 10 0 0 1 20 0z"],
  // a leaf
  ["M20 6C31 14 31 27 20 36 9 27 9 14 20 6", "M20 6C9 14 9 27 20 36z"],
  // mountains
  ["M0 40 13 18l8 12 5-7 14 17z", "M8 40 26 11l14 22v7z"],
  // the moon
  ["M27 27A12 12 0 1 1 17 9a10 10 0 0 0 10 18", "M29 9a2.5 2.5 0 1 1-.1 0"],
  // waves
  ["M0 40V30q5-5 10 0t10 0 10 0 10 0v10z", "M0 40V19q5-5 10 0t10 0 10 0 10 0v21z"],
  // a flower
  [
    "M20 15a5 5 0 1 1-.1 0",
    "M20 4a7 7 0 0 1 5 11 7 7 0 1 1 0 10 7 7 0 1 1-10 0 7 7 0 1 1 0-10 7 7 0 0 1 5-11",
  ],
  // pebbles
  [
    "M9 36c-4-4 2-9 11-9s15 5 11 9z",
    "M12 26c-2-4 2-7 8-7s10 3 8 7zM15 18c-1-3 1-6 5-6s6 3 5 6z",
  ],
  // a tree
  ["M18.5 22h3v15h-3z", "M20 5c7 0 12 5 11 11s-5 9-11 9-10-3-11-9S13 5 20 5"],
  // a boat
  ["M5 28h30c-2 6-6 8-10 8H15c-4 0-8-2-10-8", "M19 6v20H8zM22 11l9 15h-9z"],
  // a feather
  ["M10 34 30 8", "M31 6C18 7 10 15 12 29 25 28 32 19 31 6"],
  // a house with a light
  ["M17 36v-9h6v9z", "M20 8 34 20v16h-11v-9h-6v9H6V20z"],
]);

/** @param {{user_id: string}} props */
export function Avatar({ user_id }) {
  return html`<${Sign} id=${user_id} kind="avatar" />`;
}

/** A room has one too, in a square with round corners. @param {{room_id: string}} props */
export function RoomSign({ room_id }) {
  return html`<${Sign} id=${room_id} kind="avatar room-sign" />`;
}

/** @param {{id: string, kind: string}} props */
function Sign({ id, kind }) {
  const { tint, landscape, turned, swapped } = signOf(id);
  const [before, behind] = LANDSCAPES[landscape % LANDSCAPES.length] ?? [];
  return html`<svg
    class=${`${kind} tint-${tint}`}
    viewBox="0 0 40 40"
    aria-hidden="true"
    focusable="false"
  >
    <g transform=${turned ? "matrix(-1 0 0 1 40 0)" : null}>
      <path class=${swapped ? "a" : "b"} d=${behind} />
      <path class=${swapped ? "b" : "a"} d=${before} />
    </g>
  </svg>`;
}

/** @param {{badge?: string}} props */
export function Badge({ badge }) {
  if (!badge) return null;
  return html`<span class=${`badge ${badge}`}
    >${badge === "moderator" ? t("moderator") : t("keeps this room")}</span
  >`;
}
