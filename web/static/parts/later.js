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
 */
export function later(load) {
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
    const [, draw] = useState(0);
    useEffect(() => {
      if (loaded) return;
      let wanted = true;
      soon().then(
        () => wanted && draw(1),
        () => {
          if (!wanted) return;
          app.tell(t("That can't be shown just now. Please try again when you are online."));
          props.on_missing?.();
        },
      );
      return () => {
        wanted = false;
      };
    }, []);
    return loaded && html`<${loaded} ...${props} />`;
  }

  return Object.assign(Later, { soon });
}
