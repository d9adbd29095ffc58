// @ts-check
/**
 * Help now: ask for a person here, and the people outside who answer now.
 * Must never queue a call for help, and never say more than is true.
 */
import { html } from "htm/preact";
import { useId, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { newNonce } from "../nonce.js";
import { status } from "../store.js";
import { OFFLINE, OFFLINE_HELP, OFFLINE_WHERE, UNREACHABLE, UNREACHABLE_HELP } from "../words.js";
import { useApp } from "./app.js";
import { HelpLines } from "./help-lines.js";

const WORDS_MAX_CHARS = 4000;

export function HelpPanel() {
  const app = useApp();
  const [words, setWords] = useState("");
  const [outcome, setOutcome] = useState("");
  const [asking, setAsking] = useState(false);
  const nonce = useRef("");
  const words_id = useId();

  async function ask() {
    // It is said at once, and nothing is kept to be sent later.
    if (!navigator.onLine) return setOutcome(notReached());
    nonce.current ||= newNonce();
    setAsking(true);
    setOutcome(t("Asking … These people answer meanwhile:"));
    const answer = await askSomehow(words.trim());
    setAsking(false);
    if (answer.ok) {
      setOutcome(answer.message);
      setWords("");
      nonce.current = "";
    } else if (!navigator.onLine) setOutcome(notReached());
    else {
      const unreached = answer.error.code === "offline";
      setOutcome(unreached ? t(hasLines() ? UNREACHABLE_HELP : UNREACHABLE) : notSent(answer.error));
    }
  }

  /** Nothing is promised that does not stand below: they may not have come to this device yet. */
  function hasLines() {
    return app.helplines.kept().countries.length > 0;
  }

  function notReached() {
    if (!hasLines()) return t(OFFLINE);
    return t(app.helplines.country() ? OFFLINE_HELP : OFFLINE_WHERE);
  }

  /** @param {string} said */
  async function askSomehow(said) {
    const payload = { nonce: nonce.current, words: said };
    const live = status.peek() === "up" ? await app.ask("help.ask", payload) : null;
    if (live?.ok || (live && !live.error.retryable)) return live;
    return app.ask_http("help.ask", payload);
  }

  return html`
    <div class="help">
      <form
        class="stack"
        onSubmit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          if (!asking) void ask();
        }}
      >
        <label for=${words_id}>
          ${t("Talk to one of us. You need not explain; a few words are fine, and so are none.")}
        </label>
        <textarea
          id=${words_id}
          rows="2"
          maxlength=${WORDS_MAX_CHARS}
          value=${words}
          onInput=${(/** @type {any} */ event) => {
            setWords(event.target.value);
            nonce.current = "";
          }}
        ></textarea>
        <button type="submit" class="main" aria-disabled=${asking}>${t("I need to talk")}</button>
        <p class="outcome" role="status">${outcome}</p>
      </form>
      <h3>${t("People outside who answer")}</h3>
      <${HelpLines} />
    </div>
  `;
}

/** @param {{message: string}} problem */
function notSent(problem) {
  return t("Not sent. {problem} These people answer without us:", { problem: problem.message });
}
