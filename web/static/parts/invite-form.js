// @ts-check
/**
 * What an invitation is to be: for one person or for a flyer, into which room, as what.
 * Must never offer what whoever makes it could not give by hand.
 *
 * @import { Answer } from "../problem.js"
 * @import { CreateInvite, Relation, Role, RoomView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { roleName } from "../roles.js";
import { state, status } from "../store.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";

const DAY_H = 24;
const LIST_PAGES_MAX = 5;

/**
 * @param {object} props
 * @param {string} props.room_id  empty: any room, or none
 * @param {(asked: CreateInvite) => Promise<Answer<any>>} props.create
 * @param {boolean} props.again  it comes back in the place of what was shown: with the focus
 */
export function InviteForm({ room_id, create, again }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (again) box.current?.querySelector("input")?.focus();
  }, []);
  const [kind, setKind] = useState(/** @type {"invite" | "knock"} */ ("invite"));
  const [picked, setPicked] = useState(/** @type {string | null} */ (null));
  const rooms = useRooms(room_id === "");
  // Who is asked in finds the others at once, unless whoever asks wants it otherwise.
  const chosen = picked ?? (room_id || firstOpen(rooms));

  /** @param {Record<string, string>} fields */
  const ask = ({ valid_h, as = "member" }) =>
    create({
      kind,
      valid_h: Number(valid_h),
      role: as === "facilitator" ? "member" : /** @type {Role} */ (as),
      relation: /** @type {Relation} */ (as === "facilitator" ? as : "member"),
      room_id: chosen || null,
    });

  return html`
    <div ref=${box}>
    <${AskForm} words=${t("Make the link")} kind="quiet" ask=${ask}>
      <fieldset>
        <legend>${t("What for")}</legend>
        <label class="check">
          <input
            type="radio"
            name="kind"
            checked=${kind === "invite"}
            onChange=${() => setKind("invite")}
          />
          <span>${t("For one person, once")}</span>
        </label>
        <label class="check">
          <input
            type="radio"
            name="kind"
            checked=${kind === "knock"}
            onChange=${() => setKind("knock")}
          />
          <span>${t("For a flyer: whoever has it may ask to be let in")}</span>
        </label>
      </fieldset>
      ${
        rooms.length > 0 &&
        html`<label class="field">
          <span>${t("Into which room")}</span>
          <select
            value=${chosen}
            onChange=${(/** @type {any} */ event) => setPicked(event.target.value)}
          >
            <option value="">${t("None yet: they choose")}</option>
            ${rooms.map(
              (room) =>
                html`<option key=${room.room_id} value=${room.room_id}>${room.name}</option>`,
            )}
          </select>
        </label>`
      }
      ${kind === "invite" && html`<${As} in_room=${chosen !== ""} />`}
      <label class="field">
        <span>${t("Works for")}</span>
        ${
          kind === "invite"
            ? html`<select key="invite" name="valid_h">
                <option value=${DAY_H}>${t("A day")}</option>
                <option value=${3 * DAY_H} selected>${t("Three days")}</option>
              </select>`
            : html`<select key="knock" name="valid_h">
                <option value=${30 * DAY_H}>${t("A month")}</option>
                <option value=${180 * DAY_H} selected>${t("Half a year")}</option>
                <option value=${365 * DAY_H}>${t("A year")}</option>
              </select>`
        }
      </label>
    <//>
    </div>
  `;
}

/** @param {RoomView[]} rooms */
function firstOpen(rooms) {
  return rooms.find((room) => room.access === "open" && !room.closed)?.room_id ?? "";
}

/** @param {{in_room: boolean}} props */
function As({ in_room }) {
  const { me, account } = state.value;
  const role = account.proven ? me?.role : "member";
  const may_name = in_room && role !== "member";
  if (role !== "admin" && !may_name) return null;
  return html`
    <label class="field">
      <span>${t("As what")}</span>
      <select name="as">
        <option value="member">${roleName("member")}</option>
        ${may_name && html`<option value="facilitator">${t("Someone who keeps that room")}</option>`}
        ${
          role === "admin" &&
          html`<option value="moderator">${roleName("moderator")}</option>
            <option value="admin">${roleName("admin")}</option>`
        }
      </select>
    </label>
  `;
}

/**
 * The rooms that those who look after the place may invite into: all they know of.
 *
 * @param {boolean} wanted
 */
function useRooms(wanted) {
  const app = useApp();
  const [rooms, setRooms] = useState(/** @type {RoomView[]} */ ([]));
  const up = status.value === "up";

  async function load() {
    /** @type {RoomView[]} */
    const found = [];
    /** @type {string | null} */
    let cursor = null;
    for (let page = 0; page < LIST_PAGES_MAX; page += 1) {
      /** @type {Answer<import("../wire.d.ts").RoomPage>} */
      const answer = await app.ask("room.list", { cursor });
      if (!answer.ok) return;
      found.push(...answer.rooms.map((each) => each.room));
      cursor = answer.cursor;
      if (cursor === null) break;
    }
    setRooms(found);
  }

  useEffect(() => {
    if (up && wanted) void load();
  }, [up, wanted]);
  return rooms;
}
