import assert from "node:assert/strict";
import test from "node:test";

/** As much of a page as a press needs. */
class Element {
  constructor(inside = {}) {
    this.inside = inside;
  }
  closest(selector) {
    return this.inside[selector] ?? null;
  }
}
globalThis.Element = Element;
const { createPressing } = await import("../../web/static/parts/pressing.js");

const ROW = { dataset: { key: "m1" } };
const onRow = new Element({ "article[data-key]": ROW });
const onLink = new Element({ "article[data-key]": ROW, "a, button, input, summary": {} });
const event = (more) => {
  const it = { target: onRow, pointerType: "touch", isPrimary: true, clientX: 0, clientY: 0, stopped: 0, ...more };
  it.preventDefault = it.stopPropagation = () => {
    it.stopped += 1;
  };
  return it;
};

function made(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const acted = [];
  const heard = {};
  const press = createPressing((key) => acted.push(key));
  press.watch({
    addEventListener: (kind, then) => {
      heard[kind] = then;
    },
  });
  return {
    ...press,
    acted,
    wait: (ms) => t.mock.timers.tick(ms),
    lifted: (it) => heard.click(it),
    onPointerDown(it) {
      heard.pointerdown(it);
      press.onPointerDown(it);
    },
  };
}

test("a long press opens, and the finger that is lifted presses nothing", (t) => {
  const press = made(t);
  press.onPointerDown(event());
  press.wait(600);
  press.onPointerUp();
  const click = event();
  press.lifted(click);
  assert.deepEqual([press.acted, click.stopped], [["m1"], 2]);
  const next = event();
  press.lifted(next);
  assert.equal(next.stopped, 0);
});

test("where lifting the finger presses nothing by itself, the next press counts", (t) => {
  const press = made(t);
  press.onPointerDown(event());
  press.wait(600);
  press.onPointerUp();
  press.onPointerDown(event({ target: new Element() }));
  const chosen = event();
  press.lifted(chosen);
  assert.deepEqual([press.acted, chosen.stopped], [["m1"], 0]);
});

test("a short press, one that scrolls, a mouse and a link open nothing", (t) => {
  const press = made(t);
  press.onPointerDown(event());
  press.wait(200);
  press.onPointerUp();
  press.wait(600);
  press.onPointerDown(event());
  press.onPointerMove(event({ clientY: 30 }));
  press.wait(600);
  press.onPointerDown(event({ pointerType: "mouse" }));
  press.wait(600);
  press.onPointerDown(event({ target: onLink }));
  press.wait(600);
  assert.deepEqual(press.acted, []);
});

test("the menu key opens; the right button of a mouse keeps the browser's own menu", (t) => {
  const press = made(t);
  const [key, mouse] = [event({ button: 0 }), event({ button: 2 })];
  press.onContextMenu(key);
  press.onContextMenu(mouse);
  assert.deepEqual([press.acted, key.stopped, mouse.stopped], [["m1"], 1, 0]);
});

test("a finger's own menu and the long press are one", (t) => {
  const press = made(t);
  press.onPointerDown(event());
  press.onContextMenu(event({ button: 0 }));
  press.wait(600);
  press.onPointerDown(event());
  press.wait(600);
  press.onContextMenu(event({ button: 0 }));
  assert.deepEqual(press.acted, ["m1", "m1"]);
});
