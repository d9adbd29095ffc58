import assert from "node:assert/strict";
import test from "node:test";
import { createActions } from "../../web/static/actions.js";
import { createReading } from "../../web/static/reading.js";
import { ROOM, onScreen } from "./made.js";

/** A page whose server answers yes, or no. @param {boolean} [yes] */
function page(yes = true) {
  const asked = [];
  const told = [];
  let state = onScreen(5);
  let synced = 0;
  const refusal = { code: "not_found", message: "It isn't here.", retryable: false };
  const reading = createReading({
    mark: (room_id, seq) => asked.push(["read.mark", { room_id, seq }]),
    seen: () => undefined,
    now: () => 0,
    later: () => undefined,
  });
  const act = createActions({
    ask: async (name, payload) => {
      asked.push([name, payload]);
      return /** @type {any} */ (yes ? { ok: true } : { ok: false, error: refusal });
    },
    change: (change) => {
      state = change(state);
    },
    tell: (words) => told.push(words),
    sync: async () => Boolean((synced += 1)),
    now: () => 0,
    new_nonce: () => "n",
    reading,
  });
  return { act, asked, told, reading, state: () => state, synced: () => synced };
}

test("what is new again is asked for at once, and looking on does not read it", async () => {
  const here = page();
  await here.act.markUnread(ROOM, { seq: 3 });
  here.reading.seen(ROOM, 5);
  assert.deepEqual(here.asked, [["read.mark", { room_id: ROOM, seq: 2, back: true }]]);
  assert.deepEqual([here.state().rooms[ROOM].unread, here.synced()], [3, 1]);
});

test("where that is refused, looking on reads as before", async () => {
  const here = page(false);
  await here.act.markUnread(ROOM, { seq: 3 });
  here.reading.seen(ROOM, 5);
  assert.deepEqual(here.asked.at(-1), ["read.mark", { room_id: ROOM, seq: 5 }]);
  assert.deepEqual([here.told.length, here.state().rooms[ROOM].unread], [1, 0]);
});

test("what I keep is marked, and said once; a refusal marks nothing", async () => {
  const here = page();
  assert.equal((await here.act.save("m3", true)).ok, true);
  assert.equal((await here.act.save("m4", true, { quietly: true })).ok, true);
  assert.deepEqual(here.state().timeline.my_saved, { m3: true, m4: true });
  assert.equal(here.told.length, 1);
  const other = page(false);
  assert.equal((await other.act.save("m3", true)).ok, false);
  assert.deepEqual(other.state().timeline.my_saved, {});
});

test("a report says what became of it, unless a dialog does, whose tries are one", async () => {
  const report = { message_id: "m1", reason: /** @type {const} */ ("unkind"), note: "it hurts" };
  const here = page();
  await here.act.report(report, "of the dialog");
  assert.equal(here.told.length, 1);
  const other = page(false);
  await other.act.report(report, "of the dialog");
  assert.deepEqual(other.told, []);
  await other.act.report(report);
  assert.equal(other.told.length, 1);
  assert.deepEqual(
    [...here.asked, ...other.asked].map(([, payload]) => payload.nonce),
    ["of the dialog", "of the dialog", "n"],
  );
});

test("all is read when the server has said so", async () => {
  const here = page();
  await here.act.markUnread(ROOM, { seq: 1 });
  assert.equal((await here.act.markAllRead()).ok, true);
  assert.equal(here.state().rooms[ROOM].unread, 0);
  const other = page(false);
  assert.equal((await other.act.markAllRead()).ok, false);
});

test("a pin is said to whoever pins; the room hears of it by itself", async () => {
  const here = page();
  assert.equal((await here.act.pin("m1", true)).ok, true);
  assert.equal((await here.act.pin("m1", false)).ok, true);
  assert.equal(here.told.length, 1);
  assert.deepEqual(here.state(), onScreen(5));
});
