// @ts-check
/**
 * Keeps the message list where the reader is: at the first unread message, at the newest, or at
 * the very line they look at. Must never jump because something was added, let go, or grew.
 *
 * Rows have whatever height their words take: nothing is estimated. Before each change it is known
 * which row stands at the top and how far from it; after the change that row is put back there.
 *
 * @import { RefObject } from "preact"
 * @import { Goal } from "../state.js"
 *
 * @typedef {object} Ports
 * @property {boolean} older  there is more above
 * @property {boolean} newer  there is more below
 * @property {Goal | null} goal
 * @property {() => void} on_top  close to the oldest message that is held
 * @property {() => void} on_bottom  close to the newest one that is held, and there are newer ones
 * @property {(seq: number) => void} on_seen  the last message that can be seen; Infinity at the end
 * @property {(at_end: boolean) => void} on_end
 * @property {(key: string) => void} on_rest  the row at the top, once nothing moves any more
 * @property {(row: HTMLElement | null, goal: Goal) => void} on_goal
 */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const NEAR_PX = 64;
/** So far from either end the next page is asked for. */
const AHEAD_PX = 900;
const RESTS_MS = 200;

/**
 * @param {RefObject<HTMLElement | null>} ref
 * @param {boolean} ready  whether there is history to place
 * @param {Ports} ports
 */
export function useLogScroll(ref, ready, ports) {
  const place = useRef({ placed: false, at_end: true, size: 0, key: "", top: 0, offset: 0, goal: 0 });
  const latest = useRef(ports);
  latest.current = ports;

  /** @param {HTMLElement} log */
  function look(log) {
    const { older, newer, on_top, on_bottom, on_end, on_seen } = latest.current;
    const below = log.scrollHeight - log.scrollTop - log.clientHeight;
    const at_end = below < NEAR_PX && !newer;
    const was = place.current.at_end;
    place.current.at_end = at_end;
    place.current.size = sizeOf(log);
    remember(log, place.current);
    if (at_end !== was) on_end(at_end);
    if (older && log.scrollTop < AHEAD_PX) on_top();
    else if (newer && below < AHEAD_PX) on_bottom();
    if (document.visibilityState === "visible") on_seen(at_end ? Infinity : lastSeen(log));
  }

  /**
   * Back to where the reader was, if anything moved. Else the reader may have: a key or a finger
   * is quicker than the event that tells of it.
   *
   * @param {HTMLElement} log
   */
  function hold(log) {
    if (!place.current.at_end || latest.current.newer) restore(log, place.current);
    else if (sizeOf(log) !== place.current.size) log.scrollTop = log.scrollHeight;
  }

  useLayoutEffect(() => {
    const log = ref.current;
    if (!log || !ready) return;
    const { goal, on_goal } = latest.current;
    const { placed } = place.current;
    place.current.placed = true;
    if (!placed) start(log);
    if (goal && goal.nth !== place.current.goal) {
      place.current.goal = goal.nth;
      on_goal(goTo(log, goal), goal);
    } else if (placed) hold(log);
    look(log);
  });

  useEffect(() => {
    const log = ref.current;
    const content = log?.firstElementChild;
    if (!log || !content) return;
    const moved = () => place.current.placed && look(log);
    let resting = 0;
    const scrolled = () => {
      moved();
      clearTimeout(resting);
      resting = setTimeout(() => latest.current.on_rest(place.current.at_end ? "" : place.current.key), RESTS_MS);
    };
    const shown = () => document.visibilityState === "visible" && moved();
    // The keyboard of a phone takes room from below; a turned screen and larger letters change
    // every row; what was folded opens.
    const resized = new ResizeObserver(() => place.current.placed && hold(log));
    resized.observe(log);
    resized.observe(content);
    log.addEventListener("scroll", scrolled, { passive: true });
    document.addEventListener("visibilitychange", shown);
    return () => {
      clearTimeout(resting);
      resized.disconnect();
      log.removeEventListener("scroll", scrolled);
      document.removeEventListener("visibilitychange", shown);
    };
  }, []);

  return {
    /** A row is about to open or close by its reader's wish: it stays where it begins. */
    stay() {
      place.current.at_end = false;
    },
  };
}

/** How much lies beyond what can be seen. @param {HTMLElement} log */
function sizeOf(log) {
  return log.scrollHeight - log.clientHeight;
}

/** @param {HTMLElement} log */
function start(log) {
  const line = log.querySelector("[data-new]");
  if (line instanceof HTMLElement) log.scrollTop = line.offsetTop - log.clientHeight / 4;
  else log.scrollTop = log.scrollHeight;
}

/**
 * @param {HTMLElement} log
 * @param {Goal} goal
 * @returns {HTMLElement | null} the row that was gone to
 */
function goTo(log, { to, message_id }) {
  const all = rows(log);
  if (to === "first") log.scrollTop = 0;
  if (to === "last") log.scrollTop = log.scrollHeight;
  if (to !== "message") return all.at(to === "first" ? 0 : -1) ?? null;
  const row = all.find((each) => each.dataset.key === message_id) ?? null;
  if (row) log.scrollTop = row.offsetTop - log.clientHeight / 4;
  return row;
}

/**
 * @param {HTMLElement} log
 * @param {{key: string, top: number, offset: number}} place
 */
function remember(log, place) {
  const all = rows(log);
  const row = all[firstBelow(all, log.scrollTop)];
  if (!row) return;
  place.key = row.dataset.key ?? "";
  place.top = row.offsetTop;
  place.offset = row.offsetTop - log.scrollTop;
}

/**
 * @param {HTMLElement} log
 * @param {{key: string, top: number, offset: number}} place
 */
function restore(log, place) {
  const row = rows(log).find((each) => each.dataset.key === place.key);
  if (!row || row.offsetTop === place.top) return;
  const wanted = row.offsetTop - place.offset;
  if (Math.abs(wanted - log.scrollTop) >= 1) log.scrollTop = wanted;
}

/** @param {HTMLElement} log */
function lastSeen(log) {
  const all = rows(log);
  const seen = all[firstBelow(all, log.scrollTop + log.clientHeight + 1) - 1];
  return Number(seen?.dataset.seq ?? 0);
}

/**
 * Which row is the first to end below a height: they stand in order, so half are left out at once.
 *
 * @param {HTMLElement[]} all
 * @param {number} top
 */
function firstBelow(all, top) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = /** @type {HTMLElement} */ (all[middle]);
    if (row.offsetTop + row.offsetHeight <= top) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {HTMLElement} log
 * @returns {HTMLElement[]}
 */
function rows(log) {
  return Array.from(log.querySelectorAll("[data-seq]"));
}
