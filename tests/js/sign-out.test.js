import assert from "node:assert/strict";
import test from "node:test";
import { createDevice } from "../../web/static/device.js";
import { createSignOut } from "../../web/static/sign-out-form.js";

const ROBIN = {
  "chat.robin.draft.evening": "{}",
  "chat.robin.hidden_topics": "[]",
};
const UNSENT = { "chat.robin.unsent.n1": "{}" };
const SKY = { "chat.sky.unsent.n2": "{}" };
const OF_THE_DEVICE = {
  "chat.appearance": "{}",
  "chat.discreet": "true",
  "chat.country": '"IE"',
  "chat.helplines": "{}",
};

// What a button says is put into it as an element.
globalThis.document = /** @type {any} */ ({
  createElement: () => ({ setAttribute() {}, textContent: "" }),
});

/** A page with the form, on a device that holds this. */
function page(kept, { me = "robin", reached = true } = {}) {
  const store = Object.create(
    {
      getItem: (key) => store[key] ?? null,
      removeItem: (key) => delete store[key],
    },
  );
  Object.assign(store, kept);
  const button = {
    dataset: { unsent: "not gone out", failed: "not reached" },
    words: "Sign out",
    replaceChildren(said) {
      Object.defineProperty(said, "textContent", { set: (words) => (button.words = words) });
    },
  };
  let left = 0;
  const here = { reached, button, kept: () => ({ ...store }), left: () => left };
  const press = createSignOut({
    device: createDevice(store),
    who: async () => ({ signed_in: me ? true : null, me: me ? { user: { user_id: me } } : null }),
    end: async () => here.reached,
    leave: () => (left += 1),
  });
  return Object.assign(here, {
    press: (at) => press(/** @type {any} */ (button), at),
    says: () => button.words,
  });
}

test("whoever signs out leaves nothing of theirs; the device keeps what is its own", async () => {
  const here = page({ ...ROBIN, ...SKY, ...OF_THE_DEVICE });
  await here.press(0);
  assert.deepEqual(here.kept(), { ...SKY, ...OF_THE_DEVICE });
  assert.equal(here.left(), 1);
});

test("where it can't be told who signs out, nobody's words stay", async () => {
  const here = page({ ...ROBIN, ...SKY, ...OF_THE_DEVICE }, { me: "" });
  await here.press(0);
  assert.equal(here.says(), "not gone out");
  await here.press(1000);
  assert.deepEqual(here.kept(), OF_THE_DEVICE);
});

test("what has not gone out is said first, and a double tap does not pass it", async () => {
  const here = page({ ...ROBIN, ...UNSENT });
  await here.press(0);
  await here.press(200);
  assert.deepEqual([here.says(), here.left()], ["not gone out", 0]);
  assert.deepEqual(here.kept(), { ...ROBIN, ...UNSENT });
  await here.press(800);
  assert.deepEqual([here.kept(), here.left()], [{}, 1]);
});

test("nothing is taken away while the sign-in could not be ended", async () => {
  const here = page(ROBIN, { reached: false });
  await here.press(0);
  assert.deepEqual([here.says(), here.left(), here.kept()], ["not reached", 0, ROBIN]);
  here.reached = true;
  await here.press(1000);
  assert.deepEqual([here.left(), here.kept()], [1, {}]);
});
