// @ts-check
/**
 * The queue and the case on screen, true to the server: asked for again when it tells of a change.
 * Must never ask at every word of a talk, nor lose what is on screen because one answer was no.
 *
 * @import { CaseRow, OpenedCase } from "../wire.d.ts"
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { changed } from "../case-news.js";
import { status } from "../store.js";
import { refusalWords } from "../words.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { usePages } from "./use-pages.js";

const GATHERS_MS = 400;
/** That somebody looked is written down each time: a talk does not fill the record. */
const LOOKS_EVERY_MS = 4000;
/** Who is at it keeps it; so often is the server told. */
const RENEWS_EVERY_MS = 60_000;

/** @param {"running" | "closed" | "helped"} which */
export function useQueue(which) {
  const app = useApp();
  const pages = usePages(
    (cursor) => app.ask("case.list", { which, cursor }),
    (page) => page.cases,
    [which],
  );
  const { nth } = changed.value;
  const first = useRef(nth);
  useEffect(() => {
    if (first.current === nth) return;
    const timer = setTimeout(() => void pages.load(null), GATHERS_MS);
    return () => clearTimeout(timer);
  }, [nth]);
  return pages;
}

/** @param {string} case_id */
export function useCase(case_id) {
  const app = useApp();
  const [opened, setOpened] = useState(/** @type {OpenedCase | null} */ (null));
  const [problem, setProblem] = useState("");
  const asked = useRef(0);
  const looked_at = useRef(0);
  const seen = useRef(0);
  const up = status.value === "up";
  const { nth, case_id: newest } = changed.value;

  async function look() {
    const mine = ++asked.current;
    looked_at.current = Date.now();
    const answer = await app.ask("case.open", { case_id });
    if (mine !== asked.current) return;
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setOpened(answer);
    const { newest_at } = answer.case;
    if (seen.current && newest_at > seen.current) announcer.say(t("There is more in this case."));
    seen.current = newest_at;
  }

  useEffect(() => {
    if (up) void look();
  }, [up, case_id]);

  useEffect(() => {
    if (newest !== case_id) return;
    const since_ms = Date.now() - looked_at.current;
    const timer = setTimeout(() => void look(), Math.max(GATHERS_MS, LOOKS_EVERY_MS - since_ms));
    return () => clearTimeout(timer);
  }, [nth]);

  /** After something I did: the row is known, the rest is asked for. @param {CaseRow} row */
  function done(row) {
    setOpened((before) => (before ? { ...before, case: row } : before));
    void look();
  }

  return { opened, problem, look, done };
}

/** Whoever has it and does something on the page keeps it. @param {CaseRow | null} row @param {boolean} mine */
export function useKept(row, mine) {
  const app = useApp();
  const case_id = row?.case_id ?? "";
  useEffect(() => {
    if (!mine) return;
    let renewed_at = Date.now();
    const works = () => {
      if (Date.now() - renewed_at < RENEWS_EVERY_MS) return;
      renewed_at = Date.now();
      void app.ask("case.renew", { case_id });
    };
    const signs = ["keydown", "pointerdown", "wheel", "touchmove"];
    for (const sign of signs) addEventListener(sign, works, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, works);
    };
  }, [mine, case_id]);
}
