// @ts-check
/**
 * What runs on every page that the server makes whole. Must never be needed for what is on it.
 */
import { watchHomeScreen } from "./home-screen.js";
import { watchExit } from "./quick-exit.js";
import { keepPage } from "./worker.js";

watchExit();
watchHomeScreen();
addEventListener("load", () => keepPage());
