import assert from "node:assert/strict";
import test from "node:test";
import { lookedAway, seenUpTo } from "../../web/static/answers.js";
import { apply } from "../../web/static/apply.js";
import { createReach } from "../../web/static/reach.js";
import { rowsOf } from "../../web/static/rows.js";
import { MESSAGES_MAX, withTimeline } from "../../web/static/state.js";
import { MINE, ROOM, entry, myRoom, onScreen, posted, seqs, signedIn } from "./made.js";

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A server with so many messages, and what a reader of its newest ones has on screen. */
function world(head, shown = 50, { unread = 0 } = {}) {
  const known = signedIn([myRoom({ head, posts: head, unread, last_read: head - unread })]);
  const here = { head, gone: new Map(), asked: [], between: () => {}, turn: 1, waits: [] };
  here.problem = null;
  here.state = withTimeline(onScreen(1, known), {
    seq: head,
    messages: range(head - shown + 1, head).map((seq) => posted(seq)),
    older: shown < head,
    new_after: unread > 0 ? head - unread : null,
  });
  const message = (seq) => posted(seq, here.gone.get(seq));
  const page = (all, more) => ({
    ok: true,
    messages: all.map(message),
    more,
    head: here.head,
    my_reactions: Object.fromEntries(all.map((seq) => [`m${seq}`, ["hug"]])),
    my_saved: [],
  });
  const answers = {
    "log.before": ({ seq, limit }) => {
      const last = Math.min(seq - 1, here.head);
      const all = range(Math.max(last - limit + 1, 1), last);
      return page(all, (all[0] ?? 1) > 1);
    },
    "log.after": ({ seq, limit }) => {
      const all = range(seq + 1, Math.min(seq + limit, here.head));
      return page(all, (all.at(-1) ?? here.head) < here.head);
    },
    "log.around": ({ message_id, limit }) => {
      const seq = Number(message_id.slice(1));
      if (!(seq >= 1 && seq <= here.head)) return { ok: false, error: { code: "not_found" } };
      const all = range(Math.max(seq - limit / 2, 1), Math.min(seq + limit / 2, here.head));
      const { more, ...rest } = page(all, false);
      return { ...rest, older: all[0] > 1, newer: all.at(-1) < here.head };
    },
  };
  here.reach = createReach({
    ask: async (name, payload) => {
      here.asked.push(name);
      const answer = here.problem ? { ok: false, error: here.problem } : answers[name](payload);
      here.between();
      return answer;
    },
    state: () => here.state,
    change: (change) => {
      here.state = change(here.state);
    },
    turn: () => here.turn,
    chance: () => 1,
    later: (wait_ms, then) => here.waits.push([wait_ms, then]),
  });
  here.hear = (event) => {
    here.head = Math.max(here.head, event.seq);
    here.state = apply(here.state, event);
  };
  here.timeline = () => here.state.timeline;
  return here;
}

const whole = (all) => assert.deepEqual(all, range(all[0], all.at(-1)), "no hole, nothing twice");

test("reading back and forth through 100,000 messages holds a few of them, without a hole", async () => {
  const here = world(100_000);
  for (let page = 0; page < 40; page += 1) {
    await here.reach.loadOlder();
    whole(seqs(here.state));
    assert.ok(seqs(here.state).length <= MESSAGES_MAX);
  }
  assert.equal(seqs(here.state)[0], 100_000 - 49 - 40 * 50);
  assert.equal(here.timeline().newer, true);
  assert.ok(Object.keys(here.timeline().my_reactions).length <= MESSAGES_MAX);
  while (here.timeline().newer) {
    await here.reach.loadNewer();
    whole(seqs(here.state));
    assert.ok(seqs(here.state).length <= MESSAGES_MAX);
  }
  assert.equal(seqs(here.state).at(-1), 100_000);
  assert.equal(here.timeline().older, true);
});

test("the first, the newest and any between are gone to at once", async () => {
  const here = world(100_000);
  await here.reach.goTo("first", true);
  assert.equal(seqs(here.state)[0], 1);
  assert.deepEqual([here.timeline().older, here.timeline().newer], [false, true]);
  await here.reach.jump("m50000");
  whole(seqs(here.state));
  assert.ok(seqs(here.state).includes(50_000) && seqs(here.state).length <= MESSAGES_MAX);
  assert.deepEqual(here.timeline().goal, {
    nth: 2, to: "message", message_id: "m50000", focus: true, marked: true,
  });
  await here.reach.jump("m50001");
  assert.equal(here.asked.length, 2, "what is held need not be asked for");
  await here.reach.goTo("last", false);
  assert.equal(seqs(here.state).at(-1), 100_000);
  assert.equal(here.timeline().newer, false);
});

test("what is not there, or belongs to another room, leads nowhere and moves nothing", async () => {
  const here = world(300);
  const before = seqs(here.state);
  await here.reach.jump("m9999");
  assert.equal(here.timeline().goal.to, "nowhere");
  here.gone.set(5, { room_id: "another" });
  await here.reach.jump("m5");
  assert.equal(here.timeline().goal.to, "nowhere");
  assert.deepEqual(seqs(here.state), before);
});

test("what can't be had just now is not said to be gone, and is asked for again", async () => {
  const here = world(300);
  const before = seqs(here.state);
  for (const code of ["offline", "busy"]) {
    here.problem = { code, retryable: true, retry_after_ms: null };
    for (const go of [() => here.reach.jump("m5"), () => here.reach.goTo("first", true)]) {
      await go();
      assert.equal(here.timeline().goal.to, "unreached", code);
    }
    assert.equal(await here.reach.loadOlder(), false);
    assert.deepEqual(seqs(here.state), before);
  }
  // Without a connection, its return is waited for; for a busy server there is one wait, however
  // often one comes to the end meanwhile.
  await here.reach.loadOlder();
  const waits = () => here.waits.map(([wait_ms]) => wait_ms);
  assert.deepEqual(waits(), [1000]);
  // Then the list is drawn once more, and looks whether it still stands at its end; longer each time.
  const drawn = here.timeline();
  here.waits[0][1]();
  assert.notEqual(here.timeline(), drawn);
  await here.reach.loadOlder();
  assert.deepEqual(waits(), [1000, 2000]);
  here.problem = null;
  assert.equal(await here.reach.loadOlder(), true);
  here.problem = { code: "forbidden", retryable: false };
  await here.reach.loadOlder();
  assert.equal(here.waits.length, 2, "what is refused for good is not asked for again");
});

test("far from the end, new words are counted and not held", async () => {
  const here = world(1000);
  await here.reach.goTo("first", true);
  const before = seqs(here.state);
  here.hear(posted(1001));
  here.hear(posted(1002, { author: MINE }));
  here.hear(posted(1003));
  assert.deepEqual(seqs(here.state), before);
  assert.equal(here.timeline().seq, 1003);
  assert.equal(here.state.rooms[ROOM].unread, 1, "what came after my own words");
  assert.equal(rowsOf(here.timeline(), [{ nonce: "n" }], "me", 0).some((row) => row.type === "pending"), false);
});

test("whoever reads among the oldest that are held keeps them, however much is said", async () => {
  const here = world(MESSAGES_MAX, MESSAGES_MAX);
  here.state = withTimeline(here.state, { following: false });
  for (let seq = MESSAGES_MAX + 1; seq < MESSAGES_MAX + 5; seq += 1) here.hear(posted(seq));
  assert.deepEqual([seqs(here.state)[0], seqs(here.state).at(-1)], [1, MESSAGES_MAX]);
  assert.equal(here.timeline().newer, true);
  await here.reach.loadNewer();
  assert.equal(seqs(here.state).at(-1), MESSAGES_MAX + 4);
  assert.equal(here.timeline().newer, false);
});

test("a page that was read before something was taken back is asked for again", async () => {
  const here = world(200);
  here.between = () => {
    here.between = () => {};
    here.gone.set(120, { state: "deleted", author: null, body: "" });
    here.hear(entry("message.deleted", 201, { message_id: "m120" }));
  };
  await here.reach.loadOlder();
  const found = here.timeline().messages.find((each) => each.seq === 120);
  assert.equal(found.state, "deleted");
  assert.equal(here.asked.length, 2);
});

test("what was said while a page was on its way is neither lost nor seen twice", async () => {
  const here = world(1000);
  await here.reach.jump("m800");
  here.between = () => {
    here.between = () => {};
    here.hear(posted(1001));
  };
  while (here.timeline().newer) await here.reach.loadNewer();
  here.hear(posted(1002));
  whole(seqs(here.state));
  assert.equal(seqs(here.state).at(-1), 1002);
});

test("what is said on the way to the newest is there on arrival", async () => {
  const here = world(1000);
  await here.reach.goTo("first", true);
  here.between = () => {
    here.between = () => {};
    here.hear(posted(1001, { author: MINE }));
  };
  await here.reach.goTo("last", false);
  here.hear(posted(1002));
  whole(seqs(here.state));
  assert.equal(seqs(here.state).at(-1), 1002);
});

test("a page beyond what was heard so far does not run ahead of the log", async () => {
  const here = world(1000);
  await here.reach.goTo("first", true);
  here.head = 1005;
  await here.reach.goTo("last", true);
  assert.equal(seqs(here.state).at(-1), 1000);
  for (let seq = 1001; seq <= 1005; seq += 1) here.hear(posted(seq));
  whole(seqs(here.state));
  assert.equal(seqs(here.state).at(-1), 1005);
});

test("a room opens at the first unread message, however far back that is", async () => {
  const far = world(5000, 50, { unread: 1000 });
  await far.reach.firstUnread(ROOM);
  whole(seqs(far.state));
  assert.ok(seqs(far.state).includes(4000) && seqs(far.state).includes(4001));
  assert.equal(far.timeline().newer, true);
  const row = rowsOf(far.timeline(), [], "me", 0).findIndex((each) => each.type === "new");
  assert.equal(rowsOf(far.timeline(), [], "me", 0)[row + 1].message.seq, 4001);
  const near = world(5000, 50, { unread: 80 });
  await near.reach.firstUnread(ROOM);
  assert.ok(seqs(near.state)[0] <= 4921);
  assert.equal(near.timeline().newer, false);
});

test("the line for what is new stands only where its place is held", async () => {
  const here = world(5000, 50, { unread: 1000 });
  const has_line = () => rowsOf(here.timeline(), [], "me", 0).some((each) => each.type === "new");
  assert.equal(has_line(), false, "all of these are new, and the first is further back");
  await here.reach.jump("m4001");
  assert.equal(has_line(), true);
  await here.reach.goTo("first", true);
  assert.equal(has_line(), false);
});

test("far from the end, what is read is taken off the count", async () => {
  const here = world(5000, 50, { unread: 1000 });
  await here.reach.firstUnread(ROOM);
  here.state = seenUpTo(here.state, ROOM, 4010);
  assert.equal(here.state.rooms[ROOM].unread, 990);
});

test("whoever looks away while reading far back finds the line where they had come to", () => {
  const here = world(500, 50);
  assert.equal(lookedAway(here.state).timeline.new_after, 500);
  here.state = withTimeline(seenUpTo(here.state, ROOM, 480), { following: false });
  here.state.rooms[ROOM].last_read = 480;
  assert.equal(lookedAway(here.state).timeline.new_after, 480);
});

test("an answer for a room that was left is dropped", async () => {
  const here = world(5000);
  here.between = () => {
    here.turn += 1;
  };
  const before = here.state;
  await here.reach.jump("m7");
  await here.reach.goTo("first", true);
  assert.equal(here.state, before);
});
