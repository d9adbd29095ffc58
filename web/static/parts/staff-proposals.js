// @ts-check
/**
 * What two have to agree on, and what can still be taken back.
 * Must never decide by one slip of a thumb.
 *
 * @import { ProposalView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";

const AS = { member: "a member again", moderator: "a moderator", admin: "an administrator" };

/**
 * @typedef {"proposal.approve" | "proposal.refuse" | "proposal.undo" | "restore.confirm"} Decision
 */

/** @param {{proposals: ProposalView[], on_changed: () => Promise<void>}} props */
export function Proposals({ proposals, on_changed }) {
  const app = useApp();
  if (proposals.length === 0) return null;

  /** @param {Decision} name @param {string} proposal_id */
  async function decide(name, proposal_id) {
    const answer = await app.step_up.withStepUp(() => app.ask_http(name, { proposal_id }));
    if (!answer.ok && answer.error.code !== "cancelled") {
      app.tell(refusalWords(answer.error, app.now()));
    }
    await on_changed();
  }

  return html`
    <h2>To decide, or to know</h2>
    <ul class="cards">
      ${proposals.map(
        (each) => html`<${Proposal} key=${each.proposal_id} proposal=${each} decide=${decide} />`,
      )}
    </ul>
  `;
}

/**
 * @param {{proposal: ProposalView, decide: (name: Decision, proposal_id: string) => void}} props
 */
function Proposal({ proposal, decide }) {
  const app = useApp();
  const { proposal_id, kind, user, proposer, state: now, due_at } = proposal;
  const { me } = state.value;
  const mine = proposer?.user_id === me?.user_id;
  const about_me = user.user_id === me?.user_id;
  const is_admin = me?.role === "admin";
  const waits = now === "waiting" && !about_me;
  // Whoever helps stands above the person they help.
  const may_meet = is_admin || proposal.role_before === "member";
  const undoable = kind === "role" && now === "done" && due_at > app.now() && !about_me;
  const can = {
    agree: waits && kind === "role" && is_admin && !mine,
    meet: waits && kind === "restore" && due_at > app.now() && !mine && may_meet,
    stop: waits && (kind === "restore" || is_admin),
  };

  /** @param {Decision} name @param {string} words @param {string} sure */
  const button = (name, words, sure) =>
    html`<${TwoPresses} words=${words} sure=${sure} on_press=${() => decide(name, proposal_id)} />`;

  return html`
    <li class="card">
      <p>${whatWords(proposal)}</p>
      <p class="soft small">${stateWords(proposal, app.now())}</p>
      <div class="row">
        ${can.agree && button("proposal.approve", "Agree", "Yes, I agree")}
        ${can.meet && button("restore.confirm", "I met them too", "Yes, I met them")}
        ${can.stop && button("proposal.refuse", "Stop it", "Yes, stop it")}
        ${undoable && button("proposal.undo", "Take it back", "Yes, take it back")}
      </div>
    </li>
  `;
}

/** @param {ProposalView} proposal */
function whatWords({ kind, user, role, proposer, state: is }) {
  const by = proposer ? proposer.handle : "Someone who has left";
  if (kind === "restore") {
    return html`${by} helps <b>${user.handle}</b> back into their account.`;
  }
  const as = AS[role ?? "member"];
  if (is === "done" || is === "undone") return html`${by} made <b>${user.handle}</b> ${as}.`;
  return html`${by} ${is === "waiting" ? "proposes" : "proposed"} <b>${user.handle}</b> as ${as}.`;
}

/** @type {Record<string, string>} */
const ENDED = {
  refused: "Stopped.",
  stopped: "They stopped it: it was not them who asked.",
  undone: "It was undone.",
  undecided: "Nobody decided in time.",
  unused: "The code was not used in time.",
};

/**
 * @param {ProposalView} proposal
 * @param {number} now
 */
function stateWords({ kind, state: is, met, due_at }, now) {
  const at = dayOrTime(due_at, now);
  if (is === "waiting" && kind === "role") return `Another administrator has to agree, by ${at}.`;
  if (is === "waiting") {
    const seen = met > 0 ? `${met} of us met them. ` : "";
    const works = due_at <= now ? "works now" : `works from ${at}, unless they stop it`;
    return `${seen}The code ${works}.`;
  }
  if (is === "lapsed") return kind === "restore" ? ENDED.unused : ENDED.undecided;
  if (is !== "done") return ENDED[is];
  if (kind === "restore") return "They are back.";
  return due_at > now ? `Done. It can be taken back until ${at}.` : "Done.";
}
