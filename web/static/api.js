// @ts-check
/**
 * What is asked over plain HTTP, and the only file that calls fetch.
 * Must never put a secret or anyone's words into an address.
 *
 * @import { Answer } from "./problem.js"
 * @import { Commands } from "./wire.d.ts"
 */
import { ENGLISH, language, speak } from "./i18n.js";
import { answerOf, noAnswer, offline } from "./problem.js";

const TIMEOUT_MS = 10_000;
let csrf = "";

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [payload]
 * @param {RequestInit} [more]
 * @returns {Promise<{status: number, body: any}>}  status 0 when nothing was reached
 */
async function request(method, path, payload, more = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (csrf && method !== "GET") headers["X-CSRF-Token"] = csrf;
  if (payload !== undefined) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: payload === undefined ? null : JSON.stringify(payload),
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...more,
    });
    const is_json = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, body: is_json ? await response.json() : null };
  } catch {
    return { status: 0, body: null };
  }
}

/**
 * Who is signed in. Also brings the token that every change over HTTP carries.
 *
 * @returns {Promise<{signed_in: boolean | null, me: any}>}  null when it can't be told
 */
export async function whoAmI() {
  const { status, body } = await request("GET", "/api/me");
  if (typeof body?.csrf === "string") csrf = body.csrf;
  if (status === 401) return { signed_in: false, me: null };
  return { signed_in: status === 200 ? true : null, me: body };
}

/**
 * A request that changes something. After a new sign-in in this browser, maybe in another tab, the
 * page proves itself anew.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [payload]
 */
async function asked(method, path, payload) {
  if (!csrf) await whoAmI();
  const first = await request(method, path, payload);
  if (first.body?.error?.code !== "csrf") return first;
  await whoAmI();
  return request(method, path, payload);
}

/**
 * Any command that needs no live connection.
 *
 * @template {keyof Commands} Name
 * @param {Name} name
 * @param {Commands[Name]["payload"]} payload
 * @returns {Promise<Answer<Commands[Name]["result"]>>}
 */
export async function command(name, payload) {
  const { status, body } = await asked("POST", `/api/commands/${name}`, payload);
  if (status === 0) return offline();
  return body === null ? noAnswer() : answerOf(body);
}

/** @returns {Promise<any>}  the outside lines, or null */
export async function helplines() {
  const { status, body } = await request("GET", "/helplines.json");
  return status === 200 ? body : null;
}

/** The page's words in its language; English needs none, and what can't be had stays English. */
export async function learnWords() {
  if (language === ENGLISH) return;
  const { status, body } = await request("GET", `/static/locale/${language}.json`, undefined, {
    cache: "no-cache",
  });
  if (status === 200) speak(body);
}

/** @returns {Promise<string[]>}  names that nobody has; none when they can't be had */
export async function suggestions() {
  const { status, body } = await request("GET", "/api/suggestions");
  return status === 200 ? body.names : [];
}

/** @returns {Promise<boolean>} */
export async function signOut() {
  const { status } = await asked("DELETE", "/api/sign-ins/current");
  return status !== 0 && status < 500;
}

/** End this browser's sign-in, even while the page goes away: nobody waits for it. */
export function leave() {
  const headers = { Accept: "application/json" };
  fetch("/exit", { method: "POST", headers, keepalive: true }).catch(() => {});
}

/**
 * Accounts: what needs a passphrase, or gives a new sign-in.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [payload]
 * @returns {Promise<Answer<any>>}
 */
export async function ask(method, path, payload) {
  const { status, body } = await asked(method, path, payload);
  if (status === 0) return offline();
  if (body?.ok === undefined && status >= 200 && status < 300) return { ok: true, ...body };
  return answerOf(body?.error ? { ok: false, ...body } : body);
}
