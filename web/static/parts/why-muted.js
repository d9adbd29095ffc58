// @ts-check
/**
 * Why I may only read along, and what I can do if I see it differently.
 * Must never blame, nor promise that it will be changed.
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";

/** @type {Record<string, string>} */
const MUTED_FOR = {
  unkind: mark("Why: something you wrote was unkind."),
  private_details: mark("Why: something you wrote told private details."),
  dealing: mark("Why: substances were offered or asked for."),
  method_detail: mark("Why: something you wrote described how to do harm."),
  off_topic: mark("Why: what you wrote didn't belong in this room."),
  breaks_guidelines: mark("Why: something you wrote went against the guidelines."),
};

/** @param {{reason?: string | null}} props */
export function WhyMuted({ reason }) {
  const why = MUTED_FOR[reason ?? ""];
  return html`
    ${why && html`<p>${t(why)}</p>`}
    <p>
      <a href="/app/settings/decided">${t("If you see it differently")}</a>
    </p>
  `;
}
