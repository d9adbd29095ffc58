// @ts-check
/**
 * Takes the code out of a link into the form, and offers names that nobody has.
 * A fragment is never sent to any server, and it does not stay in the address bar either.
 * Must never make a name of anything that was typed.
 */
import { suggestions } from "./api.js";

/** It is filled in: nobody has to look at it. @param {HTMLDetailsElement | null} part */
function fold(part) {
  if (!part) return;
  part.open = false;
  part.querySelector("summary")?.removeAttribute("hidden");
}

/** Whoever comes by a link is told what that link does. @param {boolean} knocks */
function comeByLink(knocks) {
  for (const part of document.querySelectorAll("[data-no-invite]")) part.setAttribute("hidden", "");
  document.querySelector("details[data-only-by-link]")?.setAttribute("open", "");
  if (knocks) document.querySelector("[data-knock]")?.removeAttribute("hidden");
}

function takeCode() {
  const found = /(?:^#|&)(invite|knock)=([\w-]+)/.exec(location.hash);
  const box = document.getElementById("invite");
  if (!found?.[2] || !(box instanceof HTMLInputElement)) return;
  box.value = found[2];
  fold(box.closest("details"));
  comeByLink(found[1] === "knock");
  history.replaceState(null, "", location.pathname);
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

/**
 * The names as buttons that write them into the field, and one more for others.
 *
 * @param {Element} part
 * @param {HTMLInputElement} box
 * @param {string[]} names
 */
function offer(part, box, names) {
  const row = document.createElement("span");
  row.className = "row";
  const choose = (/** @type {string} */ name) => {
    box.value = name;
    box.focus();
  };
  const others = button("Others", async () => {
    others.disabled = true;
    const fresh = await suggestions();
    if (fresh.length) offer(part, box, fresh);
    others.disabled = false;
    part.querySelector("button")?.focus();
  });
  row.append(...names.map((name) => button(name, () => choose(name))), others);
  part.replaceChildren("None in mind? Nobody has these yet:", row);
}

function offerFirst() {
  const part = document.querySelector("[data-suggestions]");
  const box = document.getElementById("handle");
  if (!part || !(box instanceof HTMLInputElement)) return;
  const names = [...part.querySelectorAll("[data-name]")].map((each) => each.textContent ?? "");
  offer(part, box, names);
}

takeCode();
offerFirst();
