// @ts-check
/** Copying words. Must never copy anything that nobody asked for. */

/**
 * @param {string} text
 * @returns {Promise<boolean>}  whether the browser let us
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
