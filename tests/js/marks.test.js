import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { pieces } from "../../web/static/links.js";
import { QUOTES_DEEP_MAX, blocksOf } from "../../web/static/marks.js";

const HOSTILE = JSON.parse(readFileSync(new URL("../support/hostile.json", import.meta.url), "utf8"));

/** What is shown, with tags for what stands out: short to read in a test. */
const inline = (inside) =>
  inside
    .map((each) => {
      if (each.type === "text") return each.words;
      if (each.type === "link") return `[${each.link.odd ? "!" : ""}${each.link.words}]`;
      return each.type === "em" ? `<i>${inline(each.inside)}</i>` : `<b>${inline(each.inside)}</b>`;
    })
    .join("");
const shown = (blocks) =>
  blocks
    .map((block) => {
      if (block.type === "words") return inline(block.inside);
      if (block.type === "quote") return `«${shown(block.inside)}»`;
      return block.items.map(({ number, inside }) => `${number || "•"} ${inline(inside)}`).join(" / ");
    })
    .join(" | ");
const read = (body, with_links) => shown(blocksOf(body, with_links));

test("bold, italic, and both", () => {
  assert.equal(read("so **very** *tired* and _done_"), "so <b>very</b> <i>tired</i> and <i>done</i>");
  assert.equal(read("***both***, *a **b** c*, **a _b_ c**"), "<b><i>both</i></b>, <i>a <b>b</b> c</i>, <b>a <i>b</i> c</b>");
  assert.equal(read("(*here*) **there**."), "(<i>here</i>) <b>there</b>.");
});

test("what is no mark stays as it was written", () => {
  for (const words of [
    "2*3*4", "a * b * c", "f**k them, it's bull****", "a_name_here", "¯\\_(ツ)_/¯", "*unclosed", "**", "* *x",
    "**bold*s", "one *\ntwo*", "5 > 3", "-5 degrees", "3.5 hours", "# not a heading", "~~no~~", "`no`", "<b>no</b>",
    "[words](nowhere)", "@sam_ and _pat",
  ])
    assert.equal(read(words).replace("• *x", "* *x"), words);
});

test("quotes, lists and numbers, each on lines of their own", () => {
  assert.equal(read("> said\n> again\nme too"), "«said\nagain» | me too");
  assert.equal(read("try:\n- tea\n* a walk\n• a call"), "try: | • tea / • a walk / • a call");
  assert.equal(read("1. one\n2) two\n7. seven"), "1 one / 2 two / 7 seven");
  assert.equal(read("- **a** https://x.org"), "• <b>a</b> [https://x.org]");
  assert.equal(read("\n\nfirst\n\nsecond\n"), "first\n\nsecond");
});

test("nesting has a bound", () => {
  const depth = (blocks) => Math.max(0, ...blocks.map((each) => (each.type === "quote" ? 1 + depth(each.inside) : 0)));
  assert.equal(depth(blocksOf(`${"> ".repeat(1000)}deep`)), QUOTES_DEEP_MAX);
  const stress = (inside) => Math.max(0, ...inside.map((each) => (each.inside ? 1 + stress(each.inside) : 0)));
  assert.ok(stress(blocksOf("**a *b _c ".repeat(300) + "_ * ** ".repeat(300))[0].inside) <= 3);
});

/** All the words in a tree. */
function words(blocks) {
  return blocks.map((each) => {
    if (each.type === "text") return each.words;
    if (each.type === "link") return each.link.words;
    return (each.items ?? [each]).map(({ inside }) => words(inside)).join("\n");
  }).join("");
}
const letters = (text) => text.replace(/[\s*_>•\-.)0-9]/g, "");

test("hostile words come out as the words they are: nothing but text and web addresses", () => {
  assert.ok(HOSTILE.length >= 300);
  assert.equal(new Set(HOSTILE).size, HOSTILE.length);
  const check = (each) => {
    assert.ok(["words", "quote", "list", "numbers", "text", "link", "strong", "em"].includes(each.type));
    if (each.type === "link") {
      const url = new URL(each.link.href);
      assert.match(url.protocol, /^https?:$/);
      assert.equal(url.username + url.password, "");
      assert.equal(url.host, each.link.host);
      if (!each.link.odd) assert.ok(each.link.words.toLowerCase().includes(`//${url.host}`));
    }
    for (const inner of each.items ?? each.inside ?? []) (inner.type ? check : ({ inside }) => inside.forEach(check))(inner);
  };
  for (const payload of HOSTILE) {
    const blocks = blocksOf(payload);
    blocks.forEach(check);
    assert.equal(letters(words(blocks)), letters(payload));
  }
});

test("the time it takes grows with the words, not with their square", () => {
  const parts = ["*", "**", "*a ", "*a*", "_*a", "> ", "- ", "[", "(", ")", "https://", "https://a)", "[a](https://x ", "**a *b _c ", "\n", "a**b"];
  // With the square of so many letters this would outlast all patience.
  for (const part of parts) {
    const body = part.repeat(Math.ceil(4000 / part.length));
    const nodes = (all) => all.reduce((sum, each) => sum + 1 + nodes(each.items ?? each.inside ?? []), 0);
    assert.ok(nodes(blocksOf(body)) <= body.length + 1, JSON.stringify(part));
    blocksOf(part.repeat(Math.ceil(200_000 / part.length)));
  }
});

const links = (body) => pieces(body).filter((each) => each.href !== null);

test("only http and https become links, without what ends the sentence", () => {
  const hrefs = (body) => links(body).map((each) => each.href);
  assert.deepEqual(hrefs("see https://example.org/a?b=1."), ["https://example.org/a?b=1"]);
  assert.deepEqual(hrefs("(https://example.org/a_(b))"), ["https://example.org/a_(b)"]);
  assert.deepEqual(hrefs("**https://example.org/x**"), ["https://example.org/x"]);
  assert.deepEqual(hrefs("javascript:alert(1) data:text/html,x ftp://a.b"), []);
  const body = "a https://x.org/ b\nc";
  assert.equal(pieces(body).map((each) => each.words).join(""), body);
});

test("a host that can be taken for another is told apart", () => {
  const odd = [
    ["https://bank.example@evil.example/", "evil.example"],
    ["https://\u0435xample.org/", "xn--xample-2of.org"],
    ["https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"],
    ["https://0x7f.1/", "127.0.0.1"],
    ["https://good.example\\@evil.example/", "good.example"],
    ["https://paypal.com.evil.example/", "paypal.com.evil.example"],
    ["[paypal.com](https://evil.example)", "evil.example"],
    ["[see www.bank.example/x](https://evil.example/y)", "evil.example"],
  ];
  for (const [body, host] of odd) {
    const [link] = links(body);
    assert.equal(link.odd, true, body);
    assert.equal(link.host, host, body);
    assert.equal(new URL(link.href).username, "", body);
  }
  for (const body of [
    "https://example.org/", "HTTPS://Example.ORG/x", "https://www.google.com.au/", "http://example.org:8080/",
    "https://example.org:443/", "[example.org](https://www.example.org)", "[our page](https://example.org)",
    "https://192.168.1.1/", "https://example.org/a@b",
  ])
    assert.equal(links(body)[0].odd, false, body);
});

test("letters that turn the writing round end an address", () => {
  assert.deepEqual(links("https://exa\u202emple.org/").map((each) => each.words), ["https://exa"]);
});

test("links of those who are new stay plain words", () => {
  assert.equal(read("https://example.org *now*", false), "https://example.org <i>now</i>");
});
