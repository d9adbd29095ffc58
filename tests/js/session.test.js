import assert from "node:assert/strict";
import test from "node:test";
import { createSession } from "../../web/static/session.js";
import { noAnswer, offline, refused } from "../../web/static/problem.js";
import {
  ME,
  ROOM,
  SAM,
  myRoom,
  onScreen,
  openAnswer,
  posted,
  seqs,
  signedIn,
  syncAnswer,
} from "./made.js";

/** A session over a server that answers by name. */
function made(state, answers) {
  const world = { state, asked: [], timers: [], strangers: [] };
  world.session = createSession({
    ask: async (name, payload) => {
      world.asked.push([name, payload]);
      const answer = answers[name];
      return typeof answer === "function" ? answer(payload) : (answer ?? { ok: true });
    },
    state: () => world.state,
    change: (change) => {
      world.state = change(world.state);
    },
    now: () => 0,
    chance: () => 0.5,
    later: (wait_ms, then) => world.timers.push({ wait_ms, then }),
    someone_else: (user_id) => world.strangers.push(user_id),
  });
  world.names = () => world.asked.map(([name]) => name);
  return world;
}

/** A page of the log, read when its newest position was `head`. */
const page = (messages, more = false, head = 9) => ({
  ok: true,
  messages,
  more,
  head,
  my_reactions: {},
  my_saved: [],
});
const settled = () => new Promise((resolve) => setImmediate(resolve));
const since = (entries, more = false) => ({
  ok: true,
  epoch: "e1",
  entries,
  head: 9,
  more,
  reset: false,
});
const sync = (rooms) => ({ ok: true, ...syncAnswer(rooms, { server_now: 0 }) });

test("a gap is asked for once, from the last position, however many events tell of it", async () => {
  const world = made(onScreen(3), { "log.since": () => since([posted(4), posted(5)]) });
  world.session.hear(posted(6));
  world.session.hear(posted(7));
  await settled();
  assert.deepEqual(world.asked, [
    ["log.since", { room_id: ROOM, epoch: "e1", seq: 3, limit: 100 }],
  ]);
  assert.deepEqual(seqs(world.state), [1, 2, 3, 4, 5, 6, 7]);
});

test("a long gap is filled page by page", async () => {
  const pages = [since([posted(4)], true), since([posted(5)], true), since([posted(6)])];
  const world = made(onScreen(3), { "log.since": () => pages.shift() });
  world.session.hear(posted(7));
  await settled();
  assert.deepEqual(seqs(world.state), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(
    world.asked.map(([, payload]) => payload.seq),
    [3, 4, 5],
  );
});

test("without an answer the gap is asked for again, later", async () => {
  const answers = [noAnswer(), since([posted(4)])];
  const world = made(onScreen(3), { "log.since": () => answers.shift() });
  world.session.hear(posted(5));
  await settled();
  assert.equal(world.timers.length, 1);
  world.timers[0].then();
  await settled();
  assert.deepEqual(seqs(world.state), [1, 2, 3, 4, 5]);
});

test("a reset opens the room anew from its newest messages", async () => {
  const entries = [posted(90, { epoch: "e2" })];
  const world = made(onScreen(3), {
    "log.since": { ok: true, reset: true },
    "room.open": { ok: true, ...openAnswer({ epoch: "e2", head: 90, posts: 90, entries }) },
    "log.before": { ok: true, messages: [], more: false, my_reactions: {}, my_saved: [] },
  });
  world.session.hear(posted(5));
  await settled();
  assert.deepEqual(seqs(world.state), [90]);
  assert.deepEqual(world.asked[1], ["room.open", { room_id: ROOM }]);
});

test("coming back asks for my rooms, then for the room from where the screen ends", async () => {
  const world = made(onScreen(3), {
    "session.sync": sync([myRoom({ head: 4, posts: 4, unread: 1 })]),
    "room.open": { ok: true, ...openAnswer({ head: 4, posts: 4, entries: [posted(4)] }) },
  });
  await world.session.resume();
  assert.deepEqual(world.names(), ["session.sync", "room.open"]);
  assert.deepEqual(world.asked[1][1], { room_id: ROOM, since: { epoch: "e1", seq: 3 } });
  assert.deepEqual(seqs(world.state), [1, 2, 3, 4]);
});

test("an answer for a room that was left meanwhile is dropped", async () => {
  const give = [];
  const world = made(signedIn(), {
    "room.open": () => new Promise((resolve) => give.push(resolve)),
  });
  const first = world.session.open(ROOM);
  world.session.close(ROOM);
  void world.session.open(ROOM);
  give[0]({ ok: true, ...openAnswer({ head: 1, entries: [posted(1)] }) });
  await first;
  assert.equal(world.state.timeline.phase, "opening", "the newer request is still on its way");
});

test("a no is shown; a busy server is asked again", async () => {
  const no = made(signedIn(), {
    "room.open": refused("not_found", "It isn't here.", { retryable: false }),
  });
  await no.session.open(ROOM);
  assert.equal(no.state.timeline.phase, "refused");
  const busy = made(signedIn(), { "room.open": refused("busy", "", { retry_after_ms: 2000 }) });
  await busy.session.open(ROOM);
  assert.equal(busy.state.timeline.phase, "opening");
  assert.ok(busy.timers[0].wait_ms >= 2000);
  const gone = made(signedIn(), { "room.open": offline() });
  await gone.session.open(ROOM);
  assert.deepEqual(gone.timers, [], "the connection tells when to try again");
});

test("a room opens back to the first unread message", async () => {
  const state = signedIn([myRoom({ head: 60, posts: 60, unread: 55, last_read: 5 })]);
  const newest = [posted(50), posted(60)];
  const world = made(state, {
    "room.open": {
      ok: true,
      ...openAnswer({ head: 60, posts: 60, entries: newest, last_read: 5 }),
    },
    "log.before": { ok: true, messages: [posted(5), posted(6)], more: true, my_reactions: {}, my_saved: [] },
  });
  await world.session.open(ROOM);
  assert.equal(world.names().filter((name) => name === "log.before").length, 1);
  assert.deepEqual(seqs(world.state), [5, 6, 50, 60]);
  assert.equal(world.state.timeline.reached, true);
});

test("signed in as someone else in this browser, nothing of the other is mixed in", async () => {
  const world = made(signedIn(), {
    "session.sync": { ...sync([]), me: { ...ME, user_id: "other" } },
  });
  assert.equal(await world.session.sync(), false);
  assert.deepEqual(world.strangers, ["other"]);
  assert.equal(world.state.me.user_id, "me");
});

test("new words that were not for everyone are read again", async () => {
  const world = made(onScreen(3), {
    "log.before": {
      ok: true,
      messages: [posted(2, { body: "new" })],
      more: true,
      my_reactions: {},
      my_saved: [],
    },
  });
  const edit = {
    kind: "message.edited",
    room_id: ROOM,
    epoch: "e1",
    seq: 4,
    at: 0,
    message_id: "m2",
  };
  world.session.hear({ ...edit, body: null, state: "posted", edited_at: 1, mentions: [] });
  await settled();
  assert.deepEqual(world.asked, [["log.before", { room_id: ROOM, seq: 3, limit: 1 }]]);
  assert.equal(world.state.timeline.messages[1].body, "new");
});

test("a busy server is asked again when the connection is back", async () => {
  const answers = [refused("busy", "A moment.", { retry_after_ms: 1000 }), sync([])];
  const world = made(signedIn(), { "session.sync": () => answers.shift() });
  const resumed = world.session.resume();
  await settled();
  assert.equal(world.timers.length, 1);
  assert.ok(world.timers[0].wait_ms >= 1000);
  world.timers[0].then();
  await resumed;
  assert.deepEqual(world.names(), ["session.sync", "session.sync"]);
});

test("a room left and come back to without a connection is still there", async () => {
  const gone = { "room.close": offline(), "room.open": offline() };
  const world = made(onScreen(3), gone);
  world.session.close(ROOM);
  await settled();
  await world.session.open(ROOM);
  assert.deepEqual(seqs(world.state), [1, 2, 3]);
  // With the connection it goes on from there.
  gone["room.open"] = { ...openAnswer({ entries: [posted(4)], head: 4 }), ok: true };
  await world.session.open(ROOM);
  assert.deepEqual(seqs(world.state), [1, 2, 3, 4]);
});

test("the room that was left last may be told so after the next one is there", async () => {
  const world = made(onScreen(3), { "room.open": () => new Promise(() => {}) });
  void world.session.open("another");
  world.session.close(ROOM);
  assert.equal(world.state.timeline.room_id, "another");
  assert.deepEqual(world.names(), ["room.open", "room.close"]);
});

test("a room left over a living connection is not kept", async () => {
  const world = made(onScreen(3), { "room.open": offline() });
  world.session.close(ROOM);
  await settled();
  await world.session.open(ROOM);
  assert.deepEqual(seqs(world.state), []);
});

test("when the sign-in is over nothing that was said stays in sight", async () => {
  const gone = { "room.close": offline(), "room.open": offline() };
  const world = made(onScreen(3), gone);
  world.session.forget();
  assert.equal(world.state.timeline, null);
  await world.session.open(ROOM);
  assert.deepEqual(seqs(world.state), []);
});

test("when a name on screen has changed, all of it is read again, after a moment", async () => {
  const fresh = { names: 1, head: 3, posts: 3, entries: [posted(1), posted(2), posted(3)] };
  const renamed = fresh.entries.map((each) => ({ ...each, author: { ...SAM, handle: "Quiet" } }));
  const world = made(onScreen(3), {
    "room.open": { ok: true, ...openAnswer({ ...fresh, entries: renamed }) },
  });
  world.session.hear({ kind: "names.changed", room_id: ROOM });
  world.session.hear({ kind: "names.changed", room_id: ROOM });
  assert.deepEqual(world.names(), [], "nobody asks at the very same moment");
  assert.equal(world.timers.length, 1);
  assert.ok(world.timers[0].wait_ms <= 500);
  world.timers[0].then();
  await settled();
  assert.deepEqual(world.asked[0], ["room.open", { room_id: ROOM }], "without a position");
  const { messages, stale } = world.state.timeline;
  assert.deepEqual([...new Set(messages.map((each) => each.author.handle))], ["Quiet"]);
  assert.equal(stale, false);
});

test("what was loaded back to stays on screen when names changed", async () => {
  const world = made(onScreen(3), {
    "room.open": { ok: true, ...openAnswer({ names: 1, head: 3, posts: 3, entries: [posted(3)] }) },
    "log.after": ({ seq }) => page([1, 2, 3].filter((each) => each > seq).map((each) => posted(each))),
  });
  world.session.hear({ kind: "names.changed", room_id: ROOM });
  world.timers[0].then();
  await settled();
  assert.deepEqual(seqs(world.state), [1, 2, 3]);
});

test("a name that changed while we were away is noticed on coming back", async () => {
  const world = made(onScreen(3), {
    "session.sync": sync([myRoom({ head: 3, posts: 3, names: 4 })]),
    "room.open": { ok: true, ...openAnswer({ names: 4, head: 3, posts: 3, entries: [posted(3)] }) },
    "log.after": page([]),
  });
  await world.session.resume();
  assert.deepEqual(world.asked[1], ["room.open", { room_id: ROOM }]);
});

test("a moderator who only looks in notices it by the room itself", async () => {
  const state = { ...onScreen(3), rooms: {} };
  const world = made(state, {
    "session.sync": sync([]),
    "log.after": page([posted(3)]),
    "room.open": (payload) => ({
      ok: true,
      ...openAnswer({ names: 1, head: 3, posts: 3, entries: payload.since ? [] : [posted(3)] }),
    }),
  });
  await world.session.resume();
  assert.deepEqual(world.asked.at(-1), ["room.open", { room_id: ROOM, since: { epoch: "e1", seq: 3 } }]);
  world.timers[0].then();
  await settled();
  assert.deepEqual(world.asked.at(-2), ["room.open", { room_id: ROOM }]);
  assert.deepEqual(seqs(world.state), [3]);
  assert.equal(world.state.timeline.stale, false);
});

test("blocking someone on another device reads the room again", async () => {
  const world = made(onScreen(3), {
    "session.sync": { ...sync([myRoom({ head: 3, posts: 3 })]), blocks: 7 },
    "room.open": { ok: true, ...openAnswer({ head: 3, posts: 3, entries: [] }) },
  });
  await world.session.resume();
  assert.deepEqual(world.asked[1], ["room.open", { room_id: ROOM }]);
  assert.deepEqual(seqs(world.state), []);
});
