// @ts-check
/**
 * What is shown once: codes, links and their pictures. Must never be kept on the device.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { copied } from "../clipboard.js";
import { t } from "../i18n.js";
import { useApp } from "./app.js";

/**
 * What has just been made. It takes the focus: the form that made it is gone. Where it is meant
 * for paper, it stands alone there. With "Done" it goes, and the focus to what comes in its place.
 *
 * @param {object} props
 * @param {string} props.title
 * @param {boolean} [props.on_paper]
 * @param {() => void} props.on_done
 * @param {ComponentChildren} [props.children]
 * @param {ComponentChildren} [props.more]  further buttons beside it
 */
export function ShownOnce({ title, on_paper = false, on_done, children, more }) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), []);
  return html`
    <section class=${`card shown-once ${on_paper ? "on-paper" : ""}`}>
      <h2 ref=${heading} tabindex="-1" class="no-print">${title}</h2>
      ${children}
      <div class="row no-print">
        ${more}
        <button type="button" class="quiet" onClick=${on_done}>${t("Done")}</button>
      </div>
    </section>
  `;
}

/** @param {{codes: readonly string[]}} props */
export function CodeList({ codes }) {
  return html`
    <ul class="codes">
      ${codes.map((code) => html`<li key=${code}><code>${code}</code></li>`)}
    </ul>
  `;
}

/** @param {{text: string, words?: string}} props */
export function Copy({ text, words = "" }) {
  const app = useApp();

  async function copy() {
    app.tell((await copied(text)) ? t("Copied.") : t("This browser did not let us copy it."));
  }

  return html`<button type="button" class="quiet" onClick=${copy}>${words || t("Copy")}</button>`;
}

export function Print() {
  return html`<button type="button" class="quiet" onClick=${() => print()}>${t("Print")}</button>`;
}

/**
 * A QR code. The server draws it; as a picture it can run nothing.
 *
 * @param {{svg: string, alt: string}} props
 */
export function QrCode({ svg, alt }) {
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return html`<img class="qr" src=${address} alt=${alt} width="240" height="240" />`;
}
