// @ts-check
/**
 * Putting this place on the home screen, when the person asks for it in the settings.
 * Must never let the browser ask by itself.
 */

/** What the browser would have asked, kept until somebody wants it. @type {any} */
let question = null;

export function watchHomeScreen() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    question = event;
  });
  // What was to be put there has another name and sign now.
  addEventListener("appearance", () => {
    question = null;
  });
}

/** Whether this browser can do it by a button. Elsewhere its own menu does. */
export function canPutOnHomeScreen() {
  return question !== null;
}

export async function putOnHomeScreen() {
  const asked = question;
  question = null;
  await asked?.prompt();
}
