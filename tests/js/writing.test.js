import assert from "node:assert/strict";
import test from "node:test";
import { createDevice } from "../../web/static/device.js";
import { aboutWords, warningWords } from "../../web/static/topics.js";
import { FIRST, createWriting, enterSends, writingOf } from "../../web/static/writing.js";

test("Enter sends where there are real keys, unless chosen otherwise; Shift never, Ctrl always", () => {
  const press = (chosen, more = {}) =>
    enterSends(chosen, { shift: false, ctrl: false, real_keys: false, ...more });
  assert.equal(press("auto"), false);
  assert.equal(press("auto", { real_keys: true }), true);
  assert.equal(press("always"), true);
  assert.equal(press("never", { real_keys: true }), false);
  for (const chosen of /** @type {const} */ (["auto", "always", "never"])) {
    assert.equal(press(chosen, { shift: true, real_keys: true }), false);
    assert.equal(press(chosen, { ctrl: true }), true);
  }
});

test("choices are kept on the device, told to other tabs, and nonsense is passed over", () => {
  const kept = new Map();
  const device = createDevice(
    /** @type {any} */ ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
    }),
  );
  const seen = [];
  const one = createWriting({ device, changed: (chosen) => seen.push(chosen) });
  one.choose({ announce: "mentions" });
  assert.deepEqual(seen.at(-1), { ...FIRST, announce: "mentions" });
  const other = [];
  const two = createWriting({ device, changed: (chosen) => other.push(chosen) });
  assert.equal(other.at(-1).announce, "mentions");
  one.choose({ typing: false });
  two.changedElsewhere("something.else");
  assert.equal(other.at(-1).typing, true);
  two.changedElsewhere("chat.writing");
  assert.deepEqual(other.at(-1), seen.at(-1));
  assert.deepEqual(writingOf({ announce: "shout", typing: "yes", enter_sends: "never" }), {
    ...FIRST,
    enter_sends: "never",
  });
  assert.deepEqual(writingOf(null), FIRST);
});

test("what stands over folded words: the author's own, then the topics", () => {
  assert.equal(warningWords({ warning: null, topics: [] }), "");
  assert.equal(warningWords({ warning: "last night", topics: ["relapse", "loss"] }), "last night · Relapse, Loss");
  assert.equal(aboutWords({ topics: ["self_harm"] }), "It is about: Self-harm");
  assert.equal(aboutWords({ warning: "a fall", topics: [] }), "Content warning: a fall");
  assert.equal(aboutWords({ topics: [] }), "");
});
