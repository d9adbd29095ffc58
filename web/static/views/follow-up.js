// @ts-check
/**
 * The moderators' screen: who waits, one case beside it, who is on duty, and how it goes.
 * Must never show anything of it to anyone who does not follow up.
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { casePath } from "../cases.js";
import { mark, t } from "../i18n.js";
import { announcer } from "../parts/announcer.js";
import { useApp } from "../parts/app.js";
import { Appeals } from "../parts/appeals.js";
import { Bones } from "../parts/bones.js";
import { CaseKeys } from "../parts/case-keys.js";
import { CasePage } from "../parts/case-page.js";
import { Watch } from "../parts/case-watch.js";
import { CaseQueue } from "../parts/case-queue.js";
import { DeskPart } from "../parts/case-desk.js";
import { DutyPart } from "../parts/duty.js";
import { Figures } from "../parts/case-figures.js";
import { Empty } from "../parts/empty.js";
import { HeldLinks } from "../parts/held-links.js";
import { Reported } from "../parts/case-reported.js";
import { Ringing } from "../parts/ringing.js";
import { desk, loadDesk } from "../parts/use-desk.js";
import { useNow } from "../parts/use-now.js";
import { useQueue } from "../parts/use-cases.js";
import { allowSound } from "../ring.js";
import { Words } from "../parts/word-list.js";
import { isAdmin, isModerator } from "../state.js";
import { state } from "../store.js";
import { useTitle } from "../titles.js";

const HERE = "/app/follow-up";
const PLACES = /** @type {const} */ ([
  ["", mark("Queue")],
  ["duty", mark("Duty")],
  ["closed", mark("Closed")],
  ["helped", mark("Whom I helped")],
  ["reports", mark("Reports")],
  ["appeals", mark("Appeals")],
  ["links", mark("Links to look at")],
  ["figures", mark("How it goes")],
  ["words", mark("Words we listen for")],
  ["desk", mark("My screen")],
]);
/** What stands in one list, newest first. @type {Record<string, "closed" | "helped">} */
const LISTS = { closed: "closed", helped: "helped" };
const NAMES = new Set(PLACES.map(([name]) => /** @type {string} */ (name)));

export function FollowUp() {
  const { me } = state.value;
  if (me && isModerator(state.value)) return html`<${Console} my_id=${me.user_id} />`;
  if (me && isAdmin(state.value)) return html`<${Watch} my_id=${me.user_id} />`;
  return html`<${NotMine} />`;
}

function NotMine() {
  useTitle(t("Follow-up"));
  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Follow-up")}</h1>
      ${
        state.value.me
          ? html`<p>
              ${t("This page is for moderators who came in with the six digits from their app.")}
            </p>`
          : html`<${Bones} />`
      }
    </section>
  `;
}

/** @param {{my_id: string}} props */
function Console({ my_id }) {
  const app = useApp();
  const { section } = app.router.route.value;
  const case_id = NAMES.has(section) ? "" : section;
  const place = case_id ? "" : section;
  const now = useNow();
  const queue = useQueue(LISTS[place] ?? "running");
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const keys = useRef(/** @type {Record<string, () => void>} */ ({}));
  useState(() => loadDesk(app.device, my_id));
  useSound();
  const with_queue = place === "" || place in LISTS;

  /** One key on a line: it is mine, and open. @param {string} claimed */
  async function claim(claimed) {
    const answer = await app.ask("case.claim", { case_id: claimed });
    app.tellRefusal(answer);
    if (!answer.ok) return;
    announcer.say(t("You have it now."));
    app.router.go(casePath(claimed));
  }

  return html`
    <section class=${`follow ${case_id ? "with-case" : ""}`} ref=${box} data-region>
      <${CaseKeys} box=${box} keys=${keys} on_claim=${(/** @type {string} */ id) => void claim(id)} />
      <div class="follow-side">
        <a class="back" href="/app">${t("All rooms")}</a>
        <${Head} has_case=${case_id !== ""} place=${place} />
        <${Ringing} />
        ${
          with_queue &&
          html`<${CaseQueue}
            queue=${queue}
            my_id=${my_id}
            current=${case_id}
            now=${now}
            closed=${place in LISTS}
          />`
        }
      </div>
      <div class="follow-main">
        ${case_id && html`<${CasePage} key=${case_id} ...${{ case_id, my_id, now, keys }} />`}
        ${!case_id && with_queue && html`<${Chosen} />`}
        ${place === "duty" && html`<${DutyPart} my_id=${my_id} now=${now} />`}
        ${place === "reports" && html`<${Reported} />`}
        ${place === "appeals" && html`<${Appeals} />`}
        ${place === "links" && html`<${HeldLinks} />`}
        ${place === "figures" && html`<${Figures} />`}
        ${place === "words" && html`<${Words} />`}
        ${place === "desk" && html`<${DeskPart} my_id=${my_id} />`}
      </div>
    </section>
  `;
}

/** A page loaded anew is silent until it was touched: the first touch gives back a sound that is wanted. */
function useSound() {
  const wanted = desk.value.sound;
  useEffect(() => {
    if (!wanted) return;
    const signs = ["pointerup", "keydown"];
    const touched = () => {
      allowSound();
      for (const sign of signs) removeEventListener(sign, touched);
    };
    for (const sign of signs) addEventListener(sign, touched);
    return () => {
      for (const sign of signs) removeEventListener(sign, touched);
    };
  }, [wanted]);
}

/** @param {{has_case: boolean, place: string}} props */
function Head({ has_case, place }) {
  const title = PLACES.find(([name]) => name === place)?.[1] ?? PLACES[0][1];
  const heading = useHeading(place);
  const named = place === "" ? t("Follow-up") : t(title);
  const nav = html`<nav class="follow-places" aria-label=${t("Follow-up")}>
    ${PLACES.map(
      ([name, words]) => html`<a
        key=${name}
        href=${name ? `${HERE}/${name}` : HERE}
        aria-current=${name === place && !has_case ? "page" : null}
        >${t(words)}</a
      >`,
    )}
  </nav>`;
  return has_case
    ? html`<p class="follow-title">${t("Follow-up")}</p>
        ${nav}`
    : html`<${Titled} words=${named} heading=${heading} /> ${nav}`;
}

/** @param {{words: string, heading: {current: HTMLElement | null}}} props */
function Titled({ words, heading }) {
  useTitle(words);
  return html`<h1 ref=${heading} tabindex="-1">${words}</h1>`;
}

/** Whoever has chosen a place is at its heading. @param {string} place */
function useHeading(place) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place) heading.current?.focus();
    before.current = place;
  }, [place]);
  return heading;
}

/** Beside the queue, where there is space. */
function Chosen() {
  return html`<div class="wide-only">
    <${Empty}
      picture="lantern"
      words=${t("Choose one. With the keys j and k you go through the queue, c claims, ? shows all.")}
    />
  </div>`;
}
