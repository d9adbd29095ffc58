// @ts-check
/**
 * Why somebody should look: the words as they stood, what in them was heard and by which rule, and
 * what was said around them. Must never show words to whoever asked to be shown them only on request.
 *
 * @import { ComponentChildren } from "preact"
 * @import { FlagView, HitView, MessagePosted, OpenedCase } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { categoryWords, heardPieces, severityWords, sourceWords } from "../cases.js";
import { messagePath } from "../router.js";
import { clockTime, dayOrTime, fullTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { desk } from "./use-desk.js";

const WIDER = [10, 25, 50];

/** Blurred until they are asked for, if that was chosen. @param {{children?: ComponentChildren}} props */
export function Veiled({ children }) {
  const [open, setOpen] = useState(false);
  if (!desk.value.blur) return children;
  return html`
    <div class=${open ? null : "veiled"} inert=${!open}>${children}</div>
    <button type="button" class="quiet" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      ${open ? t("Blur the words again") : t("Show the words")}
    </button>
  `;
}

/** @param {{opened: OpenedCase, on_judged: () => void}} props */
export function Reasons({ opened, on_judged }) {
  const { flags, more_flags } = opened;
  return html`
    <section class="case-part">
      <h2>${t("Why it is here")}</h2>
      ${flags.map(
        (flag) => html`<${Reason}
          key=${flag.flag_id}
          flag=${flag}
          on_judged=${on_judged}
        />`,
      )}
      ${more_flags && html`<p class="soft small">${t("There are older reasons as well.")}</p>`}
    </section>
  `;
}

/** @param {{flag: FlagView, on_judged: () => void}} props */
function Reason({ flag, on_judged }) {
  const app = useApp();
  const at = dayOrTime(flag.at, app.now());
  const in_body = flag.hits.filter((hit) => !hit.in_warning);
  const in_warning = flag.hits.filter((hit) => hit.in_warning);
  return html`
    <div class="reason">
      <p>
        <b>${sourceWords(flag.source)}</b>${" "}
        <span class="soft small">${whereWords(flag, at)}</span>
      </p>
      <${Veiled}>
        ${
          flag.warning &&
          html`<p class="soft" dir="auto">
            ${tx("Content warning: {warning}", {
              warning: html`<${Heard} words=${flag.warning} hits=${in_warning} />`,
            })}
          </p>`
        }
        ${
          flag.body
            ? html`<blockquote class="words" dir="auto">
                <${Heard} words=${flag.body} hits=${in_body} />
              </blockquote>`
            : html`<p class="soft">${t("No words were added.")}</p>`
        }
      <//>
      ${flag.fault && html`<p class="soft small">${t("What went wrong: {fault}", { fault: flag.fault })}</p>`}
      ${flag.hits.length > 0 && html`<${Why} flag=${flag} />`}
      ${flag.hits.length > 0 && html`<${Verdict} flag=${flag} on_judged=${on_judged} />`}
    </div>
  `;
}

/** @param {FlagView} flag @param {string} at */
function whereWords({ room_name, raised_by }, at) {
  if (room_name && raised_by) {
    return t("in {room}, {at}, from {handle}", { room: room_name, at, handle: raised_by.handle });
  }
  if (room_name) return t("in {room}, {at}", { room: room_name, at });
  return raised_by ? t("{at}, from {handle}", { at, handle: raised_by.handle }) : at;
}

/** @param {{words: string, hits: HitView[]}} props */
function Heard({ words, hits }) {
  return heardPieces(words, hits).map((piece, at) =>
    piece.heard ? html`<mark key=${at}>${piece.words}</mark>` : piece.words,
  );
}

/** Which rule heard it, and what made it graver or less so. @param {{flag: FlagView}} props */
function Why({ flag }) {
  return html`
    <details>
      <summary>${t("Why this was heard")}</summary>
      <ul class="plain-list">
        ${flag.hits.map(
          (hit, at) => html`<li key=${at}>
            ${tx("{term}: {category}, {severity}", {
              term: html`<code>${hit.term}</code>`,
              category: categoryWords(hit.category),
              severity: severityWords(hit.severity),
            })}
            ${hit.why.length > 0 && html`<br /><span class="soft small">${hit.why.join(" · ")}</span>`}
          </li>`,
        )}
      </ul>
      ${
        flag.list_version &&
        html`<p class="soft small">
          ${t("Version of the list: {version}", { version: flag.list_version })}
        </p>`
      }
    </details>
  `;
}

/** Each term learns how often it is right. @param {{flag: FlagView, on_judged: () => void}} props */
function Verdict({ flag, on_judged }) {
  const app = useApp();
  /** @param {"right" | "wrong"} verdict */
  async function judge(verdict) {
    const answer = await app.ask("flag.judge", { flag_id: flag.flag_id, verdict });
    app.tellRefusal(answer);
    if (answer.ok) on_judged();
  }
  return html`
    <div class="row" role="group" aria-label=${t("Was it a reason to look?")}>
      <span class="small">${t("Was it a reason to look?")}</span>
      <button
        type="button"
        class="quiet"
        aria-pressed=${flag.verdict === "right"}
        onClick=${() => void judge("right")}
      >
        ${t("Right")}
      </button>
      <button
        type="button"
        class="quiet"
        aria-pressed=${flag.verdict === "wrong"}
        onClick=${() => void judge("wrong")}
      >
        ${t("Not right")}
      </button>
    </div>
  `;
}

/** A few lines, and more of them on request, which is written down. @param {{opened: OpenedCase, on_widened: () => void}} props */
export function Around({ opened, on_widened }) {
  const app = useApp();
  const newest = opened.flags.find((flag) => flag.room_id !== null && flag.seq !== null);
  const [wider, setWider] = useState(
    /** @type {{messages: MessagePosted[], older: boolean, newer: boolean} | null} */ (null),
  );
  const [times, setTimes] = useState(0);
  const [problem, setProblem] = useState("");
  if (!newest) return null;
  const messages = wider?.messages ?? opened.context;
  const more = times < WIDER.length && (wider === null || wider.older || wider.newer);

  async function widen() {
    const lines = WIDER[times] ?? 50;
    const asked = { case_id: opened.case.case_id, flag_id: newest?.flag_id ?? "", lines };
    const answer = await app.ask("case.widen", asked);
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setWider(answer);
    setTimes(times + 1);
    on_widened();
  }

  return html`
    <section class="case-part">
      <h2>${t("What was said around it")}</h2>
      ${messages.length === 0 && html`<p class="soft">${t("None of it is there any more.")}</p>`}
      <${Veiled}>
        <ol class="around">
          ${messages.map(
            (each) => html`<${Said}
              key=${each.message_id}
              said=${each}
              flagged=${each.message_id === newest.message_id}
              person_id=${opened.case.person.user_id}
            />`,
          )}
        </ol>
      <//>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <div class="row">
        ${
          more &&
          html`<button type="button" class="quiet" onClick=${() => void widen()}>
            ${t("More lines around it")}
          </button>`
        }
        ${
          newest.room_id &&
          newest.message_id &&
          html`<a class="button plain" href=${messagePath(newest.room_id, newest.message_id)}>
            ${t("Show it in its room")}
          </a>`
        }
      </div>
      ${more && html`<p class="soft small">${t("That you looked further is written down.")}</p>`}
    </section>
  `;
}

/** @param {{said: MessagePosted, flagged: boolean, person_id: string}} props */
function Said({ said, flagged, person_id }) {
  const theirs = said.author?.user_id === person_id;
  return html`
    <li class=${`said ${theirs ? "theirs" : ""} ${flagged ? "flagged" : ""}`}>
      <span class="small">
        <b>${said.author?.handle ?? t("Someone")}</b>${" "}
        <time title=${fullTime(said.at)} class="soft">${clockTime(said.at)}</time>
        ${flagged && html` <span class="tag">${t("this one")}</span>`}
      </span>
      <span class="words as-written" dir="auto">
        ${said.state === "posted" ? said.body : t("Taken back, or out of sight.")}
      </span>
    </li>
  `;
}
