// @ts-check
/**
 * A window over the page: keeps the focus inside, closes with Escape, gives the focus back.
 * Must never open by itself.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n.js";
import { windows } from "../store.js";
import { Icon } from "./icon.js";
import { QuickExit } from "./quick-exit.js";
import { Toasts } from "./toast.js";

/**
 * @param {{title: string, on_close: () => void, kind?: string, children?: ComponentChildren}} props
 */
export function Dialog({ title, on_close, kind = "", children }) {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const title_id = useId();

  useLayoutEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    windows.value = [...windows.peek(), title_id];
    // A list of things to do begins with the first of them, not with its way out.
    if (kind === "sheet")
      /** @type {HTMLElement | null | undefined} */ (
        dialog?.querySelector(".dialog-body button, .dialog-body a")
      )?.focus();
    return () => {
      windows.value = windows.peek().filter((id) => id !== title_id);
      dialog?.close();
      // The browser gives the focus back by itself, unless the opener was drawn anew.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  /** @param {MouseEvent} event */
  function pressed(event) {
    if (event.target === ref.current) on_close();
  }

  /** @param {Event} event */
  function cancelled(event) {
    event.preventDefault();
    on_close();
  }

  return html`
    <dialog
      ref=${ref}
      class=${`dialog ${kind}`}
      aria-labelledby=${title_id}
      onClick=${pressed}
      onCancel=${cancelled}
    >
      <div class="dialog-box">
        <header class="dialog-head">
          <h2 id=${title_id}>${title}</h2>
          <button type="button" class="plain" aria-label=${t("Close")} onClick=${on_close}>
            <${Icon} name="close" />
          </button>
          <${QuickExit} />
        </header>
        <div class="dialog-body">${children}</div>
        <${Toasts} within=${title_id} />
      </div>
    </dialog>
  `;
}
