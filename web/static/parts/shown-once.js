// @ts-check
/**
 * What is shown once: codes, links and their pictures. Must never be kept on the device.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "./app.js";

/**
 * What has just been made. It takes the focus: the form that made it is gone. Where it is meant
 * for paper, it stands alone there.
 *
 * @param {{title: string, on_paper?: boolean, children?: ComponentChildren}} props
 */
export function ShownOnce({ title, on_paper = false, children }) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), []);
  return html`
    <section class=${`card shown-once ${on_paper ? "on-paper" : ""}`} role="status">
      <h3 ref=${heading} tabindex="-1" class="no-print">${title}</h3>
      ${children}
    </section>
  `;
}

/** @param {{codes: readonly string[]}} props */
export function CodeList({ codes }) {
  return html`
    <ul class="codes">
      ${codes.map((code) => html`<li key=${code}><code>${code}</code></li>`)}
    </ul>
    <div class="row no-print">
      <${Copy} text=${codes.join("\n")} words=${t("Copy them")} />
      <button type="button" class="quiet" onClick=${() => print()}>${t("Print them")}</button>
    </div>
  `;
}

/** @param {{text: string, words?: string}} props */
export function Copy({ text, words = t("Copy") }) {
  const app = useApp();

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      app.tell(t("Copied."));
    } catch {
      app.tell(t("This browser did not let us copy it."));
    }
  }

  return html`<button type="button" class="quiet" onClick=${copy}>${words}</button>`;
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
