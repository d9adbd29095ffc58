// @ts-check
/**
 * The keys of a room: single letters on a message, and Escape, which says that all is read.
 * Must never take a key that something inside has taken already.
 *
 * @import { RefObject } from "preact"
 * @import { Message, Timeline } from "../state.js"
 */
import { useEffect } from "preact/hooks";
import { seenUpTo } from "../answers.js";
import { t } from "../i18n.js";
import { messageById, withTimeline } from "../state.js";
import { change, writing } from "../store.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";

/**
 * @param {object} props
 * @param {Timeline} props.timeline
 * @param {RefObject<HTMLElement>} props.room  where the keys count
 * @param {(message: Message) => void} props.on_reply
 * @param {(message: Message) => void} props.on_edit
 */
export function RoomKeys({ timeline, room, on_reply, on_edit }) {
  const app = useApp();

  /** @param {boolean} in_list  whoever is in the list goes on with the last message of it */
  function allRead(in_list) {
    const { room_id, seq } = timeline;
    void app.session.goTo("last", in_list);
    app.reading.release(room_id);
    app.reading.seen(room_id, seq);
    change((now) => withTimeline(seenUpTo(now, room_id, seq), { new_after: null }));
    announcer.say(t("Everything here is read."));
  }

  /**
   * What is kept for me alone: whoever only looks after the room has no place for it.
   *
   * @returns {Record<string, (message: Message) => void>}
   */
  function forMyself() {
    const { room_id, membership, my_saved } = timeline;
    if (membership?.standing !== "in") return {};
    return {
      s: ({ message_id }) => void app.act.save(message_id, !my_saved[message_id]),
      u: (message) => void app.act.markUnread(room_id, message),
    };
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const { target, key } = event;
    if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("dialog")) return;
    if (key === "Escape") return allRead(target.closest("article") !== null);
    if (!writing.peek().single_keys || !target.matches("article[data-key]")) return;
    const message = messageById(timeline, target.getAttribute("data-key") ?? "");
    if (message?.state !== "posted") return;
    /** @type {Record<string, (message: Message) => void>} */
    const all = { r: on_reply, e: on_edit, ...forMyself() };
    const does = all[key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    does(message);
  }

  useEffect(() => {
    const here = room.current;
    here?.addEventListener("keydown", pressed);
    return () => here?.removeEventListener("keydown", pressed);
  });
  return null;
}
