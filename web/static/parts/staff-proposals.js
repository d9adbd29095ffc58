// @ts-check
/**
 * What two have to agree on, and what can still be taken back.
 * Must never decide by one slip of a thumb.
 *
 * @import { ProposalView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { t, tn, tx } from "../i18n.js";
import { roleWords } from "../roles.js";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { useNeighbour } from "./neighbour.js";

/**
 * @typedef {"proposal.approve" | "proposal.refuse" | "proposal.undo" | "restore.confirm"} Decision
 */

/** @param {{proposals: ProposalView[], on_changed: () => Promise<void>}} props */
export function Proposals({ proposals, on_changed }) {
  const app = useApp();
  const { list, heading, leaves } = useNeighbour();
  if (proposals.length === 0) return null;

  /** @param {Decision} name @param {string} proposal_id */
  async function decide(name, proposal_id) {
    const answer = await app.step_up.withStepUp(() => app.ask_http(name, { proposal_id }));
    app.tellRefusal(answer);
    leaves();
    if (answer.ok) app.tell(t("Done."));
    await on_changed();
  }

  return html`
    <h2 ref=${heading} tabindex="-1">${t("To decide, or to know")}</h2>
    <ul class="cards" ref=${list}>
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
    html`<${TwoPresses}
      words=${words}
      label=${`${words}: ${user.handle}`}
      sure=${sure}
      on_press=${() => decide(name, proposal_id)}
    />`;

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
  const who = proposer ? proposer.handle : t("Someone who has left");
  const handle = html`<b>${user.handle}</b>`;
  if (kind === "restore") {
    return tx("{who} helps {handle} back into their account.", { who, handle });
  }
  const what = roleWords(role ?? "member");
  const parts = { who, handle, role: what };
  if (is === "done" || is === "undone") return tx("{who} made {handle} {role}.", parts);
  if (is === "waiting") return tx("{who} proposes {handle} as {role}.", parts);
  return tx("{who} proposed {handle} as {role}.", parts);
}

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
    const seen = met > 0 ? `${tn("{count} of us met them.", "{count} of us met them.", met)} ` : "";
    if (due_at <= now) return `${seen}${t("The code works now.")}`;
    return `${seen}${t("The code works from {at}, unless they stop it.", { at })}`;
  }
  if (is === "lapsed") {
    return kind === "restore"
      ? t("The code was not used in time.")
      : t("Nobody decided in time.");
  }
  if (is === "refused") return t("Stopped.");
  if (is === "stopped") return t("They stopped it: it was not them who asked.");
  if (is === "undone") return t("It was undone.");
  if (kind === "restore") return t("They are back.");
  return due_at > now ? t("Done. It can be taken back until {at}.", { at }) : t("Done.");
}
