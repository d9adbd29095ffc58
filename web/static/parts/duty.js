// @ts-check
/**
 * Who is there when, and whether I am: a shift, and a device that was heard during it.
 * Must never say that someone is there of whom that is only planned.
 *
 * @import { Answer } from "../problem.js"
 * @import { ShiftView, TestRang } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../i18n.js";
import { rang } from "../case-news.js";
import { allowSound, canBePushed, nowRinging, pushAddress, testRings } from "../ring.js";
import { status } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { AskForm, TwoPresses } from "./ask-form.js";
import { More } from "./more.js";
import { useNeighbour } from "./neighbour.js";
import { desk, keepDesk } from "./use-desk.js";
import { usePages } from "./use-pages.js";

const HOUR_MS = 3_600_000;

/** @param {{my_id: string, now: number, plans?: boolean}} props  whether I have shifts of my own */
export function DutyPart({ my_id, now, plans = true }) {
  const app = useApp();
  const rota = usePages(
    (cursor) => app.ask("rota.list", { cursor }),
    (page) => page.shifts,
    [rang.value],
  );
  const { list, heading, leaves } = useNeighbour();

  /** @param {string} shift_id */
  async function remove(shift_id) {
    const answer = await app.ask("rota.remove", { shift_id });
    app.tellRefusal(answer);
    leaves();
    await rota.load(null);
  }

  return html`
    <div class="narrow">
      <${Mine} my_id=${my_id} plans=${plans} />
      <section class="case-part">
        <h2 ref=${heading} tabindex="-1">${t("The rota")}</h2>
        ${rota.problem && html`<p class="problem" role="alert">${rota.problem}</p>`}
        ${
          rota.known &&
          rota.items.length === 0 &&
          html`<p class="soft">${t("No shift is planned. Nobody is called by day or night until there is one.")}</p>`
        }
        <ul class="cards" ref=${list}>
          ${rota.items.map(
            (shift) => html`<${Shift}
              key=${shift.shift_id}
              shift=${shift}
              now=${now}
              mine=${shift.person.user_id === my_id}
              on_remove=${remove}
              on_noted=${() => void rota.load(null)}
            />`,
          )}
        </ul>
        <${More} cursor=${rota.cursor} load=${rota.load} />
        ${plans && html`<${Add} my_id=${my_id} now=${now} on_added=${() => void rota.load(null)} />`}
      </section>
    </div>
  `;
}

/** Whether I am on duty: a fact. @param {{my_id: string, plans: boolean}} props */
function Mine({ my_id, plans }) {
  const app = useApp();
  const [duty, setDuty] = useState(/** @type {import("../wire.d.ts").DutyView | null} */ (null));
  const [problem, setProblem] = useState("");
  const heard = rang.value;
  const up = status.value === "up";
  useEffect(() => {
    if (!up) return;
    void app.ask("duty.show", {}).then((answer) => {
      if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
      setProblem("");
      setDuty(answer);
      nowRinging(answer.ringing);
    });
  }, [up, heard]);

  /** The tap that says it is also the one that allows a sound. */
  async function start() {
    if (allowSound()) keepDesk(app.device, my_id, { sound: true });
    rings(await app.ask("duty.start", {}));
  }

  async function bePushed() {
    const address = await pushAddress(duty?.push_key ?? "");
    if (!address) {
      app.tell(t("This browser can't be called while the page is closed."));
      return;
    }
    const answer = await app.ask("push.subscribe", address);
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("You are called here also while this page is closed."));
  }

  async function stop() {
    const answer = await app.ask("duty.stop", {});
    app.tellRefusal(answer);
    rang.value += 1;
  }

  async function test() {
    if (desk.peek().sound) allowSound();
    rings(await app.ask("alert.test", {}));
  }

  /** It rings here at once. @param {Answer<TestRang>} answer */
  function rings(answer) {
    app.tellRefusal(answer);
    if (answer.ok) {
      testRings({ alert_id: answer.alert_id, what: "test", severity: null, at: app.now() });
    }
    rang.value += 1;
  }

  return html`
    <section class="case-part">
      <h2>${plans ? t("Whether you are on duty") : t("Who is there")}</h2>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <p role="status" data-duty>${duty && dutyWords(duty, app.now(), plans)}</p>
      ${duty && html`<p class="soft small">${outsideWords(duty)}</p>`}
      ${
        duty &&
        html`<div class="row">
          ${
            duty.shift &&
            duty.device === "none" &&
            html`<button type="button" class="main" onClick=${() => void start()}>
              ${t("I am here: ring on this device")}
            </button>`
          }
          ${
            duty.device !== "none" &&
            html`<button type="button" class="quiet" onClick=${() => void test()}>
                ${t("Ring once for a test")}
              </button>
              <button type="button" class="quiet" onClick=${() => void stop()}>
                ${t("I am leaving")}
              </button>`
          }
          ${
            duty.push_key !== "" &&
            canBePushed() &&
            html`<button type="button" class="quiet" onClick=${() => void bePushed()}>
              ${t("Call me here also while this page is closed")}
            </button>`
          }
        </div>`
      }
    </section>
  `;
}

/** Where it ends when nobody of us can or may look. @param {import("../wire.d.ts").DutyView} duty */
function outsideWords({ outside }) {
  return outside
    ? t("When none of us is there, or may see it, somebody outside hears that someone waits, and nothing more.")
    : t("Nobody outside is named in the settings. When none of us is there, or may see it, it rings for administrators and goes no further.");
}

/** @param {import("../wire.d.ts").DutyView} duty @param {number} now @param {boolean} plans */
function dutyWords({ shift, device, on_duty, next_shift }, now, plans) {
  const there = tn("{count} person is there now.", "{count} people are there now.", on_duty);
  const mine = !shift
    ? plans && t("You have no shift right now.")
    : device === "heard"
      ? t("You are on duty until {time}.", { time: dayOrTime(shift.ends_at, now) })
      : t("Your shift runs until {time}, and no device of yours was heard yet.", {
          time: dayOrTime(shift.ends_at, now),
        });
  const next =
    next_shift === null ? "" : t("The next shift begins {time}.", { time: dayOrTime(next_shift, now) });
  return [mine, there, next].filter(Boolean).join(" ");
}

/**
 * @param {object} props
 * @param {ShiftView} props.shift
 * @param {number} props.now
 * @param {boolean} props.mine
 * @param {(shift_id: string) => Promise<void>} props.on_remove
 * @param {() => void} props.on_noted
 */
function Shift({ shift, now, mine, on_remove, on_noted }) {
  const app = useApp();
  const { shift_id, person, begins_at, ends_at, on_call, note, is_there } = shift;

  /** @param {Record<string, string>} fields */
  async function keep({ note: words = "" }) {
    const answer = await app.ask("rota.note", { shift_id, note: words });
    if (answer.ok) on_noted();
    return answer;
  }

  return html`
    <li class="card">
      <p>
        <b>${person.handle}</b>${" "}
        ${is_there && html`<span class="badge">${t("is there")}</span>`}
        ${on_call && html`<span class="tag">${t("on call")}</span>`}
      </p>
      <p class="small">
        ${t("{from} to {to}", { from: dayOrTime(begins_at, now), to: dayOrTime(ends_at, now) })}
      </p>
      ${note && html`<p class="as-written" dir="auto">${note}</p>`}
      ${
        mine &&
        begins_at <= now &&
        html`<details>
          <summary>${t("Leave something to whoever comes next")}</summary>
          <${AskForm} words=${t("Leave it")} kind="quiet" keeps done=${() => t("Left for them.")} ask=${keep}>
            <label class="field">
              <span>${t("About the night, not about a person by name")}</span>
              <textarea name="note" rows="3" maxlength="2000">${note}</textarea>
            </label>
          <//>
        </details>`
      }
      ${
        ends_at > now &&
        html`<${TwoPresses}
          words=${t("Take it off the rota")}
          label=${t("Take it off the rota: {handle}, {at}", {
            handle: person.handle,
            at: dayOrTime(begins_at, now),
          })}
          sure=${t("Yes, take it off")}
          on_press=${() => void on_remove(shift_id)}
        />`
      }
    </li>
  `;
}

/** One more shift of mine, in my own zone. @param {{my_id: string, now: number, on_added: () => void}} props */
function Add({ my_id, now, on_added }) {
  const app = useApp();

  /** @param {Record<string, string>} fields */
  async function add({ begins = "", hours = "3", on_call }) {
    const begins_at = begins ? new Date(begins).getTime() : app.now();
    const answer = await app.ask("rota.add", {
      user_id: my_id,
      begins_at,
      ends_at: begins_at + Number(hours) * HOUR_MS,
      on_call: on_call === "on",
    });
    if (answer.ok) {
      rang.value += 1;
      on_added();
    }
    return answer;
  }

  return html`
    <details>
      <summary>${t("Plan a shift of mine")}</summary>
      <${AskForm} words=${t("Put it on the rota")} kind="quiet" done=${() => t("It is on the rota.")} ask=${add}>
        <label class="field">
          <span>${t("Begins; left empty, it begins now")}</span>
          <input type="datetime-local" name="begins" min=${localMinute(now)} />
        </label>
        <label class="field">
          <span>${t("How long")}</span>
          <select name="hours">
            ${[2, 3, 4, 6, 8, 12].map(
              (hours) => html`<option key=${hours} value=${hours} selected=${hours === 3}>
                ${tn("{count} hour", "{count} hours", hours)}
              </option>`,
            )}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" name="on_call" />
          <span>${t("Only on call, behind the others")}</span>
        </label>
      <//>
    </details>
  `;
}

/** As a field of date and time wants it. @param {number} at */
function localMinute(at) {
  const here = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}
