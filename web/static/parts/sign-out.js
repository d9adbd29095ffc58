// @ts-check
/**
 * The way out. Must never take unsent words along without having said so: they go with the person.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t, tn } from "../i18n.js";
import { pending } from "../store.js";
import { useApp } from "./app.js";
import { AnyIcon } from "./icons.js";
import { useSettled } from "./settled.js";

export function SignOut() {
  const app = useApp();
  const [asked, setAsked] = useState(false);
  const settled = useSettled(String(asked));
  const unsent = pending.value.filter((each) => each.status !== "sent").length;

  function press() {
    if (unsent > 0 && !asked) setAsked(true);
    else if (settled || !asked) void app.sign_out();
  }

  const warns = tn(
    "{count} message has not gone out, and would be gone. Sign out all the same",
    "{count} messages have not gone out, and would be gone. Sign out all the same",
    unsent,
  );
  return html`
    <button type="button" class="menu-item" onClick=${press}>
      <${AnyIcon} name="leave" />
      <span role=${asked ? "alert" : null}>${asked ? warns : t("Sign out")}</span>
    </button>
  `;
}
