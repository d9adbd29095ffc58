// @ts-check
/**
 * What can be done with a case now: the next step large, within reach of a thumb, the others behind
 * it. Must never offer what would only be refused, nor ask twice but for what can't be undone.
 *
 * @import { Answer } from "../problem.js"
 * @import { CaseRow, OpenedCase } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { doable, isRunning, outcomeWords } from "../cases.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { Attempt, Close, HandOver, Hide, Mute, Raise, StandBy, StepIn } from "./case-forms.js";
import { DecideAbout } from "./decide-about.js";
import { Dialog } from "./dialog.js";
import { MenuItem, MenuList } from "./menu.js";

/**
 * @typedef {"" | "more" | "hand_over" | "accept" | "take_over" | "resolve" | "attempt" | "stand_by"
 *   | "raise" | "hide" | "mute" | "decide"} Window
 */

/**
 * @typedef {object} DoingProps
 * @property {OpenedCase} opened
 * @property {string} my_id
 * @property {number} now
 * @property {{current: Record<string, () => void>}} keys  what a single letter does here
 * @property {() => void} on_write
 * @property {(row: CaseRow) => void} on_done
 * @property {(debrief: boolean) => void} on_closed
 */

/** @param {DoingProps} props */
export function CaseDoing(props) {
  const { opened, my_id, now, keys, on_write, on_done, on_closed } = props;
  const app = useApp();
  const row = opened.case;
  const { case_id } = row;
  const may = doable(row, my_id, now);
  const [open, setOpen] = useState(/** @type {Window} */ (""));
  const [busy, setBusy] = useState(false);
  const said = opened.flags.find((flag) => flag.message_id !== null);
  const had_contact = row.contacted_at !== null;

  /**
   * @param {Promise<Answer<{case: CaseRow}>>} asking
   * @param {string} words
   */
  async function does(asking, words) {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    app.tellRefusal(answer);
    if (!answer.ok) return;
    announcer.say(words);
    on_done(answer.case);
  }

  /** Somebody else may have been quicker: then who it was is told. */
  const claim = () => does(app.ask("case.claim", { case_id }), t("You have it now."));
  const accept = () =>
    had_contact
      ? setOpen("accept")
      : does(app.ask("case.accept", { case_id }), t("You have it now."));
  const refuse = () => does(app.ask("case.refuse", { case_id }), t("It stays where it was."));
  const release = () => {
    setOpen("");
    return does(app.ask("case.release", { case_id }), t("Given back. Nobody asks why."));
  };
  const review = () => does(app.ask("case.review", { case_id }), t("Looked at."));
  const stand_down = () =>
    does(app.ask("case.stand_by", { case_id, to: null }), t("You no longer stand by."));

  /** @type {Record<string, () => void>} */
  const letters = {};
  if (may.claim) letters.c = () => void claim();
  else if (may.asked) letters.c = () => void accept();
  else if (may.step_in) letters.c = () => setOpen("take_over");
  if (may.mine) letters.r = on_write;
  if (may.mine) letters.o = () => setOpen("hand_over");
  if (may.mine || may.agree) letters.x = () => setOpen("resolve");
  if (may.raise) letters.e = () => setOpen("raise");
  if (said?.message_id) letters.h = () => setOpen("hide");
  if (said?.room_id) letters.m = () => setOpen("mute");
  useEffect(() => {
    keys.current = letters;
    return () => {
      keys.current = {};
    };
  });

  /** @param {Window} which */
  const item = (which) => () => setOpen(which);
  /** @param {CaseRow | null} after */
  function finished(after) {
    setOpen("");
    if (after) on_done(after);
  }
  const form = { opened, on_done: finished };

  return html`
    <div class="case-doing" data-region role="group" aria-label=${t("What can be done")}>
      ${
        may.claim &&
        html`<button type="button" class="main" disabled=${busy} onClick=${claim}>
          ${t("Claim it")}
        </button>`
      }
      ${
        may.asked &&
        html`<button type="button" class="main" disabled=${busy} onClick=${accept}>
            ${t("Take it over")}
          </button>
          <button type="button" class="quiet" disabled=${busy} onClick=${refuse}>
            ${t("I can't just now")}
          </button>`
      }
      ${
        may.step_in &&
        html`<button type="button" class="main" onClick=${item("take_over")}>
          ${t("Step in")}
        </button>`
      }
      ${
        may.agree &&
        html`<button type="button" class="main" onClick=${item("resolve")}>
          ${t("Agree: {outcome}", { outcome: outcomeWords(row.outcome) })}
        </button>`
      }
      ${
        may.mine &&
        html`<button type="button" class="main" onClick=${on_write}>
            ${row.room_id ? t("Go on writing") : t("Write to them")}
          </button>
          <button type="button" class="quiet" onClick=${item("hand_over")}>
            ${t("Hand over")}
          </button>
          <button type="button" class="quiet" onClick=${item("resolve")}>${t("Close it")}</button>`
      }
      ${
        may.review &&
        html`<button type="button" class="main" disabled=${busy} onClick=${review}>
          ${t("I looked at how it went")}
        </button>`
      }
      ${
        may.stand_by &&
        html`<button type="button" class="quiet" disabled=${busy} onClick=${stand_down}>
          ${t("I no longer stand by")}
        </button>`
      }
      ${
        (isRunning(row) || said) &&
        html`<button type="button" class="plain" aria-haspopup="dialog" onClick=${item("more")}>
          ${t("More")}
        </button>`
      }
    </div>
    ${
      open === "more" &&
      html`<${Dialog} title=${t("What can be done")} kind="sheet" on_close=${() => setOpen("")}>
        <${MenuList}>
          ${
            may.mine &&
            html`<${MenuItem} icon="phone" on_press=${item("attempt")}>
                ${t("I tried to reach them")}<//
              >
              <${MenuItem} icon="people" on_press=${item("stand_by")}>
                ${t("Ask somebody to stand by me")}<//
              >
              <${MenuItem} icon="take_back" on_press=${() => void release()}>
                ${t("Give it back, no reason needed")}<//
              >`
          }
          ${
            may.raise &&
            html`<${MenuItem} icon="warning" on_press=${item("raise")}>${t("It is graver")}<//>`
          }
          ${
            said?.message_id &&
            html`<${MenuItem} icon="hide" on_press=${item("hide")}>
              ${t("Take the message out of sight")}<//
            >`
          }
          ${
            said?.room_id &&
            html`<${MenuItem} icon="block" on_press=${item("mute")}>
              ${t("Let them only read in that room for a while")}<//
            >`
          }
          <${MenuItem} icon="shield" on_press=${item("decide")}>
            ${t("Decide something about them")}<//
          >
        <//>
      <//>`
    }
    ${
      open === "decide" &&
      html`<${DecideAbout}
        person=${row.person}
        room_id=${said?.room_id ?? null}
        room_name=${null}
        on_close=${() => setOpen("")}
      />`
    }
    ${open === "hand_over" && html`<${HandOver} ...${form} my_id=${my_id} />`}
    ${open === "accept" && html`<${StepIn} ...${form} handed />`}
    ${open === "take_over" && html`<${StepIn} ...${form} />`}
    ${open === "resolve" && html`<${Close} ...${form} on_closed=${on_closed} />`}
    ${open === "attempt" && html`<${Attempt} ...${form} />`}
    ${open === "stand_by" && html`<${StandBy} ...${form} my_id=${my_id} />`}
    ${open === "raise" && html`<${Raise} ...${form} />`}
    ${open === "hide" && said?.message_id && html`<${Hide} ...${form} message_id=${said.message_id} />`}
    ${open === "mute" && said?.room_id && html`<${Mute} ...${form} room_id=${said.room_id} />`}
  `;
}
