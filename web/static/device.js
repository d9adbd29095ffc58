// @ts-check
/**
 * What is kept on this device alone: drafts, unsent messages, the country, the outside lines.
 * Must never throw because the browser keeps nothing, and must forget a person when they sign out.
 *
 * @typedef {object} Device
 * @property {(key: string) => any} get  null when there is nothing
 * @property {(key: string, value: unknown) => boolean} set  whether it was kept
 * @property {(key: string) => void} remove
 * @property {(prefix: string) => string[]} keys
 */

/** Where the country is kept whose outside lines come first. */
export const COUNTRY = "chat.country";

/**
 * @param {Storage | null} storage
 * @returns {Device}
 */
export function createDevice(storage) {
  return {
    get(key) {
      try {
        return JSON.parse(storage?.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        storage?.setItem(key, JSON.stringify(value));
        return storage !== null;
      } catch {
        return false;
      }
    },
    remove(key) {
      try {
        storage?.removeItem(key);
      } catch {
        // Nothing is kept here, so there is nothing to remove.
      }
    },
    keys(prefix) {
      try {
        return Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
      } catch {
        return [];
      }
    },
  };
}

/** The browser's own storage, or null where it is switched off. */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * Everything that belongs to one person on this device begins with this.
 *
 * @param {string} user_id
 */
export function ownPrefix(user_id) {
  return `chat.${user_id}.`;
}

/**
 * @param {Device} device
 * @param {string} user_id
 */
export function forgetPerson(device, user_id) {
  for (const key of device.keys(ownPrefix(user_id))) device.remove(key);
}

/**
 * What whoever has been here left on this device; `chat.` and a single word is the device's own.
 *
 * @param {Device} device
 */
export function peoplesKeys(device) {
  return device.keys("chat.").filter((key) => key.split(".").length > 2);
}
