// @ts-check
/**
 * What runs on every page that the server makes whole. Must never be needed for what is on it.
 */
import { watchHomeScreen } from "./home-screen.js";
import { putNearFirst } from "./near.js";
import { watchExit } from "./quick-exit.js";
import { watchSignOut } from "./sign-out-form.js";
import { keepPage } from "./worker.js";

putNearFirst();
watchExit();
watchSignOut();
watchHomeScreen();
addEventListener("load", () => keepPage());
// What was sent is not filled in again for whoever goes back.
addEventListener("submit", ({ target }) => {
  addEventListener("pagehide", () => /** @type {HTMLFormElement} */ (target).reset());
});
