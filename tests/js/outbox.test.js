import assert from "node:assert/strict";
import test from "node:test";
import { apply } from "../../web/static/apply.js";
import { createDevice } from "../../web/static/device.js";
import { LATE_AFTER_MS, PENDING_MAX, createOutbox, notYetInLog } from "../../web/static/outbox.js";
import { noAnswer, offline, refused } from "../../web/static/problem.js";
import { ME, MINE, ROOM, onScreen, posted } from "./made.js";

/** Storage as browsers have it, in memory. */
function memory() {
  const storage = /** @type {any} */ ({});
  const hide = (name, value) => Object.defineProperty(storage, name, { value, enumerable: false });
  hide("getItem", (key) => (key in storage ? storage[key] : null));
  hide("setItem", (key, value) => {
    storage[key] = String(value);
  });
  hide("removeItem", (key) => {
    delete storage[key];
  });
  return storage;
}

/** An outbox with a server that answers what `answers` says, one after the other. */
function made({ answers = [], storage = memory(), now = 1000 } = {}) {
  const world = { asked: [], timers: [], pending: [], now, answers, storage };
  let count = 0;
  world.outbox = createOutbox({
    post: async (payload) => {
      world.asked.push(payload);
      const next = world.answers.shift() ?? noAnswer();
      return typeof next === "function" ? next(payload) : next;
    },
    device: createDevice(storage),
    now: () => world.now,
    chance: () => 0.5,
    new_nonce: () => `n${(count += 1)}-${now}`,
    later: (wait_ms, then) => world.timers.push({ wait_ms, then }),
    changed: (list) => {
      world.pending = list;
    },
  });
  world.outbox.load("me");
  /** Timers that try again, apart from those that look whether words have grown old. */
  world.retries = () => world.timers.filter((each) => each.wait_ms < LATE_AFTER_MS);
  world.statuses = () => world.pending.map((each) => each.status);
  return world;
}

const done = (seq) => ({ ok: true, message_id: `m${seq}`, seq, posted_at: 1 });
const write = (world, body, more = {}) =>
  world.outbox.enqueue({ room_id: ROOM, body, reply_to: null, after_seq: 3, ...more });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("words are shown at once, sent, and answered", async () => {
  const world = made({ answers: [done(4)] });
  assert.equal(write(world, "hello"), true);
  assert.deepEqual(
    world.pending.map((each) => each.body),
    ["hello"],
  );
  await settled();
  assert.deepEqual(world.statuses(), ["sent"]);
  assert.deepEqual(Object.keys(world.storage), [], "what arrived is not kept on the device");
});

test("without an answer the same nonce is tried again, and nothing overtakes it", async () => {
  const world = made({ answers: [noAnswer(), done(4), done(5)] });
  write(world, "first");
  write(world, "second");
  await settled();
  assert.deepEqual(
    world.asked.map((each) => each.body),
    ["first"],
  );
  assert.equal(world.retries()[0].wait_ms, 500);
  world.retries()[0].then();
  await settled();
  assert.deepEqual(
    world.asked.map((each) => each.body),
    ["first", "first", "second"],
  );
  assert.equal(world.asked[0].nonce, world.asked[1].nonce);
  assert.deepEqual(world.statuses(), ["sent", "sent"]);
});

test("the server says how long to wait, and it is waited for that long at least", async () => {
  const world = made({ answers: [refused("rate_limited", "", { retry_after_ms: 8000 })] });
  write(world, "quick");
  await settled();
  assert.ok(world.retries()[0].wait_ms >= 8000);
  assert.equal(world.pending[0].problem.code, "rate_limited");
  assert.equal(world.pending[0].body, "quick");
});

test("a refusal that won't change leaves the words as failed; the next one goes", async () => {
  const world = made({ answers: [refused("muted", "", { retryable: false }), done(5), done(6)] });
  write(world, "one");
  write(world, "two");
  await settled();
  assert.deepEqual(world.statuses(), ["failed", "sent"]);
  assert.equal(world.pending[0].body, "one");
  await world.outbox.retry(world.pending[0].nonce);
  assert.deepEqual(world.statuses(), ["sent", "sent"]);
});

test("letting go removes the words here and on the device", async () => {
  const world = made({ answers: [refused("too_long", "", { retryable: false })] });
  write(world, "long");
  await settled();
  world.outbox.discard(world.pending[0].nonce);
  assert.deepEqual(world.pending, []);
  assert.deepEqual(Object.keys(world.storage), []);
});

test("offline there is no timer; coming back sends", async () => {
  const world = made({ answers: [offline(), done(4)] });
  write(world, "tunnel");
  await settled();
  assert.deepEqual(world.retries(), []);
  assert.deepEqual(world.statuses(), ["waiting"]);
  await world.outbox.flush();
  assert.deepEqual(world.statuses(), ["sent"]);
});

test("words survive a reload with their nonce", async () => {
  const before = made({ answers: [noAnswer()] });
  write(before, "half past eight");
  await settled();
  const after = made({ storage: before.storage, answers: [done(4)] });
  assert.deepEqual(
    after.pending.map((each) => each.body),
    ["half past eight"],
  );
  await after.outbox.flush();
  assert.equal(after.asked[0].nonce, before.asked[0].nonce);
  assert.deepEqual(after.statuses(), ["sent"]);
});

test("another person on this device finds nothing of it", async () => {
  const world = made({ answers: [offline()] });
  write(world, "mine");
  await settled();
  const other = made({ storage: world.storage });
  other.outbox.load("someone");
  assert.deepEqual(other.pending, []);
});

test("old words are put to the person before they go", async () => {
  const world = made({ answers: [offline(), done(4)] });
  write(world, "last night");
  await settled();
  world.now += LATE_AFTER_MS;
  await world.outbox.flush();
  assert.deepEqual(world.statuses(), ["late"]);
  assert.equal(world.asked.length, 1);
  await world.outbox.retry(world.pending[0].nonce);
  assert.deepEqual(world.statuses(), ["sent"]);
});

test("at the bound the words stay where they were written", () => {
  const world = made({ answers: [new Promise(() => {})] });
  for (let count = 0; count < PENDING_MAX; count += 1)
    assert.equal(write(world, `w${count}`), true);
  assert.equal(write(world, "one more"), false);
});

test("of all that was written in several tabs at once nothing is left out", async () => {
  const storage = memory();
  for (const now of [1000, 2000]) {
    const tab = made({ answers: [offline()], storage: memory(), now });
    for (let count = 0; count < PENDING_MAX; count += 1) write(tab, `${now}-${count}`);
    await settled();
    for (const key of Object.keys(tab.storage)) storage.setItem(key, tab.storage[key]);
  }
  const answers = Array.from({ length: 2 * PENDING_MAX }, (_, at) => done(at + 4));
  const later = made({ answers, storage, now: 3000 });
  assert.equal(later.pending.length, 2 * PENDING_MAX);
  assert.equal(write(later, "one more"), false);
  await later.outbox.flush();
  assert.equal(new Set(later.asked.map((each) => each.body)).size, 2 * PENDING_MAX);
  assert.deepEqual(Object.keys(storage), []);
});

test("a live echo is known by its nonce, before or after the answer", () => {
  const echo = posted(4, { author: MINE, nonce: "n1", body: "hello" });
  const { timeline } = apply(onScreen(3), echo);
  const pending = {
    nonce: "n1",
    room_id: ROOM,
    body: "hello",
    reply_to: null,
    after_seq: 3,
    attempts: 1,
    message_id: null,
  };
  assert.deepEqual(notYetInLog([pending], timeline, ME.user_id), []);
  assert.deepEqual(
    notYetInLog([{ ...pending, nonce: "other", message_id: "m4" }], timeline, ME.user_id),
    [],
  );
});

test("a replayed echo of an unanswered message is not shown twice, and counts once", () => {
  const { timeline } = apply(onScreen(3), posted(4, { author: MINE, body: "hello" }));
  const pending = {
    nonce: "n1",
    room_id: ROOM,
    body: "hello ",
    reply_to: null,
    after_seq: 3,
    attempts: 1,
    message_id: null,
  };
  const same_again = { ...pending, nonce: "n2" };
  assert.deepEqual(notYetInLog([pending, same_again], timeline, ME.user_id), [same_again]);
  assert.equal(
    notYetInLog([{ ...pending, attempts: 0 }], timeline, ME.user_id).length,
    1,
    "never sent",
  );
  assert.equal(
    notYetInLog([{ ...pending, after_seq: 4 }], timeline, ME.user_id).length,
    1,
    "said before",
  );
});

test("what is sent leaves when the log has passed it", async () => {
  const world = made({ answers: [done(4)] });
  write(world, "hello");
  await settled();
  world.outbox.settle(onScreen(3).timeline);
  assert.equal(world.pending.length, 1);
  world.outbox.settle(onScreen(4).timeline);
  assert.deepEqual(world.pending, []);
});

test("after ten minutes it asks, also while there is no connection and nobody does a thing", async () => {
  const world = made({ answers: [offline()] });
  write(world, "in the tunnel");
  await settled();
  assert.equal(LATE_AFTER_MS, 600_000);
  world.now += LATE_AFTER_MS;
  for (const timer of world.timers) timer.then();
  assert.deepEqual(world.statuses(), ["late"]);
});

test("next morning nothing goes out without a tap; a tap counts for ten minutes, not for ever", async () => {
  const evening = made({ answers: [offline(), offline(), offline()] });
  for (const body of ["one", "two", "three"]) write(evening, body);
  await settled();
  const night_ms = 8 * 3_600_000;
  const morning = made({ storage: evening.storage, now: 1000 + night_ms, answers: [offline()] });
  await morning.outbox.flush();
  assert.deepEqual(morning.asked, []);
  assert.deepEqual(morning.statuses(), ["late", "late", "late"]);
  await morning.outbox.retry(morning.pending[1].nonce);
  assert.deepEqual(morning.statuses(), ["late", "waiting", "late"], "tapped, and still offline");
  const noon = made({ storage: morning.storage, now: 1000 + 2 * night_ms, answers: [done(4)] });
  await noon.outbox.flush();
  assert.deepEqual(noon.asked, []);
  await noon.outbox.retry(noon.pending[1].nonce);
  assert.deepEqual(
    noon.asked.map((each) => each.body),
    ["two"],
  );
});

test("a clock that was set back makes the age unsure: it asks", async () => {
  const world = made({ answers: [offline()], now: 10_000_000 });
  write(world, "when was this?");
  await settled();
  world.now = 1000;
  await world.outbox.flush();
  assert.deepEqual(world.statuses(), ["late"]);
});

test("late words whose answer was lost are not asked about once they stand in the log", async () => {
  const world = made({ answers: [noAnswer()] });
  write(world, "did it arrive?");
  await settled();
  world.now += LATE_AFTER_MS;
  await world.outbox.flush();
  const before = onScreen(3).timeline;
  world.outbox.settle(before, ME.user_id);
  assert.deepEqual(world.statuses(), ["late"]);
  const arrived = apply(onScreen(3), posted(4, { author: MINE, body: "did it arrive?" }));
  world.outbox.settle(arrived.timeline, ME.user_id);
  assert.deepEqual(world.pending, []);
  assert.deepEqual(Object.keys(world.storage), []);
});

test("the same words twice are two messages: the first in the log is not taken for the second", async () => {
  const world = made({ answers: [done(4), noAnswer()] });
  write(world, "hello");
  write(world, "hello");
  await settled();
  world.now += LATE_AFTER_MS;
  await world.outbox.flush();
  const { timeline } = apply(onScreen(3), posted(4, { author: MINE, body: "hello" }));
  world.outbox.settle(timeline, ME.user_id);
  assert.deepEqual(world.statuses(), ["late"]);
  assert.equal(notYetInLog(world.pending, timeline, ME.user_id).length, 1);
});

test("a warning and topics go along", async () => {
  const world = made({ answers: [done(4), done(5)] });
  write(world, "last night", { warning: "a fall", topics: ["relapse"] });
  write(world, "plain");
  await settled();
  assert.equal(world.asked[0].warning, "a fall");
  assert.deepEqual(world.asked[0].topics, ["relapse"]);
  assert.deepEqual(Object.keys(world.asked[1]).sort(), ["body", "nonce", "room_id"]);
});

/** Two tabs of one person: what one keeps, the other is told of. */
function tabs(first = [], second = []) {
  const one = made({ answers: first });
  const two = made({ answers: second, storage: one.storage });
  const tell = () => {
    for (const key of Object.keys(one.storage)) two.outbox.changedElsewhere(key);
  };
  return { one, two, tell };
}

test("what another tab has settled goes here too", async () => {
  const { one, two, tell } = tabs([offline()]);
  write(one, "two tabs");
  await settled();
  tell();
  assert.deepEqual(two.statuses(), ["waiting"]);
  const [key] = Object.keys(one.storage);
  two.outbox.changedElsewhere("something.else");
  assert.equal(two.pending.length, 1);
  one.outbox.discard(one.pending[0].nonce);
  two.outbox.changedElsewhere(key);
  assert.deepEqual(two.pending, []);
});

test("tabs agree: what was let go in one is not sent by the other, told or not", async () => {
  const { one, two, tell } = tabs([offline()], [done(4)]);
  write(one, "let this go");
  await settled();
  tell();
  one.outbox.discard(one.pending[0].nonce);
  await two.outbox.flush();
  assert.deepEqual(two.asked, []);
  assert.deepEqual(two.pending, []);
});

test("tabs agree: a tap in one is a tap, and whichever is awake sends it under its one nonce", async () => {
  const { one, two, tell } = tabs([offline(), offline()], [done(4)]);
  write(one, "last night");
  await settled();
  one.now += LATE_AFTER_MS;
  two.now = one.now;
  await one.outbox.flush();
  tell();
  await two.outbox.flush();
  assert.deepEqual([one.statuses(), two.statuses()], [["late"], ["late"]]);
  await one.outbox.retry(one.pending[0].nonce);
  tell();
  await two.outbox.flush();
  assert.equal(two.asked[0].nonce, one.asked[0].nonce);
  assert.deepEqual(Object.keys(two.storage), []);
});

test("let go elsewhere while it was under way, and never answered: it does not come back", async () => {
  let answer = (/** @type {any} */ _with) => {};
  const { one, two } = tabs([new Promise((resolve) => (answer = resolve))]);
  write(one, "on its way");
  const [key] = Object.keys(one.storage);
  two.outbox.changedElsewhere(key);
  two.outbox.discard(two.pending[0].nonce);
  one.outbox.changedElsewhere(key);
  answer(noAnswer());
  await settled();
  assert.deepEqual(one.pending, []);
  assert.deepEqual(Object.keys(one.storage), []);
});
