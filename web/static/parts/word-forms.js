// @ts-check
/**
 * Proposing what should be listened for, in plain fields: a term of one's own, or what is added to
 * one that came with the list. Must never clear what was written when the answer was no.
 *
 * @import { TermChange, TermView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { CATEGORY_NAMES, SEVERITY_CHOICES, categoryWords } from "../cases.js";
import { mark, t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { trialWords } from "./word-trial.js";

const OWN = "own.";
const MEDIUM = "medium";
const WHY_MAX_CHARS = 500;
const NAME_MAX_CHARS = 50;
const FRAMES = /** @type {const} */ ([
  ["anyone", mark("of anyone")],
  ["themselves", mark("of themselves: I, my, me")],
  ["intent", mark("as something they mean to do: I want to, I will")],
]);

/** One thing on each line. @param {string | undefined} written */
function linesOf(written) {
  return (written ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** @param {readonly string[] | undefined} lines */
const written = (lines) => (lines ?? []).join("\n");

/** A name as the list has them. @param {string} words */
export function nameOf(words) {
  const plain = words.normalize("NFKD").toLowerCase();
  const parts = plain.replace(/\p{M}/gu, "").split(/[^a-z0-9]+/);
  return OWN + parts.filter(Boolean).join("-").slice(0, NAME_MAX_CHARS);
}

/** @param {Record<string, string>} fields @returns {Omit<TermChange, "term">} */
function changeOf({ severity, frame, patterns, exceptions, hits, misses }) {
  return {
    severity: /** @type {TermChange["severity"]} */ (severity || null),
    frame: /** @type {TermChange["frame"]} */ (frame ?? "anyone"),
    patterns: linesOf(patterns),
    exceptions: linesOf(exceptions),
    hits: linesOf(hits),
    misses: linesOf(misses),
  };
}

/** Propose something, and say what the dry run found. */
export function useProposing(/** @type {() => void} */ on_proposed) {
  const app = useApp();
  return {
    /** @param {TermChange} change @param {string} [why] */
    async propose(change, why = "") {
      const answer = await app.ask("lexicon.propose", { change, why });
      if (answer.ok) on_proposed();
      return answer;
    },
    /** @param {{proposal: import("../wire.d.ts").ListProposalView}} answer */
    done: ({ proposal }) => `${t("It waits for somebody to agree.")} ${trialWords(proposal.trial)}`,
  };
}

/** A term of our own. @param {{on_proposed: () => void}} props */
export function AddTerm({ on_proposed }) {
  const { propose, done } = useProposing(on_proposed);

  /** @param {Record<string, string>} fields */
  function ask(fields) {
    const category = /** @type {TermChange["category"]} */ (fields.category ?? null);
    return propose({ term: nameOf(fields.name ?? ""), category, ...changeOf(fields) }, fields.why);
  }

  return html`
    <details class="word-add">
      <summary>${t("Propose words of our own")}</summary>
      <${AskForm} words=${t("Try it and propose it")} keeps done=${done} ask=${ask}>
        <label class="field">
          <span>${t("A short name for it")}</span>
          <input name="name" required maxlength=${NAME_MAX_CHARS} autocomplete="off" autocapitalize="none" />
        </label>
        <label class="field">
          <span>${t("What it is about")}</span>
          <select name="category">
            ${CATEGORY_NAMES.map(
              (each) => html`<option key=${each} value=${each}>${categoryWords(each)}</option>`,
            )}
          </select>
        </label>
        <${Severity} chosen=${MEDIUM} />
        <${Frame} chosen=${FRAMES[0][0]} />
        <${Lines} />
        <${Why} />
      <//>
    </details>
  `;
}

/**
 * What should be otherwise about one term.
 *
 * @param {{term: TermView, on_proposed: () => void}} props
 */
export function AlterTerm({ term, on_proposed }) {
  const { propose, done } = useProposing(on_proposed);
  const { change } = term;
  const category = term.own ? term.category : null;

  /** @param {Record<string, string>} fields */
  function ask(fields) {
    return propose({ term: term.term, category, ...changeOf(fields) }, fields.why);
  }

  return html`
    <${AskForm} words=${t("Try it and propose it")} kind="quiet" keeps done=${done} ask=${ask}>
      <${Severity} chosen=${change?.severity ?? ""} as_came=${!term.own} />
      <${Frame} chosen=${change?.frame ?? "anyone"} />
      <${Lines} change=${change} />
      <${Why} />
    <//>
  `;
}

/** @param {{chosen: string, as_came?: boolean}} props */
function Severity({ chosen, as_came = false }) {
  return html`<label class="field">
    <span>${t("How grave")}</span>
    <select name="severity">
      ${as_came && html`<option value="" selected=${!chosen}>${t("As it came")}</option>`}
      ${SEVERITY_CHOICES.map(
        ([name, words]) => html`<option key=${name} value=${name} selected=${name === chosen}>
          ${t(words)}
        </option>`,
      )}
    </select>
  </label>`;
}

/** @param {{chosen: string}} props */
function Frame({ chosen }) {
  return html`<label class="field">
    <span>${t("It counts when it is said")}</span>
    <select name="frame">
      ${FRAMES.map(
        ([name, words]) => html`<option key=${name} value=${name} selected=${name === chosen}>
          ${t(words)}
        </option>`,
      )}
    </select>
  </label>`;
}

/** @param {{change?: TermChange | null}} props */
function Lines({ change = null }) {
  return html`
    <${Area} name="patterns" lines=${change?.patterns} words=${t("Words to listen for, one on each line")}>
      ${t("Words stand for themselves. (this|that) is one or the other, word? may be missing, ~3 is up to three words between.")}
    <//>
    <${Area} name="exceptions" lines=${change?.exceptions} words=${t("Unless it touches these, one on each line")} />
    <${Area} name="hits" lines=${change?.hits} words=${t("Two sentences or more that it must hear")}>
      ${t("Invent them: never the words of somebody here.")}
    <//>
    <${Area} name="misses" lines=${change?.misses} words=${t("Two sentences or more that it must leave alone")} />
  `;
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {string} props.words
 * @param {readonly string[]} [props.lines]
 * @param {import("preact").ComponentChildren} [props.children]
 */
function Area({ name, words, lines, children }) {
  return html`<label class="field">
    <span>${words}</span>
    ${children && html`<span class="soft small">${children}</span>`}
    <textarea name=${name} rows="3" dir="auto" spellcheck=${false} autocapitalize="none">
${written(lines)}</textarea
    >
  </label>`;
}

function Why() {
  return html`<label class="field">
    <span>${t("Why, for whoever decides; about words, not about a person")}</span>
    <textarea name="why" rows="2" maxlength=${WHY_MAX_CHARS} dir="auto"></textarea>
  </label>`;
}
