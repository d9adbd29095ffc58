// @ts-check
/**
 * A round sign with a letter, so that people are told apart at a glance.
 * Must never carry meaning that the name beside it does not.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";

const TINTS = 8;

/** @param {{user_id: string, handle: string}} props */
export function Avatar({ user_id, handle }) {
  let sum = 0;
  for (const letter of user_id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  const [first = "·"] = handle;
  return html`<span class=${`avatar tint-${sum % TINTS}`} aria-hidden="true"
    >${first.toLocaleUpperCase()}</span
  >`;
}

/** @param {{badge?: string}} props */
export function Badge({ badge }) {
  if (!badge) return null;
  return html`<span class=${`badge ${badge}`}
    >${badge === "moderator" ? t("moderator") : t("keeps this room")}</span
  >`;
}
