import assert from "node:assert/strict";
import test from "node:test";
import { fetched } from "../../web/static/fetched.js";

/** Deeds on a line that fails so often before it holds. @param {number} failures */
function deeds(failures) {
  const here = { loads: 0, told: [] };
  const load = async () => {
    here.loads += 1;
    if (here.loads <= failures) throw new Error("no line");
    return { twice: async (/** @type {number} */ one) => ({ ok: true, number: one * 2 }) };
  };
  const all = fetched(load, (words) => here.told.push(words));
  return { here, all };
}

test("it is fetched once, when the first is wanted", async () => {
  const { here, all } = deeds(0);
  assert.equal(here.loads, 0);
  const answers = await Promise.all([all.twice(1), all.twice(2), all.twice(3)]);
  assert.deepEqual(
    answers.map(({ number }) => number),
    [2, 4, 6],
  );
  assert.deepEqual([here.loads, here.told], [1, []]);
});

test("what could not be had is said, not done, and had the next time", async () => {
  const { here, all } = deeds(1);
  const answer = await all.twice(1);
  assert.equal(answer.ok, false);
  assert.match(answer.error.message, /not done/);
  assert.doesNotMatch(answer.error.message, /offline/);
  assert.deepEqual(here.told, [answer.error.message]);
  assert.deepEqual(await all.twice(1), { ok: true, number: 2 });
});
