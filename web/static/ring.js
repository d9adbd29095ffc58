// @ts-check
/**
 * What rings for whoever is on duty: a sound, if a tap allowed it, and a note of the browser.
 * Must never tell of whom, where or why: only that somebody waits.
 *
 * @typedef {{alert_id: string, what: string, severity: string | null, at: number}} Alert
 */
import { signal } from "@preact/signals-core";
import { t } from "./i18n.js";

/** What I have not said yet that I heard. */
export const ringing = signal(/** @type {readonly Alert[]} */ ([]));

const EVERY_MS = 6000;
/** Whoever does not come within this has other ways to be called. */
const RINGS_MS = 2 * 60_000;

/** @type {AudioContext | null} */
let audio = null;
/** @type {any} */
let timer = null;
let began_at = 0;

/** Only a tap may begin with sound: browsers want it so. Whether this device can. */
export function allowSound() {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    tone(audio, 0);
    return true;
  } catch {
    return false;
  }
}

/** @returns {boolean} */
export function mayNotify() {
  return globalThis.Notification?.permission === "granted";
}

/** Ask the browser, after a tap. */
export async function askToNotify() {
  try {
    return (await Notification.requestPermission()) === "granted";
  } catch {
    return false;
  }
}

/** Whether this browser can be called while no page is open. */
export function canBePushed() {
  return "PushManager" in globalThis && "serviceWorker" in navigator;
}

/**
 * What the server has to know to call this very browser; nothing where it can't be.
 *
 * @param {string} push_key  of the server
 * @returns {Promise<{endpoint: string, p256dh: string, auth: string} | null>}
 */
export async function pushAddress(push_key) {
  try {
    if (!(await askToNotify())) return null;
    const worker = await navigator.serviceWorker.getRegistration();
    const made = await worker?.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: push_key,
    });
    const told = made?.toJSON();
    const { p256dh, auth } = told?.keys ?? { p256dh: "", auth: "" };
    return told?.endpoint && p256dh && auth ? { endpoint: told.endpoint, p256dh, auth } : null;
  } catch {
    return null;
  }
}

/** What the server says rings for me; a test of this very device rings on. @param {readonly Alert[]} alerts */
export function nowRinging(alerts) {
  ring([...ringing.peek().filter((each) => each.what === "test"), ...alerts]);
}

/** This device rings for a test. @param {Alert} test */
export function testRings(test) {
  ring([test, ...ringing.peek().filter((each) => each.what !== "test")]);
}

/** @param {readonly Alert[]} alerts */
function ring(alerts) {
  const more = alerts.some((each) => !ringing.peek().some((old) => old.alert_id === each.alert_id));
  ringing.value = alerts;
  if (alerts.length === 0) return silence();
  if (more) begin();
}

/** @param {string} alert_id */
export function stopRinging(alert_id) {
  ring(ringing.peek().filter((each) => each.alert_id !== alert_id));
}

function begin() {
  silence();
  began_at = Date.now();
  timer = setInterval(again, EVERY_MS);
  again();
  note();
}

function again() {
  if (Date.now() - began_at > RINGS_MS) return silence();
  if (audio?.state === "running") tone(audio, 0.2);
  try {
    navigator.vibrate?.([200, 100, 200]);
  } catch {
    // This device can't, or was not touched yet.
  }
}

function silence() {
  clearInterval(timer);
  timer = null;
}

/** Two soft notes, the second higher. @param {AudioContext} on @param {number} loud */
function tone(on, loud) {
  for (const [at, pitch] of /** @type {const} */ ([[0, 523], [0.35, 659]])) {
    const from = on.currentTime + at;
    const sound = on.createOscillator();
    const volume = on.createGain();
    sound.frequency.value = pitch;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loud, from + 0.03);
    volume.gain.linearRampToValueAtTime(0, from + 0.3);
    sound.connect(volume).connect(on.destination);
    sound.start(from);
    sound.stop(from + 0.32);
  }
}

/** The same words as for any message: a screen may be seen by others. */
function note() {
  if (!mayNotify() || document.visibilityState === "visible") return;
  try {
    const shown = new Notification(t("You have a new message"), { tag: "duty" });
    shown.onclick = () => window.focus();
  } catch {
    // Phones show what the server pushes instead.
  }
}
