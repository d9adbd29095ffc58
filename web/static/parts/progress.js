// @ts-check
/**
 * How far something is that takes a while; without a share, that it goes on at all.
 * A `progress` of the browser's own, named by its label, which is also shown.
 * Must never count against anyone: it measures work of ours, nobody's days.
 */
import { html } from "htm/preact";
import { useId } from "preact/hooks";

/** @param {{label: string, share?: number | null}} props  from 0 to 1 */
export function Progress({ label, share = null }) {
  const id = useId();
  return html`
    <div class="progress">
      <label for=${id}>${label}</label>
      <progress id=${id} value=${share ?? undefined}></progress>
    </div>
  `;
}
