// @ts-check
/**
 * Invitations: make one, see mine, take one back. Must never show a link twice.
 *
 * @import { CreateInvite, InviteMade, InviteView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { roleWords } from "../roles.js";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { InviteForm } from "./invite-form.js";
import { More } from "./more.js";
import { useNeighbour } from "./neighbour.js";
import { Copy, Print, QrCode, ShownOnce } from "./shown-once.js";
import { usePages } from "./use-pages.js";

const HERE_ONLY = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** @param {{room_id?: string}} props  with a room: only for that one */
export function Invites({ room_id = "" }) {
  const app = useApp();
  const [made, setMade] = useState(/** @type {InviteMade | null} */ (null));
  const [forms, setForms] = useState(0);
  const { items, cursor, problem, known, load } = usePages(
    (from) => app.ask_http("invite.list", { cursor: from }),
    (page) => page.invites.filter((each) => !room_id || each.room_id === room_id),
  );
  const { list, heading, leaves } = useNeighbour();

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
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("Taken back: it opens nothing any more."));
    leaves();
    await load(null);
  }

  function done() {
    setMade(null);
    setForms(forms + 1);
  }

  const open = items.filter((each) => works(each, app.now()));
  const over = items.filter((each) => !works(each, app.now()));
  return html`
    ${
      made
        ? html`<${Made} ...${made} on_done=${done} />`
        : html`<${InviteForm} room_id=${room_id} create=${create} again=${forms > 0} />`
    }
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <h2 ref=${heading} tabindex="-1">${t("Invitations that still work")}</h2>
    ${known && open.length === 0 && html`<p class="soft">${t("There are none just now.")}</p>`}
    <ul class="cards" ref=${list}>
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
  const words = inviteWords(invite);
  return html`
    <li class="card">
      <p>${words}</p>
      <p class="soft small">${stateWords(invite, app.now())}</p>
      ${
        revoke &&
        html`<${TwoPresses}
          words=${t("Take it back")}
          label=${t("Take it back: {what}", { what: words })}
          sure=${t("Yes, take it back")}
          on_press=${() => revoke(invite.invite_id)}
        />`
      }
    </li>
  `;
}

/** @param {InviteMade & {on_done: () => void}} props */
function Made({ invite, link, code, qr_svg, on_done }) {
  const app = useApp();
  const knocks = invite.kind === "knock";
  const until = stateWords(invite, app.now());
  const more = html`
    <${Copy} text=${link} words=${t("Copy the link")} />
    <${Copy} text=${code} words=${t("Copy the code")} />
    <${Print} />
  `;
  return html`
    <${ShownOnce}
      title=${t("Here it is, shown only now")}
      on_paper
      on_done=${on_done}
      more=${more}
    >
      <p class="no-print">
        ${knocks ? t("Whoever has it may ask to be let in.") : t("It lets one person in, once.")}
        ${" "}${until}
      </p>
      ${
        HERE_ONLY.has(location.hostname) &&
        html`<p class="no-print">
          ${t(
            "This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL " +
              "before others can use it.",
          )}
        </p>`
      }
      ${knocks && html`<${Flyer} until=${until} />`}
      <${QrCode} svg=${qr_svg} alt=${t("The same link as a picture, for a phone's camera")} />
      <label class="field no-print">
        <span>${t("The link")}</span>
        <input readonly value=${link} />
      </label>
      <p class="print-only">${link}</p>
      <p>${t("Without a link, to type in:")} <code class="big-code">${code}</code></p>
    <//>
  `;
}

/** What stands above the picture on paper. @param {{until: string}} props */
function Flyer({ until }) {
  const { site } = state.value;
  return html`<div class="print-only">
    <h1>${site?.name ?? document.getElementById("app")?.dataset.site}</h1>
    <p class="lead">${t("Peer support: ask to be let in.")}</p>
    <p>${until}</p>
  </div>`;
}

/** @param {InviteView} invite */
function inviteWords({ kind, role, room_name, relation }) {
  const room = room_name ?? "";
  if (kind === "knock") {
    return room
      ? t("To ask to be let in, for a flyer, into {room}.", { room })
      : t("To ask to be let in, for a flyer.");
  }
  if (role !== "member") return t("For one person, as {role}.", { role: roleWords(role) });
  if (relation === "facilitator") return t("For one person, to keep {room}.", { room });
  return room ? t("For one person, into {room}.", { room }) : t("For one person.");
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
