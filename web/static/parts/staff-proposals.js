// @ts-check
/**
 * What two have to agree on, and what can still be taken back.
 * Must never decide by one slip of a thumb.
 *
 * @import { ProposalView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t, tn, tx } from "../i18n.js";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";

/** @typedef {Record<"member" | "moderator" | "admin", string>} ByRole */
/** @type {ByRole} */
const MADE = {
  member: mark("{by} made {handle} a member again."),
  moderator: mark("{by} made {handle} a moderator."),
  admin: mark("{by} made {handle} an administrator."),
};
/** @type {ByRole} */
const PROPOSES = {
  member: mark("{by} proposes {handle} as a member again."),
  moderator: mark("{by} proposes {handle} as a moderator."),
  admin: mark("{by} proposes {handle} as an administrator."),
};
/** @type {ByRole} */
const PROPOSED = {
  member: mark("{by} proposed {handle} as a member again."),
  moderator: mark("{by} proposed {handle} as a moderator."),
  admin: mark("{by} proposed {handle} as an administrator."),
};

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
    <h2>${t("To decide, or to know")}</h2>
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
        ${can.agree && button("proposal.approve", t("Agree"), t("Yes, I agree"))}
        ${can.meet && button("restore.confirm", t("I met them too"), t("Yes, I met them"))}
        ${can.stop && button("proposal.refuse", t("Stop it"), t("Yes, stop it"))}
        ${undoable && button("proposal.undo", t("Take it back"), t("Yes, take it back"))}
      </div>
    </li>
  `;
}

/** @param {ProposalView} proposal */
function whatWords({ kind, user, role, proposer, state: is }) {
  const by = proposer ? proposer.handle : t("Someone who has left");
  const who = { by, handle: html`<b>${user.handle}</b>` };
  if (kind === "restore") return tx("{by} helps {handle} back into their account.", who);
  const made = is === "done" || is === "undone";
  const words = made ? MADE : is === "waiting" ? PROPOSES : PROPOSED;
  return tx(words[role ?? "member"], who);
}

/** @type {Record<string, string>} */
const ENDED = {
  refused: mark("Stopped."),
  stopped: mark("They stopped it: it was not them who asked."),
  undone: mark("It was undone."),
};
const UNDECIDED = mark("Nobody decided in time.");
const UNUSED = mark("The code was not used in time.");

/**
 * @param {ProposalView} proposal
 * @param {number} now
 */
function stateWords({ kind, state: is, met, due_at }, now) {
  const at = dayOrTime(due_at, now);
  if (is === "waiting" && kind === "role") {
    return t("Another administrator has to agree, by {at}.", { at });
  }
  if (is === "waiting") {
    const works =
      due_at <= now
        ? t("The code works now.")
        : t("The code works from {at}, unless they stop it.", { at });
    const seen = tn("{count} of us met them.", "{count} of us met them.", met);
    return met > 0 ? `${seen} ${works}` : works;
  }
  if (is === "lapsed") return t(kind === "restore" ? UNUSED : UNDECIDED);
  if (is !== "done") return t(ENDED[is] ?? "");
  if (kind === "restore") return t("They are back.");
  return due_at > now ? t("Done. It can be taken back until {at}.", { at }) : t("Done.");
}
