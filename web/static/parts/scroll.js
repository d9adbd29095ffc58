// @ts-check
/**
 * Keeps the message list where the reader is: at the first unread message, at the newest, or at
 * the very line they look at. Must never jump because something was added above or below.
 *
 * @import { RefObject } from "preact"
 *
 * @typedef {object} Ports
 * @property {() => void} on_top  close to the oldest message
 * @property {(seq: number) => void} on_seen  the last message that can be seen; Infinity at the end
 * @property {(at_end: boolean) => void} on_end
 */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const NEAR_PX = 64;
const TOP_PX = 600;

/**
 * @param {RefObject<HTMLElement | null>} ref
 * @param {boolean} ready  whether there is history to place
 * @param {Ports} ports
 */
export function useLogScroll(ref, ready, ports) {
  const place = useRef({ placed: false, at_end: true, key: "", offset: 0 });
  const latest = useRef(ports);
  latest.current = ports;

  /** @param {HTMLElement} log */
  function look(log) {
    const at_end = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
    if (at_end !== place.current.at_end) latest.current.on_end(at_end);
    place.current.at_end = at_end;
    remember(log, place.current);
    if (log.scrollTop < TOP_PX) latest.current.on_top();
    if (document.visibilityState === "visible")
      latest.current.on_seen(at_end ? Infinity : lastSeen(log));
  }

  useLayoutEffect(() => {
    const log = ref.current;
    if (!log || !ready) return;
    if (!place.current.placed) {
      place.current.placed = true;
      start(log);
    } else if (place.current.at_end) log.scrollTop = log.scrollHeight;
    else restore(log, place.current);
    look(log);
  });

  useEffect(() => {
    const log = ref.current;
    if (!log) return;
    const moved = () => look(log);
    const shown = () => document.visibilityState === "visible" && look(log);
    // The keyboard of a phone, or a growing composer, takes room from below.
    const resized = new ResizeObserver(() => {
      if (place.current.placed && place.current.at_end) log.scrollTop = log.scrollHeight;
    });
    resized.observe(log);
    log.addEventListener("scroll", moved, { passive: true });
    document.addEventListener("visibilitychange", shown);
    return () => {
      resized.disconnect();
      log.removeEventListener("scroll", moved);
      document.removeEventListener("visibilitychange", shown);
    };
  }, []);

  return {
    toEnd() {
      const log = ref.current;
      if (!log) return;
      log.scrollTop = log.scrollHeight;
      look(log);
    },
  };
}

/** @param {HTMLElement} log */
function start(log) {
  const line = log.querySelector("[data-new]");
  if (line instanceof HTMLElement) log.scrollTop = line.offsetTop - log.clientHeight / 4;
  else log.scrollTop = log.scrollHeight;
}

/**
 * @param {HTMLElement} log
 * @param {{key: string, offset: number}} place
 */
function remember(log, place) {
  for (const row of rows(log)) {
    if (row.offsetTop + row.offsetHeight <= log.scrollTop) continue;
    place.key = row.dataset.key ?? "";
    place.offset = row.offsetTop - log.scrollTop;
    return;
  }
}

/**
 * @param {HTMLElement} log
 * @param {{key: string, offset: number}} place
 */
function restore(log, place) {
  const row = rows(log).find((each) => each.dataset.key === place.key);
  if (!row) return;
  const wanted = row.offsetTop - place.offset;
  if (Math.abs(wanted - log.scrollTop) >= 1) log.scrollTop = wanted;
}

/** @param {HTMLElement} log */
function lastSeen(log) {
  const bottom = log.scrollTop + log.clientHeight;
  const seen = rows(log).findLast((row) => row.offsetTop + row.offsetHeight <= bottom + 1);
  return Number(seen?.dataset.seq ?? 0);
}

/**
 * @param {HTMLElement} log
 * @returns {HTMLElement[]}
 */
function rows(log) {
  return Array.from(log.querySelectorAll("[data-seq]"));
}
