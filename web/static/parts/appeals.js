// @ts-check
/**
 * Who asks for another look at what was decided about them: decided by somebody else than before.
 * Must never decide at one press.
 *
 * @import { AppealRow } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { change, state, status } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { rowWords } from "./decide-about.js";
import { Empty } from "./empty.js";

export function Appeals() {
  const app = useApp();
  const [rows, setRows] = useState(/** @type {AppealRow[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const { appeals_new } = state.value;
  const up = status.value === "up";

  async function look() {
    const answer = await app.ask("appeal.list", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setRows(answer.appeals);
    change((now) => ({ ...now, appeals_new: answer.appeals.length }));
  }
  useEffect(() => {
    if (up) void look();
  }, [up, appeals_new]);

  /** @param {AppealRow} row @param {"upheld" | "lifted"} outcome */
  async function decide({ appeal_id }, outcome) {
    const answer = await app.ask("appeal.decide", { appeal_id, outcome });
    app.tellRefusal(answer);
    if (answer.ok) announcer.say(t("Decided. They are told."));
    await look();
  }

  return html`
    <div class="narrow">
      <p class="soft">
        ${t("Whoever decided something does not decide about it again, while somebody else can.")}
      </p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${rows?.length === 0 && html`<${Empty} picture="house" words=${t("Nobody asks for another look.")} />`}
      <ul class="cards">
        ${rows?.map(
          (row) => html`<li class="card" key=${row.appeal_id}>
            <p>
              <b>${row.person.handle}</b>${" "}
              <span class="soft">${dayOrTime(row.at, app.now())}</span>
            </p>
            <p class="small">${rowWords(row.sanction, app.now())}</p>
            <blockquote class="words" dir="auto">${row.words}</blockquote>
            ${
              row.may_decide
                ? html`<div class="row">
                    <${TwoPresses}
                      words=${t("Take it back")}
                      label=${t("Take it back for {handle}", row.person)}
                      sure=${t("Yes, take it back")}
                      on_press=${() => void decide(row, "lifted")}
                    />
                    <${TwoPresses}
                      words=${t("Leave it as it is")}
                      label=${t("Leave it as it is for {handle}", row.person)}
                      sure=${t("Yes, leave it as it is")}
                      on_press=${() => void decide(row, "upheld")}
                    />
                  </div>`
                : html`<p class="soft small">
                    ${t("You decided this yourself: somebody else looks at it now.")}
                  </p>`
            }
          </li>`,
        )}
      </ul>
    </div>
  `;
}
