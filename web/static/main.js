// @ts-check
/**
 * Boots the page and joins its parts. Must never hold a rule of its own.
 *
 * @import { App } from "./parts/app.js"
 * @import { Asking } from "./step-up.js"
 * @import { State, WireEvent } from "./state.js"
 * @import { Topic } from "./topics.js"
 */
import "@preact/signals";
import { effect, signal } from "@preact/signals-core";
import { html, render } from "htm/preact";
import { lookedAway, lookedBack, seenUpTo } from "./answers.js";
import * as api from "./api.js";
import { createConnection } from "./connection.js";
import { browserStorage, createDevice, forgetPerson } from "./device.js";
import { createDrafts } from "./drafts.js";
import { fetched } from "./fetched.js";
import { createHelplines } from "./helplines.js";
import { createHidden } from "./hidden.js";
import { watchHomeScreen } from "./home-screen.js";
import { t } from "./i18n.js";
import { takeInvitations } from "./invitation.js";
import { newNonce } from "./nonce.js";
import { createOutbox } from "./outbox.js";
import { AppContext } from "./parts/app.js";
import { useFocusHere } from "./parts/focus-here.js";
import { later } from "./parts/later.js";
import { Shell } from "./parts/shell.js";
import { watchExit } from "./quick-exit.js";
import { createReading } from "./reading.js";
import { createRouter, stepsHere } from "./router.js";
import { createSession } from "./session.js";
import { hasGuidelinesToRead, wearColours } from "./site.js";
import { isHere, isModerator, isStaff, withNotice } from "./state.js";
import { OVER, change, pending, settled, state, status, up_until, writing } from "./store.js";
import { titlesEndWith, watchTitles } from "./titles.js";
import { createTyping } from "./typing.js";
import { RoomView } from "./views/room.js";
import { HIDDEN_WORDS, refusalWords } from "./words.js";
import { createWriting } from "./writing.js";

const VIEW = { view: true };
const SettingsView = later(async () => (await import("./views/settings.js")).SettingsView, VIEW);
const GuidelinesView = later(
  async () => (await import("./views/guidelines.js")).GuidelinesView,
  VIEW,
);
const CareView = later(async () => (await import("./views/care.js")).CareView, VIEW);
const HelpView = later(async () => (await import("./views/help.js")).HelpView, VIEW);
const Lobby = later(async () => (await import("./views/lobby.js")).Lobby, VIEW);
const OverView = later(async () => (await import("./views/standing.js")).OverView, VIEW);
const StandingView = later(async () => (await import("./views/standing.js")).StandingView, VIEW);
const Saved = later(async () => (await import("./views/saved.js")).Saved, VIEW);
const SearchView = later(async () => (await import("./views/search.js")).SearchView, VIEW);
const FollowUp = later(async () => (await import("./views/follow-up.js")).FollowUp, VIEW);

const GONE_QUIET_MS = 30_000;
/** A line that takes so long to come up may never do so. */
const SETTLES_AFTER_MS = 5000;
/** In these nothing of the place can be shown that was not there before: but help can. */
const UNREACHED = new Set(["offline", "down"]);
const FOR_MODERATORS = /^(case|alert|duty|report|help|lexicon|appeal)\./;
/** These may be worth a word wherever one is. */
const TOLD = new Set(["you.membership_changed", "you.message_hidden", "site.changed"]);
/** After these nothing is known any more of what was quoted. */
const FORGETS_QUOTES = new Set(["names.changed", "you.blocks_changed"]);

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const device = createDevice(browserStorage());
const chance = () => Math.random();
const afterwards = (/** @type {number} */ wait_ms, /** @type {() => void} */ then) => {
  setTimeout(then, wait_ms);
};
/** The server's clock, as far as it is known: times from it are compared with this. */
const now = () => Date.now() + state.peek().clock_ahead_ms;
const tell = (/** @type {string} */ words) => change((before) => withNotice(before, words));

const connection = createConnection({
  on_event: hear,
  on_up: () => void up(),
  on_doubt: () => void session.check(),
  on_status: (next) => {
    if (status.peek() === "up") up_until.value = Date.now();
    status.value = next;
    if (next !== "up") rest();
    if (OVER.has(next)) session.forget();
    if (next === "signed_out") atTheDoor();
  },
  still_signed_in: async () => (await api.whoAmI()).signed_in !== false,
});
const { ask } = connection;
const session = createSession({
  ask,
  state: () => state.peek(),
  change,
  now: () => Date.now(),
  chance,
  later: afterwards,
  after_sync: lookForNews,
  someone_else: () => location.reload(),
});
const news = fetched(async () =>
  (await import("./case-news.js")).createNewsHere({ ask, device, state: () => state.peek(), change }),
);
const outbox = createOutbox({
  post: (payload) => ask("message.post", payload),
  device,
  now: () => Date.now(),
  chance,
  new_nonce: newNonce,
  later: afterwards,
  changed: (list) => {
    pending.value = list;
  },
});
const reading = createReading({
  mark: (room_id, seq) => ask("read.mark", { room_id, seq }),
  seen: (room_id, seq) => change((before) => seenUpTo(before, room_id, seq)),
  now: () => Date.now(),
  later: afterwards,
});

const quoted = signal(/** @type {import("./quotes.js").Quoted} */ (new Map()));

const of_step_up = {
  api: api.ask,
  renewed: api.whoAmI,
  asking: signal(/** @type {Asking | null} */ (null)),
};
const of_actions = { ask, change, tell, sync: session.sync, now, new_nonce: newNonce, reading };

/** @type {App} */
const app = {
  ask,
  ask_http: api.command,
  api: api.ask,
  act: fetched(
    async () => (await import("./actions.js")).createActions(of_actions),
    tell,
  ),
  session,
  invitation: signal(""),
  renewed: api.whoAmI,
  step_up: {
    asking: of_step_up.asking,
    withStepUp: fetched(async () => (await import("./step-up.js")).createStepUp(of_step_up))
      .withStepUp,
  },
  outbox,
  drafts: createDrafts(device),
  quotes: fetched(async () => (await import("./quotes.js")).createQuotes(ask, quoted)),
  quoted,
  reading,
  typing: createTyping({
    tell: (room_id, typing) => void ask("typing.set", { room_id, typing }),
    allowed: () => writing.peek().typing,
    now: () => Date.now(),
    set_timer: (then, wait_ms) => setTimeout(then, wait_ms),
    clear_timer: (timer) => clearTimeout(timer),
  }),
  writing: createWriting({
    device,
    changed: (chosen) => {
      writing.value = chosen;
    },
  }),
  helplines: createHelplines(
    device,
    api.helplines,
    () => state.peek().site?.help_country ?? root.dataset.country ?? "",
  ),
  news,
  hidden: createHidden(device, signal(/** @type {readonly Topic[]} */ ([]))),
  device,
  router: createRouter(),
  tell,
  tellRefusal(answer) {
    if (!answer.ok && answer.error.code !== "cancelled") tell(refusalWords(answer.error, now()));
  },
  now,
  resume: connection.resume,
  left: () => connection.end("leaving"),
  newer: signal(false),
  load_newer: () => page?.take(),
  sign_out: signOut,
};

/** @param {WireEvent} event */
function hear(event) {
  if (event.kind === "protocol_error") {
    // It comes with the end of the connection; the banner says what the person needs to know.
    console.warn("The server ended this connection:", event.code);
    return;
  }
  if (FOR_MODERATORS.test(event.kind)) return void news.hear(event);
  const before = state.peek();
  session.hear(event);
  if (TOLD.has(event.kind)) void tellOf(before, event);
  if (event.kind === "site.changed") void app.helplines.refresh();
  if (FORGETS_QUOTES.has(event.kind)) void app.quotes.forgetAll();
  if (event.message_id && event.kind !== "message.posted")
    void app.quotes.forget(event.message_id);
}

async function up() {
  up_until.value = null;
  reading.forget();
  await session.resume();
  const me = state.peek().me;
  if (!me) return;
  // Asked when someone comes in, never in the middle of something.
  if (!outbox_loaded) reads_first.value = hasGuidelinesToRead(state.peek().site);
  if (!outbox_loaded) outbox.load(me.user_id);
  outbox_loaded = true;
  void outbox.flush();
}
let outbox_loaded = false;
/** @type {{take: () => void} | undefined} */
let page;
const reads_first = signal(false);

/** @param {State} before @param {WireEvent} event */
async function tellOf(before, event) {
  const words = await import("./told.js").then(
    ({ toldWords }) => toldWords(before, event, app.router.route.peek().room_id),
    // All else shows where it belongs, as soon as that is looked at.
    () => (event.kind === "you.message_hidden" ? t(HIDDEN_WORDS) : ""),
  );
  if (words) tell(words);
}

/** Whether what this address names is there, or is known not to be. */
function isThere() {
  const { timeline, me, rooms } = state.value;
  const { view, room_id } = app.router.route.value;
  const at_the_door = (rooms[room_id]?.membership.standing ?? "in") !== "in";
  const elsewhere = view !== "room" || !isHere(state.value) || reads_first.value || at_the_door;
  if (elsewhere) return me !== null;
  return timeline?.reached === true || timeline?.phase === "refused";
}

function rest() {
  settled.value = true;
}

/** What one came for stands, or waits for a line: now the rest is fetched. */
function settle() {
  wearLater();
  void app.helplines.refresh();
  lookForNews();
  void keep();
}

/** For those who look after others: a room they came for is there first. */
function lookForNews() {
  const looks_after = isStaff(state.peek()) || isModerator(state.peek());
  if (looks_after && settled.peek() && status.peek() === "up") void news.look();
}

/** Let the browser keep the page itself. */
async function keep() {
  try {
    const { keepPage } = await import("./worker.js");
    page = keepPage({
      on_newer: () => {
        app.newer.value = true;
      },
    });
  } catch {
    // Another day: it is there for those who come back without a line.
  }
}

async function signOut() {
  const me = state.peek().me;
  if (!(await api.signOut()))
    return tell(t("That didn't reach us. Please try again."));
  if (me) forgetPerson(device, me.user_id);
  location.replace("/");
}

/** The page itself may be kept in this browser: who is not signed in at all begins at the door. */
function atTheDoor() {
  if (!state.peek().me) location.replace("/sign-in");
}

function watchLooking() {
  let away_since = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      away_since = Date.now();
      app.typing.stopped();
      change(lookedAway);
      return;
    }
    change(lookedBack);
    if (status.peek() === "up" && Date.now() - away_since > GONE_QUIET_MS) connection.doubt();
  });
}

function View() {
  const { view, room_id } = app.router.route.value;
  useFocusHere(reads_first.value ? "guidelines" : view);
  const over = OVER.has(status.value);
  if (over && view !== "room" && view !== "help") return html`<${OverView} />`;
  if (!state.value.me && UNREACHED.has(status.value)) return html`<${HelpView} unreached />`;
  const talks = state.value.rooms[room_id]?.room.kind === "support";
  if (!isHere(state.value) && !over && !talks) return html`<${StandingView} />`;
  const { site } = state.value;
  if (reads_first.value && hasGuidelinesToRead(site) && view !== "help" && !over) {
    return html`<${GuidelinesView} />`;
  }
  switch (view) {
    case "room":
      return html`<${RoomView} key=${room_id} room_id=${room_id} />`;
    case "help":
      return html`<${HelpView} />`;
    case "search":
      return html`<${SearchView} />`;
    case "follow-up":
      return html`<${FollowUp} />`;
    case "settings":
      return html`<${SettingsView} />`;
    case "care":
      return html`<${CareView} />`;
    case "saved":
      return html`<${Saved} />`;
    default:
      return html`<${Lobby} />`;
  }
}

/** What only later views, or paper, look like. */
function wearLater() {
  const href = root.dataset.later ?? "";
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(sheet);
}

async function boot() {
  takeInvitations(({ code }) => {
    app.invitation.value = code;
    app.router.go("/app");
  });
  await api.learnWords();
  const site_name = root.dataset.site ?? "";
  root.replaceChildren();
  render(
    html`<${AppContext.Provider} value=${app}>
      <${Shell} site_name=${site_name}><${View} /><//>
    <//>`,
    root,
  );
  watchTitles();
  effect(() => titlesEndWith(state.value.site?.name ?? site_name));
  effect(() => wearColours(state.value.site));
  effect(() => {
    const { timeline, me } = state.value;
    if (timeline && me) outbox.settle(timeline, me.user_id);
  });
  effect(() => {
    const { me } = state.value;
    if (me) app.hidden.load(me.user_id);
  });
  addEventListener("storage", (event) => {
    outbox.changedElsewhere(event.key);
    app.writing.changedElsewhere(event.key);
    app.hidden.changedElsewhere(event.key);
  });
  effect(() => {
    // When it has been drawn; a page that nobody looks at is not drawn, and settles by the clock.
    if (isThere()) requestAnimationFrame(() => setTimeout(rest));
  });
  effect(() => {
    if (settled.value) settle();
  });
  watchLooking();
  // A page that was kept in this browser does not know who is before it.
  if (root.dataset.signedIn === undefined) {
    void api.whoAmI().then(({ signed_in }) => {
      if (signed_in === false) atTheDoor();
    });
  }
  connection.start();
  setTimeout(rest, SETTLES_AFTER_MS);
}

watchHomeScreen();
watchExit({ on_leave: () => connection.end("leaving"), steps_behind: stepsHere });
void boot();
