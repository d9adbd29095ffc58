// @ts-check
/**
 * Reads new messages aloud through one short polite region, apart from the list itself.
 * Must never flood: what comes within three seconds of the last is told as a number, and so is all
 * that comes while one reads far back. Must never keep words: they go after a moment, and at once
 * when they were taken back.
 *
 * @import { Timeline } from "../state.js"
 */
import { signal } from "@preact/signals-core";
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { messageById } from "../state.js";
import { state, writing } from "../store.js";
import { createAnnouncer, saidAloud } from "../telling.js";
import { useApp } from "./app.js";

const words = signal("");

export const announcer = createAnnouncer({
  show: (said) => {
    words.value = said;
  },
  set_timer: (then, wait_ms) => setTimeout(then, wait_ms),
  clear_timer: (timer) => clearTimeout(timer),
});

export function Announcer() {
  return html`<div class="unseen" aria-live="polite" data-announcer>${words.value}</div>`;
}

/**
 * What is new in the room on screen, as far as it is wanted.
 *
 * @param {Timeline} timeline
 * @param {string} my_id
 */
export function useToldAloud(timeline, my_id) {
  const app = useApp();
  const told = useRef(-1);
  const counted = useRef(0);
  useEffect(() => {
    const first = told.current === -1;
    const fresh = timeline.messages.filter((each) => each.seq > told.current);
    const further_on = furtherOn(timeline);
    const more = further_on > counted.current;
    told.current = timeline.seq;
    counted.current = further_on;
    if (first || timeline.phase !== "open") return;
    if (further_on === 0) announcer.count(0, 0);
    else if (more) announcer.count(further_on, Date.now());
    if (further_on > 0) return;
    for (const message of fresh) {
      const said = saidAloud(message, my_id, writing.peek().announce, app.hidden.topics.peek());
      if (said) announcer.announce(message.message_id, said, Date.now());
    }
  }, [timeline.seq, timeline.phase, timeline.following]);
  useEffect(() => {
    announcer.forget((id) => (messageById(timeline, id)?.state ?? "posted") !== "posted");
  }, [timeline.messages]);
}

/**
 * How many new ones are further on than whoever reads far back, as far as it is wanted.
 *
 * @param {Timeline} timeline
 */
function furtherOn({ room_id, newer, following }) {
  const { unread = 0, mentions = 0 } = state.peek().rooms[room_id] ?? {};
  const wanted = writing.peek().announce;
  if (wanted === "off" || (following && !newer)) return 0;
  return wanted === "all" ? unread : mentions;
}
