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

/** @typedef {"proposal.approve" | "proposal.refuse" | "proposal.undo" | "restore.confirm"} Decision */

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
  const my_id = state.value.me?.user_id ?? "";
  const mine = proposer?.user_id === my_id;
  const about_me = user.user_id === my_id;
  const is_admin = state.value.me?.role === "admin";
  const waits = now === "waiting";
  const undoable = kind === "role" && now === "done" && due_at > app.now() && !about_me;

  /** @param {Decision} name @param {string} words @param {string} sure */
  const button = (name, words, sure) =>
    html`<${TwoPresses} words=${words} sure=${sure} on_press=${() => decide(name, proposal_id)} />`;

  return html`
    <li class="card">
      <p>${whatWords(proposal)}</p>
      <p class="soft small">${stateWords(proposal, app.now())}</p>
      <div class="row">
        ${waits && kind === "role" && is_admin && !mine && !about_me && button("proposal.approve", "Agree", "Yes, I agree")}
        ${waits && kind === "restore" && !mine && !about_me && button("restore.confirm", "I met them too", "Yes, I met them")}
        ${waits && !about_me && (kind === "restore" || is_admin) && button("proposal.refuse", "Stop it", "Yes, stop it")}
        ${undoable && button("proposal.undo", "Take it back", "Yes, take it back")}
      </div>
    </li>
  `;
}

/** @param {ProposalView} proposal */
function whatWords({ kind, user, role, proposer }) {
  const by = proposer ? proposer.handle : "Someone who has left";
  if (kind === "restore") {
    return html`${by} helps <b>${user.handle}</b> back into their account.`;
  }
  return html`${by}: <b>${user.handle}</b> as ${AS[role ?? "member"]}.`;
}

/**
 * @param {ProposalView} proposal
 * @param {number} now
 */
function stateWords({ kind, state: is, met, due_at }, now) {
  const at = dayOrTime(due_at, now);
  if (is === "waiting" && kind === "role") return `Another administrator has to agree, by ${at}.`;
  if (is === "waiting" && due_at <= now) return "The code works now.";
  if (is === "waiting") {
    const seen = met > 0 ? `${met} of us met them. ` : "";
    return `${seen}The code works from ${at}, unless they stop it.`;
  }
  if (is === "done") return due_at > now ? `Done. It can be taken back until ${at}.` : "Done.";
  return { refused: "Stopped.", stopped: "They stopped it themselves: it was not them.", undone: "Taken back.", lapsed: "Nobody decided in time." }[is];
}
