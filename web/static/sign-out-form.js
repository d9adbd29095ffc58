// @ts-check
/**
 * Signing out by the form of a page: whoever leaves takes their words off this device.
 * Must never take unsent words along without having said so, nor what is the device's own.
 *
 * @import { Device } from "./device.js"
 */
import { signOut, whoAmI } from "./api.js";
import { browserStorage, createDevice, ownPrefix, peoplesKeys } from "./device.js";

/** The second tap of a double one was not for the warning. */
const SETTLES_MS = 500;

/**
 * @param {object} [ports]
 * @param {Device} [ports.device]
 * @param {typeof whoAmI} [ports.who]
 * @param {typeof signOut} [ports.end]  whether it has ended the sign-in
 * @param {() => void} [ports.leave]
 */
export function createSignOut({
  device = createDevice(browserStorage()),
  who = whoAmI,
  end = signOut,
  leave = () => location.replace("/"),
} = {}) {
  let warned_at = -Infinity;
  let busy = false;

  /** What is theirs here; of everybody who has been here, where it can't be told who they are. */
  async function ofTheirs() {
    const user_id = (await who()).me?.user.user_id;
    return () => (user_id ? device.keys(ownPrefix(user_id)) : peoplesKeys(device));
  }

  /**
   * @param {HTMLButtonElement} button  says what comes of pressing it
   * @param {number} at
   */
  return async function press(button, at) {
    const { unsent = "", failed = "" } = button.dataset;
    if (busy || at - warned_at < SETTLES_MS) return;
    busy = true;
    const theirs = await ofTheirs();
    if (warned_at === -Infinity && theirs().some((key) => key.split(".")[2] === "unsent")) {
      warned_at = at;
      say(button, unsent);
    } else if (await end()) {
      for (const key of theirs()) device.remove(key);
      return leave();
    } else say(button, failed);
    busy = false;
  };
}

/** Once more for whoever only hears it. @param {HTMLElement} button @param {string} words */
function say(button, words) {
  const said = document.createElement("span");
  said.setAttribute("role", "alert");
  button.replaceChildren(said);
  said.textContent = words;
}

/** A page without scripts signs out by the form itself. */
export function watchSignOut() {
  const press = createSignOut();
  addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = form.querySelector("button");
    if (form.getAttribute("action") !== "/sign-out" || !button) return;
    event.preventDefault();
    void press(button, event.timeStamp);
  });
}
