// @ts-check
/**
 * How I like the console, as it is chosen on this device now. Must never be sent anywhere.
 *
 * @import { Desk } from "../desk.js"
 * @import { Device } from "../device.js"
 */
import { signal } from "@preact/signals-core";
import { deskOf } from "../desk.js";
import { ownPrefix } from "../device.js";

export const desk = signal(deskOf(null, ""));

/** @param {string} user_id */
const keyOf = (user_id) => `${ownPrefix(user_id)}desk`;

/** @param {Device} device @param {string} user_id */
export function loadDesk(device, user_id) {
  desk.value = deskOf(device.get(keyOf(user_id)), user_id);
}

/** @param {Device} device @param {string} user_id @param {Partial<Desk>} change */
export function keepDesk(device, user_id, change) {
  desk.value = deskOf({ ...desk.peek(), ...change }, user_id);
  device.set(keyOf(user_id), desk.peek());
}
