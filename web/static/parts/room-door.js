// @ts-check
/**
 * Before a room: what its door says to whoever waits, is invited, or can't open it yet.
 * Must never let anyone accept guidelines that they have not seen.
 *
 * @import { Answer } from "../problem.js"
 * @import { KnownRoom, Timeline } from "../state.js"
 * @import { ListedRoom, RoomPage } from "../wire.d.ts"
 * @import { App } from "./app.js"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { status } from "../store.js";
import { useApp } from "./app.js";
import { Empty, Picture } from "./empty.js";
import { Door } from "./guidelines.js";

const LIST_PAGES_MAX = 5;

/** @param {{title: string, listed: ListedRoom}} props */
function AtTheDoor({ title, listed }) {
  return html`
    <section class="page standing" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <${Picture} name="doorstep" />
      <h1>${title}</h1>
      <${Door} listed=${listed} />
    </section>
  `;
}

/**
 * The door of a room that I wait for or am invited to. My rooms come without what they are for and
 * without their guidelines, which nobody may accept unread: both are fetched first.
 *
 * @param {{known: KnownRoom}} props
 */
export function AtMyDoor({ known }) {
  const app = useApp();
  const { room, membership } = known;
  const up = status.value === "up";
  const [found, setFound] = useState(/** @type {ListedRoom | null} */ (null));
  const [missing, setMissing] = useState(false);

  async function look() {
    setMissing(false);
    const listed = await lookFor(app, room.room_id);
    setFound(listed);
    setMissing(listed === null);
  }

  useEffect(() => {
    if (up) void look();
  }, [up, room.guidelines_version]);

  if (found || membership.standing === "waiting") {
    const listed = { room: found?.room ?? room, membership };
    return html`<${AtTheDoor} title=${room.name} listed=${listed} />`;
  }
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${room.name}</h1>
      ${
        missing
          ? html`<${Empty}
              picture="lantern"
              wrong
              words=${t("What this room is about can't be shown just now.")}
            >
              <button type="button" class="quiet" onClick=${look}>${t("Try again")}</button>
            <//>`
          : html`<p class="soft" role="status">${t("One moment …")}</p>`
      }
    </section>
  `;
}

/**
 * A room with everything that its door says, as the list of rooms has it.
 *
 * @param {App} app
 * @param {string} room_id
 */
async function lookFor(app, room_id) {
  /** @type {string | null} */
  let cursor = null;
  for (let page = 0; page < LIST_PAGES_MAX; page += 1) {
    /** @type {Answer<RoomPage>} */
    const answer = await app.ask("room.list", { cursor });
    if (!answer.ok) return null;
    const found = answer.rooms.find(({ room }) => room.room_id === room_id);
    if (found) return found;
    cursor = answer.cursor;
    if (cursor === null) return null;
  }
  return null;
}

/**
 * It can't be opened: perhaps there is a way in.
 *
 * @param {{timeline: Timeline}} props
 */
export function NotOpen({ timeline }) {
  const app = useApp();
  const { room_id, refusal } = timeline;
  const [listed, setListed] = useState(/** @type {ListedRoom | null} */ (null));

  useEffect(() => {
    void lookFor(app, room_id).then(setListed);
  }, [room_id]);

  if (listed) {
    const from_outside = { ...listed, membership: null };
    return html`<${AtTheDoor} title=${listed.room.name} listed=${from_outside} />`;
  }
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("This room")}</h1>
      <${Empty} picture="lantern" wrong words=${refusal?.message}>
        <a class="button quiet" href="/app">${t("To all rooms")}</a>
      <//>
    </section>
  `;
}
