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

/** @type {Record<string, string>} */
const DEEDS = {
  "message.hide": "took a message out of sight",
  "room.remove": "removed someone from a room",
  "room.mute": "let someone only read along",
  "room.set_relation": "changed who keeps a room",
  "report.close": "has seen to a report",
  "sanction.ban": "kept someone out",
  "sanction.lift": "let someone back in",
  "user.admit": "let someone in who had knocked",
  "user.refuse": "said no to someone who had knocked",
  "user.freeze": "closed an account",
  "user.unfreeze": "opened an account again",
  "user.end_sign_ins": "signed someone out everywhere",
  "role.propose": "proposed a role",
  "role.grant": "gave someone a role",
  "role.take": "took a role back",
  "proposal.approve": "agreed to a proposal",
  "proposal.refuse": "stopped a proposal",
  "proposal.undo": "took a role back within 72 hours",
  "restore.ask": "helps someone back in",
  "restore.confirm": "met someone who is helped back in",
  "restore.stop": "was not who asked to be helped back in",
  "invite.create": "made an invitation",
  "invite.revoke": "took an invitation back",
  "site.confirm_helplines": "called the help lines",
};

/** @param {{staff: StaffMember[]}} props */
export function Deeds({ staff }) {
  const app = useApp();
  const [entries, setEntries] = useState(/** @type {AuditView[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [problem, setProblem] = useState("");
  const [opened, setOpened] = useState(false);
  const names = new Map(staff.map((each) => [each.user.user_id, each.user.handle]));

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask_http("audit.list", { cursor: from });
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setEntries((before) => (from === null ? answer.entries : [...before, ...answer.entries]));
    setCursor(answer.cursor);
  }

  /** @param {Event} event */
  function toggled(event) {
    if (opened || !(/** @type {HTMLDetailsElement} */ (event.target).open)) return;
    setOpened(true);
    void load(null);
  }

  const title = state.value.me?.role === "admin" ? "What was done" : "What I did";
  return html`
    <h2>${title}</h2>
    <details onToggle=${toggled}>
      <summary>Show the list</summary>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${entries.length === 0 && html`<p class="soft">Nothing yet.</p>`}
      <ul class="deeds">
        ${entries.map(
          (each) => html`<li key=${each.number}>
            <span class="soft small">${dayOrTime(each.at, app.now())}</span>${" "}
            ${who(each.actor_id, names)} ${DEEDS[each.action] ?? each.action}.
          </li>`,
        )}
      </ul>
      <${More} cursor=${cursor} words="Older ones" load=${load} />
    </details>
  `;
}

/**
 * @param {string} actor_id
 * @param {Map<string, string>} names
 */
function who(actor_id, names) {
  if (actor_id === "operator") return "Whoever runs the server";
  return names.get(actor_id) ?? "Someone";
}
