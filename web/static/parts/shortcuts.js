// @ts-check
/** Which keys do what. Must never list a key that does nothing. */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { isModerator } from "../state.js";
import { state, writing } from "../store.js";
import { enterSends } from "../writing.js";
import { hasRealKeys, onMac } from "../keyboard.js";
import { Dialog } from "./dialog.js";

/** @param {{on_close: () => void}} props */
export function Shortcuts({ on_close }) {
  const { enter_sends, single_keys } = writing.value;
  const sends = enterSends(enter_sends, { shift: false, ctrl: false, real_keys: hasRealKeys() });
  const command = onMac() ? "⌘" : t("Ctrl");
  return html`
    <${Dialog} title=${t("Keys")} kind="wide" on_close=${on_close}>
      <h3>${t("Everywhere")}</h3>
      <dl class="keys-list">
        <${Key} keys=${[command, "K"]} does=${t("Go to a room, a page or an action")} />
        <${Key} keys=${["F6"]} does=${t("On to the next part of the page")} />
        <${Key} keys=${[t("Shift"), "F6"]} does=${t("Back to the part before")} />
        <${Key} keys=${[t("Ctrl"), "/"]} does=${t("Show these keys")} />
        <${Key} keys=${[t("Esc")]} does=${t("Close what is open; in a room: all is read")} />
      </dl>
      <h3>${t("While writing")}</h3>
      <dl class="keys-list">
        ${
          sends
            ? html`<${Key} keys=${[t("Enter")]} does=${t("Send")} />
                <${Key} keys=${[t("Shift"), t("Enter")]} does=${t("A new line")} />`
            : html`<${Key} keys=${[t("Enter")]} does=${t("A new line")} />
                <${Key} keys=${[t("Ctrl"), t("Enter")]} does=${t("Send")} />`
        }
        <${Key} keys=${["@"]} does=${t("Finish the name of someone here")} />
        <${Key} keys=${["↑"]} does=${t("In an empty field: change your last words")} />
      </dl>
      <h3>${t("In the list of messages")}</h3>
      <dl class="keys-list">
        <${Key} keys=${["↑", "↓"]} does=${t("From message to message")} />
        <${Key} keys=${[t("Home"), t("End")]} does=${t("To the first and the last")} />
        <${Key} keys=${[t("Enter")]} does=${t("What can be done with it")} />
        ${
          single_keys &&
          html`<${Key} keys=${["R"]} does=${t("Reply")} />
            <${Key} keys=${["E"]} does=${t("Change the words, if they are yours")} />
            <${Key} keys=${["S"]} does=${t("Save it for yourself, or no longer")} />
            <${Key} keys=${["U"]} does=${t("From here on it is new again")} />
            <${Key} keys=${["?"]} does=${t("Show these keys")} />`
        }
      </dl>
      ${single_keys && isModerator(state.value) && html`<${FollowUpKeys} />`}
      ${!single_keys && html`<p class="soft">${t("Single letters are switched off.")}</p>`}
    <//>
  `;
}

function FollowUpKeys() {
  return html`
    <h3>${t("In follow-up")}</h3>
    <dl class="keys-list">
      <${Key} keys=${["J", "K"]} does=${t("Down and up in the queue")} />
      <${Key} keys=${[t("Enter")]} does=${t("Open what has the focus")} />
      <${Key} keys=${["C"]} does=${t("Claim it, take it over or step in")} />
      <${Key} keys=${["R"]} does=${t("Write to the person")} />
      <${Key} keys=${["O"]} does=${t("Hand over")} />
      <${Key} keys=${["E"]} does=${t("It is graver")} />
      <${Key} keys=${["H"]} does=${t("Take the message out of sight")} />
      <${Key} keys=${["M"]} does=${t("Let them only read for a while")} />
      <${Key} keys=${["X"]} does=${t("Close it")} />
      <${Key} keys=${["Z"]} does=${t("Take back what you decided last, within five minutes")} />
      <${Key} keys=${["?"]} does=${t("Show these keys")} />
    </dl>
  `;
}

/** @param {{keys: string[], does: string}} props */
function Key({ keys, does }) {
  return html`
    <dt>${keys.map((key, index) => [index > 0 ? " " : "", html`<kbd key=${key}>${key}</kbd>`])}</dt>
    <dd>${does}</dd>
  `;
}
