// @ts-check
/**
 * What kind of keys there are. Must never be asked for anything that a finger needs as well.
 */

/** Whether a key press comes from a device with real keys: there Enter sends. */
export function hasRealKeys() {
  return matchMedia("(hover: hover) and (pointer: fine)").matches;
}

export function onMac() {
  return /^Mac|^iP/.test(navigator.platform);
}
