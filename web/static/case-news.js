// @ts-check
/**
 * What the server tells of cases and of what rings, for whatever shows it now.
 * Must never hold more than ids.
 *
 * @import { Ports } from "./news.js"
 */
import { signal } from "@preact/signals-core";
import { createNews } from "./news.js";
import { nowRinging, ringing } from "./ring.js";

/** Counts what changed, and names the newest. */
export const changed = signal({ nth: 0, case_id: "" });

/** How often what rings, or who is on duty, has changed. */
export const rang = signal(0);

/** Whatever is open: it rings. @param {Ports} ports */
async function ring({ ask }) {
  const duty = await ask("duty.show", {});
  if (duty.ok) nowRinging(duty.ringing);
}

/** News, told to what is on screen as well. @param {Ports} ports */
export function createNewsHere(ports) {
  return createNews({
    ...ports,
    case_changed: (case_id) => {
      changed.value = { nth: changed.peek().nth + 1, case_id };
      if (ringing.peek().length > 0) void ring(ports);
    },
    rings_here: () => location.pathname.startsWith("/app/follow-up"),
    duty_changed: () => {
      rang.value += 1;
      void ring(ports);
    },
  });
}
