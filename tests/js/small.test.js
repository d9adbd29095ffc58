import assert from "node:assert/strict";
import test from "node:test";
import { MOST_MS, delayMs } from "../../web/static/backoff.js";
import { createDevice, forgetPerson } from "../../web/static/device.js";
import { createDrafts } from "../../web/static/drafts.js";
import { countryOf, smsHref, telHref } from "../../web/static/helplines.js";
import { hintedBy } from "../../web/static/near.js";
import { answerOf } from "../../web/static/problem.js";
import { countPresses } from "../../web/static/quick-exit.js";
import { createReading } from "../../web/static/reading.js";
import { rowsOf } from "../../web/static/rows.js";
import { othersTyping } from "../../web/static/state.js";
import { daysAgo } from "../../web/static/times.js";
import { createTyping } from "../../web/static/typing.js";
import { refusalWords, typingWords } from "../../web/static/words.js";
import { MINE, ROOM, SAM, onScreen, posted } from "./made.js";
import { apply } from "../../web/static/apply.js";

test("waiting grows from 1 to 30 seconds, wholly by chance, and never below what was asked", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 50].map((attempt) => delayMs(attempt, 1)),
    [1000, 2000, 4000, 8000, 16_000, MOST_MS, MOST_MS],
  );
  assert.equal(delayMs(5, 0), 0);
  assert.equal(delayMs(0, 0, 4000), 4000);
  assert.ok(delayMs(3, 0.5, 60_000) >= 60_000);
});

test("anything that is no answer counts as none", () => {
  for (const odd of [undefined, null, 5, "ok", {}, { ok: false }, { ok: "yes" }]) {
    assert.equal(answerOf(odd).error.code, "no_answer");
  }
  assert.equal(
    answerOf({ ok: false, error: { code: "muted", message: "m" } }).error.retryable,
    false,
  );
});

test("what is new again by choice stays so until the room is left", () => {
  const marked = [];
  const reading = createReading({
    mark: async (room_id, seq) => ({ ok: marked.push(seq) > 0 }),
    seen: () => undefined,
    now: () => 0,
    later: () => undefined,
  });
  reading.seen(ROOM, 5);
  reading.back(ROOM, 2);
  reading.seen(ROOM, 6);
  assert.deepEqual(marked, [5]);
  reading.release(ROOM);
  reading.seen(ROOM, 2);
  reading.seen("another", 1);
  reading.seen(ROOM, 3);
  assert.deepEqual(marked, [5], "the next ones wait for their five seconds");
});

test("reading is told at most every five seconds, and the last place wins", () => {
  const told = [];
  const timers = [];
  const clock = { now: 100_000 };
  const reading = createReading({
    mark: async (room_id, seq) => ({ ok: told.push([room_id, seq]) > 0 }),
    seen: () => {},
    now: () => clock.now,
    later: (wait_ms, then) => timers.push({ wait_ms, then }),
  });
  reading.seen(ROOM, 1);
  reading.seen(ROOM, 2);
  reading.seen(ROOM, 3);
  reading.seen(ROOM, 2);
  assert.deepEqual(told, [[ROOM, 1]]);
  assert.deepEqual(
    timers.map((each) => each.wait_ms),
    [5000],
  );
  clock.now += 5000;
  timers[0].then();
  assert.deepEqual(told, [
    [ROOM, 1],
    [ROOM, 3],
  ]);
});

test("what was seen and did not arrive is told again, unless it is to be new again", async () => {
  const told = [];
  let ok = false;
  const reading = createReading({
    mark: async (room_id, seq) => {
      told.push([room_id, seq]);
      return { ok };
    },
    seen: () => {},
    now: () => 0,
    later: () => {},
  });
  const settled = () => new Promise((done) => setImmediate(done));
  reading.seen(ROOM, 5);
  reading.seen("another", 7);
  await settled();
  ok = true;
  reading.forget();
  await settled();
  assert.deepEqual(told, [[ROOM, 5], ["another", 7], [ROOM, 5]]);
  reading.forget();
  assert.equal(told.length, 3, "what has arrived is not told again: elsewhere it may be new again");
  ok = false;
  reading.seen(ROOM, 6);
  reading.forget();
  reading.back(ROOM, 2);
  await settled();
  reading.forget();
  assert.deepEqual(told.at(-1), [ROOM, 6], "told once, and not again");
  assert.equal(told.length, 4);
});

test("writing is told every four seconds, and stopping once", () => {
  const told = [];
  const clock = { now: 0 };
  let allowed = true;
  let idle = () => {};
  const typing = createTyping({
    tell: (_room, on) => told.push(on),
    allowed: () => allowed,
    now: () => clock.now,
    set_timer: (then) => {
      idle = then;
      return 1;
    },
    clear_timer: () => {},
  });
  for (clock.now = 0; clock.now <= 8000; clock.now += 500) typing.wrote(ROOM);
  assert.deepEqual(told, [true, true, true]);
  idle();
  typing.stopped();
  assert.deepEqual(told, [true, true, true, false]);
  allowed = false;
  typing.wrote(ROOM);
  assert.equal(told.length, 4, "switched off, nobody is told");
});

test("those who write are named only if they show themselves, and I am not among them", () => {
  const timeline = { typing: 3, typing_shown: [SAM, MINE] };
  assert.deepEqual(othersTyping(/** @type {any} */ (timeline), "me", true), {
    count: 2,
    handles: ["Sam"],
  });
  assert.equal(typingWords({ count: 0, handles: [] }), "");
  assert.equal(typingWords({ count: 1, handles: [] }), "Someone is writing …");
});

test("rows: days, grouping within five minutes, and the line before the first new one of others", () => {
  let state = onScreen(1);
  state = apply(state, posted(2, { at: 1_002_000 }));
  state = apply(state, posted(3, { at: 1_002_000 + 6 * 60_000 }));
  state = apply(state, posted(4, { at: 1_362_500, author: MINE }));
  state = apply(state, posted(5, { at: 1_363_000 }));
  const timeline = { ...state.timeline, new_after: 3 };
  const rows = rowsOf(timeline, [], "me", 1_400_000);
  assert.deepEqual(
    rows.map((row) => row.type),
    ["day", "message", "message", "message", "message", "new", "message"],
  );
  assert.deepEqual(
    rows.filter((row) => row.type === "message").map((row) => row.grouped),
    [false, true, false, false, false],
  );
});

test("refusals give their times in words", () => {
  const problem = { field: null, retryable: true, reference: null };
  assert.equal(
    refusalWords({ ...problem, code: "rate_limited", message: "", retry_after_ms: 7400 }, 0),
    "That was quick. You can send again in 8 seconds; your words are kept.",
  );
  assert.match(
    refusalWords({ ...problem, code: "muted", message: "", retry_after_ms: 60_000 }, 0),
    /^You can read along here until .+\.$/,
  );
});

test("drafts are kept for each person and room, and forgotten at the end", () => {
  const storage = /** @type {any} */ ({});
  for (const [name, value] of Object.entries({
    getItem: (key) => storage[key] ?? null,
    setItem: (key, kept) => {
      storage[key] = kept;
    },
    removeItem: (key) => {
      delete storage[key];
    },
  }))
    Object.defineProperty(storage, name, { value, enumerable: false });
  const device = createDevice(storage);
  const drafts = createDrafts(device);
  drafts.keep("me", ROOM, { body: "half a", reply_to: null });
  drafts.keep("other", ROOM, { body: "theirs", reply_to: null });
  assert.equal(drafts.read("me", ROOM).body, "half a");
  assert.equal(drafts.read("me", "elsewhere").body, "");
  forgetPerson(device, "me");
  assert.equal(drafts.read("me", ROOM).body, "");
  assert.equal(drafts.read("other", ROOM).body, "theirs");
  drafts.keep("me", ROOM, { warning: "about last night" });
  assert.equal(drafts.read("me", ROOM).warning, "about last night");
  drafts.keep("me", ROOM, {});
  const change = { message_id: "m4", body: "half changed", warning: "", topics: [] };
  drafts.keepChange("me", ROOM, change);
  assert.deepEqual(drafts.readChange("me", ROOM), change);
  assert.equal(drafts.read("me", ROOM).body, "", "new words and changed ones are kept apart");
  drafts.keepChange("me", ROOM, null);
  assert.equal(drafts.readChange("me", ROOM), null);
  assert.deepEqual(device.keys("chat.me."), [], "nothing is left of either");
});

test("a browser that keeps nothing breaks nothing", () => {
  const broken = {
    getItem() {
      throw new Error("no");
    },
    setItem() {
      throw new Error("no");
    },
  };
  const device = createDevice(/** @type {any} */ (broken));
  assert.equal(device.get("x"), null);
  assert.equal(device.set("x", 1), false);
  assert.equal(createDevice(null).set("x", 1), false);
});

test("outside lines: the chosen country, else those that help from anywhere, else the plain truth", () => {
  const nz = { code: "NZ", name: "New Zealand", lines: [] };
  const lines = { version: "1", international: null, countries: [nz] };
  assert.equal(countryOf(/** @type {any} */ (lines), "NZ"), nz);
  assert.match(
    countryOf(/** @type {any} */ (lines), "XX").emergency_note,
    /local emergency number/,
  );
  assert.equal(telHref("+64 (9) 123-456"), "tel:+649123456");
  assert.equal(smsHref({ number: "741 741", word: "HELLO" }), "sms:741741?body=HELLO");
});

test("a clock hints at the countries that have it; one that could be anywhere's hints at none", () => {
  const codes = ["CH", "DE", "IE"];
  assert.deepEqual(hintedBy(codes, "Europe/Dublin"), ["IE"]);
  assert.deepEqual(hintedBy(codes, "Europe/Lisbon"), []);
  assert.deepEqual(hintedBy(codes, "UTC"), []);
  assert.deepEqual(hintedBy(codes, "Europe/Dublin", () => []), [], "a browser that doesn't know");
});

test("a day of the server's is told as one, whatever zone this device is in", () => {
  const today = Date.UTC(2026, 5, 12);
  const late = today + 23 * 3_600_000;
  assert.equal(daysAgo(today, late), "today");
  assert.equal(daysAgo(today - 86_400_000, late), "yesterday");
  assert.match(daysAgo(today - 7 * 86_400_000, late), /5/);
});

test("Shift alone, three times and soon: capitals, held keys and slow presses are none", () => {
  let left = 0;
  let now = 0;
  const presses = countPresses(() => (left += 1));
  const press = (key, wait_ms = 300) => {
    now += wait_ms;
    presses.down({ key, timeStamp: now });
    presses.up({ key, timeStamp: now });
  };
  const capital = () => {
    presses.down({ key: "Shift", timeStamp: (now += 100) });
    presses.down({ key: "A", timeStamp: now });
    presses.up({ key: "A", timeStamp: now });
    presses.up({ key: "Shift", timeStamp: now });
  };
  for (let round = 0; round < 5; round += 1) capital();
  press("Shift");
  press("Shift");
  press("a");
  press("Shift");
  press("Shift");
  press("Shift", 60_000);
  for (let round = 0; round < 20; round += 1)
    presses.down({ key: "Shift", repeat: true, timeStamp: (now += 30) });
  assert.equal(left, 0);
  press("Shift");
  press("Shift");
  assert.equal(left, 1);
});
