import assert from "node:assert/strict";
import test from "node:test";
import { createNews } from "../../web/static/news.js";
import { withNotice } from "../../web/static/state.js";
import {
  COUNTS_EVERY_MS,
  EVERY_MS,
  STAYS_MS,
  createAnnouncer,
  saidAloud,
} from "../../web/static/telling.js";
import { doorWords } from "../../web/static/told.js";
import { createDevice } from "../../web/static/device.js";
import { createDrafts } from "../../web/static/drafts.js";
import { IN, ME, MINE, ROOM, VIEW, myRoom, posted, signedIn } from "./made.js";

function announcer() {
  const world = { shown: "", timers: new Map(), next: 0 };
  world.made = createAnnouncer({
    show: (said) => {
      world.shown = said;
    },
    set_timer: (then, wait_ms) => {
      world.timers.set((world.next += 1), { then, wait_ms });
      return world.next;
    },
    clear_timer: (timer) => world.timers.delete(timer),
  });
  world.run = (wait_ms) => {
    for (const [id, timer] of [...world.timers]) {
      if (timer.wait_ms !== wait_ms) continue;
      world.timers.delete(id);
      timer.then();
    }
  };
  return world;
}

test("what was told aloud does not stay", () => {
  const world = announcer();
  world.made.announce("m1", "Sam: hello", 1000);
  assert.equal(world.shown, "Sam: hello");
  world.run(STAYS_MS);
  assert.equal(world.shown, "");
});

test("words that were taken back are gone at once, and those that wait are never told", () => {
  const world = announcer();
  world.made.announce("m1", "Sam: hello", 1000);
  world.made.announce("m2", "Sam: my number", 1000);
  world.made.forget((id) => id === "m9");
  assert.equal(world.shown, "Sam: hello");
  world.made.forget((id) => id === "m1" || id === "m2");
  assert.equal(world.shown, "");
  world.run(EVERY_MS);
  assert.equal(world.shown, "");
});

test("whoever reads far back hears how many are new, seldom, and nothing once they are back", () => {
  const world = announcer();
  const told_within = (count, at, wait_ms) => {
    world.made.count(count, at);
    world.run(wait_ms);
    return world.shown;
  };
  world.made.count(1, 100_000);
  assert.equal(world.shown, "", "what comes together is counted together");
  assert.equal(told_within(3, 100_200, 1000), "3 new messages");
  world.run(STAYS_MS);
  world.made.count(4, 103_000);
  assert.deepEqual([...world.timers.values()].map(({ wait_ms }) => wait_ms), [
    100_000 + 1000 + COUNTS_EVERY_MS - 103_000,
  ]);
  assert.equal(told_within(6, 110_000, 13_000), "6 new messages");
  world.run(STAYS_MS);
  world.made.count(7, 117_000);
  assert.equal(told_within(0, 118_000, 14_000), "");
});

test("many at once are told as a number", () => {
  const world = announcer();
  world.made.announce("m1", "Sam: one", 1000);
  for (const id of ["m2", "m3", "m4"]) world.made.announce(id, "Sam: more", 1000);
  world.run(EVERY_MS);
  assert.equal(world.shown, "3 new messages");
});

test("each is told what they asked for, and no words that stand under a warning", () => {
  const plain = posted(4, { body: "hello" });
  const to_me = posted(5, { body: "@Robin hello", mentions: ["me"] });
  const warned = posted(6, { body: "the whole story", warning: "a fall", topics: ["relapse"] });
  const about_loss = posted(9, { body: "my brother", topics: ["loss"] });
  const said = (/** @type {any} */ wanted, hidden = []) =>
    [plain, to_me, warned, about_loss].map((each) => saidAloud(each, "me", wanted, hidden));
  assert.deepEqual(said("all"), [
    "Sam: hello",
    "Sam: @Robin hello",
    "Sam: Content warning: a fall · Relapse",
    "Sam: my brother",
  ]);
  assert.equal(said("all", ["loss"])[3], "Sam: It is about something you asked not to see: Loss");
  assert.deepEqual(said("mentions"), ["", "Sam: @Robin hello", "", ""]);
  assert.deepEqual(said("off"), ["", "", "", ""]);
  assert.equal(saidAloud(posted(7, { author: MINE }), "me", "all", []), "", "not one's own");
  assert.equal(saidAloud(posted(8, { author: null, state: "deleted" }), "me", "all", []), "");
});

function memory() {
  const kept = new Map();
  return createDevice(
    /** @type {any} */ ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    }),
  );
}

test("whoever moderates sees what came while they were away, until they looked", async () => {
  const device = memory();
  const world = { state: { ...signedIn(), me: { ...ME, role: "moderator" } }, asked: 0, rang: 0, shown: [], later: [] };
  const requests = [{ help_id: "h1", asked_at: 100 }];
  const reports = [
    { report_id: "r1", reported_at: 90, closed_at: null },
    { report_id: "r0", reported_at: 95, closed_at: 96 },
  ];
  const overview = { waiting: [{}], proposals: [{ state: "waiting" }, { state: "done" }] };
  const news = createNews({
    ask: /** @type {any} */ (
      async (name) => {
        world.asked += 1;
        if (name === "case.count") return { ok: true, waiting: { high: 2, low: 1 }, held: {} };
        if (name === "staff.overview") return { ok: true, ...overview };
        if (name === "appeal.list") return { ok: true, appeals: [{}] };
        return name === "help.list" ? { ok: true, requests } : { ok: true, reports };
      }
    ),
    device,
    later: (_, then) => void world.later.push(then),
    case_changed: (case_id) => void world.shown.push(case_id),
    duty_changed: () => void (world.rang += 1),
    state: () => world.state,
    change: (change) => {
      world.state = change(world.state);
    },
  });
  await news.look();
  assert.equal(world.rang, 1, "what rang meanwhile is asked for");
  assert.deepEqual([world.state.help_new, world.state.reports_new], [1, 1]);
  assert.equal(world.state.staff_new, 2);
  assert.equal(world.state.appeals_new, 1);
  assert.equal(world.state.cases_waiting, 3);
  news.helpSeen(/** @type {any} */ (requests));
  assert.deepEqual([world.state.help_new, world.state.reports_new], [0, 1]);
  requests.unshift({ help_id: "h2", asked_at: 200 });
  await news.look();
  assert.deepEqual([world.state.help_new, world.state.reports_new], [1, 1]);
  await news.hear({ kind: "report.made", about: "x", report_id: "r" });
  await news.hear({ kind: "help.asked", about: "x", help_id: "h" });
  await news.hear({ kind: "appeal.changed", about: "x" });
  assert.deepEqual([world.state.help_new, world.state.reports_new], [2, 2]);
  assert.equal(world.state.appeals_new, 2);
  world.state = { ...world.state, cases_waiting: 0 };
  world.asked = 0;
  for (const case_id of ["c", "d"]) await news.hear({ kind: "case.changed", case_id });
  assert.deepEqual(world.shown, ["c", "d"]);
  assert.equal(world.later.length, 1, "what comes together is counted once");
  world.later[0]();
  await new Promise(setImmediate);
  assert.deepEqual([world.asked, world.state.cases_waiting], [1, 3]);
  await news.hear({ kind: "alert.rang", alert_id: "a" });
  assert.match(world.state.notices.at(-1).words, /rings for you/);
  world.state = { ...world.state, me: ME };
  world.asked = 0;
  await news.look();
  assert.equal(world.asked, 0, "members ask for no such list");
  assert.equal(world.rang, 3, "nor for what rings");
});

test("a door that opened, or stayed shut, is told in one sentence", () => {
  const waiting = { ...IN, standing: "waiting" };
  const before = signedIn([myRoom({ membership: waiting, waiting: 0 })]);
  const event = { kind: "you.membership_changed", room_id: ROOM, room: VIEW };
  const told = (/** @type {any} */ membership, state = before) =>
    doorWords(state, { ...event, membership });
  assert.equal(told(IN), "You can come into Early mornings now.");
  assert.equal(told(null), "Early mornings: not this time.");
  assert.equal(told(null, signedIn()), "");
  const known = { ...before.rooms[ROOM], leaving: true };
  assert.equal(told(null, { ...before, rooms: { [ROOM]: known } }), "", "I took it back myself");
});

test("the same notice is never there twice", () => {
  const state = withNotice(withNotice(withNotice(signedIn(), "a"), "b"), "a");
  assert.deepEqual(
    state.notices.map(({ words }) => words),
    ["b", "a"],
  );
});

test("sending takes away the draft that was sent, not what another tab has begun", () => {
  const drafts = createDrafts(memory());
  drafts.keep("me", ROOM, { body: "mine", reply_to: null });
  drafts.sent("me", ROOM, "mine");
  assert.equal(drafts.read("me", ROOM).body, "");
  drafts.keep("me", ROOM, { body: "from the other tab", reply_to: null });
  drafts.sent("me", ROOM, "mine");
  assert.equal(drafts.read("me", ROOM).body, "from the other tab");
});
