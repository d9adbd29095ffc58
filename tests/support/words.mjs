/**
 * Reads our browser modules: every text that goes through the catalogue, and every one that doesn't.
 * Prints both as JSON. Must never guess: what it can't read is an error.
 *
 *     node tests/support/words.mjs FILE …
 */
import { readFileSync } from "node:fs";
import * as acorn from "acorn";
import * as walk from "acorn-walk";
import { readTemplate } from "./template.mjs";

/** How many of the arguments are texts. */
const CALLS = { t: 1, tx: 1, mark: 1, tn: 2, tnx: 2 };
/** What stands for an expression in a text. */
const HOLE = "￼";
const LETTER = /\p{L}/u;
/** Attributes and properties of parts that hold no words. */
const TECHNICAL = new Set(
  (
    "class href id type for name role rel target autocomplete inputmode kind field src d viewBox " +
    "value method action minlength maxlength autocapitalize spellcheck enterkeyhint dir lang " +
    "pattern key fill stroke width height tabindex xmlns accept loading rows cols wrap translate " +
    "popover focusable icon picture class-name referrerpolicy preserveAspectRatio transform points cx cy r x y x1 y1 x2 y2 rx ry " +
    "view-box stroke-width stroke-linecap stroke-linejoin fill-rule clip-rule of as tone size form"
  ).split(" "),
);
/** aria-… that a person hears; the others are names and states. */
const HEARD = new Set(["aria-label", "aria-description", "aria-roledescription", "aria-valuetext"]);
/** Functions whose texts no person reads. */
const UNREAD = new Set(
  (
    "Error TypeError RangeError warn error debug querySelector querySelectorAll matches closest " +
    "getElementById addEventListener removeEventListener setAttribute removeAttribute getItem " +
    "setItem RegExp createElement createElementNS matchMedia supports"
  ).split(" "),
);
const KEYS = /^(Enter|Escape|Tab|Home|End|Page(Up|Down)|Arrow\w+|Backspace|Delete|Control|Shift|Alt|Meta)$/;

const messages = [];
const faults = [];
for (const file of process.argv.slice(2)) readModule(file, readFileSync(file, "utf8"));
console.log(JSON.stringify({ messages, faults }));

/** @param {string} file @param {string} source */
function readModule(file, source) {
  const options = { ecmaVersion: "latest", sourceType: "module", locations: true };
  const tree = acorn.parse(source, options);
  const read = new Set();
  /** Itself, but not what is in it. */
  const seen = new Set();
  const fault = (node, text) => faults.push({ file, line: lineOf(node.start), text });
  const lineOf = (place) => source.slice(0, place).split("\n").length;

  walk.fullAncestor(tree, (node, _state, ancestors) => {
    if (node.type === "CallExpression" && node.callee.type === "Identifier") {
      if (node.callee.name in CALLS) readCall(node, ancestors);
    } else if (node.type === "TaggedTemplateExpression" && node.tag.name === "html") {
      readHtml(node);
    }
  });
  walk.fullAncestor(tree, (node, _state, ancestors) => {
    if (seen.has(node) || ancestors.some((each) => read.has(each))) return;
    const text = textOf(node);
    if (text !== null && looksRead(text) && !isUnread(node, ancestors)) fault(node, text);
  });

  function readCall(node, ancestors) {
    const name = node.callee.name;
    const inside = ancestors.some((each) => /Function/.test(each.type));
    if (name !== "mark" && !inside) fault(node, `${name}() before the page's words are there`);
    const given = node.arguments.slice(0, CALLS[name]);
    const choices = given.map((each) => foldedChoices(each));
    given.forEach((each, index) => choices[index] && read.add(each));
    if (choices.some((each) => each === null)) {
      if (given.some((each) => each.type === "TemplateLiteral")) fault(node, "a text that is glued");
      return;
    }
    for (const id of choices.flat()) {
      if (id !== id.trim() || id === "") fault(node, `spaces at the end of “${id}”`);
    }
    if (CALLS[name] === 2) messages.push({ file, one: choices[0][0], other: choices[1][0] });
    else for (const id of choices[0]) messages.push({ file, one: id, other: null });
    checkValues(node, name, choices.flat());
  }

  /** Every {place} has a value, as far as that can be read. */
  function checkValues(node, name, ids) {
    const values = node.arguments[CALLS[name] + (CALLS[name] - 1)];
    if (name === "mark" || (values && values.type !== "ObjectExpression")) return;
    const known = (values?.properties ?? []).map((each) => each.key?.name ?? each.key?.value);
    if (values?.properties.some((each) => each.type === "SpreadElement")) return;
    if (name === "tn") known.push("count");
    for (const place of ids.join(" ").matchAll(/\{(\w+)\}/g)) {
      if (!known.includes(place[1])) fault(node, `no value for {${place[1]}}`);
    }
  }

  function readHtml(node) {
    const { texts, attributes } = readTemplate(node, source);
    seen.add(node.quasi);
    for (const { pieces } of texts) {
      const words = pieces.map((each) => each.text ?? "").join("");
      if (LETTER.test(words)) fault(pieces[0], words.trim());
    }
    for (const { name, pieces } of attributes) {
      const technical =
        TECHNICAL.has(name) ||
        name.startsWith("data-") ||
        (name.startsWith("aria-") && !HEARD.has(name));
      if (technical) for (const each of pieces) if (each.node) read.add(each.node);
      const words = pieces.map((each) => each.text ?? "").join("");
      if (!technical && LETTER.test(words)) fault(pieces[0], `${name}="${words}"`);
    }
  }
}

/** The texts that an argument may be, or null. */
function foldedChoices(node) {
  if (node.type === "ConditionalExpression") {
    const both = [foldedChoices(node.consequent), foldedChoices(node.alternate)];
    return both.includes(null) ? null : both.flat();
  }
  const text = folded(node);
  return text === null ? null : [text];
}

/** A text written as one or as several joined by +. */
function folded(node) {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "BinaryExpression" || node.operator !== "+") return null;
  const both = [folded(node.left), folded(node.right)];
  return both.includes(null) ? null : both.join("");
}

function textOf(node) {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return null;
  return node.quasis.map((each) => each.value.cooked).join(HOLE);
}

/** Whether a person could be meant to read it: words, or a word that begins a sentence. */
function looksRead(text) {
  if (/\p{L}[,;:.]? ￼|￼\p{P}*s? \p{L}/u.test(text)) return true;
  return /\p{L}[,;:.]? \p{L}/u.test(text) || (/^\p{Lu}\p{Ll}+[.:…?]*$/u.test(text) && !KEYS.test(text));
}

function isUnread(node, ancestors) {
  const [parent, above] = [ancestors.at(-2), ancestors.at(-3)];
  if (/^(Import|Export)/.test(parent.type)) return true;
  if (parent.type === "Property" && parent.key === node) return true;
  if (parent.type === "SwitchCase") return true;
  if (parent.type === "BinaryExpression" && /^[!=]==$/.test(parent.operator)) return true;
  const call = [parent, above].find((each) => /^(Call|New)Expression$/.test(each?.type));
  return call ? UNREAD.has(call.callee.name ?? call.callee.property?.name) : false;
}
