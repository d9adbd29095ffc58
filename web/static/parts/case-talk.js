// @ts-check
/**
 * The talk with the person, beside their case: live, like any room, and open to the two alone.
 * Must never drop a draft when it closes.
 *
 * @import { Message } from "../state.js"
 * @import { ReplyTo } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { notYetInLog } from "../outbox.js";
import { roomPath } from "../router.js";
import { messageById, othersTyping } from "../state.js";
import { pending, state } from "../store.js";
import { typingWords } from "../words.js";
import { useApp } from "./app.js";
import { Beginnings } from "./case-words.js";
import { Composer } from "./composer.js";
import { later } from "./later.js";
import { MessageList } from "./message-list.js";

const MessageActions = later(async () => (await import("./message-actions.js")).MessageActions);

/** @param {{room_id: string, handle: string, focus: number}} props */
export function CaseTalk({ room_id, handle, focus }) {
  const app = useApp();
  const now = state.value;
  const timeline = now.timeline?.room_id === room_id ? now.timeline : null;
  const my_id = now.me?.user_id ?? "";
  const [acting, setActing] = useState("");
  const [reply, setReply] = useState(/** @type {ReplyTo | null} */ (null));
  /** What was put into the draft from beside it: the field is drawn anew with it. */
  const [added, setAdded] = useState(0);
  const on_act = useRef((/** @type {Message} */ message) => setActing(message.message_id));

  useEffect(() => {
    void app.session.open(room_id);
    return () => {
      app.typing.stopped();
      app.session.close(room_id);
      app.reading.release(room_id);
    };
  }, [room_id]);

  /** @param {string} words */
  function add(words) {
    const draft = app.drafts.read(my_id, room_id);
    const body = [draft.body.trimEnd(), words].filter(Boolean).join("\n");
    app.drafts.keep(my_id, room_id, { ...draft, body });
    setAdded(added + 1);
  }

  if (timeline?.phase === "refused") {
    return html`<p class="soft">${timeline.refusal?.message}</p>`;
  }
  if (!timeline?.room) return html`<p class="soft" role="status">${t("One moment …")}</p>`;
  const acted = acting ? messageById(timeline, acting) : null;
  const mine = acted?.author?.user_id === my_id;
  return html`
    <div class="case-talk room">
      <${MessageList}
        timeline=${timeline}
        pending=${notYetInLog(pending.value, timeline, my_id)}
        my_id=${my_id}
        unread=${now.rooms[room_id]?.unread ?? 0}
        on_act=${on_act.current}
      />
      <div class="foot">
        <p class="typing soft small">
          ${typingWords(othersTyping(timeline, my_id, app.typing.isWriting(room_id)))}
        </p>
        ${
          timeline.room.closed
            ? html`<p class="composer read-only">${t("This talk has ended. It can still be read.")}</p>`
            : html`<${Composer}
                key=${added}
                timeline=${timeline}
                my_id=${my_id}
                reply=${reply}
                focus=${focus + added}
                on_reply=${setReply}
                on_edit_last=${() => {}}
              />`
        }
      </div>
    </div>
    ${!timeline.room.closed && html`<${Beginnings} handle=${handle} add=${add} />`}
    ${
      acted?.state === "posted" &&
      html`<${MessageActions}
        message=${acted}
        room_id=${room_id}
        mine=${mine}
        keeper=${false}
        can_write=${!timeline.room.closed}
        can_react=${!timeline.room.closed}
        is_in=${true}
        pinned=${false}
        saved=${timeline.my_saved[acted.message_id] === true}
        my_reactions=${timeline.my_reactions[acted.message_id] ?? []}
        on_close=${() => setActing("")}
        on_missing=${() => setActing("")}
        on_reply=${() => setReply({ message_id: acted.message_id, seq: acted.seq })}
        on_edit=${() => app.router.go(roomPath(room_id))}
      />`
    }
  `;
}
