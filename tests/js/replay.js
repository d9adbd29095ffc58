/**
 * Plays what a server told a client into the browser's own modules, and says what they show.
 *
 * Reads JSON: a list of {room_id, before, events, pages, after}, where `before` and `after` are
 * {sync, open}: the answers of `session.sync` and `room.open` (null where the room is not on
 * screen), and `pages` maps a position to the answer of `log.before` that brings its message.
 * Writes a list of {shown, fresh}: the view after the events, and that of a page begun anew.
 */
import { readFileSync, writeFileSync } from "node:fs";

import { opened, opening, readAgain, synced } from "../../web/static/answers.js";
import { apply } from "../../web/static/apply.js";
import { emptyState } from "../../web/static/state.js";

const NOW = 0;

function begun({ sync, open }, room_id) {
  const state = synced(emptyState(), sync, NOW);
  return open ? opened(opening(state, room_id), room_id, open, false) : state;
}

/**
 * As `session.js` does it: when what I am to a room has changed, my rooms are asked for again; when
 * a name has, all of the room on screen.
 */
function played(state, { room_id, events, pages, after }) {
  for (const event of events) state = apply(state, event);
  if (events.some((event) => event.kind === "you.membership_changed")) {
    state = synced(state, after.sync, NOW);
  }
  if (state.timeline?.stale && after.open) {
    state = opened(opening(state, room_id), room_id, after.open, false);
  }
  for (const seq of state.timeline?.reread ?? []) {
    state = readAgain(state, room_id, seq, pages[seq]);
  }
  return state;
}

/** What is compared: what a person can see, without what only came live, or is told only anew. */
function view({ me, site, epoch, rooms, timeline }) {
  const listed = Object.values(rooms).map(({ room, waiting, names, ...known }) => {
    const { about, guidelines, pinned, ...named } = room;
    return [room.room_id, { room: named, ...known }];
  });
  return {
    me,
    site,
    epoch,
    rooms: Object.fromEntries(listed),
    timeline: timeline && onScreen(timeline),
  };
}

function onScreen(timeline) {
  const { phase, seq, held, behind, room, membership, here, shown, reading, messages } = timeline;
  const said = messages.map(({ nonce, ...message }) => message);
  return { phase, seq, held, behind, room, membership, here, shown, reading, messages: said };
}

const cases = JSON.parse(readFileSync(0, "utf8"));
const results = cases.map((one) => ({
  shown: view(played(begun(one.before, one.room_id), one)),
  fresh: view(begun(one.after, one.room_id)),
}));
writeFileSync(1, JSON.stringify(results));
