// @ts-check
/**
 * For administrators: every room, to be opened, changed, closed.
 * Must never show what is said in one.
 *
 * @import { ListedRoom, RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { ACCESS_WORDS } from "../reasons.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { More } from "./more.js";
import { useSameRow } from "./neighbour.js";
import { RoomForm } from "./room-form.js";
import { usePages } from "./use-pages.js";

export function StaffRooms() {
  const app = useApp();
  const [changing, setChanging] = useState(/** @type {RoomView | null} */ (null));
  const [making, setMaking] = useState(false);
  const { items, cursor, problem, known, load } = usePages(
    (from) => app.ask_http("room.list", { cursor: from }),
    (page) => page.rooms,
    [changing, making],
  );

  /** @param {RoomView} room @param {boolean} closed */
  async function close({ room_id, name }, closed) {
    const answer = await app.ask_http("room.update", { room_id, closed });
    app.tellRefusal(answer);
    if (answer.ok) {
      app.tell(closed ? t("{name} is closed.", { name }) : t("{name} is open again.", { name }));
    }
    await load(null);
  }

  return html`
    <p>
      <button type="button" class="main" onClick=${() => setMaking(true)}>
        ${t("Open a new room")}
      </button>
    </p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${known && items.length === 0 && html`<p class="soft">${t("There are no rooms yet.")}</p>`}
    <ul class="cards">
      ${items.map(
        ({ room }) => html`<${Room}
          key=${room.room_id}
          room=${room}
          on_change=${() => setChanging(room)}
          on_close=${(/** @type {boolean} */ closed) => void close(room, closed)}
        />`,
      )}
    </ul>
    <${More} cursor=${cursor} words=${t("More rooms")} load=${load} />
    ${changing && html`<${RoomForm} room=${changing} on_close=${() => setChanging(null)} />`}
    ${making && html`<${RoomForm} room=${null} on_close=${() => setMaking(false)} />`}
  `;
}

/**
 * @param {object} props
 * @param {ListedRoom["room"]} props.room
 * @param {() => void} props.on_change
 * @param {(closed: boolean) => void} props.on_close
 */
function Room({ room, on_change, on_close }) {
  const { name } = room;
  const row = useSameRow(room.closed);
  return html`
    <li class="card" ref=${row}>
      <h2 class="card-title">
        ${name}${room.closed && html` <span class="tag">${t("closed")}</span>`}
      </h2>
      <p class="soft small">${t(ACCESS_WORDS[room.access] ?? "")}</p>
      <div class="row">
        <button
          type="button"
          class="quiet"
          aria-label=${t("Settings: {name}", { name })}
          onClick=${on_change}
        >
          ${t("Settings")}
        </button>
        ${
          room.closed
            ? html`<${TwoPresses}
                key="open"
                words=${t("Open it again")}
                label=${t("Open it again: {name}", { name })}
                sure=${t("Yes, open it")}
                on_press=${() => on_close(false)}
              />`
            : html`<${TwoPresses}
                key="close"
                words=${t("Close it")}
                label=${t("Close it: {name}", { name })}
                sure=${t("Yes, close it")}
                on_press=${() => on_close(true)}
              >
                <p class="soft small">
                  ${t(
                    "Nobody writes in it or comes in any more. Whoever is in it can go on reading " +
                      "what is kept. It can be opened again.",
                  )}
                </p>
              <//>`
        }
      </div>
    </li>
  `;
}
