// @ts-check
/**
 * Draws a part again only when what it was given has changed: a long list stays quick.
 * Must never be put around a part whose props are made anew each time.
 *
 * @import { ComponentType } from "preact"
 */
import { Component, h } from "preact";

/**
 * @template Props
 * @param {ComponentType<Props>} part
 * @returns {ComponentType<Props>}
 */
export function memo(part) {
  return class extends Component {
    /** @override @param {any} next */
    shouldComponentUpdate(next) {
      const props = /** @type {any} */ (this.props);
      const keys = Object.keys(next);
      return (
        keys.length !== Object.keys(props).length || keys.some((key) => next[key] !== props[key])
      );
    }
    /** @override @param {any} props */
    render(props) {
      return h(/** @type {any} */ (part), props);
    }
  };
}
