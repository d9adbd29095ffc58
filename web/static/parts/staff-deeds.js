// @ts-check
/**
 * What those who look after the place did. Must never name anyone but them.
 *
 * @import { AuditView, StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";
import { More } from "./more.js";
import { usePages } from "./use-pages.js";

/** What was done, by the server's words for it: {someone} is named if they look after the place. */
/** @type {Record<string, string>} */
const DEEDS = {
  "message.hide": mark("{who} took a message out of sight."),
  "message.show_again": mark("{who} brought a message back into sight."),
  "message.free_links": mark("{who} let the links in a newcomer's message be links."),
  "message.vouch": mark("{who} vouched for a newcomer, whose links are links now."),
  "room.remove": mark("{who} removed {someone} from a room."),
  "room.mute": mark("{who} let {someone} only read along."),
  "room.set_relation": mark("{who} changed what {someone} is to a room."),
  "case.open": mark("{who} looked at a case."),
  "case.widen": mark("{who} looked further around a case."),
  "case.claim": mark("{who} took a case on."),
  "case.release": mark("{who} gave a case back."),
  "case.contact": mark("{who} wrote to the person of a case."),
  "case.attempt": mark("{who} tried to reach the person of a case."),
  "case.hand_over": mark("{who} asked a colleague to go on with a case."),
  "case.accept": mark("{who} went on with a case from a colleague."),
  "case.refuse": mark("{who} could not go on with a case for a colleague."),
  "case.take_over": mark("{who} stepped in for a colleague in a case."),
  "case.stand_by": mark("{who} changed who is at hand beside the helper of a case."),
  "case.propose": mark("{who} proposed to close a case, and asked a second person."),
  "case.resolve": mark("{who} closed a case."),
  "case.review": mark("{who} looked at how a case went."),
  "flag.judge": mark("{who} said whether a reason to look was one."),
  "lexicon.propose": mark("{who} proposed to change what is listened for."),
  "lexicon.approve": mark("{who} agreed to change what is listened for."),
  "lexicon.decide": mark("{who} changed alone what is listened for."),
  "lexicon.refuse": mark("{who} let a change of what is listened for come to nothing."),
  "lexicon.undo": mark("{who} undid a change of what is listened for."),
  "rota.add": mark("{who} planned a shift."),
  "rota.remove": mark("{who} took a shift off the rota."),
  "report.close": mark("{who} has seen to a report."),
  "sanction.ban": mark("{who} kept {someone} out."),
  "sanction.lift": mark("{who} let {someone} back in."),
  "sanction.warn": mark("{who} told {someone} that something must not go on."),
  "sanction.take_back": mark("{who} took back what was decided about {someone}."),
  "appeal.decide": mark("{who} decided about an appeal of {someone}."),
  "room.slow": mark("{who} changed how slowly a room goes."),
  "room.lock": mark("{who} let a room rest."),
  "room.unlock": mark("{who} ended a room's rest."),
  "user.admit": mark("{who} let {someone} in who had knocked."),
  "user.refuse": mark("{who} said no to {someone} who had knocked."),
  "user.freeze": mark("{who} closed the account of {someone}."),
  "user.unfreeze": mark("{who} opened the account of {someone} again."),
  "user.end_sign_ins": mark("{who} signed {someone} out everywhere."),
  "user.create": mark("{who} made an account for {someone}."),
  "user.reset": mark("{who} gave {someone} a new way in."),
  "user.list": mark("{who} looked at the list of accounts."),
  "role.propose": mark("{who} proposed a role for {someone}."),
  "role.approve": mark("{who} agreed to a role for {someone}."),
  "role.refuse": mark("{who} said no to a role for {someone}."),
  "role.give": mark("{who} gave a role to {someone}."),
  "role.set": mark("{who} gave a role to {someone}."),
  "role.take": mark("{who} took a role back from {someone}."),
  "role.undo": mark("{who} undid within 72 hours a change of role of {someone}."),
  "restore.ask": mark("{who} began to help {someone} back in."),
  "restore.confirm": mark("{who} met {someone} who is helped back in."),
  "restore.refuse": mark("{who} stopped helping {someone} back in."),
  "invite.create": mark("{who} made an invitation."),
  "invite.revoke": mark("{who} took an invitation back."),
  "site.change": mark("{who} changed how this place shows itself."),
  "site.set_registration": mark("{who} changed who may come in by themselves."),
  "site.set_helplines": mark("{who} changed which help lines come first."),
  "site.confirm_helplines": mark("{who} has called the help lines."),
  "backup.take": mark("{who} took a backup."),
  restore: mark("{who} went back to a backup."),
  "room.close": mark("{who} closed a room."),
  "room.reopen": mark("{who} opened a room again."),
};

/** What nobody on staff did. @type {Record<string, string>} */
const HAPPENED = {
  "case.begin": mark("There was a reason to ask how someone is."),
  "case.lapse": mark("Whoever had a case showed no sign of life: it waits again."),
  "case.reopen": mark("It was time to ask again how someone is."),
  "role.lapse": mark("A role was proposed, and nobody decided in time."),
  "restore.lapse": mark("A code to come back in was not used in time."),
  "restore.use": mark("Someone came back in by a code from staff."),
  "staff.recovered": mark("Someone on staff came back in by a recovery code."),
  "restore.stop": mark("Someone did not want to be helped back in: it was not them who asked."),
};

/** @param {{overview: StaffOverview}} props */
export function Deeds({ overview }) {
  const app = useApp();
  const { items, cursor, problem, known, load } = usePages(
    (from) => app.ask_http("audit.list", { cursor: from }),
    (page) => page.entries,
  );
  const names = new Map(overview.staff.map((each) => [each.user.user_id, each.user.handle]));
  return html`
    <p class="soft">
      ${t("It can't be changed or removed. It names nobody but those who look after the place.")}
    </p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${known && items.length === 0 && html`<p class="soft">${t("Nothing yet.")}</p>`}
    <ul class="deeds">
      ${items.map(
        (each) => html`<li key=${each.number}>
          <span class="soft small">${dayOrTime(each.at, app.now())}</span>${" "}
          ${deedWords(each, names)}
        </li>`,
      )}
    </ul>
    <${More} cursor=${cursor} words=${t("Older ones")} load=${load} />
  `;
}

/**
 * @param {AuditView} entry
 * @param {Map<string, string>} names
 */
function deedWords({ actor_id, action, about }, names) {
  const happened = HAPPENED[action];
  if (happened) return t(happened);
  const did = DEEDS[action] ?? mark("{who} did what this page has no words for yet.");
  return t(did, { who: who(actor_id, names), someone: names.get(about) ?? t("someone") });
}

/**
 * @param {string} actor_id
 * @param {Map<string, string>} names
 */
function who(actor_id, names) {
  if (actor_id === "operator") return t("Whoever runs the server");
  return names.get(actor_id) ?? t("Someone who has looked after this place");
}
