// @ts-check
/**
 * The words of a message as they are read: paragraphs, quotes, lists, stress, and links that show
 * where they lead. Must never make anything of words but text and elements of our own choosing.
 *
 * @import { ComponentChildren } from "preact"
 * @import { Piece } from "../links.js"
 * @import { Block, Inline } from "../marks.js"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { blocksOf } from "../marks.js";
import { later } from "./later.js";

const OddLinkDialog = later(() => import("./odd-link.js").then((module) => module.OddLinkDialog));

/**
 * @param {object} props
 * @param {string} props.body
 * @param {number} [props.tab_stop]
 * @param {boolean} [props.links_held]  its links are shown as plain words
 * @param {ComponentChildren} [props.after]  what stands behind the last word
 */
export function Words({ body, tab_stop = 0, links_held = false, after = null }) {
  const blocks = blocksOf(body, !links_held);
  const [first] = blocks;
  if (blocks.length === 1 && first?.type === "words")
    return [...shown(first.inside, tab_stop), after];
  return [...blocks.map((block) => html`<${BlockOf} block=${block} tab_stop=${tab_stop} />`), after];
}

/** @param {{block: Block, tab_stop: number}} props */
function BlockOf({ block, tab_stop }) {
  switch (block.type) {
    case "words":
      return html`<p>${shown(block.inside, tab_stop)}</p>`;
    case "quote":
      return html`<blockquote>
        ${block.inside.map((each) => html`<${BlockOf} block=${each} tab_stop=${tab_stop} />`)}
      </blockquote>`;
    case "list":
      return html`<ul>
        ${block.items.map(({ inside }) => html`<li>${shown(inside, tab_stop)}</li>`)}
      </ul>`;
    case "numbers":
      return html`<ol>
        ${block.items.map(
          ({ number, inside }) => html`<li value=${number}>${shown(inside, tab_stop)}</li>`,
        )}
      </ol>`;
  }
}

/**
 * @param {Inline[]} inside
 * @param {number} tab_stop
 * @returns {any[]}
 */
function shown(inside, tab_stop) {
  return inside.map((each) => {
    switch (each.type) {
      case "text":
        return each.words;
      case "strong":
        return html`<strong>${shown(each.inside, tab_stop)}</strong>`;
      case "em":
        return html`<em>${shown(each.inside, tab_stop)}</em>`;
      case "link":
        return html`<${Link} link=${each.link} tab_stop=${tab_stop} />`;
    }
  });
}

/** @param {{link: Piece, tab_stop: number}} props */
function Link({ link, tab_stop }) {
  const [asked, setAsked] = useState(false);
  if (!link.odd)
    return html`<a
      href=${link.href}
      tabindex=${tab_stop}
      target=${leadsHere(link) ? null : "_blank"}
      rel="noopener noreferrer nofollow"
      >${withHost(link)}</a
    >`;
  return html`<button
      type="button"
      class="link odd"
      tabindex=${tab_stop}
      aria-haspopup="dialog"
      title=${t("Look where it leads first")}
      onClick=${() => setAsked(true)}
    >${link.words}</button
    >${
      asked &&
      html`<${OddLinkDialog}
        link=${link}
        on_close=${() => setAsked(false)}
        on_missing=${() => setAsked(false)}
      />`
    }`;
}

/** Another place of this very site. @param {Piece} link */
function leadsHere({ href }) {
  return href?.startsWith(`${location.origin}/app/`) === true;
}

/**
 * The host stands out from what is around it.
 *
 * @param {Piece} link
 */
function withHost({ words, host }) {
  const at = words.toLowerCase().indexOf(host, words.indexOf("//"));
  const end = at + host.length;
  return [words.slice(0, at), html`<span class="host">${words.slice(at, end)}</span>`, words.slice(end)];
}
