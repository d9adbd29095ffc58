// @ts-check
/**
 * A message away from its place: whose it is, when and where, its words, and the way to it.
 * Must never show folded words without being asked to.
 *
 * @import { ComponentChildren } from "preact"
 * @import { MessagePosted } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { messagePath } from "../router.js";
import { clockTime, dayWords } from "../times.js";
import { useApp } from "./app.js";
import { FoldedWords } from "./folded.js";

/**
 * @param {object} props
 * @param {MessagePosted} props.message
 * @param {string} [props.room]  the name of its room, where it has to be said
 * @param {() => void} [props.on_follow]
 * @param {ComponentChildren} [props.children]  what else one can do with it
 */
export function Kept({ message, room = "", on_follow, children }) {
  const app = useApp();
  const { author, at, room_id, message_id } = message;
  const handle = author?.handle ?? t("Someone");
  const when = `${dayWords(at, app.now())} ${clockTime(at)}`;
  return html`
    <li class="kept">
      <p class="soft small">
        <bdi>${handle}</bdi>, ${when}${room && html`, <bdi>${room}</bdi>`}
      </p>
      <${FoldedWords} message=${message} />
      <div class="row">
        <a class="plain" href=${messagePath(room_id, message_id)} onClick=${on_follow}
          >${t("Show it in its place")}<span class="unseen">${`: ${handle}, ${when}`}</span></a
        >
        ${children}
      </div>
    </li>
  `;
}
