// @ts-check
/**
 * Says where a link really leads whose host could be taken for another.
 * Must never follow it by itself.
 *
 * @import { Piece } from "../links.js"
 */
import { html } from "htm/preact";
import { t, tx } from "../i18n.js";
import { Dialog } from "./dialog.js";

/** @param {{link: Piece, on_close: () => void}} props */
export function OddLinkDialog({ link, on_close }) {
  return html`
    <${Dialog} title=${t("Look where it leads")} kind="sheet" on_close=${on_close}>
      <p>
        ${tx("This link leads to {host}. It could be taken for another site.", {
          host: html`<b class="host">${link.host}</b>`,
        })}
      </p>
      <p class="soft">${t("If you don't know that name, it is safer to stay here.")}</p>
      <div class="menu">
        <button type="button" class="menu-item" onClick=${on_close}>${t("Stay here")}</button>
        <a
          class="menu-item"
          href=${link.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          onClick=${on_close}
          >${t("Open {host} all the same", { host: link.host })}</a
        >
      </div>
    <//>
  `;
}
