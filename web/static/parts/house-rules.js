// @ts-check
/**
 * How we are with each other, as the pages have it where nobody has written other guidelines.
 * Must never say less than the page where one signs up.
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";

const RULES = [
  mark("What is said here stays here, and so does who is here."),
  mark("Speak of yourself. Ask before you give advice."),
  mark("Come as you are, also after a hard night. Nobody counts your days against you."),
  mark("Just reading is fine. So is leaving, and coming back."),
  mark(
    "Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm.",
  ),
  mark(
    "If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses.",
  ),
];

/** @param {{text: string}} props  no words: ours */
export function HouseRules({ text }) {
  if (text) return html`<div class="guidelines as-written" dir="auto">${text}</div>`;
  return html`<ul class="plain-list">
    ${RULES.map((rule) => html`<li key=${rule}>${t(rule)}</li>`)}
  </ul>`;
}
