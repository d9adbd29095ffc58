import assert from "node:assert/strict";
import test from "node:test";
import { LANDSCAPES, signOf, tintOf } from "../../web/static/signs.js";

const IDS = Array.from({ length: 2000 }, (_, at) => `01j9x${at.toString(36).padStart(8, "0")}`);

test("a person's sign is theirs for good", () => {
  assert.deepEqual(signOf("01j9x0000000a"), signOf("01j9x0000000a"));
  assert.deepEqual(signOf("01j9x0000000a"), {
    tint: 2,
    landscape: 9,
    turned: true,
    swapped: true,
  });
});

test("the name has the colour of the sign", () => {
  for (const id of IDS) assert.equal(tintOf(id), `tint-${signOf(id).tint}`);
});

test("people who come one after another are told apart", () => {
  const of = (/** @type {string} */ id) => Object.values(signOf(id)).join(" ");
  const same = IDS.filter((id, at) => at > 0 && of(id) === of(IDS[at - 1]));
  assert.ok(same.length < IDS.length / 50, `${same.length} neighbours look the same`);
  assert.ok(new Set(IDS.slice(0, 12).map(of)).size >= 11);
});

test("every landscape and every colour is somebody's, none far more often than others", () => {
  for (const [what, kinds] of [["tint", 8], ["landscape", LANDSCAPES]]) {
    const counts = Array(kinds).fill(0);
    for (const id of IDS) counts[signOf(id)[what]] += 1;
    assert.ok(Math.min(...counts) > (IDS.length / kinds) * 0.6, `${what}: ${counts}`);
  }
});
