// @ts-check
/**
 * Letting someone only read along for a while. Must never do it without a reason: they are told it.
 */
import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { HIDE_REASONS } from "../reasons.js";
import { MenuItem, MenuList } from "./menu.js";
import { useSettled } from "./settled.js";

/** @param {{on_mute: (mute_s: number, reason: any) => Promise<void>}} props */
export function MutePerson({ on_mute }) {
  const [mute_s, setMute] = useState(0);
  const first = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const was_asked = useRef(false);

  // What was pressed is gone: whoever goes by keyboard stays where they were.
  useEffect(() => {
    if (was_asked.current && mute_s === 0) first.current?.focus();
    was_asked.current = mute_s > 0;
  }, [mute_s]);

  if (mute_s > 0) {
    return html`<${Reasons}
      title=${mute_s > 900 ? t("Mute a day: why?") : t("Mute 15 minutes: why?")}
      on_choose=${(/** @type {string} */ reason) => {
        setMute(0);
        void on_mute(mute_s, reason);
      }}
      on_cancel=${() => setMute(0)}
    />`;
  }
  return html`
    <button ref=${first} type="button" class="quiet" onClick=${() => setMute(900)}>
      ${t("Mute 15 minutes")}
    </button>
    <button type="button" class="quiet" onClick=${() => setMute(86_400)}>${t("Mute a day")}</button>
  `;
}

/** @param {{title: string, on_choose: (reason: string) => void, on_cancel: () => void}} props */
function Reasons({ title, on_choose, on_cancel }) {
  const id = useId();
  const settled = useSettled();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  return html`
    <div
      ref=${box}
      class=${`stack only-this ${settled ? "" : "settling"}`}
      role="group"
      aria-labelledby=${id}
    >
      <p><b id=${id}>${title}</b></p>
      <p class="soft">${t("They are told the reason, not who decided.")}</p>
      <${MenuList}>
        ${HIDE_REASONS.map(
          ([reason, label]) => html`<${MenuItem}
            key=${reason}
            on_press=${() => settled && on_choose(reason)}
            >${t(label)}<//
          >`,
        )}
      <//>
      <p><button type="button" class="quiet" onClick=${on_cancel}>${t("Not now")}</button></p>
    </div>
  `;
}
