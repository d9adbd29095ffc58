// @ts-check
/**
 * Takes the code out of a link into the form, and offers names that nobody has.
 * Must never make a name of anything that was typed.
 *
 * @import { Invitation } from "./invitation.js"
 */
import { learnWords, suggestions } from "./api.js";
import { t } from "./i18n.js";
import { takeInvitations } from "./invitation.js";

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

/** @param {Invitation} invitation */
function fillIn({ code, knocks }) {
  const box = document.getElementById("invite");
  if (!(box instanceof HTMLInputElement)) return;
  box.value = code;
  fold(box.closest("details"));
  comeByLink(knocks);
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
  const others = button(t("Others"), async () => {
    others.disabled = true;
    const fresh = await suggestions();
    if (fresh.length) offer(part, box, fresh);
    others.disabled = false;
    part.querySelector("button")?.focus();
  });
  row.append(...names.map((name) => button(name, () => choose(name))), others);
  part.replaceChildren(t("None in mind? Nobody has these yet:"), row);
}

function offerFirst() {
  const part = document.querySelector("[data-suggestions]");
  const box = document.getElementById("handle");
  if (!part || !(box instanceof HTMLInputElement)) return;
  const names = [...part.querySelectorAll("[data-name]")].map((each) => each.textContent ?? "");
  offer(part, box, names);
}

takeInvitations(fillIn);
void learnWords().then(offerFirst);
