// @ts-check
/**
 * What one can do with a message: one list of large buttons for finger, mouse and keyboard.
 * Must never do what can't be undone without a second press.
 *
 * @import { Message } from "../state.js"
 * @import { IconName } from "./icons.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { copied } from "../clipboard.js";
import { t } from "../i18n.js";
import { newNonce } from "../nonce.js";
import { HIDE_REASONS, REPORT_REASONS } from "../reasons.js";
import { messagePath } from "../router.js";
import { EDIT_WINDOW_MS } from "../state.js";
import { state } from "../store.js";
import { fullTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { later } from "./later.js";
import { MenuItem, MenuList } from "./menu.js";
import { useSettled } from "./settled.js";
import { ReactionChoice, WhoReacted } from "./who-reacted.js";
import { Worry } from "./worry.js";

const DecideAbout = later(async () => (await import("./decide-about.js")).DecideAbout);

/** @typedef {"list" | "report" | "hide" | "who" | "back" | "block" | "worry" | "decide"} Step */

/**
 * @typedef {object} ActionsProps
 * @property {Message} message
 * @property {string} room_id
 * @property {boolean} mine
 * @property {boolean} keeper  whether I keep this room
 * @property {boolean} can_write
 * @property {boolean} can_react
 * @property {boolean} is_in  what is only for oneself is done also where nobody writes any more
 * @property {boolean} pinned  whether it is kept at hand for everyone here
 * @property {boolean} saved  whether I keep it for myself
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
  if (step === "worry") return html`<${Worry} message=${message} on_close=${on_close} />`;
  if (step === "decide" && message.author)
    return html`<${DecideAbout}
      person=${message.author}
      room_id=${props.room_id}
      room_name=${state.value.timeline?.room?.name ?? null}
      on_close=${on_close}
      on_missing=${on_close}
    />`;
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
  const { message, mine, keeper, can_write, can_react, is_in, my_reactions, on_close, on_step } = props;
  const may_edit = mine && can_write && app.now() - message.at < EDIT_WINDOW_MS;
  const may_hide = keeper && !mine;
  const { room_id, pinned, saved } = props;
  const { message_id } = message;
  const some_reacted = Object.values(message.reactions).some((count) => count > 0);

  /** @param {() => void} then */
  const closing = (then) => () => {
    on_close();
    then();
  };

  /** @param {string} text @param {string} done */
  async function copy(text, done) {
    on_close();
    app.tell((await copied(text)) ? done : t("This browser did not let us copy it."));
  }

  function copyLink() {
    const { href } = new URL(messagePath(room_id, message_id), location.href);
    void copy(href, t("Copied. Only people in this room can open it."));
  }

  const title = t("Message of {handle}", { handle: message.author?.handle ?? t("Someone") });
  return html`
    <${Dialog} title=${title} kind="sheet" on_close=${on_close}>
      <p class="soft small">${fullTime(message.at)}</p>
      ${
        can_react &&
        html`<${ReactionChoice} message=${message} mine=${my_reactions} on_done=${on_close} />`
      }
      <${MenuList}>
        ${item(can_write, "reply", t("Reply"), closing(props.on_reply))}
        ${item(may_edit, "edit", t("Change the words"), closing(props.on_edit))}
        ${item(true, "copy", t("Copy the words"), () => copy(message.body, t("Copied.")))}
        ${item(true, "link", t("Copy a link to it"), copyLink)}
        ${item(
          is_in,
          "save",
          saved ? t("Don't keep it any more") : t("Save it for myself"),
          closing(() => void app.act.save(message_id, !saved)),
        )}
        ${item(
          keeper,
          "pin",
          pinned ? t("Take the pin away") : t("Pin it for everyone here"),
          closing(() => void app.act.pin(message_id, !pinned)),
        )}
        ${item(
          is_in,
          "letter",
          t("New again from here on"),
          closing(() => void app.act.markUnread(room_id, message)),
        )}
        ${item(some_reacted, "heart", t("Who reacted"), () => on_step("who"))}
        ${item(mine, "back", t("Take it back"), () => on_step("back"))}
        ${item(!mine, "help", t("I’m worried about them"), () => on_step("worry"))}
        ${item(!mine, "flag", t("Report"), () => on_step("report"))}
        ${item(!mine, "block", t("Block this person"), () => on_step("block"))}
        ${item(may_hide, "hide", t("Take it out of sight"), () => on_step("hide"))}
        ${item(
          may_hide && Boolean(message.links_held),
          "link",
          t("Let its links be links"),
          closing(() => void app.act.freeLinks(message_id)),
        )}
        ${item(may_hide, "shield", t("Decide something about them"), () => on_step("decide"))}
      <//>
    <//>
  `;
}

/**
 * @param {boolean} there
 * @param {IconName} icon
 * @param {string} words
 * @param {() => void} then
 */
function item(there, icon, words, then) {
  return there && html`<${MenuItem} icon=${icon} on_press=${then}>${words}<//>`;
}

/**
 * One press on what it is about sends it: whoever was hurt need not fill in a form. It stays open,
 * with what was written, until that is kept.
 *
 * @param {{message_id: string, on_close: () => void}} props
 */
function Report({ message_id, on_close }) {
  const app = useApp();
  const [note, setNote] = useState("");
  const [said, setSaid] = useState("");
  const tried = useRef({ what: "", nonce: "" });
  const busy = useRef(false);
  const open = useRef(true);
  useEffect(() => () => void (open.current = false), []);

  /** @type {(reason: any) => Promise<void>} */
  const send = async (reason) => {
    if (busy.current) return;
    const report = { message_id, reason, note: note.trim() };
    // The same again counts once; other words would count as the same.
    const what = JSON.stringify(report);
    if (tried.current.what !== what) tried.current = { what, nonce: newNonce() };
    busy.current = true;
    setSaid(t("One moment …"));
    const answer = await app.act.report(report, tried.current.nonce);
    busy.current = false;
    if (answer.ok) return on_close();
    const words = notReported(answer.error, app.now());
    if (open.current) setSaid(words);
    else app.tell(words);
  };
  return html`
    <${Dialog} title=${t("What is it about?")} kind="sheet" on_close=${on_close}>
      <p class="soft">
        ${t("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
      </p>
      <label class="field">
        <span>${t("Anything you want to add first")}</span>
        <input
          name="note"
          maxlength="1000"
          autocomplete="off"
          value=${note}
          onInput=${(/** @type {any} */ event) => setNote(event.target.value)}
        />
      </label>
      <${Reasons} reasons=${REPORT_REASONS} on_choose=${send} />
      <p class="outcome" role="status">${said}</p>
    <//>
  `;
}

/**
 * @param {import("../problem.js").Problem} problem
 * @param {number} now
 */
function notReported(problem, now) {
  if (problem.code === "offline")
    return t("Not sent: you are offline just now. Please choose again when you are back.");
  if (problem.code === "no_answer")
    return t("No answer came. Please choose the same again: it counts only once.");
  return refusalWords(problem, now);
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
    <${Dialog} title=${t("Why take it out of sight?")} kind="sheet" on_close=${on_close}>
      <p class="soft">${t("Its author is told the reason, not who decided.")}</p>
      <${Reasons} reasons=${HIDE_REASONS} on_choose=${send} />
    <//>
  `;
}

/**
 * One reason of several; the one that is pressed counts.
 *
 * @param {object} props
 * @param {readonly (readonly [string, string])[]} props.reasons
 * @param {(reason: string) => void} props.on_choose
 */
function Reasons({ reasons, on_choose }) {
  const settled = useSettled();
  return html`
    <div class=${settled ? "" : "settling"}>
      <${MenuList}>
        ${reasons.map(
          ([reason, label]) => html`<${MenuItem}
            key=${reason}
            on_press=${() => settled && on_choose(reason)}
            >${t(label)}<//
          >`,
        )}
      <//>
    </div>
  `;
}

/** @param {{message_id: string, on_close: () => void}} props */
function TakeBack({ message_id, on_close }) {
  const app = useApp();
  const settled = useSettled();
  return html`
    <${Dialog} title=${t("Take this message back?")} kind="sheet" on_close=${on_close}>
      <p>
        ${t("Its words will be gone for everyone. That someone took a message back stays visible.")}
      </p>
      <div class=${`menu ${settled ? "" : "settling"}`}>
        <${MenuItem}
          on_press=${() => {
            if (!settled) return;
            on_close();
            void app.act.takeBack(message_id);
          }}
          >${t("Take it back")}<//
        >
        <${MenuItem} on_press=${on_close}>${t("Keep it")}<//>
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
    <${Dialog} title=${t("Block {handle}?", { handle: person.handle })} kind="sheet" on_close=${on_close}>
      <p>
        ${t(
          "You won't see each other's messages any more, here or anywhere. They are not told. " +
            "You can take it back under Settings.",
        )}
      </p>
      <div class=${`menu ${settled ? "" : "settling"}`}>
        <${MenuItem}
          on_press=${() => {
            if (!settled) return;
            on_close();
            void app.act.block(person.user_id, true);
          }}
          >${t("Block {handle}", { handle: person.handle })}<//
        >
        <${MenuItem}
          on_press=${async () => {
            if (!settled) return;
            on_close();
            await app.act.report({ message_id, reason: "harassment", note: "" });
            void app.act.block(person.user_id, true);
          }}
          >${t("Block them, and tell a moderator of this message")}<//
        >
        <${MenuItem} on_press=${on_close}>${t("Not now")}<//>
      </div>
    <//>
  `;
}
