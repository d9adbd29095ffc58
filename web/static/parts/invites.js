// @ts-check
/**
 * Invitations: make one, see mine, take one back. Must never show a link twice.
 *
 * @import { CreateInvite, InviteMade, InviteView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { myRooms } from "../state.js";
import { state, status } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { AskForm, TwoPresses } from "./ask-form.js";
import { Copy, QrCode } from "./shown-once.js";

const DAY_H = 24;
const AS = { member: "as a member", moderator: "as a moderator", admin: "as an administrator" };

/** @param {{room_id?: string}} props  with a room: only for that one */
export function Invites({ room_id = "" }) {
  const app = useApp();
  const [made, setMade] = useState(/** @type {InviteMade | null} */ (null));
  const [mine, setMine] = useState(/** @type {InviteView[]} */ ([]));
  const up = status.value === "up";

  async function load() {
    const answer = await app.ask_http("invite.list", {});
    if (answer.ok) setMine(answer.invites.filter((each) => !room_id || each.room_id === room_id));
  }

  useEffect(() => {
    if (up) void load();
  }, [up]);

  /** @param {CreateInvite} asked */
  async function create(asked) {
    const answer = await app.step_up.withStepUp(() => app.ask_http("invite.create", asked));
    if (answer.ok) {
      setMade(answer);
      await load();
    }
    return answer;
  }

  /** @param {string} invite_id */
  async function revoke(invite_id) {
    const answer = await app.ask_http("invite.revoke", { invite_id });
    if (!answer.ok) app.tell(refusalWords(answer.error, app.now()));
    await load();
  }

  return html`
    ${
      made
        ? html`<${Made} ...${made} on_close=${() => setMade(null)} />`
        : html`<${InviteForm} room_id=${room_id} create=${create} />`
    }
    <ul class="cards">
      ${mine.map(
        (each) => html`<li key=${each.invite_id} class="card">
          <p>${inviteWords(each)}</p>
          <p class="soft small">${stateWords(each, app.now())}</p>
          ${
            works(each, app.now()) &&
            html`<${TwoPresses}
              words="Take it back"
              sure="Yes, take it back"
              on_press=${() => revoke(each.invite_id)}
            />`
          }
        </li>`,
      )}
    </ul>
  `;
}

/**
 * @param {object} props
 * @param {string} props.room_id
 * @param {(asked: CreateInvite) => Promise<any>} props.create
 */
function InviteForm({ room_id, create }) {
  const [kind, setKind] = useState(/** @type {"invite" | "knock"} */ ("invite"));
  const is_admin = state.value.me?.role === "admin" && state.value.account.proven;
  const rooms = myRooms(state.value);

  /** @param {Record<string, string>} fields */
  const ask = (fields) =>
    create({
      kind,
      valid_h: Number(fields["valid_h"]),
      role: /** @type {any} */ (fields["role"] ?? "member"),
      room_id: room_id || fields["room_id"] || null,
      relation: /** @type {any} */ (fields["relation"] ?? "member"),
    });

  return html`
    <${AskForm} words="Make the link" kind="quiet" ask=${ask} done=${() => ""}>
      <fieldset>
        <legend>What for</legend>
        <label class="check">
          <input type="radio" name="kind" checked=${kind === "invite"} onChange=${() => setKind("invite")} />
          <span>For one person, once</span>
        </label>
        <label class="check">
          <input type="radio" name="kind" checked=${kind === "knock"} onChange=${() => setKind("knock")} />
          <span>For a flyer: whoever has it may ask to be let in</span>
        </label>
      </fieldset>
      ${
        !room_id &&
        rooms.length > 0 &&
        html`<label class="field">
          <span>Into which room</span>
          <select name="room_id">
            <option value="">None yet: they choose</option>
            ${rooms.map(({ room }) => html`<option key=${room.room_id} value=${room.room_id}>${room.name}</option>`)}
          </select>
        </label>`
      }
      ${
        is_admin &&
        kind === "invite" &&
        html`<label class="field">
          <span>As what</span>
          <select name="role">
            <option value="member">A member</option>
            <option value="moderator">A moderator</option>
            <option value="admin">An administrator</option>
          </select>
        </label>`
      }
      <label class="field">
        <span>Works for</span>
        ${
          kind === "invite"
            ? html`<select key="invite" name="valid_h">
                <option value=${DAY_H}>A day</option>
                <option value=${3 * DAY_H} selected>Three days</option>
              </select>`
            : html`<select key="knock" name="valid_h">
                <option value=${30 * DAY_H}>A month</option>
                <option value=${180 * DAY_H} selected>Half a year</option>
                <option value=${365 * DAY_H}>A year</option>
              </select>`
        }
      </label>
    <//>
  `;
}

/** @param {InviteMade & {on_close: () => void}} props */
function Made({ invite, link, code, qr_svg, on_close }) {
  return html`
    <div class="card" role="status">
      <p>
        <b>Here it is, shown only now.</b>
        ${invite.kind === "knock" ? " For flyers: it only asks to be let in." : " It lets one person in."}
      </p>
      <${QrCode} svg=${qr_svg} alt="The same link as a picture, to be read by a phone's camera" />
      <label class="field">
        <span>The link</span>
        <input readonly value=${link} />
      </label>
      <p>Without a link, by hand: <code class="big-code">${code}</code></p>
      <div class="row">
        <${Copy} text=${link} words="Copy the link" />
        <button type="button" class="quiet" onClick=${() => print()}>Print</button>
        <button type="button" class="quiet" onClick=${on_close}>Done</button>
      </div>
    </div>
  `;
}

/** @param {InviteView} invite */
function inviteWords({ kind, role, room_name, relation }) {
  const what = kind === "knock" ? "A link to knock" : `For one person, ${AS[role]}`;
  const where = room_name ? `, into ${room_name}` : "";
  return `${what}${where}${relation === "facilitator" ? ", to keep it" : ""}.`;
}

/** @param {InviteView} invite @param {number} now */
function works({ used, revoked, expires_at }, now) {
  return !used && !revoked && expires_at > now;
}

/** @param {InviteView} invite @param {number} now */
function stateWords(invite, now) {
  if (invite.revoked) return "Taken back.";
  if (invite.used) return "Used.";
  const at = dayOrTime(invite.expires_at, now);
  return invite.expires_at > now ? `Works until ${at}.` : `Ended ${at}.`;
}
