import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { figure, listed, mark, speak, t, tn, tnx, tx } from "../../web/static/i18n.js";

afterEach(() => speak({}));

test("English needs no catalogue", () => {
  assert.equal(t("Go to the latest"), "Go to the latest");
  assert.equal(t("{handle} is writing …", { handle: "Sam" }), "Sam is writing …");
  assert.equal(tn("{count} message", "{count} messages", 1), "1 message");
  assert.equal(tn("{count} message", "{count} messages", 0), "0 messages");
  assert.equal(mark("It is unkind"), "It is unkind");
});

test("values are put in as they are, and once", () => {
  const odd = "$& {other} <b>";
  assert.equal(t("{handle} and {other}", { handle: odd, other: "Kim" }), `${odd} and Kim`);
  assert.equal(t("{handle} left", {}), "{handle} left");
});

test("numbers are written as the language writes them", () => {
  assert.equal(figure(1234.5), "1,234.5");
  assert.equal(listed(["Kim", "Sam", "Lou"]), "Kim, Sam, Lou");
  assert.equal(tn("{count} message", "{count} messages", 12_345), "12,345 messages");
});

test("another language has its own forms of a number, and what it lacks stays English", () => {
  const forms = { one: "{count} osoba", few: "{count} osoby", many: "{count} osób" };
  speak({ "{count} person": forms, Send: "Wyślij" }, "pl");
  const people = [1, 3, 5, 22].map((count) => tn("{count} person", "{count} people", count));
  assert.deepEqual(people, ["1 osoba", "3 osoby", "5 osób", "22 osoby"]);
  assert.equal(t("Send"), "Wyślij");
  assert.equal(t("Not now"), "Not now");
  assert.equal(tn("{count} room", "{count} rooms", 2), "2 rooms");
});

test("a sentence may have elements in it, wherever its language puts them", () => {
  const link = { type: "a" };
  assert.deepEqual(tx("Read {link} first.", { link }), ["Read ", link, " first."]);
  speak({ "Read {link} first.": "{link}: zuerst lesen." });
  assert.deepEqual(tx("Read {link} first.", { link }), [link, ": zuerst lesen."]);
});

test("so may a number of things", () => {
  const count = { type: "b" };
  assert.deepEqual(tnx("{count} new", "{count} new", 3, { count }), [count, " new"]);
  assert.deepEqual(tnx("{count} room", "{count} rooms", 1, { count }), [count, " room"]);
});
