// @ts-check
/**
 * Who is in a room, as far as they show themselves; its keepers let in, mute and remove here.
 * Must never keep a list of who was here when.
 *
 * @import { MemberView } from "../wire.d.ts"
 * @import { Timeline } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../i18n.js";
import { tintOf } from "../signs.js";
import { isModerator, withRoom } from "../state.js";
import { change, state } from "../store.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { Avatar, Badge } from "./avatar.js";
import { Dialog } from "./dialog.js";
import { AnyIcon } from "./icons.js";
import { later } from "./later.js";
import { More } from "./more.js";
import { MutePerson } from "./mute-person.js";
import { useNeighbour, useSameRow } from "./neighbour.js";
import { usePages } from "./use-pages.js";

const DecideAbout = later(async () => (await import("./decide-about.js")).DecideAbout);
const RELOADS_AFTER_MS = 1000;

/** @param {{timeline: Timeline, my_id: string, keeper: boolean, on_close: () => void}} props */
export function Roster({ timeline, my_id, keeper, on_close }) {
  const app = useApp();
  const { room_id } = timeline;
  const [count, setCount] = useState(0);
  const changes = useQuiet(timeline.roster_changes);
  const { items: people, cursor, problem, load } = usePages(ask, (page) => page.people, [changes]);

  /** @param {string | null} from */
  async function ask(from) {
    const answer = await app.ask("room.members", { room_id, cursor: from });
    if (!answer.ok) return answer;
    setCount(answer.members);
    if (keeper && from === null && answer.cursor === null) doorSeen(answer.people);
    return answer;
  }

  /** @param {MemberView[]} everyone */
  function doorSeen(everyone) {
    const knocks = everyone.filter((each) => each.standing === "waiting").length;
    change((now) => withRoom(now, room_id, { knocks }));
  }

  const waiting = people.filter((each) => each.standing === "waiting");
  const inside = people.filter((each) => each.standing === "in");
  const invited = people.filter((each) => each.standing === "invited");
  const { reading } = timeline;
  const common = { room_id, keeper, my_id, reading, on_changed: () => void load(null) };
  const hidden = keeper || cursor !== null ? 0 : Math.max(count - inside.length, 0);
  const i_show = state.value.me?.visible === true;
  const who = keeper ? t("Members") : t("Members who show themselves");
  const title = t("{here}, {members}", {
    here: tn("{count} here now", "{count} here now", timeline.here),
    members: tn("{count} member", "{count} members", count),
  });
  return html`
    <${Dialog} title=${title} on_close=${on_close}>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <${Group} title=${t("Waiting at the door")} people=${waiting} ...${common} />
      <${Group} title=${who} people=${inside} ...${common} />
      <${Group} title=${t("Invited")} people=${invited} ...${common} />
      ${hidden > 0 && html`<p class="soft">${hiddenWords(timeline.here, i_show)}</p>`}
      <${More} cursor=${cursor} load=${load} />
    <//>
  `;
}

/**
 * Many may come at once: the list is asked for again when it has been quiet for a moment.
 *
 * @param {number} changes
 */
function useQuiet(changes) {
  const [quiet, setQuiet] = useState(changes);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(changes), RELOADS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [changes]);
  return quiet;
}

/** @param {number} here @param {boolean} i_show */
function hiddenWords(here, i_show) {
  const count = tn("{count} here now.", "{count} here now.", here);
  const words = i_show
    ? t("Nobody else shows their name.")
    : t("Nobody else shows their name; you can, under Menu.");
  return `${count} ${words}`;
}

/**
 * @typedef {object} Common
 * @property {string} room_id
 * @property {boolean} keeper
 * @property {string} my_id
 * @property {readonly string[]} reading
 * @property {() => void} on_changed
 */

/** @param {Common & {title: string, people: MemberView[]}} props */
function Group({ title, people, ...common }) {
  const { list, leaves } = useNeighbour();
  if (people.length === 0) return null;
  return html`
    <h3>${title}</h3>
    <ul class="people" ref=${list}>
      ${people.map(
        (member) => html`<${Person}
          key=${member.person.user_id}
          member=${member}
          leaves=${leaves}
          ...${common}
        />`,
      )}
    </ul>
  `;
}

/** @param {Common & {member: MemberView, leaves: () => void}} props */
function Person({ member, keeper, my_id, reading, ...rest }) {
  const app = useApp();
  const [open, setOpen] = useState(false);
  const { person, muted_until } = member;
  const now = app.now();
  const muted = muted_until !== null && muted_until > now;
  const waits = member.standing === "waiting";
  const may_act = person.user_id !== my_id && (keeper || !waits);
  const row = useSameRow(muted);
  return html`
    <li class="person" ref=${row}>
      <div class="person-row">
        <${Avatar} ...${person} />
        <span class=${`who ${tintOf(person.user_id)}`}>${person.handle}</span>
        <${Badge} badge=${person.badge} />
        ${muted && html`<span class="tag">${t("reading along")}</span>`}
        ${!muted && reading.includes(person.user_id) && html`<span class="tag">
          ${t("just reading")}
        </span>`}
        ${
          may_act &&
          !waits &&
          html`<button
            type="button"
            class="plain more"
            aria-expanded=${open}
            aria-label=${t("What to do about {handle}", person)}
            onClick=${() => setOpen(!open)}
          >
            <${AnyIcon} name="more" />
          </button>`
        }
      </div>
      ${
        may_act &&
        (open || waits) &&
        html`<${PersonActions} member=${member} keeper=${keeper} muted=${muted} ...${rest} />`
      }
      ${muted && keeper && html`<p class="soft small">
        ${t("until {time}", { time: dayOrTime(muted_until, now) })}
      </p>`}
    </li>
  `;
}

/**
 * @param {object} props
 * @param {string} props.room_id
 * @param {MemberView} props.member
 * @param {boolean} props.keeper
 * @param {boolean} props.muted
 * @param {() => void} props.leaves
 * @param {() => void} props.on_changed
 */
function PersonActions({ room_id, member, keeper, muted, leaves, on_changed }) {
  const app = useApp();
  const [deciding, setDeciding] = useState(/** @type {"" | "warn" | "remove"} */ (""));
  const { user_id } = member.person;

  /** @param {() => Promise<{ok: boolean}>} doIt @param {string} [done]  what to say then */
  const doing = (doIt, done = "") => async () => {
    leaves();
    if (!(await doIt()).ok) return;
    if (done) app.tell(done);
    on_changed();
  };

  /** @param {string} words @param {() => Promise<{ok: boolean}>} doIt @param {string} [done] */
  const button = (words, doIt, done) =>
    html`<button type="button" class="quiet" onClick=${doing(doIt, done)}>${words}</button>`;

  if (member.standing === "waiting") {
    return html`<div class="row">
      ${button(t("Let in"), () => app.act.admit(room_id, user_id), t("They are in."))}
      ${button(t("Say no"), () => app.act.refuse(room_id, user_id), t("You said no."))}
    </div>`;
  }
  if (member.standing === "invited") {
    return html`<div class="row">
      ${button(
        t("Take the invitation back"),
        () => app.act.refuse(room_id, user_id),
        t("Taken back: it opens nothing any more."),
      )}
    </div>`;
  }
  const block = html`<${TwoPresses}
    words=${t("Block")}
    sure=${t("Block {handle}", member.person)}
    on_press=${async () => {
      if ((await app.act.block(user_id, true)).ok) on_changed();
    }}
  >
    <p class="soft">${t("You won't see each other's messages any more. They are not told.")}</p>
  <//>`;
  if (!keeper) return html`<div class="row">${block}</div>`;

  /** @param {number} mute_s @param {any} [reason] */
  const mute = (mute_s, reason = null) =>
    doing(() => app.act.mute({ room_id, user_id, mute_s, reason }));
  const leads = member.relation === "facilitator";
  return html`<div class="row">
    ${
      muted
        ? html`<button type="button" class="quiet" onClick=${mute(0)}>
            ${t("Let them write again")}
          </button>`
        : html`<${MutePerson}
            on_mute=${(/** @type {number} */ mute_s, /** @type {any} */ reason) =>
              mute(mute_s, reason)()}
          />`
    }
    ${
      isModerator(state.value) &&
      button(leads ? t("No longer a keeper") : t("Make a keeper of this room"), () =>
        app.act.setRelation({ room_id, user_id, relation: leads ? "member" : "facilitator" }),
      )
    }
    <button type="button" class="quiet" onClick=${() => setDeciding("remove")}>
      ${t("Remove")}
    </button>
    <button type="button" class="quiet" onClick=${() => setDeciding("warn")}>
      ${t("Warn, or more")}
    </button>
    ${block}
    ${
      deciding &&
      html`<${DecideAbout}
        person=${member.person}
        room_id=${room_id}
        room_name=${state.value.timeline?.room?.name ?? null}
        first=${deciding}
        on_close=${() => {
          setDeciding("");
          on_changed();
        }}
        on_missing=${() => setDeciding("")}
      />`
    }
  </div>`;
}
