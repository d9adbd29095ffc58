import assert from "node:assert/strict";
import test from "node:test";
import { createHidden, foldWords } from "../../web/static/hidden.js";

/** A device that keeps things until it is forgotten. */
function device(kept = {}) {
  return {
    kept,
    get: (key) => kept[key] ?? null,
    set: (key, value) => (kept[key] = value),
    remove: (key) => delete kept[key],
  };
}

/** What is told when it changes, without anyone to tell. */
function signal() {
  return { value: [], peek() { return this.value; } };
}

/** What someone has chosen, at a device. @param {any} from @param {string} [who] */
function made(from, who = "me") {
  const hidden = createHidden(from, signal());
  if (who) hidden.load(who);
  return hidden;
}
const KEY = "chat.me.hidden_topics";

test("what is hidden is kept on the device, and nothing unknown among it", () => {
  const mine = device();
  const hidden = made(mine);
  assert.deepEqual(hidden.topics.value, []);
  hidden.set("suicide", true);
  hidden.set("loss", true);
  hidden.set("suicide", false);
  assert.deepEqual(mine.kept, { [KEY]: ["loss"] });
  assert.deepEqual(made(mine).topics.value, ["loss"]);
  for (const odd of ["loss", { loss: true }, ["loss", "made up", 7], null])
    assert.deepEqual(
      made(device({ [KEY]: odd })).topics.value,
      Array.isArray(odd) ? ["loss"] : [],
    );
});

test("whoever comes to the same device next finds nothing of it", () => {
  const shared = device();
  made(shared).set("loss", true);
  assert.deepEqual(made(shared, "another").topics.value, []);
  assert.deepEqual(Object.keys(shared.kept), [KEY]);
  const nobody = made(shared, "");
  nobody.changedElsewhere(null);
  nobody.set("eating", true);
  assert.deepEqual(shared.kept, { [KEY]: ["loss"] });
  nobody.load("me");
  assert.deepEqual(nobody.topics.value, ["loss"]);
});

test("what another tab has chosen counts here as well", () => {
  const mine = device();
  const hidden = made(mine);
  made(mine).set("loss", true);
  hidden.changedElsewhere("chat.writing");
  assert.deepEqual(hidden.topics.value, []);
  for (const key of [KEY, null]) {
    hidden.changedElsewhere(key);
    assert.deepEqual(hidden.topics.value, key ? ["loss"] : []);
    delete mine.kept[KEY];
  }
});

test("a warning folds for everyone, a topic for whoever asked for it", () => {
  const plain = { body: "words" };
  assert.equal(foldWords(plain, ["loss"]), "");
  assert.equal(foldWords({ ...plain, warning: null, topics: ["loss"] }, []), "");
  assert.match(foldWords({ ...plain, topics: ["loss", "eating"] }, ["loss"]), /asked not to see: Loss$/);
  assert.match(foldWords({ ...plain, warning: "a hard night", topics: [] }, []), /^Content warning: a hard night$/);
});
