// @ts-check
/**
 * What someone sees who waits to be let in, can't take part for now, is leaving, or signed out.
 * Must never show anything of the rooms but their talk with whoever follows up, and always where
 * help is.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { Picture } from "../parts/empty.js";
import { HelpPanel } from "../parts/help-panel.js";
import { later } from "../parts/later.js";
import { conductWords } from "../reasons.js";
import { roomPath } from "../router.js";
import { state } from "../store.js";
import { dayOrTime } from "../times.js";
import { useTitle } from "../titles.js";
import { refusalWords } from "../words.js";

const Decisions = later(async () => (await import("../parts/decided.js")).DecidedList);
const Data = later(async () => (await import("../parts/settings-data.js")).SettingsData);
const Leaving = later(async () => (await import("../parts/settings-leaving.js")).SettingsLeaving);

export function StandingView() {
  const { account } = state.value;
  const waits = account.state === "waiting";
  return html`
    <section class="page narrow standing" data-region>
      ${
        waits
          ? html`<${Waiting} />`
          : account.state === "banned"
            ? html`<${Banned} />`
            : html`<${Erasing} />`
      }
      <${Talks} />
      ${
        account.state === "banned" &&
        html`<h2>${t("What was decided about you")}</h2>
          <${Decisions} />`
      }
      <h2>${t("If you need someone now")}</h2>
      <${HelpPanel} />
      <h2>${t("My data")}</h2>
      <${Data} />
      ${
        waits &&
        html`<h2>${t("Leaving")}</h2>
          <${Leaving} />`
      }
    </section>
  `;
}

/** Whoever follows up is there for them all the same. */
function Talks() {
  const talks = Object.values(state.value.rooms).filter(({ room }) => room.kind === "support");
  return talks.map(
    ({ room }) => html`<p class="lead" key=${room.room_id}>
      <a href=${roomPath(room.room_id)}>
        ${room.other ? t("A talk with {handle}", { handle: room.other.handle }) : t("A talk")}
      </a>
    </p>`,
  );
}

/** This sign-in is over, and the banner says why. */
export function OverView() {
  useTitle(t("Signed out"));
  return html`
    <section class="page narrow standing" data-region>
      <${Picture} name="house" />
      <h1>${t("Signed out")}</h1>
      <p class="soft">${t("Nothing of yours is shown here any more.")}</p>
      <p><a href="/help">${t("Help now is there for you all the same.")}</a></p>
    </section>
  `;
}

function SignOut() {
  const app = useApp();
  return html`<button type="button" class="quiet" onClick=${() => void app.sign_out()}>
    ${t("Sign out")}
  </button>`;
}

function Waiting() {
  useTitle(t("Almost in"));
  return html`
    <${Picture} name="doorstep" />
    <h1>${t("Almost in")}</h1>
    <p class="lead">
      ${t(
        "We have told those who keep this place that you are at the door. When one of them lets " +
          "you in, this page changes by itself. You can close it and come back.",
      )}
    </p>
    <p class="row"><${SignOut} /></p>
  `;
}

function Banned() {
  const app = useApp();
  const { ban } = state.value.account;
  useTitle(t("Not for now"));
  return html`
    <${Picture} name="gate" />
    <h1>${t("You can't take part for now")}</h1>
    <p class="lead">
      ${
        ban?.until
          ? t("Until {at}.", { at: dayOrTime(ban.until, app.now()) })
          : t("Until somebody lets you back in.")
      }${" "}
      ${ban ? conductWords(ban.reason) : ""}
    </p>
    <p>${t("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
    <p class="row"><${SignOut} /></p>
  `;
}

function Erasing() {
  const app = useApp();
  const { erasing_until } = state.value.account;
  const [problem, setProblem] = useState("");
  useTitle(t("Leaving"));

  async function keep() {
    const answer = await app.ask_http("account.keep", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    await app.session.resume();
  }

  return html`
    <${Picture} name="road" />
    <h1>${t("You are leaving")}</h1>
    <p class="lead">
      ${t("Nobody sees you any more, nor what you wrote.")}${" "}
      ${
        erasing_until &&
        t("From {at} on it is removed for good; until then you can stay after all.", {
          at: dayOrTime(erasing_until, app.now()),
        })
      }
    </p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <p class="row">
      <button type="button" class="main" onClick=${keep}>${t("Stay after all")}</button>
      <${SignOut} />
    </p>
  `;
}
