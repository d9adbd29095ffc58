// @ts-check
/**
 * A small made-up world for the gallery: people, a room, and an app that does nothing.
 * Must never reach the server: what is pressed in the gallery has no effect anywhere.
 *
 * @import { App } from "../parts/app.js"
 * @import { Message } from "../state.js"
 */
import { signal } from "@preact/signals-core";
import { browserStorage, createDevice } from "../device.js";
import { createDrafts } from "../drafts.js";
import { routeOf } from "../router.js";

export const NOW = Date.UTC(2026, 10, 21, 19, 30);
/** @type {any} */
const NOTHING = { ok: true, people: [], messages: [], rooms: [], reactions: [], cursor: null };

/** Ids are not shared between the light side and the dark one. @param {string} side */
export function people(side) {
  return {
    ash: { user_id: `${side}ash`, handle: "ash", badge: "" },
    mora: { user_id: `${side}mora`, handle: "mora", badge: "moderator" },
    wren: { user_id: `${side}wren`, handle: "wren", badge: "facilitator" },
    long: { user_id: `${side}long`, handle: "sky-with-a-very-long-nam", badge: "" },
  };
}

/**
 * @param {string} side
 * @param {string} name
 * @param {Partial<Message> & Record<string, unknown>} more
 * @returns {any}
 */
export function message(side, name, more) {
  return {
    message_id: `${side}-${name}`,
    seq: 1,
    at: NOW - 60_000,
    author: people(side).ash,
    nonce: null,
    body: "Five hours of sleep. I'll take it.",
    state: "posted",
    edited_at: null,
    reply_to: null,
    mentions: [],
    reactions: {},
    warning: null,
    topics: [],
    links_held: false,
    ...more,
  };
}

/** @param {string} side @param {Record<string, unknown>} [more] @returns {any} */
export function room(side, more = {}) {
  return {
    room_id: `${side}room`,
    name: "Evening circle",
    about: "Slow talk after dinner. Come as you are.",
    guidelines: "Speak of yourself.\nAsk before you give advice.",
    guidelines_version: 1,
    access: "open",
    retention_days: 30,
    pinned: [],
    ...more,
  };
}

/** @type {any} */
const LINES = {
  version: "1",
  international: null,
  countries: [
    {
      code: "IE",
      name: "Ireland",
      emergency: "112",
      emergency_note: "999 works as well.",
      verified_on: "2026-11-01",
      lines: [
        {
          name: "The Evening Line",
          hours: "day and night",
          languages: ["English"],
          tel: "116 123",
          sms: { number: "50808", word: "HELLO" },
          url: "https://example.org",
          source: "https://example.org/contact",
          checked_against: "page",
          verified_on: "2026-11-01",
        },
      ],
    },
  ],
};

/** Whatever is asked of it, it has nothing and does nothing. @returns {any} */
function still() {
  return new Proxy(() => Promise.resolve(NOTHING), { get: () => () => Promise.resolve(NOTHING) });
}

/** @returns {App} */
export function fakeApp() {
  const device = createDevice(browserStorage());
  /** @type {App} */
  const app = {
    ask: async () => NOTHING,
    ask_http: async () => NOTHING,
    api: async () => NOTHING,
    act: still(),
    session: still(),
    step_up: still(),
    renewed: async () => null,
    invitation: signal(""),
    outbox: still(),
    drafts: createDrafts(createDevice(null)),
    quotes: still(),
    quoted: signal(new Map()),
    reading: still(),
    typing: { ...still(), stopped: () => {}, wrote: () => {}, isWriting: () => true },
    writing: { choose: () => {}, changedElsewhere: () => {} },
    helplines: { kept: () => LINES, country: () => "IE", choose: () => {}, refresh: async () => {} },
    news: still(),
    hidden: { topics: signal([]), load: () => {}, set: () => {}, changedElsewhere: () => {} },
    device,
    router: { route: signal(routeOf("/app")), go: () => {} },
    tell: () => {},
    tellRefusal: () => {},
    newer: signal(true),
    load_newer: () => {},
    now: () => NOW,
    resume: () => {},
    left: () => {},
    sign_out: async () => {},
  };
  return app;
}

/** Rooms of one's own in each state. @returns {any} */
export function shelved() {
  const mine = [
    ["Evening circle", "in", 3, 0, 0],
    ["Night owls", "in", 12, 2, 1],
    ["First weeks", "waiting", 0, 0, 0],
    ["Sober weekends", "invited", 0, 0, 0],
  ];
  return Object.fromEntries(
    mine.map(([name, standing, unread, mentions, knocks]) => [
      name,
      {
        room: room("", { room_id: name, name }),
        membership: { standing, muted_until: null },
        unread,
        mentions,
        knocks,
      },
    ]),
  );
}
