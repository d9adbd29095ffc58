import assert from "node:assert/strict";
import test from "node:test";
import { OFFERED_MAX, completed, isWhole, matching, namesHere, placeOf } from "../../web/static/completion.js";
import { MINE, SAM, onScreen, posted } from "./made.js";
import { apply } from "../../web/static/apply.js";

const person = (handle) => ({ user_id: handle, handle, badge: "" });
const handles = (people) => people.map((each) => each.handle);

test("an @ at the beginning of a word begins a name, wherever the caret stands", () => {
  assert.deepEqual(placeOf("@", 1), { start: 0, end: 1, begun: "" });
  assert.deepEqual(placeOf("hello @mo", 9), { start: 6, end: 9, begun: "mo" });
  assert.deepEqual(placeOf("(@Zoë", 5), { start: 1, end: 5, begun: "Zoë" });
  assert.deepEqual(placeOf("hi @mo, how", 6), { start: 3, end: 6, begun: "mo" });
  assert.equal(placeOf("me@example", 10), null, "an address is no name");
  assert.equal(placeOf("hello @mora ", 12), null, "the name is done");
  assert.equal(placeOf("@mora", 2), null, "in the middle of a name nothing is offered");
  assert.equal(placeOf("no name", 7), null);
  assert.equal(placeOf(`@${"a".repeat(30)}`, 31), null, "longer than any name");
});

test("only those are offered who wrote here, show themselves or keep the room; the last first", () => {
  const kim = person("Kim");
  let state = onScreen(1);
  state = apply(state, posted(2, { author: kim }));
  state = apply(state, posted(3, { author: MINE }));
  state = apply(state, posted(4, { author: null, state: "deleted" }));
  const timeline = { ...state.timeline, shown: [SAM, person("Ali"), MINE], staff: [person("Mora")] };
  assert.deepEqual(handles(namesHere(timeline, "me")), ["Kim", "Sam", "Ali", "Mora"]);
  assert.deepEqual(namesHere({ ...timeline, messages: [], shown: [], staff: [] }, "me"), []);
});

test("case and accents don't matter; a part of the name will do; the list is short", () => {
  const people = ["Zoë", "wren-zo", "Amzo", "zoran"].map(person);
  assert.deepEqual(handles(matching(people, "ZO")), ["Zoë", "zoran", "wren-zo"]);
  assert.deepEqual(handles(matching(people, "zor")), ["zoran"]);
  assert.deepEqual(matching(people, "q"), []);
  assert.deepEqual(matching(people, "zoran"), [], "nothing is left to finish");
  const two = ["Zo", "Zoran"].map(person);
  assert.deepEqual(handles(matching(two, "zo")), ["Zo", "Zoran"]);
  assert.equal(isWhole(two[0], "zo"), true);
  assert.equal(isWhole(people[0], "ZOE"), true);
  const many = Array.from({ length: 20 }, (_, at) => person(`p${at}`));
  assert.equal(matching(many, "").length, OFFERED_MAX);
});

test("the name goes where it was begun, with one space after it", () => {
  const body = "hi @mo, how are you";
  const place = /** @type {any} */ (placeOf(body, 6));
  assert.deepEqual(completed(body, place, "Mora"), { body: "hi @Mora, how are you", caret: 8 });
  const at_end = /** @type {any} */ (placeOf("@mo", 3));
  assert.deepEqual(completed("@mo", at_end, "Mora"), { body: "@Mora ", caret: 6 });
  const before_space = /** @type {any} */ (placeOf("@mo there", 3));
  assert.deepEqual(completed("@mo there", before_space, "Mora"), { body: "@Mora there", caret: 6 });
});
