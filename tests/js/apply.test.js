import assert from "node:assert/strict";
import test from "node:test";
import {
  gapFilled,
  opened,
  opening,
  positionLost,
  readAgain,
  seenUpTo,
  synced,
} from "../../web/static/answers.js";
import { allSeen, newAgain, saved } from "../../web/static/done.js";
import { hiddenWords } from "../../web/static/reasons.js";
import { apply } from "../../web/static/apply.js";
import { olderLoaded } from "../../web/static/pages.js";
import { HELD_MAX, MESSAGES_MAX, emptyState, isBehind } from "../../web/static/state.js";
import {
  IN,
  ME,
  MINE,
  ROOM,
  SAM,
  VIEW,
  entry,
  myRoom,
  onScreen,
  openAnswer,
  posted,
  seqs,
  signedIn,
} from "./made.js";

test("the next entry is applied, and seen once only", () => {
  const state = apply(apply(onScreen(3), posted(4)), posted(4));
  assert.deepEqual(seqs(state), [1, 2, 3, 4]);
  assert.equal(state.timeline.seq, 4);
});

test("what is lower is dropped", () => {
  const before = onScreen(3);
  assert.equal(apply(before, posted(2, { body: "again" })), before);
});

test("what is higher is held until the gap is filled, in whatever order it came", () => {
  let state = apply(apply(onScreen(3), posted(6)), posted(5));
  assert.deepEqual(seqs(state), [1, 2, 3]);
  assert.equal(isBehind(state.timeline), true);
  state = gapFilled(state, ROOM, {
    epoch: "e1",
    entries: [posted(4), posted(5)],
    head: 6,
    more: false,
    reset: false,
  });
  assert.deepEqual(seqs(state), [1, 2, 3, 4, 5, 6]);
  assert.equal(isBehind(state.timeline), false);
});

test("a missing entry that arrives by itself closes the gap", () => {
  const state = apply(apply(onScreen(3), posted(5)), posted(4));
  assert.deepEqual(seqs(state), [1, 2, 3, 4, 5]);
  assert.deepEqual(state.timeline.held, []);
});

test("what is held has a bound, and the nearest is kept", () => {
  let state = onScreen(1);
  for (let seq = HELD_MAX + 50; seq > 2; seq -= 1) state = apply(state, posted(seq));
  assert.equal(state.timeline.held.length, HELD_MAX);
  assert.equal(state.timeline.held[0].seq, 3);
});

test("the messages on screen have a bound, and older ones can be loaded again", () => {
  let state = onScreen(1);
  for (let seq = 2; seq <= MESSAGES_MAX + 1; seq += 1) state = apply(state, posted(seq));
  assert.ok(state.timeline.messages.length <= MESSAGES_MAX);
  assert.equal(state.timeline.messages.at(-1).seq, MESSAGES_MAX + 1);
  assert.equal(state.timeline.older, true);
});

test("an entry of another epoch is not applied but asked about", () => {
  const state = apply(onScreen(3), posted(4, { epoch: "e2" }));
  assert.deepEqual(seqs(state), [1, 2, 3]);
  assert.equal(isBehind(state.timeline), true);
});

test("an edit changes words, a deletion leaves a tombstone, and a tombstone stays one", () => {
  let state = apply(
    onScreen(3),
    entry("message.edited", 4, {
      message_id: "m2",
      body: "new",
      state: "posted",
      edited_at: 9,
      mentions: [],
    }),
  );
  assert.equal(state.timeline.messages[1].body, "new");
  assert.equal(state.timeline.messages[1].edited_at, 9);
  state = apply(state, entry("message.deleted", 5, { message_id: "m2" }));
  const gone = state.timeline.messages[1];
  assert.deepEqual(
    [gone.state, gone.author, gone.body, gone.edited_at],
    ["deleted", null, "", null],
  );
  state = apply(
    state,
    entry("message.edited", 6, {
      message_id: "m2",
      body: "late",
      state: "posted",
      edited_at: 10,
      mentions: [],
    }),
  );
  assert.equal(state.timeline.messages[1].body, "");
  assert.equal(state.timeline.seq, 6);
});

test("new words that are not for everyone are read again, only where the message is on screen", () => {
  const edit = { body: null, state: "posted", edited_at: 9, mentions: [] };
  let state = apply(onScreen(3), entry("message.edited", 4, { message_id: "m2", ...edit }));
  state = apply(state, entry("message.edited", 5, { message_id: "long ago", ...edit }));
  assert.deepEqual(state.timeline.reread, [2]);
  assert.equal(state.timeline.messages[1].body, "words 2");
  state = readAgain(state, ROOM, 2, {
    messages: [posted(2, { body: "new" })],
    more: true,
    my_reactions: {},
    my_saved: [],
  });
  assert.equal(state.timeline.messages[1].body, "new");
  assert.deepEqual(state.timeline.reread, []);
});

test("a hidden entry without an id takes its place and shows nothing", () => {
  const state = apply(onScreen(3), entry("message.hidden", 4, { message_id: null }));
  assert.equal(state.timeline.seq, 4);
  assert.deepEqual(seqs(state), [1, 2, 3]);
});

test("a hidden message becomes a tombstone", () => {
  const state = apply(onScreen(3), entry("message.hidden", 4, { message_id: "m3" }));
  assert.equal(state.timeline.messages[2].state, "hidden");
  assert.equal(state.timeline.messages[2].body, "");
});

test("reactions are absolute counts", () => {
  const state = apply(
    onScreen(3),
    entry("message.reacted", 4, { message_id: "m1", reactions: { hug: 3 } }),
  );
  assert.deepEqual(state.timeline.messages[0].reactions, { hug: 3 });
});

test("a change of the room is shown as a line and renames it everywhere", () => {
  const room = { ...VIEW, name: "Late evenings" };
  const state = apply(onScreen(3), entry("room.changed", 4, { room }));
  assert.equal(state.timeline.room.name, "Late evenings");
  assert.equal(state.rooms[ROOM].room.name, "Late evenings");
  assert.equal(state.timeline.lines.length, 1);
});

test("an unknown entry takes its place as a plain line; an unknown sign becomes a notice", () => {
  let state = apply(onScreen(3), entry("message.sung", 4));
  assert.equal(state.timeline.seq, 4);
  assert.match(state.timeline.lines[0].words, /can't show yet/);
  state = apply(state, { kind: "weather.changed" });
  assert.match(state.notices[0].words, /can't show yet/);
});

test("what comes before the answer to opening is kept and applied after it", () => {
  let state = opening(signedIn(), ROOM);
  state = apply(state, posted(3));
  state = apply(state, posted(4));
  state = apply(state, { kind: "presence.changed", room_id: ROOM, here: 7, shown: [] });
  const entries = [posted(1), posted(2), posted(3)];
  state = opened(state, ROOM, openAnswer({ head: 3, posts: 3, entries, here: 5 }), false);
  assert.deepEqual(seqs(state), [1, 2, 3, 4]);
  assert.equal(state.timeline.here, 7);
  assert.deepEqual(state.timeline.early, []);
});

test("coming back continues from the last position, without anything twice", () => {
  let state = opening(onScreen(3), ROOM);
  state = apply(state, posted(6));
  const entries = [posted(4), posted(5)];
  state = opened(state, ROOM, openAnswer({ head: 5, posts: 5, entries }), true);
  assert.deepEqual(seqs(state), [1, 2, 3, 4, 5, 6]);
});

test("coming back to more than fits leaves the rest to be asked for", () => {
  const state = opened(
    opening(onScreen(3), ROOM),
    ROOM,
    openAnswer({ head: 300, posts: 300, entries: [posted(4)], more: true }),
    true,
  );
  assert.deepEqual(seqs(state), [1, 2, 3, 4]);
  assert.equal(isBehind(state.timeline), true);
});

test("a reset replaces what was on screen", () => {
  const lost = positionLost(onScreen(3), ROOM);
  const entries = [posted(8, { epoch: "e2" })];
  const state = opened(
    opening(lost, ROOM),
    ROOM,
    openAnswer({ epoch: "e2", head: 8, posts: 8, entries, reset: true }),
    true,
  );
  assert.deepEqual(seqs(state), [8]);
  assert.equal(state.timeline.epoch, "e2");
});

test("older pages go in front, once", () => {
  let state = opening(signedIn([myRoom({ head: 9, posts: 9 })]), ROOM);
  state = opened(
    state,
    ROOM,
    openAnswer({ head: 9, posts: 9, entries: [posted(8), posted(9)] }),
    false,
  );
  assert.equal(state.timeline.older, true);
  const page = {
    messages: [posted(6), posted(7), posted(8)],
    more: false,
    my_reactions: { m6: ["hug"] },
    my_saved: [],
  };
  state = olderLoaded(olderLoaded(state, ROOM, page), ROOM, page);
  assert.deepEqual(seqs(state), [6, 7, 8, 9]);
  assert.equal(state.timeline.older, false);
  assert.deepEqual(state.timeline.my_reactions.m6, ["hug"]);
});

test("unread counts posts of others, mentions those that name me, and never the same post twice", () => {
  let state = onScreen(3);
  state = apply(state, posted(4, { author: MINE }));
  state = apply(state, posted(5, { mentions: [ME.user_id] }));
  state = apply(state, {
    kind: "room.moved",
    room_id: ROOM,
    seq: 5,
    posts: 5,
    mentions: [ME.user_id],
  });
  const known = state.rooms[ROOM];
  assert.deepEqual([known.unread, known.mentions, known.posts, known.head], [1, 1, 5, 5]);
});

test("what session.sync has counted is not counted again when it is replayed", () => {
  const known = myRoom({ head: 5, posts: 5, unread: 2, last_read: 3 });
  const state = synced(onScreen(3), { me: ME, epoch: "e1", server_now: 0, rooms: [known] }, 0);
  assert.equal(isBehind(state.timeline), true, "the head is ahead of the screen");
  const filled = gapFilled(state, ROOM, {
    epoch: "e1",
    entries: [posted(4), posted(5)],
    head: 5,
    more: false,
    reset: false,
  });
  assert.equal(filled.rooms[ROOM].unread, 2);
});

test("a room that I don't have open counts by its absolute number of posts", () => {
  let state = signedIn([myRoom({ head: 10, posts: 8, unread: 1 })]);
  state = apply(state, { kind: "room.moved", room_id: ROOM, seq: 13, posts: 10, mentions: [] });
  assert.equal(state.rooms[ROOM].unread, 3);
  // A notice was lost; the next makes it good.
  state = apply(state, {
    kind: "room.moved",
    room_id: ROOM,
    seq: 20,
    posts: 15,
    mentions: [ME.user_id],
  });
  assert.deepEqual([state.rooms[ROOM].unread, state.rooms[ROOM].mentions], [8, 1]);
  state = apply(state, { kind: "room.moved", room_id: ROOM, seq: 13, posts: 10, mentions: [] });
  assert.equal(state.rooms[ROOM].unread, 8);
});

test("seeing up to a place leaves what is after it", () => {
  let state = onScreen(3);
  for (const seq of [4, 5, 6]) state = apply(state, posted(seq));
  state = seenUpTo(state, ROOM, 5);
  assert.deepEqual([state.rooms[ROOM].unread, state.rooms[ROOM].last_read], [1, 5]);
  assert.equal(seenUpTo(state, ROOM, 4), state);
});

test("the line stands where reading stopped, and only if something is new", () => {
  const news = signedIn([myRoom({ head: 3, posts: 3, unread: 2, last_read: 1 })]);
  const entries = [posted(1), posted(2), posted(3)];
  const answer = openAnswer({ head: 3, posts: 3, entries, last_read: 1 });
  assert.equal(opened(opening(news, ROOM), ROOM, answer, false).timeline.new_after, 1);
  assert.equal(onScreen(3).timeline.new_after, null);
});

test("being let in, muted and put out arrives at once", () => {
  const muted = { ...IN, muted_until: 99 };
  let state = apply(onScreen(3), {
    kind: "you.membership_changed",
    user_id: "me",
    room_id: ROOM,
    room: VIEW,
    membership: muted,
  });
  assert.equal(state.timeline.membership.muted_until, 99);
  state = apply(state, {
    kind: "you.membership_changed",
    user_id: "me",
    room_id: ROOM,
    room: null,
    membership: null,
  });
  assert.equal(state.rooms[ROOM], undefined);
  state = apply(state, {
    kind: "you.membership_changed",
    user_id: "me",
    room_id: "new",
    room: { ...VIEW, room_id: "new" },
    membership: IN,
  });
  assert.equal(state.rooms.new.unread, 0);
});

test("small signs: presence, typing, the door, my own visibility", () => {
  let state = onScreen(1);
  state = apply(state, { kind: "presence.changed", room_id: ROOM, here: 12, shown: [SAM] });
  state = apply(state, { kind: "typing.changed", room_id: ROOM, typing: 2, shown: [SAM] });
  state = apply(state, { kind: "member.joined", room_id: ROOM, member: null });
  state = apply(state, { kind: "member.left", room_id: ROOM, user_id: null });
  state = apply(state, { kind: "room.join_asked", room_id: ROOM });
  state = apply(state, {
    kind: "you.visibility_changed",
    user_id: "me",
    handle: "Robin",
    visible: true,
  });
  state = apply(state, {
    kind: "you.message_hidden",
    user_id: "me",
    room_id: ROOM,
    message_id: "m",
    reason: "off_topic",
  });
  const { timeline } = state;
  assert.deepEqual([timeline.here, timeline.typing, timeline.roster_changes], [12, 2, 2]);
  assert.equal(state.rooms[ROOM].knocks, 1);
  assert.equal(state.me.visible, true);
  assert.equal(timeline.messages.length, 1, "joins and leaves are not shown");
  assert.deepEqual(state.notices, []);
  assert.match(hiddenWords("off_topic"), /doesn't belong/);
  assert.match(hiddenWords("a reason of tomorrow"), /still welcome/);
});

test("nothing is changed in place", () => {
  const before = onScreen(3);
  const copy = structuredClone(before);
  apply(before, posted(4));
  apply(before, posted(6));
  apply(before, entry("message.deleted", 4, { message_id: "m1" }));
  seenUpTo(before, ROOM, 3);
  assert.deepEqual(before, copy);
});

test("events of a room that is not on screen change no screen", () => {
  const state = emptyState();
  assert.equal(apply(state, posted(1)), state);
  assert.equal(
    apply(state, { kind: "presence.changed", room_id: ROOM, here: 1, shown: [] }),
    state,
  );
});

test("somebody asking for a way into my account is there to be stopped", () => {
  const heard = apply(signedIn(), {
    kind: "you.restore_asked",
    user_id: "me",
    proposal_id: "p1",
    due_at: 9,
  });
  assert.deepEqual(heard.account.restore, { due_at: 9 });
  const over = { kind: "you.restore_asked", user_id: "me", proposal_id: "p1", due_at: null };
  assert.equal(apply(heard, over).account.restore, null, "there is nothing left to stop");
});

test("whether I am just reading is known wherever I chose it", () => {
  const chosen = { kind: "you.visibility_changed", user_id: "me", handle: "Robin" };
  const state = apply(signedIn(), { ...chosen, visible: true, reading: true });
  assert.deepEqual([state.me.visible, state.me.reading], [true, true]);
  assert.equal(signedIn(undefined, { me: { ...ME, reading: true } }).me.reading, true);
});

test("my new name, my blocks and news for staff are known at once", () => {
  let state = apply(onScreen(2), { kind: "you.handle_changed", user_id: "me", handle: "Quiet" });
  assert.equal(state.me.handle, "Quiet");
  assert.equal(state.timeline.stale, false);
  state = apply(state, { kind: "you.blocks_changed", user_id: "me", blocks: 3 });
  assert.deepEqual([state.blocks, state.timeline.stale], [3, true]);
  assert.equal(apply(state, { kind: "staff.noticed", about: "x" }).staff_new, 1);
});

test("who is just reading is shown with who is here", () => {
  const state = apply(onScreen(2), {
    kind: "presence.changed",
    room_id: ROOM,
    here: 2,
    shown: [SAM],
    reading: ["sam"],
  });
  assert.deepEqual(state.timeline.reading, ["sam"]);
});

test("what stands around the words comes with them, changes with them and goes with them", () => {
  const around = { warning: "about a lapse", topics: ["relapse"], links_held: true };
  const three = (/** @type {any} */ { warning, topics, links_held }) => [warning, topics, links_held];
  let state = apply(onScreen(1), posted(2, around));
  assert.deepEqual(three(state.timeline.messages[0]), [null, [], false], "most have nothing of it");
  assert.deepEqual(three(state.timeline.messages[1]), ["about a lapse", ["relapse"], true]);
  const edit = { message_id: "m2", body: "new", state: "posted", edited_at: 9, mentions: [] };
  state = apply(state, entry("message.edited", 3, edit));
  assert.deepEqual(three(state.timeline.messages[1]), [null, [], false]);
  state = apply(state, entry("message.edited", 4, { ...edit, ...around }));
  state = apply(state, entry("message.hidden", 5, { message_id: "m2" }));
  assert.deepEqual(three(state.timeline.messages[1]), [null, [], false], "a tombstone has nothing");
});

test("a new pin is said in its place; that one is gone is not", () => {
  const pinned = (/** @type {number} */ seq, /** @type {string[]} */ ids) =>
    entry("room.changed", seq, { room: { ...VIEW, pinned: ids } });
  let state = apply(onScreen(3), pinned(4, ["m1"]));
  assert.deepEqual(state.timeline.room.pinned, ["m1"]);
  assert.match(state.timeline.lines[0].words, /pinned/);
  state = apply(state, pinned(5, []));
  assert.deepEqual([state.timeline.room.pinned, state.timeline.lines.length], [[], 1]);
});

test("what I keep is marked on every page, and only where it is held", () => {
  let state = opening(signedIn([myRoom({ head: 9, posts: 9 })]), ROOM);
  const answer = openAnswer({ head: 9, posts: 9, entries: [posted(8), posted(9)], my_saved: ["m9"] });
  state = opened(state, ROOM, answer, false);
  const page = { messages: [posted(6), posted(7)], more: false, head: 9, my_reactions: {} };
  state = olderLoaded(state, ROOM, { ...page, my_saved: ["m6", "elsewhere"] });
  assert.deepEqual(state.timeline.my_saved, { m6: true, m9: true });
  assert.equal(saved(state, "m9", false).timeline.my_saved.m9, false);
  assert.equal(saved(signedIn(), "m9", true).timeline, null);
});

test("from a message on it is new again: others' words, and the line above them", () => {
  let state = onScreen(5);
  state = apply(state, posted(6, { author: MINE }));
  state = apply(state, posted(7, { mentions: [ME.user_id] }));
  state = seenUpTo(state, ROOM, 7);
  state = newAgain(state, ROOM, 5);
  const known = state.rooms[ROOM];
  assert.deepEqual([known.last_read, known.unread, known.mentions], [4, 2, 1]);
  assert.equal(state.timeline.new_after, 4);
  const all = allSeen(state);
  assert.deepEqual([all.rooms[ROOM].unread, all.rooms[ROOM].mentions], [0, 0]);
  assert.equal(all.rooms[ROOM].last_read, all.rooms[ROOM].head);
});
