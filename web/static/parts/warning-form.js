// @ts-check
/**
 * A content warning in one's own words, and what the message touches on.
 * Must never keep anything when it is closed without being done.
 *
 * @import { About } from "./warning-strip.js"
 * @import { Topic } from "../topics.js"
 */
import { html } from "htm/preact";
import { useId, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { TOPICS, TOPICS_MAX, WARNING_MAX_CHARS, topicWords } from "../topics.js";
import { Dialog } from "./dialog.js";

/** @param {About & {on_change: (about: About) => void, on_close: () => void}} props */
export function WarningForm({ warning, topics, on_change, on_close }) {
  const id = useId();
  const [words, setWords] = useState(warning);
  const [chosen, setChosen] = useState(topics);
  const full = chosen.length >= TOPICS_MAX;

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    on_close();
    on_change({ warning: words.trim(), topics: chosen });
  }

  /** @param {Topic} topic */
  function turn(topic) {
    const without = chosen.filter((other) => other !== topic);
    setChosen(without.length < chosen.length ? without : [...chosen, topic]);
  }

  return html`
    <${Dialog} title=${t("A content warning")} on_close=${on_close}>
      <form class="stack" onSubmit=${submit}>
        <label class="field">
          <span>${t("In a few words")}</span>
          <input
            autofocus
            maxlength=${WARNING_MAX_CHARS}
            autocomplete="off"
            dir="auto"
            aria-describedby=${`${id}-words`}
            value=${words}
            onInput=${(/** @type {any} */ event) => setWords(event.target.value)}
          />
          <small id=${`${id}-words`} class="soft">
            ${t("Your message is folded under them until someone opens it.")}
          </small>
        </label>
        <fieldset aria-describedby=${`${id}-topics`}>
          <legend>${t("What it is about")}</legend>
          <p id=${`${id}-topics`} class="soft small">
            ${t("Up to three. It is folded for those who asked not to come upon that.")}
          </p>
          <div class="topics">
            ${TOPICS.map(
              (topic) => html`<label key=${topic} class="check">
                <input
                  type="checkbox"
                  checked=${chosen.includes(topic)}
                  disabled=${full && !chosen.includes(topic)}
                  onChange=${() => turn(topic)}
                />
                <span>${topicWords(topic)}</span>
              </label>`,
            )}
          </div>
        </fieldset>
        <button type="submit" class="main">${t("Done")}</button>
      </form>
    <//>
  `;
}
