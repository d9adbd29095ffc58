// @ts-check
/**
 * Things to do or places to go, one under the other: a sheet on a phone, a window elsewhere.
 *
 * Ordinary buttons and links inside a dialog, so that each is told for what it is. The Tab key
 * stops at each; the arrows, Home and End move among them and go round; a letter goes to the next
 * that begins with it. Escape is the dialog's. Must never take a key from a field inside it.
 *
 * @import { ComponentChildren } from "preact"
 * @import { IconName } from "./icons.js"
 */
import { html } from "htm/preact";
import { AnyIcon } from "./icons.js";

/** @type {Record<string, (at: number, count: number) => number>} */
const MOVES = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** @param {KeyboardEvent & {currentTarget: Element}} event */
export function moveAmong(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || target.matches("textarea, select, input")) return;
  const items = /** @type {HTMLElement[]} */ ([...currentTarget.querySelectorAll(".menu-item")]);
  const at = items.indexOf(target);
  if (at === -1) return;
  const to = MOVES[key] ? MOVES[key](at, items.length) : begins(items, at, key);
  if (to === -1) return;
  event.preventDefault();
  items[to]?.focus();
}

/**
 * @param {HTMLElement[]} items
 * @param {number} at
 * @param {string} key
 */
function begins(items, at, key) {
  if (key.length !== 1 || key === " ") return -1;
  const letter = key.toLocaleLowerCase();
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = after.find((item) => item.innerText.trim().toLocaleLowerCase().startsWith(letter));
  return found ? items.indexOf(found) : -1;
}

/** @param {{children?: ComponentChildren, onClick?: (event: MouseEvent) => void}} props */
export function MenuList({ children, onClick }) {
  return html`<div class="menu" onKeyDown=${moveAmong} onClick=${onClick}>${children}</div>`;
}

/**
 * @param {object} props
 * @param {IconName} [props.icon]
 * @param {string} [props.href]  where it leads; without it, it does something
 * @param {() => void} [props.on_press]
 * @param {ComponentChildren} [props.children]
 */
export function MenuItem({ icon, href, on_press, children }) {
  const shown = html`${icon && html`<${AnyIcon} name=${icon} />`}<span>${children}</span>`;
  return href
    ? html`<a class="menu-item" href=${href}>${shown}</a>`
    : html`<button type="button" class="menu-item" onClick=${on_press}>${shown}</button>`;
}
