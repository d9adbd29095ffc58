import assert from "node:assert/strict";
import test from "node:test";
import { createHidden, foldWords } from "../../web/static/hidden.js";

/** A device that keeps things until it is forgotten. */
function device(kept = {}) {
  return { kept, get: (key) => kept[key] ?? null, set: (key, value) => (kept[key] = value) };
}

/** What is told when it changes, without anyone to tell. */
function signal() {
  return { value: [], peek() { return this.value; } };
}
const made = (from) => createHidden(from, signal());

test("what is hidden is kept on the device, and nothing unknown among it", () => {
  const mine = device();
  const hidden = made(mine);
  assert.deepEqual(hidden.topics.value, []);
  hidden.set("suicide", true);
  hidden.set("loss", true);
  hidden.set("suicide", false);
  assert.deepEqual(mine.kept, { "chat.hidden_topics": ["loss"] });
  assert.deepEqual(made(mine).topics.value, ["loss"]);
  for (const odd of ["loss", { loss: true }, ["loss", "made up", 7], null])
    assert.deepEqual(
      made(device({ "chat.hidden_topics": odd })).topics.value,
      Array.isArray(odd) ? ["loss"] : [],
    );
});

test("what another tab has chosen counts here as well", () => {
  const mine = device();
  const hidden = made(mine);
  made(mine).set("loss", true);
  hidden.changedElsewhere("chat.writing");
  assert.deepEqual(hidden.topics.value, []);
  for (const key of ["chat.hidden_topics", null]) {
    hidden.changedElsewhere(key);
    assert.deepEqual(hidden.topics.value, key ? ["loss"] : []);
    delete mine.kept["chat.hidden_topics"];
  }
});

test("a warning folds for everyone, a topic for whoever asked for it", () => {
  const plain = { body: "words" };
  assert.equal(foldWords(plain, ["loss"]), "");
  assert.equal(foldWords({ ...plain, warning: null, topics: ["loss"] }, []), "");
  assert.match(foldWords({ ...plain, topics: ["loss", "eating"] }, ["loss"]), /asked not to see: Loss$/);
  assert.match(foldWords({ ...plain, warning: "a hard night", topics: [] }, []), /^Content warning: a hard night$/);
});
