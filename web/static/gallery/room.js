// @ts-check
/**
 * The parts of a room in all their states. Must never show a part in a state that it can't have.
 *
 * @import { Shelf } from "./small.js"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { Banner } from "../parts/banner.js";
import { Composer } from "../parts/composer.js";
import { EditBox } from "../parts/edit-box.js";
import { MessageActions } from "../parts/message-actions.js";
import { MessageList } from "../parts/message-list.js";
import { MessageItem } from "../parts/message.js";
import { PendingItem } from "../parts/pending.js";
import { RoomAside } from "../parts/room-aside.js";
import { RoomHead } from "../parts/room-head.js";
import { RoomList } from "../parts/room-list.js";
import { Roster } from "../parts/roster.js";
import { SearchDialog } from "../parts/search.js";
import { Toasts } from "../parts/toast.js";
import { ReactionChoice } from "../parts/who-reacted.js";
import { WhyMuted } from "../parts/why-muted.js";
import { RoomLeft, WordsField } from "../parts/words-field.js";
import { NOW, message, people, room } from "./fake.js";

const STATES = /** @type {const} */ ([
  ["plain", {}, {}],
  ["grouped", { body: "And then I slept again." }, { grouped: true }],
  ["mine", { body: "Well done." }, { mine: true }],
  ["names", { body: "@river, that is for you." }, { names_me: true }],
  ["edited", { edited_at: NOW, body: "I **meant** this.\n- one\n- two" }, {}],
  ["reactions", { reactions: { heart: 3, me_too: 1 } }, { my_reactions: ["heart"] }],
  ["warning", { warning: "about a hard night" }, {}],
  ["link", { body: "See https://example.org/read there" }, {}],
  ["held", { body: "See https://example.org/read there", links_held: true }, {}],
  ["deleted", { state: "deleted", author: null, body: "" }, {}],
  ["hidden", { state: "hidden", author: null, body: "" }, {}],
]);

const PENDING = /** @type {const} */ (["sending", "sent", "waiting", "failed", "late"]);

/** @param {string} side @returns {any} */
function timeline(side) {
  return {
    room_id: `${side}room`,
    room: room(side),
    phase: "open",
    membership: { standing: "in", relation: "member", muted_until: null },
    staff: [people(side).wren],
    here: 4,
    shown: [people(side).mora],
    reading: [],
    typing: 0,
    typing_shown: [],
    messages: [message(side, "answered", {})],
    lines: [],
    my_reactions: {},
    roster_changes: 0,
    reached: true,
    following: true,
    older: false,
    newer: false,
    goal: null,
    held: [],
    reread: [],
    new_after: null,
    seq: 1,
  };
}

const nothing = () => {};

/** A dialog of its own opens when it is asked for. @param {{words: string, draw: any}} props */
function Opens({ words, draw }) {
  const [open, setOpen] = useState(false);
  return html`
    <button type="button" class="quiet" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
      ${words}
    </button>
    ${open && draw(() => setOpen(false))}
  `;
}

/** @type {Shelf[]} */
export const ROOM = [
  {
    title: "Messages",
    show: (side) => html`
      <h3 class="day"><span>Today</span></h3>
      <p class="line">ash is a keeper of this room now.</p>
      <p class="new-line"><span>New messages</span></p>
      ${STATES.map(
        ([name, of_message, of_item]) => html`<${MessageItem}
          key=${name}
          room_id=${`${side}room`}
          message=${message(side, name, of_message)}
          grouped=${false}
          mine=${false}
          names_me=${false}
          marked=${false}
          active=${name === "plain"}
          my_reactions=${[]}
          on_act=${nothing}
          on_jump=${nothing}
          ...${of_item}
        />`,
      )}
      <${MessageItem}
        room_id=${`${side}room`}
        message=${message(side, "quote", { reply_to: { message_id: `${side}-gone`, seq: 1 } })}
        active=${false}
        my_reactions=${[]}
        on_act=${nothing}
        on_jump=${nothing}
      />
    `,
  },
  {
    title: "Words on their way",
    show: (side) =>
      PENDING.map(
        (status) => html`<${PendingItem}
          key=${status}
          pending=${{
            nonce: `${side}${status}`,
            room_id: `${side}room`,
            body: `These are ${status}.`,
            reply_to: null,
            warning: "",
            topics: [],
            queued_at: NOW - 3 * 3_600_000,
            status,
            problem: status === "failed" ? { code: "muted", message: "You can read along." } : null,
          }}
        />`,
      ),
  },
  {
    title: "Small kindnesses",
    show: (side) => html`<${ReactionChoice}
      message=${message(side, "kind", {})}
      mine=${["hug"]}
      on_done=${nothing}
    />`,
  },
  {
    title: "Where one writes",
    show: (side) => html`
      <div class="foot">
        <p class="typing soft small">mora is writing …</p>
        <${Composer}
          timeline=${timeline(side)}
          my_id="me"
          reply=${{ message_id: `${side}-answered`, seq: 1 }}
          focus=${0}
          on_reply=${nothing}
          on_edit_last=${nothing}
        />
        <${EditBox}
          timeline=${timeline(side)}
          my_id="me"
          message=${message(side, "mine", {})}
          on_done=${nothing}
        />
        <${WordsField} label="A field that grows" value="" on_words=${nothing} on_send=${nothing} />
        <div class="composer read-only">
          You can read along here until 20:15. <${WhyMuted} reason="off_topic" />
        </div>
        <${RoomLeft} value=${"a".repeat(3900)} /><${RoomLeft} value=${"a".repeat(4007)} />
      </div>
    `,
  },
  {
    title: "The head of a room",
    show: (side) => html`<${RoomHead}
      timeline=${timeline(side)}
      keeper=${false}
      my_id="me"
      heading=${{ current: null }}
    />`,
  },
  {
    title: "A whole list of messages",
    show: (side) => html`<div class="shelf-log">
      <${MessageList}
        timeline=${timeline(side)}
        pending=${[]}
        my_id="me"
        unread=${0}
        on_act=${nothing}
      />
    </div>`,
  },
  {
    title: "What opens over a room",
    show: (side) => html`<p class="row">
      <${Opens}
        words=${`A message, ${side}`}
        draw=${(/** @type {() => void} */ close) => html`<${MessageActions}
          message=${message(side, "acted", { reactions: { heart: 1 } })}
          mine=${false}
          keeper=${true}
          can_write=${true}
          can_react=${true}
          is_in=${true}
          my_reactions=${["heart"]}
          on_close=${close}
          on_reply=${nothing}
          on_edit=${nothing}
        />`}
      />
      <${Opens}
        words=${`Who is here, ${side}`}
        draw=${(/** @type {() => void} */ close) => html`<${Roster}
          timeline=${timeline(side)}
          my_id="me"
          keeper=${true}
          on_close=${close}
        />`}
      />
      <${Opens}
        words=${`Search, ${side}`}
        draw=${(/** @type {() => void} */ close) =>
          html`<${SearchDialog} room=${room(side)} on_close=${close} />`}
      />
    </p>`,
  },
  {
    title: "What is told",
    show: (side) => (side === "light" ? html`<${Banner} /><${Toasts} />` : null),
  },
  {
    title: "Beside a room",
    show: (side) => html`<div class="shelf-aside"><${RoomAside} timeline=${timeline(side)} /></div>`,
  },
  { title: "My rooms", show: () => html`<${RoomList} />` },
];
