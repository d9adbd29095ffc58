// @ts-check
/**
 * What only I see when my words, or I myself, gave reason to ask how I am: who answers now, whether
 * one of us shall write, and how far that has come.
 * Must never take the focus, never say more than is true, and never say that somebody writes before
 * a person has taken it on.
 *
 * @import { MyCard } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useId, useState } from "preact/hooks";
import { ownPrefix } from "../device.js";
import { t } from "../i18n.js";
import { roomPath } from "../router.js";
import { isHere } from "../state.js";
import { OVER, change, state, status } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { HelpLines } from "./help-lines.js";

/** Nobody tells when the next of us comes or goes: it is asked as long as it stands here. */
const ASKS_EVERY_MS = 60_000;

/** Around every view, until it is put away; "Help now" has it all the same. */
export function Card() {
  const app = useApp();
  const id = useId();
  const mine = state.value.account.cards?.mine ?? null;
  const { view } = app.router.route.value;
  const shown = mine && !mine.away && isHere(state.value) && !OVER.has(status.value);
  useWorriesTold();
  useSaidAloud(shown ? mine : null);
  // Where help is the page itself, it stands there.
  if (!shown || view === "help") return null;

  async function putAway() {
    const answer = await app.ask("card.put_away", { away: true });
    if (!answer.ok) return app.tellRefusal(answer);
    await look(app);
    document.getElementById("main")?.focus();
    app.tell(t("Put away. “Help now” still has it."));
  }

  return html`
    <section class="my-card" data-region aria-labelledby=${id}>
      <h2 id=${id}>${t("Only you see this")}</h2>
      <div class="card-told"><${State} mine=${mine} /></div>
      ${
        mine.stage !== "over" &&
        html`<div class="brief">
          <p>${t("You can talk to someone now:")}</p>
          <${HelpLines} />
        </div>`
      }
      <p class="card-away">
        <button type="button" class="quiet" onClick=${putAway}>${t("Put this away")}</button>
      </p>
    </section>
  `;
}

/** The same in "Help now", which has the lines already. */
export function CardState() {
  const mine = state.value.account.cards?.mine;
  if (!mine || OVER.has(status.value)) return null;
  return html`<section class="card-state" role="status"><${State} mine=${mine} /></section>`;
}

/** @param {{mine: MyCard}} props */
function State({ mine }) {
  const app = useApp();
  const { stage, by, room_id } = mine;
  useAskedAgain(mine);
  return html`
    <p>${stageWords(mine, app.now())}</p>
    ${
      status.value !== "up" &&
      html`<p class="soft small">
        ${t("This page has no connection just now: that may have changed.")}
      </p>`
    }
    ${
      stage === "in_contact" &&
      room_id &&
      html`<p>
        <a class="button main" href=${roomPath(room_id)}>
          ${t("Read what {handle} wrote", { handle: by?.handle ?? "" })}
        </a>
      </p>`
    }
    ${["heard", "nobody_on_duty", "someone_has_it"].includes(stage) && html`<${Question} mine=${mine} />`}
  `;
}

/** @param {{mine: MyCard}} props */
function Question({ mine }) {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const { wants } = mine;

  /** @param {"yes" | "not_now"} given */
  async function answer(given) {
    setBusy(true);
    setProblem("");
    const answered = await app.ask("card.answer", { answer: given });
    if (answered.ok) await look(app);
    else setProblem(refusalWords(answered.error, app.now()));
    setBusy(false);
  }

  const yes = html`<button
    type="button"
    class=${wants === null ? "main" : "quiet"}
    aria-disabled=${busy}
    onClick=${() => busy || answer("yes")}
  >
    ${wants === null ? t("Yes, please") : t("Yes, please write after all")}
  </button>`;
  const not_now = html`<button
    type="button"
    class="quiet"
    aria-disabled=${busy}
    onClick=${() => busy || answer("not_now")}
  >
    ${wants === null ? t("Not now") : t("Not now after all")}
  </button>`;
  const said = { true: t("You said: yes, please."), false: t("You said: not now.") };
  return html`
    <div class="card-question" role="group" aria-label=${t("Shall one of us write to you?")}>
      <p>${wants === null ? t("Shall one of us write to you?") : said[`${wants}`]}</p>
      <div class="row">${wants !== true && yes}${wants !== false && not_now}</div>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    </div>
  `;
}

/**
 * How far it has come.
 *
 * @param {MyCard} mine
 * @param {number} now
 */
export function stageWords(mine, now) {
  const { stage, by, wants, asked, given_back, next_duty_at } = mine;
  const handle = by?.handle ?? t("Someone");
  const heavy = asked ? "" : t("That sounded heavy.");
  const back = given_back ? t("Whoever had this can’t go on with it just now.") : "";
  const kept = wants ? t("We have kept your request.") : "";
  switch (stage) {
    case "someone_has_it":
      if (wants === false)
        return t("{handle} has read what you wrote. Nobody writes unless you say so.", { handle });
      return t("{handle} has read what you wrote and will write to you in a moment.", { handle });
    case "in_contact":
      return t("{handle} is talking with you.", { handle });
    case "over":
      return t("This is closed for now. “I need to talk” is there whenever you want.");
    case "heard":
      return joined(
        heavy,
        back,
        kept,
        t("One of us is on duty. Here it says who has this, as soon as somebody does."),
      );
    default:
      return joined(
        heavy,
        back,
        next_duty_at
          ? t("None of us is here until {time}.", { time: dayOrTime(next_duty_at, now) })
          : t("None of us is here right now."),
        kept,
      );
  }
}

/** @param {string[]} said */
function joined(...said) {
  return said.filter(Boolean).join(" ");
}

/** @param {import("./app.js").App} app */
async function look(app) {
  const answer = await app.ask("case.card", {});
  if (answer.ok)
    change((now) => ({ ...now, account: { ...now.account, cards: answer.cards } }));
}

/**
 * Read aloud when it comes and when it stands otherwise, and never more often.
 *
 * @param {MyCard | null} mine
 */
function useSaidAloud(mine) {
  const app = useApp();
  const words = mine ? stageWords(mine, app.now()) : "";
  useEffect(() => {
    if (words) announcer.say(words);
  }, [words]);
}

/** @param {MyCard} mine */
function useAskedAgain({ stage }) {
  const app = useApp();
  const waits = stage === "heard" || stage === "nobody_on_duty";
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && status.peek() === "up") void look(app);
    }, ASKS_EVERY_MS);
    return () => clearInterval(timer);
  }, [waits]);
}

/** Someone has what I was worried about: said once on this device, which keeps a time of day. */
function useWorriesTold() {
  const app = useApp();
  const { me, account } = state.value;
  const heard = Math.max(0, ...(account.cards?.worries ?? []).map((each) => each.heard_at ?? 0));
  useEffect(() => {
    const key = `${ownPrefix(me?.user_id ?? "")}worries_heard`;
    if (heard <= (app.device.get(key) ?? 0)) return;
    app.device.set(key, heard);
    app.tell(t("You were worried about somebody. Someone has this."));
  }, [heard]);
}
