// @ts-check
/**
 * What every part may ask for. `main.js` joins it; parts never make it themselves.
 *
 * @import { Actions, Ask } from "../actions.js"
 * @import { Device } from "../device.js"
 * @import { Drafts } from "../drafts.js"
 * @import { HelplinesKeeper } from "../helplines.js"
 * @import { Hidden } from "../hidden.js"
 * @import { News } from "../news.js"
 * @import { Outbox } from "../outbox.js"
 * @import { Answer } from "../problem.js"
 * @import { Quotes } from "../quotes.js"
 * @import { Reading } from "../reading.js"
 * @import { Router } from "../router.js"
 * @import { Session } from "../session.js"
 * @import { Signal } from "@preact/signals-core"
 * @import { StepUp } from "../step-up.js"
 * @import { Typing } from "../typing.js"
 * @import { WritingKeeper } from "../writing.js"
 *
 * @typedef {object} App
 * @property {Ask} ask
 * @property {Ask} ask_http
 * @property {(method: string, path: string, payload?: unknown) => Promise<Answer<any>>} api
 * @property {Actions} act
 * @property {Session} session
 * @property {StepUp} step_up
 * @property {import("@preact/signals-core").Signal<string>} invitation  from a link that was
 *   opened here while signed in
 * @property {() => Promise<unknown>} renewed  after this browser got another sign-in
 * @property {Outbox} outbox
 * @property {Drafts} drafts
 * @property {Quotes} quotes
 * @property {Signal<import("../quotes.js").Quoted>} quoted  what they know by now
 * @property {Reading} reading
 * @property {Typing} typing
 * @property {WritingKeeper} writing
 * @property {HelplinesKeeper} helplines
 * @property {News} news
 * @property {Hidden} hidden
 * @property {Device} device
 * @property {Router} router
 * @property {(words: string) => void} tell
 * @property {(answer: Answer<any>) => void} tellRefusal  says why not; what I took back, I know
 * @property {() => number} now
 * @property {() => void} resume
 * @property {Signal<boolean>} newer  whether a newer version of the page is kept
 * @property {() => void} load_newer
 * @property {() => void} left  I have asked to be removed
 * @property {() => Promise<void>} sign_out
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";

export const AppContext = createContext(/** @type {App | null} */ (null));

/** @returns {App} */
export function useApp() {
  return /** @type {App} */ (useContext(AppContext));
}
