// @ts-check
/**
 * For administrators: whether new people can come in by themselves. Must never open the doors
 * before the help lines were called.
 *
 * @import { StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t, tx } from "../i18n.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";

const WORDS = {
  open: mark("Anyone can come in by themselves."),
  invite: mark("New people come in by invitation."),
  closed: mark("Nobody new comes in for now."),
};

/** @param {{overview: StaffOverview, on_changed: () => Promise<void>}} props */
export function Site({ overview, on_changed }) {
  const app = useApp();

  async function confirm() {
    const answer = await app.ask_http("site.confirm_helplines", {});
    if (!answer.ok) app.tell(refusalWords(answer.error, app.now()));
    await on_changed();
  }

  return html`
    <h2>${t("New people")}</h2>
    <p>${t(WORDS[overview.registration])}</p>
    ${
      !overview.helplines_confirmed &&
      html`<div class="card">
        <p>
          <b>${t("Call the help lines first.")}</b>${" "}
          ${tx(
            "Nobody comes in uninvited until someone has called the numbers that your people " +
              "may need. They are all under {link}.",
            { link: html`<a href="/help">${t("Help now")}</a>` },
          )}
        </p>
        <${TwoPresses} words=${t("We have called them")} sure=${t("Yes, they answer")} on_press=${confirm}>
          <p class="soft">
            ${t("A wrong number is the worst that this place could show someone.")}
          </p>
        <//>
      </div>`
    }
  `;
}
