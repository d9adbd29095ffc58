// @ts-check
/**
 * A part that is fetched when it is first wanted, so that a room opens quickly.
 * Must never leave anyone before an empty place without a word.
 *
 * @import { ComponentType } from "preact"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "./app.js";

/**
 * @template Props
 * @param {() => Promise<ComponentType<Props>>} load
 * @param {{view?: boolean}} [how]  a view fills the page: it says itself what happens meanwhile
 */
export function later(load, { view = false } = {}) {
  /** @type {Promise<ComponentType<Props>> | null} */
  let loading = null;
  /** @type {ComponentType<Props> | null} */
  let loaded = null;

  /** Fetch it before it is wanted. */
  function soon() {
    loading ??= load().then((part) => (loaded = part));
    // What failed is fetched anew the next time.
    loading.catch(() => (loading = null));
    return loading;
  }

  /** @param {Props & {on_missing?: () => void}} props  `on_missing`: it could not be fetched */
  function Later(props) {
    const app = useApp();
    const [stage, setStage] = useState(/** @type {"under way" | "here" | "missing"} */ ("under way"));
    useEffect(() => {
      // It may have come since it was drawn, for another who wanted it: then it is drawn once more.
      if (loaded) return setStage("here");
      let wanted = true;
      soon().then(
        () => wanted && setStage("here"),
        () => {
          if (!wanted) return;
          setStage("missing");
          if (!view) app.tell(t("That can't be shown just now. Please try again."));
          props.on_missing?.();
        },
      );
      return () => {
        wanted = false;
      };
    }, []);
    if (loaded) return html`<${loaded} ...${props} />`;
    if (!view) return null;
    return stage === "missing" ? html`<${Missing} />` : html`<${UnderWay} />`;
  }

  return Object.assign(Later, { soon });
}

function UnderWay() {
  return html`<p class="soft pad" role="status">${t("One moment …")}</p>`;
}

/** A browser may remember that a module failed; a fresh page asks again. */
function Missing() {
  return html`
    <div class="pad" role="alert">
      <p>${t("This part of the page didn't reach you. What you have written is kept.")}</p>
      <button type="button" class="quiet" onClick=${() => location.reload()}>
        ${t("Load the page again")}
      </button>
    </div>
  `;
}
