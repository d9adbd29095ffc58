// @ts-check
/**
 * A place where nothing is, or where something could not be fetched: a small picture, what is so,
 * and what one can do. The picture is silent; the words are told, an error at once.
 * Must never blame, and never leave anyone without a next step where there is one.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";

/** In a rectangle of 200 by 120; each path with its paint, people in their tints. */
const PICTURES = Object.freeze({
  /** People round a lamp: a room in which nothing was said yet. */
  circle: [
    ["glow faint", "M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],
    ["near", "M92 84h16l4 22H88z"],
    ["glow", "M93 84V74a7 7 0 0 1 14 0v10z"],
    ["tint-3", "M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30z"],
    ["tint-4", "M148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],
    ["tint-0", "M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4"],
    ["tint-6", "M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"],
  ],
  /** A lantern on a path: nothing was found. */
  lantern: [
    ["far", "M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],
    ["deep", "M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],
    ["glow faint", "m100 48-30 58h74l-28-58z"],
    ["deep", "M97 30h22l6 8H91z"],
    ["glow", "M93 38h30l-4 20H97z"],
  ],
  /** A mug: all is done for now. */
  mug: [
    [
      "near",
      "M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0" +
        " 28h-10v-6h9a8 8 0 0 0 0-16h-9z",
    ],
    ["deep", "M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],
    [
      "far",
      "M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110" +
        " 34c-8-8 6-12-1-22 12 8-2 14 4 22z",
    ],
  ],
  /** A boat that waits: the line is down. */
  boat: [
    ["far", "M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],
    ["deep", "M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],
    ["near", "M96 14v58H62z"],
    ["glow", "M104 24l34 48h-34z"],
  ],
  /** Someone on the bench beside a door that stands ajar: one is waited for. */
  doorstep: [
    ["far", "M4 106c48-7 144-7 192 0v8H4z"],
    ["deep", "M108 106V46a28 28 0 0 1 56 0v60z"],
    ["glow", "M115 106V47a21 21 0 0 1 42 0v59z"],
    ["near", "M115 106V47a21 21 0 0 1 21-21v0l8 12v68z"],
    ["glow faint", "M144 106h13l26 8h-47z"],
    ["glow", "M138 72a2.5 2.5 0 1 0 .1 0"],
    ["near", "M30 82h62v7H30zM37 89h6v17h-6zM79 89h6v17h-6z"],
    ["tint-3", "M61 36a10 10 0 1 0 .1 0M43 82c0-19 5-25 18-25s18 6 18 25z"],
  ],
  /** A low gate, closed for now; the lantern beside it and the house behind it are lit. */
  gate: [
    ["far", "M4 88c44-20 86-14 112-8s52 0 80-6v36H4z"],
    ["deep", "M76 70V48l24-20 24 20v22z"],
    ["glow", "M93 70V60a7 7 0 0 1 14 0v10z"],
    ["glow faint", "M93 70h14l18 40H75z"],
    ["near", "M40 110V58h11v52zM149 110V58h11v52z"],
    ["near", "M51 78h98v5H51zM51 98h98v5H51zM64 71h5v39h-5zM83 69h5v41h-5zM112 69h5v41h-5zM131 71h5v39h-5z"],
    ["glow faint", "M154 20a24 24 0 1 0 .1 0"],
    ["deep", "M146 34h17l3 4h-23zM146 55h17v3h-17z"],
    ["glow", "M146 38h17l-2 17h-13z"],
  ],
  /** A road into the hills, and somebody on it with a bag: one may turn round. */
  road: [
    ["glow faint", "M62 80a40 40 0 0 1 80 0z"],
    ["glow", "M80 80a22 22 0 0 1 44 0z"],
    ["far", "M4 84c34-16 66-12 98-6s60 2 94-6v38H4z"],
    ["near", "M78 110c4-14 34-12 26-33h5c14 18-4 20-3 33z"],
    ["tint-4", "M66 56a8 8 0 1 0 .1 0M53 104c0-23 3-31 13-31s13 8 13 31z"],
    ["deep", "M82 88h15v14H82zM86 84h7v4h-7z"],
  ],
  /** A box with papers: what is gathered for somebody. */
  box: [
    ["far", "M10 102c50-7 130-7 180 0v8H10z"],
    ["glow", "M76 24h34l10 10v34H76z"],
    ["deep", "M84 38h26v4H84zM84 48h28v4H84z"],
    ["near", "M58 58h84l-6 46H64z"],
    ["deep", "M54 56h92v10H54zM90 78h20v6H90z"],
  ],
  /** A house with a light: there is a place. */
  house: [
    ["far", "M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],
    ["deep", "M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],
    ["glow", "M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"],
  ],
});

/** @typedef {keyof typeof PICTURES} PictureName */

export const PICTURE_NAMES = /** @type {PictureName[]} */ (Object.keys(PICTURES));

/** @param {{name: PictureName}} props */
export function Picture({ name }) {
  return html`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
    ${PICTURES[name].map(([paint, d]) => html`<path class=${`paint-${paint}`} d=${d} />`)}
  </svg>`;
}

/**
 * @param {object} props
 * @param {PictureName} props.picture
 * @param {ComponentChildren} props.words  what is so
 * @param {boolean} [props.wrong]  something went wrong: told at once
 * @param {ComponentChildren} [props.children]  what one can do
 */
export function Empty({ picture, words, wrong = false, children }) {
  return html`
    <div class="empty">
      <${Picture} name=${picture} />
      <p role=${wrong ? "alert" : "status"}>${words}</p>
      ${children}
    </div>
  `;
}
