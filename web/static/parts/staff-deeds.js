// @ts-check
/**
 * What those who look after the place did. Must never name anyone but them.
 *
 * @import { AuditView, StaffMember } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { More } from "./more.js";

/** What was done, by the server's words for it: "someone" is named if they look after the place. */
/** @type {Record<string, string>} */
const DEEDS = {
  "message.hide": "took a message out of sight",
  "room.remove": "removed someone from a room",
  "room.mute": "let someone only read along",
  "room.set_relation": "changed what someone is to a room",
  "report.close": "has seen to a report",
  "sanction.ban": "kept someone out",
  "sanction.lift": "let someone back in",
  "user.admit": "let someone in who had knocked",
  "user.refuse": "said no to someone who had knocked",
  "user.freeze": "closed the account of someone",
  "user.unfreeze": "opened the account of someone again",
  "user.end_sign_ins": "signed someone out everywhere",
  "user.create": "made an account for someone",
  "user.reset": "gave someone a new way in",
  "user.list": "looked at the list of accounts",
  "role.propose": "proposed a role for someone",
  "role.approve": "agreed to a role for someone",
  "role.refuse": "said no to a role for someone",
  "role.give": "gave a role to someone",
  "role.set": "gave a role to someone",
  "role.take": "took a role back from someone",
  "role.undo": "undid within 72 hours a change of role of someone",
  "restore.ask": "began to help someone back in",
  "restore.confirm": "met someone who is helped back in",
  "restore.refuse": "stopped helping someone back in",
  "invite.create": "made an invitation",
  "invite.revoke": "took an invitation back",
  "site.change": "changed how this place shows itself",
  "site.set_registration": "changed who may come in by themselves",
  "site.set_helplines": "changed which help lines come first",
  "site.confirm_helplines": "has called the help lines",
  "backup.take": "took a backup",
  restore: "went back to a backup",
};

/** What nobody on staff did. @type {Record<string, string>} */
const HAPPENED = {
  "role.lapse": "A role was proposed, and nobody decided in time.",
  "restore.lapse": "A code to come back in was not used in time.",
  "restore.use": "Someone came back in by a code from staff.",
  "staff.recovered": "Someone on staff came back in by a recovery code.",
  "restore.stop": "Someone did not want to be helped back in: it was not them who asked.",
};

/** @param {{staff: StaffMember[]}} props */
export function Deeds({ staff }) {
  const app = useApp();
  const [entries, setEntries] = useState(/** @type {AuditView[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [problem, setProblem] = useState("");
  const [loaded, setLoaded] = useState(false);
  const names = new Map(staff.map((each) => [each.user.user_id, each.user.handle]));

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask_http("audit.list", { cursor: from });
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setEntries((before) => (from === null ? answer.entries : [...before, ...answer.entries]));
    setCursor(answer.cursor);
    setProblem("");
    setLoaded(true);
  }

  /** @param {Event} event */
  function toggled(event) {
    if (/** @type {HTMLDetailsElement} */ (event.target).open) void load(null);
  }

  const title = state.value.me?.role === "admin" ? "What was done" : "What I did";
  return html`
    <h2>${title}</h2>
    <details onToggle=${toggled}>
      <summary>Show the list</summary>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${loaded && entries.length === 0 && html`<p class="soft">Nothing yet.</p>`}
      <ul class="deeds">
        ${entries.map(
          (each) => html`<li key=${each.number}>
            <span class="soft small">${dayOrTime(each.at, app.now())}</span>${" "}
            ${deedWords(each, names)}
          </li>`,
        )}
      </ul>
      <${More} cursor=${cursor} words="Older ones" load=${load} />
    </details>
  `;
}

/**
 * @param {AuditView} entry
 * @param {Map<string, string>} names
 */
function deedWords({ actor_id, action, about }, names) {
  const happened = HAPPENED[action];
  if (happened) return happened;
  const did = DEEDS[action] ?? "did what this page has no words for yet";
  return `${who(actor_id, names)} ${did.replace("someone", names.get(about) ?? "someone")}.`;
}

/**
 * @param {string} actor_id
 * @param {Map<string, string>} names
 */
function who(actor_id, names) {
  if (actor_id === "operator") return "Whoever runs the server";
  return names.get(actor_id) ?? "Someone who has looked after this place";
}
