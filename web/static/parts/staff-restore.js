// @ts-check
/**
 * Helping someone back in who lost phone and codes. Must never work before they could stop it, but
 * where two met them, or the one there is.
 *
 * @import { FoundUser, RestoreAsked } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { toHeading } from "./neighbour.js";
import { Copy, ShownOnce } from "./shown-once.js";

/** @param {{person: FoundUser, on_changed: () => Promise<void>}} props */
export function Restore({ person, on_changed }) {
  const app = useApp();
  const [asked, setAsked] = useState(/** @type {(RestoreAsked & {met: boolean}) | null} */ (null));

  /** @param {Record<string, string>} fields */
  async function ask({ met }) {
    const what = { user_id: person.user_id, met: met === "yes" };
    const answer = await app.step_up.withStepUp(() => app.ask_http("restore.ask", what));
    if (answer.ok) {
      setAsked({ ...answer, met: what.met });
      await on_changed();
    }
    return answer;
  }

  function done() {
    setAsked(null);
    toHeading();
  }

  if (asked) return html`<${Asked} ...${asked} handle=${person.handle} on_done=${done} />`;
  return html`
    <details>
      <summary>${t("Help them back in")}</summary>
      <p class="soft small">
        ${t(
          "For someone who lost their passphrase and their codes. You get a code to hand to them. " +
            "Every device on which they are signed in is told, and can stop it.",
        )}${" "}
        ${
          person.role === "moderator" &&
          t("They are a member then, until they are named again.")
        }
      </p>
      <${AskForm} words=${t("Make the code")} ask=${ask}>
        <fieldset>
          <legend>${t("Did you meet them?")}</legend>
          <label class="check">
            <input type="radio" name="met" value="no" checked />
            <span>${t("No. The code works after 24 hours.")}</span>
          </label>
          <label class="check">
            <input type="radio" name="met" value="yes" />
            <span>
              ${t(
                "Yes, face to face. It works as soon as another of us says so too, or at once " +
                  "where there is nobody else.",
              )}
            </span>
          </label>
        </fieldset>
      <//>
    </details>
  `;
}

/** @param {RestoreAsked & {handle: string, met: boolean, on_done: () => void}} props */
function Asked({ code, from_at, until, handle, met, on_done }) {
  const app = useApp();
  const now = app.now();
  const at = dayOrTime(until, now);
  const works =
    from_at <= now
      ? t("It works now, until {at}.", { at })
      : t("It works from {from}, unless they stop it, until {at}.", {
          from: dayOrTime(from_at, now),
          at,
        });
  return html`
    <${ShownOnce}
      title=${t("Shown only now")}
      on_done=${on_done}
      more=${html`<${Copy} text=${code} />`}
    >
      <p>${t("Hand this code to {handle}, in person or by phone.", { handle })}</p>
      <p><code class="big-code">${code}</code></p>
      <p class="soft">
        ${works}${" "}
        ${t("They use it under “I have a recovery code”, where one signs in.")}
      </p>
      ${
        met &&
        from_at > now &&
        html`<p>
          ${t("It works at once when another of us says so too: under People, I met them too.")}
        </p>`
      }
    <//>
  `;
}
