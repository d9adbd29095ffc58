// @ts-check
/**
 * Light Markdown: **bold**, *italic*, > quote, - list. From text to plain values, which parts show.
 * Must never drop a letter that is not a mark, nest without a bound, or take longer than the text.
 *
 * A mark counts only where words begin or end, so that 2*3*4, a_name_here and a half-hidden f**k
 * stay as they were written. Bold and italic end with their line.
 *
 * @import { Piece } from "./links.js"
 *
 * @typedef {{type: "text", words: string}} Text
 * @typedef {{type: "link", link: Piece}} Link
 * @typedef {{type: "strong" | "em", inside: Inline[]}} Stressed
 * @typedef {Text | Link | Stressed} Inline
 *
 * @typedef {{type: "words", inside: Inline[]}} WordsBlock
 * @typedef {{type: "quote", inside: Block[]}} QuoteBlock
 * @typedef {{type: "list" | "numbers", items: {number: number, inside: Inline[]}[]}} ListBlock
 * @typedef {WordsBlock | QuoteBlock | ListBlock} Block
 *
 * @typedef {{mark: string, type: "strong" | "em" | "line", inside: Inline[]}} Open
 */
import { pieces } from "./links.js";

/** A quote within a quote within a quote; beyond it the signs stay as they are. */
export const QUOTES_DEEP_MAX = 3;

const QUOTE = /^ {0,3}> ?/;
const ITEM = /^ {0,3}(?:[-*•]|(\d{1,3})[.)])[ \t]+(?=\S)/;
const MARKS = /\*+|_/g;
const LETTER = /[\p{L}\p{N}]/u;
const BLANK = /^\s*$/;

/**
 * @param {string} body
 * @param {boolean} [with_links]  whether addresses become links
 * @returns {Block[]}
 */
export function blocksOf(body, with_links = true) {
  return blocks(body.split("\n"), with_links, 0);
}

/**
 * @param {string[]} lines
 * @param {boolean} with_links
 * @param {number} depth
 * @returns {Block[]}
 */
function blocks(lines, with_links, depth) {
  /** @type {Block[]} */
  const found = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at] ?? "", depth);
    let end = at + 1;
    while (end < lines.length && kindOf(lines[end] ?? "", depth) === kind) end += 1;
    const block = blockOf(kind, lines.slice(at, end), with_links, depth);
    if (block) found.push(block);
    at = end;
  }
  return found;
}

/** @typedef {"quote" | "list" | "numbers" | "words"} Kind */

/** @param {string} line @param {number} depth @returns {Kind} */
function kindOf(line, depth) {
  if (depth < QUOTES_DEEP_MAX && QUOTE.test(line)) return "quote";
  const item = ITEM.exec(line);
  if (!item) return "words";
  return item[1] === undefined ? "list" : "numbers";
}

/**
 * @param {Kind} kind
 * @param {string[]} lines
 * @param {boolean} with_links
 * @param {number} depth
 * @returns {Block | null}
 */
function blockOf(kind, lines, with_links, depth) {
  if (kind === "quote") {
    const inside = lines.map((line) => line.replace(QUOTE, ""));
    return { type: "quote", inside: blocks(inside, with_links, depth + 1) };
  }
  if (kind !== "words") {
    const items = lines.map((line) => {
      const [sign = "", number = ""] = ITEM.exec(line) ?? [];
      return { number: Number(number), inside: inlines(line.slice(sign.length), with_links) };
    });
    return { type: kind, items };
  }
  const first = lines.findIndex((line) => !BLANK.test(line));
  if (first === -1) return null;
  const last = lines.findLastIndex((line) => !BLANK.test(line));
  /** @type {Inline[]} */
  const inside = [];
  for (let at = first; at <= last; at += 1) {
    if (at > first) inside.push({ type: "text", words: "\n" });
    inside.push(...inlines(lines[at] ?? "", with_links));
  }
  return { type: "words", inside };
}

/**
 * One line: a stack of what is open, at most one of each, so no deeper than there are marks.
 *
 * @param {string} line
 * @param {boolean} with_links
 * @returns {Inline[]}
 */
function inlines(line, with_links) {
  /** @type {Open[]} */
  const open = [{ mark: "", type: "line", inside: [] }];
  let at = 0;
  for (const piece of with_links ? pieces(line) : [{ words: line, href: null }]) {
    if (piece.href !== null) add(open, { type: "link", link: /** @type {Piece} */ (piece) });
    else marked(open, line, at, at + piece.words.length);
    at += piece.words.length;
  }
  while (open.length > 1) undo(open);
  return /** @type {Open} */ (open[0]).inside;
}

/**
 * A stretch of a line without addresses.
 *
 * @param {Open[]} open
 * @param {string} line
 * @param {number} from
 * @param {number} to
 */
function marked(open, line, from, to) {
  const stretch = line.slice(from, to);
  let done = 0;
  for (const { 0: run, index } of stretch.matchAll(MARKS)) {
    text(open, stretch.slice(done, index));
    const before = line[from + index - 1] ?? " ";
    const after = line[from + index + run.length] ?? " ";
    let left = run;
    if (!isBlank(before) && !LETTER.test(after)) left = closed(open, left);
    if (!isBlank(after) && !LETTER.test(before) && before !== "\\") left = opened(open, left);
    text(open, left);
    done = index + run.length;
  }
  text(open, stretch.slice(done));
}

/** @param {string} sign */
function isBlank(sign) {
  return BLANK.test(sign);
}

/**
 * @param {Open[]} open
 * @param {string} run
 * @returns {string} the marks that closed nothing
 */
function closed(open, run) {
  for (;;) {
    const top = /** @type {Open} */ (open.at(-1));
    const last = [...open].reverse().find(({ mark }) => mark !== "" && run.startsWith(mark));
    if (!last || last.inside.length === 0) return run;
    // What was opened after it and never closed was no mark.
    if (last !== top) undo(open);
    else {
      open.pop();
      add(open, { type: /** @type {"strong" | "em"} */ (last.type), inside: last.inside });
      run = run.slice(last.mark.length);
    }
    if (run === "") return run;
  }
}

/**
 * @param {Open[]} open
 * @param {string} run
 * @returns {string} the marks that opened nothing
 */
function opened(open, run) {
  const is_open = (/** @type {string} */ mark) => open.some((each) => each.mark === mark);
  if (run.startsWith("**") && !is_open("**")) {
    open.push({ mark: "**", type: "strong", inside: [] });
    run = run.slice(2);
  }
  if (run !== "" && !run.startsWith("**")) {
    const mark = run.slice(0, 1);
    if (!is_open(mark)) {
      open.push({ mark, type: "em", inside: [] });
      run = run.slice(1);
    }
  }
  return run;
}

/** The innermost open mark was none: it stays as it was written. @param {Open[]} open */
function undo(open) {
  const { mark, inside } = /** @type {Open} */ (open.pop());
  text(open, mark);
  for (const each of inside) add(open, each);
}

/** @param {Open[]} open @param {string} words */
function text(open, words) {
  if (words !== "") add(open, { type: "text", words });
}

/**
 * @param {Open[]} open
 * @param {Inline} piece
 */
function add(open, piece) {
  const { inside } = /** @type {Open} */ (open.at(-1));
  const last = inside.at(-1);
  if (piece.type === "text" && last?.type === "text") last.words += piece.words;
  else inside.push(piece);
}
