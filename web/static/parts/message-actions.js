// @ts-check
/**
 * What one can do with a message: one list of large buttons for finger, mouse and keyboard.
 * Must never do what can't be undone without a second press.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { HIDE_REASONS, REPORT_REASONS } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { ReactionChoice, WhoReacted } from "./reactions.js";
import { useSettled } from "./settled.js";

export const EDIT_WINDOW_MS = 15 * 60 * 1000;

/** @typedef {"list" | "report" | "hide" | "who" | "back" | "block"} Step */

/**
 * @typedef {object} ActionsProps
 * @property {Message} message
 * @property {boolean} mine
 * @property {boolean} keeper  whether I keep this room
 * @property {boolean} can_write
 * @property {boolean} can_react
 * @property {readonly string[]} my_reactions
 * @property {() => void} on_close
 * @property {() => void} on_reply
 * @property {() => void} on_edit
 */

/** @param {ActionsProps} props */
export function MessageActions(props) {
  const [step, setStep] = useState(/** @type {Step} */ ("list"));
  const { message, on_close } = props;
  const { message_id } = message;
  if (step === "who") return html`<${WhoReacted} message_id=${message_id} on_close=${on_close} />`;
  if (step === "report") return html`<${Report} message_id=${message_id} on_close=${on_close} />`;
  if (step === "hide") return html`<${Hide} message_id=${message_id} on_close=${on_close} />`;
  if (step === "back") return html`<${TakeBack} message_id=${message_id} on_close=${on_close} />`;
  if (step === "block" && message.author)
    return html`<${Block}
      person=${message.author}
      message_id=${message_id}
      on_close=${on_close}
    />`;
  return html`<${ActionList} ...${props} on_step=${setStep} />`;
}

/** @param {ActionsProps & {on_step: (step: Step) => void}} props */
function ActionList(props) {
  const app = useApp();
  const { message, mine, keeper, can_write, can_react, my_reactions, on_close, on_step } = props;
  const may_edit = mine && can_write && app.now() - message.at < EDIT_WINDOW_MS;
  const may_hide = keeper && !mine;
  const some_reacted = Object.values(message.reactions).some((count) => count > 0);

  /** @param {() => void} then */
  const closing = (then) => () => {
    on_close();
    then();
  };

  async function copy() {
    on_close();
    try {
      await navigator.clipboard.writeText(message.body);
      app.tell("Copied.");
    } catch {
      app.tell("This browser did not let us copy it.");
    }
  }

  const title = `${message.author?.handle ?? "Someone"}'s message`;
  return html`
    <${Dialog} title=${title} kind="sheet" on_close=${on_close}>
      ${
        can_react &&
        html`<${ReactionChoice} message=${message} mine=${my_reactions} on_done=${on_close} />`
      }
      <div class="menu">
        ${can_write && html`<${Item} on_press=${closing(props.on_reply)}>Reply<//>`}
        ${may_edit && html`<${Item} on_press=${closing(props.on_edit)}>Change the words<//>`}
        <${Item} on_press=${copy}>Copy the words<//>
        ${some_reacted && html`<${Item} on_press=${() => on_step("who")}>Who reacted<//>`}
        ${mine && html`<${Item} on_press=${() => on_step("back")}>Take it back<//>`}
        ${!mine && html`<${Item} on_press=${() => on_step("report")}>Report<//>`}
        ${!mine && html`<${Item} on_press=${() => on_step("block")}>Block this person<//>`}
        ${may_hide && html`<${Item} on_press=${() => on_step("hide")}>Take it out of sight<//>`}
      </div>
    <//>
  `;
}

/** @param {{on_press: () => void, children?: any}} props */
function Item({ on_press, children }) {
  return html`<button type="button" class="menu-item" onClick=${on_press}>${children}</button>`;
}

/** @param {{message_id: string, on_close: () => void}} props */
function Report({ message_id, on_close }) {
  const app = useApp();
  /** @type {(reason: any, note: string) => void} */
  const send = (reason, note) => {
    on_close();
    void app.act.report({ message_id, reason, note });
  };
  return html`
    <${Dialog} title="What is it about?" kind="sheet" on_close=${on_close}>
      <p class="soft">A moderator reads it. Its author is not told that it was you.</p>
      <${Reasons} reasons=${REPORT_REASONS} words="Send the report" on_send=${send}>
        <label class="field">
          <span>Anything you want to add</span>
          <input name="note" maxlength="1000" autocomplete="off" />
        </label>
      <//>
    <//>
  `;
}

/** @param {{message_id: string, on_close: () => void}} props */
function Hide({ message_id, on_close }) {
  const app = useApp();
  /** @type {(reason: any) => void} */
  const send = (reason) => {
    on_close();
    void app.act.hide({ message_id, reason });
  };
  return html`
    <${Dialog} title="Why take it out of sight?" kind="sheet" on_close=${on_close}>
      <p class="soft">Its author is told the reason, not who decided.</p>
      <${Reasons} reasons=${HIDE_REASONS} words="Take it out of sight" on_send=${send} />
    <//>
  `;
}

/**
 * One reason of several, and one button that sends it.
 *
 * @param {object} props
 * @param {readonly (readonly [string, string])[]} props.reasons
 * @param {string} props.words
 * @param {(reason: string, note: string) => void} props.on_send
 * @param {any} [props.children]
 */
function Reasons({ reasons, words, on_send, children }) {
  const settled = useSettled();

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    if (!settled) return;
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    on_send(String(data.get("reason")), String(data.get("note") ?? "").trim());
  }

  return html`
    <form class=${`stack ${settled ? "" : "settling"}`} onSubmit=${submit}>
      <fieldset>
        <legend class="unseen">The reason</legend>
        ${reasons.map(
          ([reason, label]) => html`<label key=${reason} class="check">
            <input type="radio" name="reason" value=${reason} required />
            <span>${label}</span>
          </label>`,
        )}
      </fieldset>
      ${children}
      <button type="submit" class="main">${words}</button>
    </form>
  `;
}

/** @param {{message_id: string, on_close: () => void}} props */
function TakeBack({ message_id, on_close }) {
  const app = useApp();
  const settled = useSettled();
  return html`
    <${Dialog} title="Take this message back?" kind="sheet" on_close=${on_close}>
      <p>Its words will be gone for everyone. That someone took a message back stays visible.</p>
      <div class=${`menu ${settled ? "" : "settling"}`}>
        <${Item}
          on_press=${() => {
            if (!settled) return;
            on_close();
            void app.act.takeBack(message_id);
          }}
          >Take it back<//
        >
        <${Item} on_press=${on_close}>Keep it<//>
      </div>
    <//>
  `;
}

/**
 * @param {object} props
 * @param {{user_id: string, handle: string}} props.person
 * @param {string} props.message_id
 * @param {() => void} props.on_close
 */
function Block({ person, message_id, on_close }) {
  const app = useApp();
  const settled = useSettled();
  return html`
    <${Dialog} title=${`Block ${person.handle}?`} kind="sheet" on_close=${on_close}>
      <p>
        You won't see each other's messages any more, here or anywhere. They are not told. You can
        take it back under My account.
      </p>
      <div class=${`menu ${settled ? "" : "settling"}`}>
        <${Item}
          on_press=${() => {
            if (!settled) return;
            on_close();
            void app.act.block(person.user_id, true);
          }}
          >Block ${person.handle}<//
        >
        <${Item}
          on_press=${async () => {
            if (!settled) return;
            on_close();
            await app.act.report({ message_id, reason: "harassment", note: "" });
            void app.act.block(person.user_id, true);
          }}
          >Block them, and tell a moderator of this message<//
        >
        <${Item} on_press=${on_close}>Not now<//>
      </div>
    <//>
  `;
}
