// @ts-check
/**
 * What an author says about their words before others read them: seen, changed and taken away.
 * Must never suggest a warning by itself, nor ask for one.
 *
 * @import { Topic } from "../topics.js"
 *
 * @typedef {{warning: string, topics: readonly Topic[]}} About
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { aboutWords } from "../topics.js";
import { Context } from "./compose-parts.js";
import { later } from "./later.js";

const WarningForm = later(() => import("./warning-form.js").then((module) => module.WarningForm));
/** @type {About} */
const NONE = { warning: "", topics: [] };

/**
 * The warning as a strip above the words, the button that adds one, and the window in which it is
 * written: that one must stand outside of any other form.
 *
 * @param {About} about
 * @param {(about: About) => void} on_change
 */
export function useWarning({ warning, topics }, on_change) {
  const [open, setOpen] = useState(false);
  const about = aboutWords({ warning, topics });
  /** @param {string} words @param {string} kind */
  const opener = (words, kind) =>
    html`<button
      type="button"
      class=${`plain ${kind}`}
      aria-haspopup="dialog"
      onClick=${() => setOpen(true)}
    >
      ${words}
    </button>`;
  const strip =
    about &&
    html`<${Context}
      words=${about}
      cancel=${warning ? t("Take the content warning away") : t("Take the topics away")}
      on_cancel=${() => on_change(NONE)}
    >
      ${opener(t("Change"), "")}
    <//>`;
  const form =
    open &&
    html`<${WarningForm}
      warning=${warning}
      topics=${topics}
      on_change=${on_change}
      on_close=${() => setOpen(false)}
      on_missing=${() => setOpen(false)}
    />`;
  return { strip, form, add: !about && opener(t("Add a content warning"), "add-warning") };
}
