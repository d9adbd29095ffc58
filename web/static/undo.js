// @ts-check
/**
 * The last thing that I decided on this page, to be taken back with one key within minutes.
 * Must never be kept beyond this page, nor take back what somebody else decided.
 *
 * @import { Answer } from "./problem.js"
 * @import { App } from "./parts/app.js"
 */
import { t } from "./i18n.js";
import { state } from "./store.js";

const UNDO_MS = 5 * 60_000;

/**
 * @typedef {{what: "sanction", user_id: string} | {what: "hide", message_id: string}} Deed
 */

/** @type {{deed: Deed, at: number, sanction_id: string} | null} */
let last = null;

/**
 * Remember it. What was decided about a person goes by the id of the newest decision of mine.
 *
 * @param {App} app
 * @param {Deed} deed
 */
export async function didLast(app, deed) {
  const at = Date.now();
  last = deed.what === "hide" ? { deed, at, sanction_id: "" } : null;
  if (deed.what === "hide") return;
  const answer = await app.ask("sanction.list", { user_id: deed.user_id });
  const mine = answer.ok
    ? answer.sanctions.find((each) => each.given_by.user_id === state.peek().me?.user_id)
    : undefined;
  if (mine) last = { deed, at, sanction_id: mine.sanction_id };
}

/** Take it back, and say so. @param {App} app */
export async function undoLast(app) {
  const done = last;
  if (!done || Date.now() - done.at > UNDO_MS) {
    app.tell(t("There is nothing of yours to take back here."));
    return;
  }
  /** @type {Answer<any>} */
  const answer =
    done.deed.what === "hide"
      ? await app.ask("message.show_again", { message_id: done.deed.message_id })
      : await app.ask("sanction.take_back", { sanction_id: done.sanction_id, reason: "mistake" });
  if (!answer.ok) return app.tellRefusal(answer);
  last = null;
  app.tell(t("Taken back."));
}
