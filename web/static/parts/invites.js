// @ts-check
/**
 * Invitations: make one, see mine, take one back. Must never show a link twice.
 *
 * @import { CreateInvite, InviteMade, InviteView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { mark, t, tx } from "../i18n.js";
import { status } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { InviteForm } from "./invite-form.js";
import { More } from "./more.js";
import { Copy, QrCode, ShownOnce } from "./shown-once.js";

const HERE_ONLY = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);
/** For whom, and into which room if {room} is one. */
const FOR = {
  member: mark("For one person."),
  moderator: mark("For one person as a moderator."),
  admin: mark("For one person as an administrator."),
};
const FOR_INTO = {
  member: mark("For one person, into {room}."),
  moderator: mark("For one person as a moderator, into {room}."),
  admin: mark("For one person as an administrator, into {room}."),
};

/** @param {{room_id?: string}} props  with a room: only for that one */
export function Invites({ room_id = "" }) {
  const app = useApp();
  const [made, setMade] = useState(/** @type {InviteMade | null} */ (null));
  const [known, setKnown] = useState(/** @type {InviteView[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask_http("invite.list", { cursor: from });
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    const page = answer.invites.filter((each) => !room_id || each.room_id === room_id);
    setProblem("");
    setKnown((before) => (from === null ? page : [...before, ...page]));
    setCursor(answer.cursor);
  }

  useEffect(() => {
    if (up) void load(null);
  }, [up]);

  /** @param {CreateInvite} asked */
  async function create(asked) {
    const answer = await app.step_up.withStepUp(() => app.ask_http("invite.create", asked));
    if (answer.ok) {
      setMade(answer);
      await load(null);
    }
    return answer;
  }

  /** @param {string} invite_id */
  async function revoke(invite_id) {
    const answer = await app.ask_http("invite.revoke", { invite_id });
    if (!answer.ok) app.tell(refusalWords(answer.error, app.now()));
    await load(null);
  }

  const open = known.filter((each) => works(each, app.now()));
  const over = known.filter((each) => !works(each, app.now()));
  return html`
    ${
      made
        ? html`<${Made} ...${made} on_close=${() => setMade(null)} />`
        : html`<${InviteForm} room_id=${room_id} create=${create} />`
    }
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <ul class="cards">
      ${open.map(
        (each) => html`<${Invite} key=${each.invite_id} invite=${each} revoke=${revoke} />`,
      )}
    </ul>
    ${
      over.length > 0 &&
      html`<details>
        <summary>${t("Used, taken back or run out")}</summary>
        <ul class="cards">
          ${over.map((each) => html`<${Invite} key=${each.invite_id} invite=${each} />`)}
        </ul>
      </details>`
    }
    <${More} cursor=${cursor} words=${t("Older ones")} load=${load} />
  `;
}

/** @param {{invite: InviteView, revoke?: (invite_id: string) => void}} props */
function Invite({ invite, revoke }) {
  const app = useApp();
  return html`
    <li class="card">
      <p>${inviteWords(invite)}</p>
      <p class="soft small">${stateWords(invite, app.now())}</p>
      ${
        revoke &&
        html`<${TwoPresses}
          words=${t("Take it back")}
          sure=${t("Yes, take it back")}
          on_press=${() => revoke(invite.invite_id)}
        />`
      }
    </li>
  `;
}

/** @param {InviteMade & {on_close: () => void}} props */
function Made({ invite, link, code, qr_svg, on_close }) {
  const app = useApp();
  const knocks = invite.kind === "knock";
  return html`
    <${ShownOnce} title=${t("Here it is, shown only now")} on_paper>
      <p class="no-print">
        ${knocks ? t("Whoever has it may ask to be let in.") : t("It lets one person in, once.")}${" "}
        ${stateWords(invite, app.now())}
      </p>
      ${
        HERE_ONLY.has(location.hostname) &&
        html`<p class="no-print">
          ${t(
            "This link works only on this computer. Whoever runs the server sets " +
              "CHAT_PUBLIC_URL before others can use it.",
          )}
        </p>`
      }
      ${
        knocks &&
        html`<div class="print-only">
          <h1>${document.getElementById("app")?.dataset.site}</h1>
          <p class="lead">${t("Peer support: ask to be let in.")}</p>
          <p>${stateWords(invite, app.now())}</p>
        </div>`
      }
      <${QrCode} svg=${qr_svg} alt=${t("The same link as a picture, for a phone's camera")} />
      <label class="field no-print">
        <span>${t("The link")}</span>
        <input readonly value=${link} />
      </label>
      <p class="print-only">${link}</p>
      <p>
        ${tx("Without a link, to type in: {code}", {
          code: html`<code class="big-code">${code}</code>`,
        })}
      </p>
      <div class="row no-print">
        <${Copy} text=${link} words=${t("Copy the link")} />
        <${Copy} text=${code} words=${t("Copy the code")} />
        <button type="button" class="quiet" onClick=${() => print()}>${t("Print")}</button>
        <button type="button" class="quiet" onClick=${on_close}>${t("Done")}</button>
      </div>
    <//>
  `;
}

/** @param {InviteView} invite */
function inviteWords({ kind, role, room_name, relation }) {
  const room = room_name;
  if (kind === "knock") {
    return room
      ? t("To ask to be let in, for a flyer, into {room}.", { room })
      : t("To ask to be let in, for a flyer.");
  }
  if (!room) return t(FOR[role]);
  if (relation === "facilitator") return t("For one person, into {room}, to keep it.", { room });
  return t(FOR_INTO[role], { room });
}

/** @param {InviteView} invite @param {number} now */
function works({ used, revoked, expires_at }, now) {
  return !used && !revoked && expires_at > now;
}

/** @param {InviteView} invite @param {number} now */
function stateWords(invite, now) {
  if (invite.revoked) return t("Taken back.");
  if (invite.used) return t("Used.");
  const at = dayOrTime(invite.expires_at, now);
  return invite.expires_at > now ? t("Works until {at}.", { at }) : t("Ended {at}.", { at });
}
