import assert from "node:assert/strict";
import test from "node:test";
import {
  against,
  doable,
  entryWords,
  graver,
  grouped,
  heardPieces,
  holderWords,
} from "../../web/static/cases.js";
import { deskOf, withTemplate } from "../../web/static/desk.js";

const NOW = 1_800_000_000_000;
const ME = { user_id: "me", handle: "mora", badge: null };
const OTHER = { user_id: "other", handle: "bo", badge: null };

/** @param {object} more */
const made = (more) =>
  /** @type {any} */ ({
    case_id: "c",
    kind: "real",
    state: "open",
    severity: "high",
    person: { user_id: "sky", handle: "sky", badge: null },
    waits_from: NOW - 60_000,
    claim_by: NOW + 540_000,
    contact_by: NOW + 840_000,
    owner: null,
    lease_until: null,
    handed_to: null,
    standing_by: null,
    relief_wanted: false,
    closing: false,
    outcome: null,
    follow_up_at: null,
    ...more,
  });

test("what was heard stands apart, once, however its spans lie", () => {
  const heard = (/** @type {[number, number][]} */ ...spans) =>
    heardPieces("I want to go", spans.map(([start, end]) => ({ start, end })))
      .map(({ words, heard: is }) => (is ? `[${words}]` : words))
      .join("");
  assert.equal(heard(), "I want to go");
  assert.equal(heard([2, 6]), "I [want] to go");
  assert.equal(heard([2, 6], [4, 9]), "I [want to] go");
  assert.equal(heard([4, 9], [2, 6]), "I [want to] go");
  assert.equal(heard([0, 1], [10, 99]), "[I] want to [go]");
  assert.equal(heard([5, 5], [-3, 1]), "[I] want to go");
});

test("a case stands against its target, and says when that has passed", () => {
  assert.deepEqual(against(made({}), NOW), { words: "claim within 9 minutes", late: false });
  assert.deepEqual(against(made({ claim_by: NOW - 1 }), NOW), {
    words: "overdue by 1 second",
    late: true,
  });
  const claimed = { state: "claimed", owner: ME, lease_until: NOW + 1000 };
  assert.equal(against(made(claimed), NOW).words, "write within 14 minutes");
  assert.equal(against(made({ ...claimed, contact_by: NOW - 1 }), NOW).late, true);
  assert.equal(against(made({ ...claimed, state: "in_contact" }), NOW).late, false);
  assert.equal(against(made({ ...claimed, state: "in_contact", lease_until: NOW }), NOW).late, true);
});

test("what can be done is what would not be refused", () => {
  const can = (/** @type {object} */ more) =>
    Object.entries(doable(made(more), "me", NOW))
      .filter(([name, may]) => may && name !== "raise")
      .map(([name]) => name);
  const held = { lease_until: NOW + 1000 };
  assert.deepEqual(can({}), ["claim"]);
  assert.deepEqual(can({ state: "claimed", owner: ME, ...held }), ["mine"]);
  assert.deepEqual(can({ state: "claimed", owner: OTHER, ...held }), []);
  assert.deepEqual(can({ state: "claimed", owner: OTHER, lease_until: NOW }), ["claim"]);
  assert.deepEqual(can({ state: "in_contact", owner: OTHER, ...held }), []);
  assert.deepEqual(can({ state: "in_contact", owner: OTHER, lease_until: NOW }), ["step_in"]);
  assert.deepEqual(can({ state: "in_contact", owner: OTHER, ...held, relief_wanted: true }), [
    "step_in",
  ]);
  assert.deepEqual(can({ state: "claimed", owner: OTHER, ...held, handed_to: ME }), ["asked"]);
  assert.deepEqual(can({ state: "claimed", owner: OTHER, ...held, closing: true }), ["agree"]);
  assert.deepEqual(can({ state: "claimed", owner: ME, ...held, closing: true }), ["mine"]);
  assert.deepEqual(can({ state: "resolved", resolved_by: OTHER }), ["review"]);
  assert.deepEqual(can({ state: "reviewed", resolved_by: OTHER }), []);
  assert.equal(doable(made({ severity: "imminent" }), "me", NOW).raise, false);
  assert.deepEqual(
    graver("medium").map(([name]) => name),
    ["imminent", "high"],
  );
});

test("the queue begins with what I am asked for, each part gravest first", () => {
  const held = { state: "claimed", lease_until: NOW + 1000 };
  const rows = [
    made({ case_id: "1" }),
    made({ case_id: "2", ...held, owner: OTHER }),
    made({ case_id: "3", ...held, owner: ME }),
    made({ case_id: "4", ...held, owner: OTHER, handed_to: ME }),
    made({ case_id: "5", severity: "low" }),
  ];
  const groups = grouped(rows, "me", NOW);
  const ids = Object.entries(groups).map(([name, all]) => [name, all.map((row) => row.case_id)]);
  assert.deepEqual(ids, [
    ["asks", ["4"]],
    ["waits", ["1", "5"]],
    ["mine", ["3"]],
    ["others", ["2"]],
  ]);
});

test("who has it is said as firmly as it is true", () => {
  assert.equal(holderWords(made({}), "me", NOW), "Nobody has it.");
  const theirs = made({ state: "in_contact", owner: OTHER, lease_until: NOW + 1 });
  assert.equal(holderWords(theirs, "me", NOW), "bo has it.");
  assert.match(holderWords({ ...theirs, lease_until: NOW }, "me", NOW), /silent since/);
  const closed = made({ state: "resolved", resolved_by: OTHER });
  assert.equal(holderWords(closed, "me", NOW), "Closed by bo.");
});

test("a timeline says what was done, also what it has no words for", () => {
  const entry = (/** @type {string} */ what, detail = "") =>
    entryWords({ number: 1, at: NOW, actor: OTHER, what, detail, note: null });
  assert.equal(entry("resolve", "talked"), "bo closed it: We talked.");
  assert.equal(entry("resolve", "connected solo"), "bo closed it: Connected with help.");
  assert.equal(entry("severity", "imminent"), "Now counted as: In danger now.");
  assert.equal(entry("answered", "not_now"), "They would rather not be written to just now.");
  assert.equal(
    entry("alerted", "on_duty outside"),
    "It rang: for whoever is on duty, for administrators and outside.",
  );
  assert.match(entry("alerted", "overdue"), /listed as overdue/);
  assert.match(entry("something else"), /no words for yet/);
  // What the clock and software write down has nobody who did it, and words all the same.
  for (const what of [
    ...["opened", "flag", "severity", "alerted", "lapsed", "helper_silent", "not_accepted"],
    ...["contact_overdue", "follow_up_due", "answered", "concern", "kept", "erasing", "left_room"],
    ...["message_deleted", "message_hidden"],
  ]) {
    const words = entryWords({ number: 1, at: NOW, actor: null, what, detail: "", note: null });
    assert.notEqual(words, what);
  }
});

test("beginnings in my own words are few, and each is kept once", () => {
  assert.deepEqual(withTemplate([], "  "), []);
  assert.deepEqual(withTemplate(["hello"], " hello "), ["hello"]);
  const many = Array.from({ length: 12 }, (_, at) => `words ${at}`);
  assert.deepEqual(withTemplate(many, "one more").at(-1), "one more");
  assert.equal(withTemplate(many, "one more").length, 12);
  assert.deepEqual(deskOf({ blur: 1, templates: ["a", 5, "b"] }, "me"), {
    owner: "me",
    blur: false,
    sound: false,
    templates: ["a", "b"],
  });
});
