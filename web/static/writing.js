// @ts-check
/**
 * How I like to write and to be told of what others wrote: kept on this device alone.
 * Must never send what is chosen here to the server.
 *
 * @import { Device } from "./device.js"
 *
 * @typedef {object} Ports
 * @property {Device} device
 * @property {(chosen: Writing) => void} changed
 *
 * @typedef {object} Writing
 * @property {"auto" | "always" | "never"} enter_sends
 * @property {boolean} typing  whether others may see that I am writing
 * @property {boolean} single_keys  whether single letters do something while the list has the focus
 * @property {"all" | "mentions" | "off"} announce
 */
export const WRITING_KEY = "chat.writing";

/** @type {Writing} */
export const FIRST = { enter_sends: "auto", typing: true, single_keys: true, announce: "all" };
/** @type {Record<string, readonly unknown[]>} */
const CHOICES = {
  enter_sends: ["auto", "always", "never"],
  typing: [true, false],
  single_keys: [true, false],
  announce: ["all", "mentions", "off"],
};

/**
 * What was kept, as far as it makes sense.
 *
 * @param {any} kept
 * @returns {Writing}
 */
export function writingOf(kept) {
  const fits = Object.entries(CHOICES).filter(([name, all]) => all.includes(kept?.[name]));
  return { ...FIRST, ...Object.fromEntries(fits.map(([name]) => [name, kept[name]])) };
}

/**
 * @param {Ports} ports
 */
export function createWriting({ device, changed }) {
  let chosen = writingOf(device.get(WRITING_KEY));

  /** @param {Writing} next */
  function set(next) {
    chosen = next;
    changed(chosen);
  }

  changed(chosen);
  return {
    /** @param {Partial<Writing>} change */
    choose(change) {
      set({ ...chosen, ...change });
      device.set(WRITING_KEY, chosen);
    },
    /** Another tab may have chosen otherwise. @param {string | null} key */
    changedElsewhere(key) {
      if (key === WRITING_KEY || key === null) set(writingOf(device.get(WRITING_KEY)));
    },
  };
}

/** @typedef {ReturnType<typeof createWriting>} WritingKeeper */

/**
 * Whether the Enter key sends, or begins a new line.
 *
 * @param {Writing["enter_sends"]} chosen
 * @param {{shift: boolean, ctrl: boolean, real_keys: boolean}} pressed
 */
export function enterSends(chosen, { shift, ctrl, real_keys }) {
  if (shift) return false;
  if (ctrl) return true;
  return chosen === "always" || (chosen === "auto" && real_keys);
}
