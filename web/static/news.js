// @ts-check
/**
 * What came for those who moderate while they were away: counted against what this device has
 * shown them. Must never count what was looked at, nor keep more than two times of day.
 *
 * @import { Ask } from "./actions.js"
 * @import { Device } from "./device.js"
 * @import { State, WireEvent } from "./state.js"
 * @import { HelpView, ReportView } from "./wire.d.ts"
 *
 * @typedef {{help: number, reports: number}} Seen  when the newest that was shown was made
 *
 * @typedef {object} Ports
 * @property {Ask} ask
 * @property {Device} device
 * @property {() => State} state
 * @property {(change: (state: State) => State) => void} change
 * @property {(wait_ms: number, then: () => void) => void} [later]
 * @property {(case_id: string) => void} [case_changed]  to whatever shows it now
 * @property {() => boolean} [rings_here]  whether what rings stands on the screen already
 * @property {() => void} [duty_changed]  what rings, or who is there, may be another by now
 */
import { ownPrefix } from "./device.js";
import { t } from "./i18n.js";
import { isModerator, isStaff, withNotice } from "./state.js";

/** What comes together is counted once. */
const GATHERS_MS = 500;

/**
 * @param {Ports} ports
 */
export function createNews(ports) {
  const { ask, device, state, change, later = wait } = ports;
  let counting = false;
  const key = () => `${ownPrefix(state().me?.user_id ?? "")}seen`;

  /** @returns {Seen} */
  function seen() {
    return { help: 0, reports: 0, ...device.get(key()) };
  }

  /** @param {number[]} times @param {number} after */
  const newer = (times, after) => times.filter((at) => at > after).length;

  /** @param {Partial<Seen>} more */
  function keep(more) {
    device.set(key(), { ...seen(), ...more });
  }

  /** Who waits to be let in, and what waits to be decided. */
  async function lookAtStaff() {
    const answer = await ask("staff.overview", {});
    if (!answer.ok) return;
    const undecided = answer.proposals.filter((each) => each.state === "waiting").length;
    change((now) => ({ ...now, staff_new: answer.waiting.length + undecided }));
  }

  /** How many nobody has claimed yet. */
  async function countWaiting() {
    counting = false;
    const answer = await ask("case.count", {});
    if (!answer.ok) return;
    const cases_waiting = Object.values(answer.waiting).reduce((sum, each) => sum + each, 0);
    change((now) => ({ ...now, cases_waiting }));
  }

  return {
    /** Of cases, reports and requests, and of what rings. @param {WireEvent} event */
    async hear(event) {
      if (event.kind === "report.made") {
        return change((now) => ({ ...now, reports_new: (now.reports_new ?? 0) + 1 }));
      }
      if (event.kind === "help.asked") {
        return change((now) => ({ ...now, help_new: (now.help_new ?? 0) + 1 }));
      }
      if (event.kind === "appeal.changed") {
        return change((now) => ({ ...now, appeals_new: (now.appeals_new ?? 0) + 1 }));
      }
      if (event.kind !== "case.changed") {
        if (event.kind === "alert.rang" && !ports.rings_here?.()) {
          change((now) => withNotice(now, t("It rings for you: please look at Follow-up.")));
        }
        return ports.duty_changed?.();
      }
      ports.case_changed?.(event.case_id);
      if (counting) return;
      counting = true;
      later(GATHERS_MS, () => void countWaiting());
    },

    /** After the connection was away: quietly, for a refusal changes nothing here. */
    async look() {
      if (isStaff(state()) && state().account.proven) {
        await lookAtStaff();
        const appeals = await ask("appeal.list", {});
        if (appeals.ok) change((now) => ({ ...now, appeals_new: appeals.appeals.length }));
      }
      // What rang while this page heard nothing rings on.
      if (isStaff(state())) ports.duty_changed?.();
      if (!isModerator(state())) return;
      await countWaiting();
      const help = await ask("help.list", {});
      if (help.ok) {
        const count = newer(help.requests.map(madeAt), seen().help);
        change((now) => ({ ...now, help_new: count }));
      }
      const reports = await ask("report.list", {});
      if (reports.ok) {
        const open = reports.reports.filter((each) => each.closed_at === null);
        const count = newer(open.map(madeAt), seen().reports);
        change((now) => ({ ...now, reports_new: count }));
      }
    },

    /** @param {readonly HelpView[]} requests  the newest of them are on screen */
    async helpSeen(requests) {
      keep({ help: Math.max(seen().help, ...requests.map(madeAt)) });
      change((now) => ({ ...now, help_new: 0 }));
    },

    /** @param {readonly ReportView[]} reports  the newest of them are on screen */
    async reportsSeen(reports) {
      keep({ reports: Math.max(seen().reports, ...reports.map(madeAt)) });
      change((now) => ({ ...now, reports_new: 0 }));
    },
  };
}

/** @typedef {ReturnType<typeof createNews>} News */

/** @param {HelpView | ReportView} each */
function madeAt(each) {
  return "asked_at" in each ? each.asked_at : each.reported_at;
}

/** @param {number} wait_ms @param {() => void} then */
function wait(wait_ms, then) {
  setTimeout(then, wait_ms);
}
