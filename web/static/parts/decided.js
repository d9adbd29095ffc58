// @ts-check
/**
 * What was decided about me, told to me alone, and asking for another look at it.
 * Must never take the focus, nor say who decided.
 *
 * @import { MySanction } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useId, useState } from "preact/hooks";
import { appealHint, appealWords, decidedWords } from "../decided.js";
import { t } from "../i18n.js";
import { isHere } from "../state.js";
import { OVER, state, status } from "../store.js";
import { dayOrTime } from "../times.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";

export const APPEAL_MAX_CHARS = 2000;
/** Where there is less, it is one line until it is opened: the room stays readable. */
const isRoomy = () => matchMedia("(min-height: 38rem)").matches;

/** Around every view, until it is put away. */
export function Decided() {
  const app = useApp();
  const id = useId();
  const [told, look] = useMine();
  const news = told?.filter((each) => each.news) ?? [];
  // A page that rests says so: that is enough above what can be read.
  const rests = OVER.has(status.value) || status.value === "revoked";
  const shown = news.length > 0 && isHere(state.value) && !rests;
  const first = news[0];
  const words = shown && first ? decidedWords(first, app.now()).join(" ") : "";
  useEffect(() => {
    if (words) announcer.say(words);
  }, [words]);
  if (!shown) return null;

  /** @param {string} sanction_id */
  async function putAway(sanction_id) {
    const answer = await app.ask("sanction.put_away", { sanction_id });
    if (!answer.ok) return app.tellRefusal(answer);
    await look();
    await app.session.sync();
    document.getElementById("main")?.focus();
    app.tell(t("Put away. You find it again under Settings."));
  }

  return html`
    <section class="my-card decided" data-region aria-labelledby=${id}>
      <details open=${isRoomy()}>
        <summary><h2 id=${id}>${t("Something was decided: only you see this")}</h2></summary>
        ${news.map(
          (each) => html`<div class="decision" key=${each.sanction_id}>
            <${One} told=${each} look=${look} />
            <p>
              <button type="button" class="quiet" onClick=${() => void putAway(each.sanction_id)}>
                ${t("Put this away")}
              </button>
            </p>
          </div>`,
        )}
      </details>
    </section>
  `;
}

/** All of it, where one looks for it: under Settings, and for whoever is kept out. */
export function DecidedList() {
  const app = useApp();
  const [told, look] = useMine();
  if (!told) return html`<p class="soft" role="status">${t("One moment …")}</p>`;
  if (told.length === 0) return html`<p class="soft">${t("Nothing was decided about you.")}</p>`;
  return html`<ul class="cards">
    ${told.map(
      (each) => html`<li class="card" key=${each.sanction_id}>
        <p class="soft small">${dayOrTime(each.given_at, app.now())}</p>
        <${One} told=${each} look=${look} />
      </li>`,
    )}
  </ul>`;
}

/** @param {{told: MySanction, look: () => Promise<void>}} props */
function One({ told, look }) {
  const app = useApp();
  const { sanction_id, may_appeal, appeal } = told;
  const after = appealWords(told);
  const [asks, setAsks] = useState(false);

  /** @param {Record<string, string>} fields */
  async function ask({ words = "" }) {
    const answer = await app.ask("appeal.make", { sanction_id, words });
    if (answer.ok) await look();
    return answer;
  }

  return html`
    ${decidedWords(told, app.now()).map((line) => html`<p key=${line}>${line}</p>`)}
    ${after && html`<p role="status"><b>${after}</b></p>`}
    ${appeal && html`<p class="as-written small" dir="auto">${appeal.words}</p>`}
    ${may_appeal && html`<p class="soft small">${appealHint()}</p>`}
    ${
      may_appeal &&
      !asks &&
      html`<p>
        <button type="button" class="quiet" onClick=${() => setAsks(true)}>
          ${t("I see it differently")}
        </button>
      </p>`
    }
    ${
      may_appeal &&
      asks &&
      html`<${AskForm} words=${t("Ask for another look")} ask=${ask}>
        <label class="field">
          <span>${t("What should be known")}</span>
          <textarea name="words" rows="3" maxlength=${APPEAL_MAX_CHARS} required></textarea>
        </label>
      <//>`
    }
  `;
}

/** What was decided about me; read again whenever something new is told. */
function useMine() {
  const app = useApp();
  const [told, setTold] = useState(/** @type {MySanction[] | null} */ (null));
  const { account, decisions } = state.value;
  const up = status.value === "up";
  const look = async () => {
    const answer = await app.ask_http("sanction.mine", {});
    if (answer.ok) setTold(answer.sanctions);
  };
  useEffect(() => {
    if (up) void look();
  }, [account.decided, decisions, up]);
  return /** @type {const} */ ([told, look]);
}
