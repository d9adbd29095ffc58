// @ts-check
/**
 * How long until I can write again where it goes slowly. Must never hold up who keeps the room.
 *
 * @import { Timeline } from "../state.js"
 */
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { isKeeper } from "../state.js";
import { state } from "../store.js";
import { duration } from "../words.js";
import { useApp } from "./app.js";

/**
 * What to say of it; "" when I can write.
 *
 * @param {Timeline} timeline
 * @param {string} my_id
 */
export function useSlow(timeline, my_id) {
  const app = useApp();
  const [, again] = useState(0);
  const { slow } = timeline.room ?? {};
  const now = app.now();
  const holds = slow && (slow.until ?? now + 1) > now && !isKeeper(state.value, timeline);
  const last = holds && timeline.messages.findLast((each) => each.author?.user_id === my_id);
  const left_ms = holds && last ? last.at + slow.every_s * 1000 - now : 0;
  const waits = left_ms > 0;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => again((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [waits]);
  if (!waits) return "";
  return t("It goes slowly here. You can send again in {duration}; your words are kept.", {
    duration: duration(left_ms),
  });
}
