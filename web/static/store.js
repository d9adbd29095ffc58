// @ts-check
/**
 * Where the state is kept while the page lives, and how it changes: by pure functions alone.
 * Must never be changed in place.
 *
 * @import { Pending } from "./outbox.js"
 * @import { State } from "./state.js"
 * @import { Status } from "./connection.js"
 * @import { Writing } from "./writing.js"
 */
import { signal } from "@preact/signals-core";
import { emptyState } from "./state.js";
import { FIRST } from "./writing.js";

export const state = signal(emptyState());

/** Messages on their way. */
export const pending = signal(/** @type {Pending[]} */ ([]));

/** How I like to write and to be told. */
export const writing = signal(/** @type {Writing} */ (FIRST));

export const status = signal(/** @type {Status} */ ("starting"));

/** After these endings nothing that was said, and nothing of anybody's, stays in sight. */
export const OVER = new Set([
  "signed_out",
  "changed",
  "idle",
  "banned",
  "leaving",
  "left",
  "closed",
]);

/** The windows over the page, by id: what is said is said in the last of them. */
export const windows = signal(/** @type {readonly string[]} */ ([]));

/** Whether what one came for stands, so that the rest may be fetched now. */
export const settled = signal(false);

/** When the connection was last known to be whole, by this device's clock. */
export const up_until = signal(/** @type {number | null} */ (null));

/**
 * @param {(state: State) => State} change
 */
export function change(change) {
  state.value = change(state.peek());
}
