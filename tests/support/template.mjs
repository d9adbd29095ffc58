/**
 * Reads what stands in an html`` template: its texts and its attributes, with their places.
 * Must never guess: what it can't read is an error.
 *
 * @typedef {{text: string, start: number, end: number}} Literal
 * @typedef {{node: any}} Hole  an expression in the template
 * @typedef {{pieces: (Literal | Hole)[], tag: string, before: string, after: string}} Text
 *   one run between two tags; `before` and `after` are those tags, "" at the template's ends
 * @typedef {{name: string, tag: string, pieces: (Literal | Hole)[], start: number, end: number}}
 *   Attribute  start and end are those of the value, quotes included
 */

const SPACE = /\s/;
const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "wbr"]);

/**
 * @param {any} node  a TaggedTemplateExpression
 * @param {string} source
 */
export function readTemplate(node, source) {
  const stream = flattened(node.quasi, source);
  const texts = /** @type {Text[]} */ ([]);
  const attributes = /** @type {Attribute[]} */ ([]);
  const open = [""];
  let at = 0;
  let before = "";
  while (at < stream.length) {
    const begin = at;
    while (at < stream.length && stream[at].char !== "<") at += 1;
    const text = { pieces: joined(stream.slice(begin, at)), tag: open.at(-1) ?? "", before };
    const tag = at < stream.length ? readTag() : { words: "", closes: false, empty: false };
    if (text.pieces.length) texts.push({ ...text, after: tag.words });
    before = tag.words;
    if (tag.closes) open.pop();
    else if (tag.words && !tag.empty) open.push(tag.words);
    if (open.length === 0) throw new Error(`more is closed than opened: ${source.slice(node.start, node.start + 60)}`);
  }
  return { texts, attributes };

  function readTag() {
    at += 1;
    if (stream[at]?.char === "/") {
      const from = at;
      while (stream[at].char !== ">") at += 1;
      const words = `/${named(from + 1, at)}`;
      at += 1;
      return { words, closes: true, empty: false };
    }
    const from = at;
    while (at < stream.length && (stream[at].hole || !/[\s/>]/.test(stream[at].char))) at += 1;
    const words = named(from, at);
    for (;;) {
      while (stream[at].char && SPACE.test(stream[at].char)) at += 1;
      if (stream[at].char === ">") {
        at += 1;
        return { words, closes: false, empty: VOID.has(words) };
      }
      if (stream[at].char === "/" && stream[at + 1].char === ">") {
        at += 2;
        return { words, closes: false, empty: true };
      }
      readAttribute(words);
    }
  }

  /** @param {string} tag */
  function readAttribute(tag) {
    const from = at;
    while (stream[at].char && !/[\s=>/]/.test(stream[at].char)) at += 1;
    const name = named(from, at);
    if (name === "...") {
      at += 1;
      return;
    }
    if (stream[at].char !== "=") {
      if (at === from) throw new Error(`can't read a tag: ${source.slice(node.start, node.start + 60)}`);
      return;
    }
    at += 1;
    const quote = stream[at].char;
    const value_from = at;
    if (quote === '"' || quote === "'") {
      at += 1;
      while (stream[at].char !== quote) at += 1;
      at += 1;
      attributes.push(attribute(name, tag, value_from, at, value_from + 1, at - 1));
    } else {
      while (stream[at].hole || !/[\s>/]/.test(stream[at].char)) at += 1;
      attributes.push(attribute(name, tag, value_from, at, value_from, at));
    }
  }

  function attribute(name, tag, outer_from, outer_to, from, to) {
    return {
      name,
      tag,
      pieces: joined(stream.slice(from, to)),
      start: stream[outer_from].start,
      end: stream[outer_to - 1].end,
    };
  }

  function named(from, to) {
    return stream.slice(from, to).map((each) => each.char || `\${${source.slice(each.hole.start, each.hole.end)}}`).join("");
  }
}

/** Characters and holes, one after another, each with its place in the file. */
function flattened(quasi, source) {
  const stream = [];
  quasi.quasis.forEach((part, index) => {
    for (let place = part.start; place < part.end; place += 1) {
      if (source[place] === "\\") throw new Error("an escape in a template");
      stream.push({ char: source[place], start: place, end: place + 1 });
    }
    const hole = quasi.expressions[index];
    if (hole) stream.push({ char: "", hole, start: part.end, end: quasi.quasis[index + 1].start });
  });
  return stream;
}

function joined(items) {
  const pieces = [];
  for (const item of items) {
    const last = pieces.at(-1);
    if (item.hole) pieces.push({ node: item.hole, start: item.start, end: item.end });
    else if (last && "text" in last) {
      last.text += item.char;
      last.end = item.end;
    } else pieces.push({ text: item.char, start: item.start, end: item.end });
  }
  return pieces;
}
