// @ts-check
/**
 * The head of a room: its name, how many are here, and what one can do about the room.
 * Must never tell who came and went.
 *
 * @import { RefObject } from "preact"
 * @import { Timeline } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { figure, t, tn, tnx } from "../i18n.js";
import { useOffer } from "../offers.js";
import { state, status } from "../store.js";
import { Count, seen } from "./count.js";
import { Icon } from "./icon.js";
import { later } from "./later.js";

const RoomForm = later(async () => (await import("./room-form.js")).RoomForm);
const RoomGuidelines = later(() =>
  import("./room-menu.js").then((module) => module.RoomGuidelines),
);
const RoomInvites = later(() => import("./room-menu.js").then((module) => module.RoomInvites));
const RoomMenu = later(() => import("./room-menu.js").then((module) => module.RoomMenu));
const RoomPace = later(async () => (await import("./room-pace.js")).RoomPace);
const Roster = later(async () => (await import("./roster.js")).Roster);
const PinnedDialog = later(() => import("./pinned.js").then((module) => module.PinnedDialog));
const SearchDialog = later(() => import("./search.js").then((module) => module.SearchDialog));

/** So long after a broken line others may still be on their way back. */
const RETURNING_MS = 15_000;

/**
 * @param {object} props
 * @param {Timeline} props.timeline
 * @param {boolean} props.keeper
 * @param {string} props.my_id
 * @param {RefObject<HTMLElement>} props.heading
 */
export function RoomHead({ timeline, keeper, my_id, heading }) {
  const [open, setOpen] = useState(/** @type {string} */ (""));
  const close = () => setOpen("");
  const room = /** @type {NonNullable<Timeline["room"]>} */ (timeline.room);
  const knocks = state.value.rooms[room.room_id]?.knocks ?? 0;
  const here = useHere(timeline.here);
  useOffer("search", t("Search in this room"), () => setOpen("search"));
  useOffer("roster", t("Members of this room"), () => setOpen("roster"));
  useOffer("guidelines", t("Guidelines of this room"), () => setOpen("guidelines"));
  return html`
    <header class="room-head" data-region>
      <a class="back phone-only" href="/app" aria-label=${t("All rooms")}>
        <${Icon} name="back" />
      </a>
      <h1 ref=${heading} tabindex="-1">${room.name}</h1>
      <div class="room-shelf">
        <button type="button" class="plain" aria-haspopup="dialog" onClick=${() => setOpen("roster")}>
          ${tn("{count} here", "{count} here", here)}<${Knocks} count=${knocks} />
        </button>
        <${Shelf} room=${room} on_open=${setOpen} />
      </div>
      <button
        type="button"
        class="plain"
        aria-haspopup="dialog"
        aria-label=${t("About this room")}
        onClick=${() => setOpen("menu")}
      >
        <${Icon} name="more" />
      </button>
      ${
        open === "roster" &&
        html`<${Roster}
          timeline=${timeline}
          my_id=${my_id}
          keeper=${keeper}
          on_close=${close}
          on_missing=${close}
        />`
      }
      ${
        open === "invites" &&
        html`<${RoomInvites} timeline=${timeline} on_close=${close} on_missing=${close} />`
      }
      ${
        open === "settings" &&
        html`<${RoomForm} room=${room} on_close=${close} on_missing=${close} />`
      }
      ${
        open === "pace" &&
        html`<${RoomPace} timeline=${timeline} on_close=${close} on_missing=${close} />`
      }
      ${open === "search" && html`<${SearchDialog} room=${room} on_close=${close} on_missing=${close} />`}
      ${
        open === "pinned" &&
        html`<${PinnedDialog}
          timeline=${timeline}
          keeper=${keeper}
          on_close=${close}
          on_missing=${close}
        />`
      }
      ${
        open === "guidelines" &&
        html`<${RoomGuidelines} timeline=${timeline} on_close=${close} on_missing=${close} />`
      }
      ${
        open === "menu" &&
        html`<${RoomMenu}
          timeline=${timeline}
          keeper=${keeper}
          on_open=${setOpen}
          on_close=${close}
          on_missing=${close}
        />`
      }
    </header>
  `;
}

/**
 * How many to show. When a line broke, the others come back one by one as well: until they had
 * the time for it, nobody counts as gone.
 *
 * @param {number} here
 */
function useHere(here) {
  const up = status.value === "up";
  const [returning, setReturning] = useState(false);
  const before = useRef(here);
  useEffect(() => {
    if (!up) return setReturning(true);
    const timer = setTimeout(() => setReturning(false), RETURNING_MS);
    return () => clearTimeout(timer);
  }, [up]);
  before.current = up && !returning ? here : Math.max(before.current, here);
  return before.current;
}

/** @param {{count: number}} props */
function Knocks({ count }) {
  if (count === 0) return null;
  const shown = seen(figure(count));
  const words = tnx("{count} at the door", "{count} at the door", count, { count: shown });
  return html`<${Count} words=${words} />`;
}

/**
 * What is one tap away: the guidelines and what is pinned, where there are any.
 *
 * @param {{room: NonNullable<Timeline["room"]>, on_open: (what: string) => void}} props
 */
function Shelf({ room, on_open }) {
  const count = room.pinned.length;
  useOffer("pinned", count > 0 ? t("Pinned in this room") : "", () => on_open("pinned"));
  if (count === 0 && !room.guidelines) return null;
  /** @param {"guidelines" | "pinned"} what @param {string} words */
  const button = (what, words) => html`
    <button type="button" class="plain" aria-haspopup="dialog" onClick=${() => on_open(what)}>
      <${Icon} name=${what === "pinned" ? "pin" : "book"} />${words}
    </button>
  `;
  return html`
    ${room.guidelines && button("guidelines", t("Guidelines"))}
    ${count > 0 && button("pinned", tn("{count} pinned", "{count} pinned", count))}
  `;
}
