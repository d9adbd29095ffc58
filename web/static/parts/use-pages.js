// @ts-check
/**
 * A list that the server gives page by page. Must never show an older answer over a newer one.
 *
 * @import { Answer } from "../problem.js"
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { status } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";

/**
 * Asks for the first page whenever the connection is there, and again when one of `again` changes.
 *
 * @template Item
 * @template {{cursor: string | null}} Page
 * @param {(cursor: string | null) => Promise<Answer<Page>>} ask
 * @param {(page: Page) => Item[]} pick
 * @param {unknown[]} [again]
 */
export function usePages(ask, pick, again = []) {
  const app = useApp();
  const [items, setItems] = useState(/** @type {Item[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [problem, setProblem] = useState("");
  const [known, setKnown] = useState(false);
  const asked = useRef(0);
  const up = status.value === "up";
  const away = status.value === "offline" || status.value === "down";

  /** @param {string | null} from  null: from the beginning */
  async function load(from) {
    const mine = ++asked.current;
    const answer = await ask(from);
    if (mine !== asked.current) return null;
    if (!answer.ok) {
      setProblem(refusalWords(answer.error, app.now()));
      return null;
    }
    const page = pick(answer);
    setProblem("");
    setItems((before) => (from === null ? page : [...before, ...page]));
    setCursor(answer.cursor);
    setKnown(true);
    return page;
  }

  useEffect(() => {
    // Without a connection the answer is why there is nothing to be seen.
    if (up || (away && !known)) void load(null);
  }, [up, away, ...again]);

  return { items, cursor, problem, known, load };
}
