// @ts-check
/**
 * One case on one screen: who, why, what was said around it, the talk, what was done, and what can
 * be done now. Must never lose the focus, nor what was written, when something in it changes.
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { categoryWords, doable, followUpWords, holderWords } from "../cases.js";
import { status } from "../store.js";
import { useTitle } from "../titles.js";
import { useApp } from "./app.js";
import { Bones } from "./bones.js";
import { PersonPart, Timeline } from "./case-aside.js";
import { CaseDoing } from "./case-doing.js";
import { KindTags, Severity, Standing } from "./case-marks.js";
import { Around, Reasons } from "./case-reasons.js";
import { CaseTalk } from "./case-talk.js";
import { WordsForm } from "./case-words.js";
import { useCase, useKept } from "./use-cases.js";

/**
 * @param {object} props
 * @param {string} props.case_id
 * @param {string} props.my_id
 * @param {number} props.now
 * @param {{current: Record<string, () => void>}} props.keys
 */
export function CasePage({ case_id, my_id, now, keys }) {
  const { opened, problem, look, done } = useCase(case_id);
  const row = opened?.case ?? null;
  const mine = row !== null && doable(row, my_id, now).mine;
  const [focus, setFocus] = useState(0);
  const [debrief, setDebrief] = useState(false);
  const heading = useArrival(opened !== null);
  useTitle(t("A case"));
  useKept(row, mine);
  const back = html`<a class="back phone-only" href="/app/follow-up">${t("The queue")}</a>`;
  if (!opened || !row) {
    return html`<article class="case">
      ${back}
      <h1 ref=${heading} tabindex="-1">${t("A case")}</h1>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : html`<${Bones} />`}
    </article>`;
  }
  const { person } = row;
  return html`
    <article class="case" aria-labelledby="case-of">
      ${back}
      <header class="case-head">
        <h1 id="case-of" ref=${heading} tabindex="-1">${person.handle}</h1>
        <p class="case-marks">
          <${Severity} severity=${row.severity} />
          <${Standing} row=${row} now=${now} />
          ${row.category && html`<span class="soft small">${categoryWords(row.category)}</span>`}
          <${KindTags} row=${row} />
        </p>
        <p class="small" data-holder>
          ${holderWords(row, my_id, now)}${" "}
          ${row.handed_to && t("{handle} is asked to go on.", { handle: row.handed_to.handle })}${" "}
          ${row.standing_by && t("{handle} stands by.", { handle: row.standing_by.handle })}${" "}
          ${followUpWords(row, now)}
        </p>
      </header>
      <${CaseDoing}
        opened=${opened}
        my_id=${my_id}
        now=${now}
        keys=${keys}
        on_write=${() => setFocus(focus + 1)}
        on_done=${done}
        on_closed=${setDebrief}
      />
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${debrief && html`<${Debrief} on_close=${() => setDebrief(false)} />`}
      <div class="case-columns">
        <div class="case-main">
          ${mine && html`<${Contact} row=${row} focus=${focus} on_done=${done} />`}
          <${Reasons} opened=${opened} on_judged=${() => void look()} />
          <${Around} opened=${opened} on_widened=${() => void look()} />
        </div>
        <div class="case-aside">
          <${PersonPart} opened=${opened} />
          <${Timeline} opened=${opened} on_noted=${() => void look()} />
        </div>
      </div>
    </article>
  `;
}

/**
 * First words, or the talk that came of them.
 *
 * @param {object} props
 * @param {import("../wire.d.ts").CaseRow} props.row
 * @param {number} props.focus
 * @param {(row: import("../wire.d.ts").CaseRow) => void} props.on_done
 */
function Contact({ row, focus, on_done }) {
  const app = useApp();
  const { case_id, person, room_id } = row;
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  /** Whoever has just sent their first words goes on in the talk. */
  const [wrote, setWrote] = useState(0);
  useEffect(() => {
    if (focus > 0) box.current?.scrollIntoView({ block: "start" });
  }, [focus]);

  /** @param {string} body @param {string} nonce */
  async function write(body, nonce) {
    const answer = await app.ask("case.contact", { case_id, nonce, body });
    if (answer.ok) {
      setWrote(1);
      on_done(answer.case);
    }
    return answer;
  }

  return html`
    <section class="case-part" ref=${box}>
      <h2>${t("With {handle}", { handle: person.handle })}</h2>
      ${
        room_id
          ? html`<${CaseTalk} room_id=${room_id} handle=${person.handle} focus=${focus + wrote} />`
          : html`<${WordsForm}
              case_id=${case_id}
              handle=${person.handle}
              label=${t("Your first words to {handle}", { handle: person.handle })}
              words=${t("Send them")}
              focus=${focus}
              ask=${write}
            >
              <p class="soft small">
                ${t("They hear your name here. You two alone read what is said.")}
              </p>
            <//>`
      }
    </section>
  `;
}

/** After a hard one. It is an offer. @param {{on_close: () => void}} props */
function Debrief({ on_close }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => box.current?.focus(), []);
  return html`
    <section class="debrief" ref=${box} tabindex="-1" aria-label=${t("A moment for you")}>
      <h2>${t("A moment for you")}</h2>
      <p>
        ${tx("That was a hard one. Leave the screen for ten minutes; {others}.", {
          others: html`<a href="/app/follow-up/duty">${t("others can be there meanwhile")}</a>`,
        })}
      </p>
      <p>
        ${t("If you want to, write down below how it was for you, or tell a colleague. Whether it ended well is shown to you later.")}
      </p>
      <button type="button" class="quiet" onClick=${on_close}>${t("Thank you")}</button>
    </section>
  `;
}

/** Whoever came by a link or a key is at the heading; whoever does something else is not moved. @param {boolean} there */
function useArrival(there) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const first = useRef(true);
  useEffect(() => {
    const at = document.activeElement;
    const nowhere = !at || at === document.body || at.id === "main" || at === heading.current;
    const came = first.current && at?.closest(".case-link, .plain-list a") !== null;
    first.current = false;
    if ((nowhere || came) && status.peek() !== "starting") {
      heading.current?.focus({ preventScroll: true });
    }
  }, [there]);
  return heading;
}
