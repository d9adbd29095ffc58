// @ts-check
/**
 * What I keep for myself, from all of my rooms. Must never be shown to anybody else, nor show
 * what I may not read any more.
 *
 * @import { MessagePosted } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { Bones } from "../parts/bones.js";
import { Empty } from "../parts/empty.js";
import { Kept } from "../parts/kept.js";
import { More } from "../parts/more.js";
import { usePages } from "../parts/use-pages.js";
import { state, status } from "../store.js";
import { useTitle } from "../titles.js";

export function Saved() {
  const app = useApp();
  const {
    items: messages,
    cursor,
    problem,
    known,
    load,
  } = usePages(
    (from) => app.ask("message.saved", { cursor: from }),
    (page) => page.messages,
  );
  useTitle(t("Saved messages"));

  const up = status.value === "up";
  const unseen = !up && status.value !== "starting" && messages.length === 0;
  const words = problem || (known ? "" : t("One moment …"));
  const told = unseen ? t("What you saved can't be shown until you are back.") : words;
  return html`
    <section class="page saved" data-region>
      <h1>${t("Saved messages")}</h1>
      <p class="lead">
        ${t("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
      </p>
      ${
        unseen || problem || known
          ? html`<p class="soft" role="status">${told}</p>`
          : html`<${Bones} count=${3} words=${told} />`
      }
      ${
        !told &&
        messages.length === 0 &&
        html`<${Empty}
          picture="lantern"
          words=${t("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
        />`
      }
      <ul class="found">
        ${messages.map((message) => html`<${Row} key=${message.message_id} message=${message} />`)}
      </ul>
      <${More} cursor=${cursor} words=${t("Show more")} load=${load} />
    </section>
  `;
}

/** What was let go by a slip stays in sight, to be kept after all. @param {{message: MessagePosted}} props */
function Row({ message }) {
  const app = useApp();
  const [kept, setKept] = useState(true);

  async function change() {
    const answer = await app.act.save(message.message_id, !kept, { quietly: true });
    if (answer.ok) setKept(!kept);
  }

  return html`
    <${Kept} message=${message} room=${state.value.rooms[message.room_id]?.room.name}>
      <button type="button" class="plain" onClick=${() => void change()}>
        ${kept ? t("Keep it no longer") : t("Keep it after all")}
      </button>
    <//>
  `;
}
