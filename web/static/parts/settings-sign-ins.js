// @ts-check
/**
 * My sign-ins, each of which I can end. Must never tell more of a device than what helps to know
 * it again.
 *
 * @import { SignInView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { status } from "../store.js";
import { daysAgo } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { useNeighbour } from "./neighbour.js";

/** @param {string} device */
function deviceWords(device) {
  if (device === "phone") return t("A phone");
  if (device === "computer") return t("A computer");
  return device === "program" ? t("A program") : t("A device");
}

export function SettingsSignIns() {
  const app = useApp();
  const [mine, setMine] = useState(/** @type {SignInView[]} */ ([]));
  const [problem, setProblem] = useState("");
  const { list, leaves } = useNeighbour();
  const up = status.value === "up";

  async function load() {
    const answer = await app.ask_http("sign_in.list", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setMine(answer.sign_ins);
  }

  // After a step-up this browser has another sign-in: the list is asked for again.
  useEffect(() => {
    if (up) void load();
  }, [up]);

  /** @param {string} sign_in_id */
  async function end(sign_in_id) {
    const answer = await app.ask_http("sign_in.end", { sign_in_id });
    if (!answer.ok) return app.tellRefusal(answer);
    leaves();
    app.tell(t("Signed out there."));
    await load();
  }

  return html`
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <ul class="cards" ref=${list}>
      ${mine.map(
        (each) => html`<${SignIn}
          key=${each.sign_in_id}
          sign_in=${each}
          on_end=${() => end(each.sign_in_id)}
        />`,
      )}
    </ul>
    <p class="soft small">
      ${tx("Something you don't know? Sign it out, and choose {link}.", {
        link: html`<a href="/app/settings/passphrase">${t("a new passphrase")}</a>`,
      })}
    </p>
  `;
}

/** @param {{sign_in: SignInView, on_end: () => void}} props */
function SignIn({ sign_in, on_end }) {
  const app = useApp();
  const { current, started_on } = sign_in;
  const device = deviceWords(sign_in.device);
  const since = t("Since {day}", { day: daysAgo(started_on, app.now()) });
  return html`
    <li class="card">
      <p><b>${device}</b>${current && html` <span class="tag">${t("this one")}</span>`}</p>
      <p class="soft small">${since}</p>
      ${
        !current &&
        html`<button
          type="button"
          class="quiet"
          aria-label=${t("Sign out there: {device}. {since}", { device, since })}
          onClick=${on_end}
        >
          ${t("Sign out there")}
        </button>`
      }
    </li>
  `;
}
