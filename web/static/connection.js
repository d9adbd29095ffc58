// @ts-check
/**
 * The live connection, and the only file that knows Socket.IO.
 * Must never give up by itself, except when the server ended this connection on purpose.
 *
 * The library's own reconnecting is off: ours waits with full jitter from 1 to 30 seconds, tries
 * at once when the network or the page comes back, and waits as long as the server asks.
 *
 * @import { Answer, Problem } from "./problem.js"
 * @import { Commands } from "./wire.d.ts"
 * @import { WireEvent } from "./state.js"
 * @import { ConnectError, Socket } from "socket.io-client"
 *
 * @typedef {"starting" | "up" | "down" | "offline"} Trying
 * @typedef {"leaving" | "left"} Gone  by my own wish just now, or by whoever's it was
 * @typedef {"revoked" | "changed" | "signed_out" | "idle" | "banned" | Gone | "closed"} Ended
 * @typedef {Trying | Ended} Status
 *
 * @typedef {object} Ports
 * @property {(event: WireEvent) => void} on_event
 * @property {() => void} on_up
 * @property {() => void} on_doubt  ask something: no answer, and the line counts as dead
 * @property {(status: Status) => void} on_status
 * @property {() => Promise<boolean>} still_signed_in  true as well when that can't be told
 */
import { Manager } from "socket.io-client";
import { delayMs } from "./backoff.js";
import { answerOf, noAnswer, offline } from "./problem.js";

export const ANSWER_TIMEOUT_MS = 5000;
/** So many unanswered requests in a row, and the line counts as dead. */
const SILENCES_MAX = 3;
/** After sleep, or on another network, a line that looks alive has so long to show it. */
const DOUBT_TIMEOUT_MS = 3000;
/** A try that hangs for longer is begun anew when the person is back. */
const HANGS_MS = 2000;
/** After so many failures, and again after as many, it is asked whether the sign-in still holds. */
const ASKS_EACH = 2;
/** Why the server ended it, as the page tells it. @type {Record<string, Ended>} */
const ENDS = {
  newer_session: "revoked",
  role_changed: "changed",
  idle: "idle",
  banned: "banned",
  erased: "left",
  frozen: "closed",
};
/** Another sign-in took the place of this one on this very device: go on with that. */
const RENEWED = "renewed";
const SIGNED_OUT = new Set(["bad_auth", "session_expired"]);

/**
 * @param {Ports} ports
 */
export function createConnection(ports) {
  /** @type {Status} */
  let status = "starting";
  let attempt = 0;
  let silences = 0;
  let retry_after_ms = 0;
  let timer = 0;
  let tried_at = 0;
  /** A try is under way: one more would greet the server twice, and be sent away for it. */
  let trying = false;
  let in_doubt = false;
  const socket = newSocket();

  /** @param {Status} next */
  function become(next) {
    if (status === next) return;
    status = next;
    ports.on_status(next);
  }

  function ended() {
    return status !== "starting" && status !== "up" && status !== "down" && status !== "offline";
  }

  function connectNow() {
    clearTimeout(timer);
    if (ended() || trying || !socket.disconnected) return;
    tried_at = Date.now();
    trying = true;
    socket.connect();
  }

  /** @param {boolean} elsewhere  whether the network is another one now */
  function back(elsewhere) {
    if (status === "offline") become("down");
    if (ended()) return;
    if (socket.connected) {
      if (elsewhere) doubt();
      return;
    }
    // What was begun before may hang on a network that is gone.
    if (elsewhere || Date.now() - tried_at > HANGS_MS) {
      socket.disconnect();
      trying = false;
    }
    connectNow();
  }

  /** The line may have died unheard: whatever is asked next must be answered soon. */
  function doubt() {
    in_doubt = true;
    ports.on_doubt();
  }

  function connectLater() {
    clearTimeout(timer);
    if (ended()) return;
    timer = setTimeout(connectNow, delayMs(attempt, Math.random(), retry_after_ms));
    attempt += 1;
    retry_after_ms = 0;
  }

  function lost() {
    trying = false;
    if (ended()) return;
    become(navigator.onLine ? "down" : "offline");
    connectLater();
  }

  /** The line may look alive and be dead: end it, and begin again. */
  function renew() {
    if (ended()) return;
    silences = 0;
    // A socket that was up tells of its end by itself; one that was still connecting does not.
    const told = socket.connected;
    socket.disconnect();
    if (!told) lost();
  }

  /** @param {ConnectError} error */
  async function refusedToConnect(error) {
    const problem = /** @type {Partial<Problem>} */ (error.data ?? {});
    retry_after_ms = problem.retry_after_ms ?? 0;
    lost();
    // A browser hides why a handshake failed, so now and then it is asked another way.
    const told = SIGNED_OUT.has(problem.code ?? "");
    const worth_asking = told || (navigator.onLine && attempt % ASKS_EACH === 0);
    if (worth_asking && !(await ports.still_signed_in()) && !ended()) end("signed_out");
  }

  /** @param {Ended} as */
  function end(as) {
    clearTimeout(timer);
    become(as);
    socket.disconnect();
  }

  socket.on("connect", () => {
    trying = false;
    attempt = 0;
    silences = 0;
    in_doubt = false;
    become("up");
    ports.on_up();
  });
  socket.on("connect_error", (error) => void refusedToConnect(error));
  socket.on("disconnect", lost);
  socket.onAny((kind, payload) => {
    const fields = /** @type {Record<string, any>} */ (
      typeof payload === "object" && payload !== null ? payload : {}
    );
    if (kind === "protocol_error") retry_after_ms = fields.retry_after_ms ?? 0;
    if (kind === "session.revoked" && fields.reason !== RENEWED) {
      end(ENDS[fields.reason] ?? "signed_out");
    }
    ports.on_event({ ...fields, kind });
  });
  watchNetwork({ back, gone: renew });

  return {
    start: connectNow,

    doubt,

    /** Here it was ended on purpose: the server's word for it may find no connection. */
    end,

    /** The person wants to go on in this tab, although another took its place. */
    resume() {
      attempt = 0;
      trying = false;
      status = "down";
      ports.on_status(status);
      connectNow();
    },

    /**
     * Ask, and get exactly one answer: the server's, or that none came.
     *
     * @template {keyof Commands} Name
     * @param {Name} name
     * @param {Commands[Name]["payload"]} payload
     * @returns {Promise<Answer<Commands[Name]["result"]>>}
     */
    async ask(name, payload) {
      if (!socket.connected) return offline();
      const patience_ms = in_doubt ? DOUBT_TIMEOUT_MS : ANSWER_TIMEOUT_MS;
      try {
        const answer = await socket.timeout(patience_ms).emitWithAck(name, payload);
        silences = 0;
        in_doubt = false;
        return answerOf(answer);
      } catch {
        silences += 1;
        if ((in_doubt || silences >= SILENCES_MAX) && socket.connected) renew();
        return noAnswer();
      }
    },
  };
}

/** @typedef {ReturnType<typeof createConnection>} Connection */

/** @returns {Socket} */
function newSocket() {
  const manager = new Manager(location.origin, {
    path: "/socket.io/",
    transports: ["websocket"],
    reconnection: false,
    autoConnect: false,
    timeout: 20_000,
  });
  return manager.socket("/");
}

/**
 * @param {{back: (elsewhere: boolean) => void, gone: () => void}} then
 */
function watchNetwork({ back, gone }) {
  addEventListener("online", () => back(true));
  addEventListener("offline", gone);
  addEventListener("pageshow", ({ persisted }) => back(persisted));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") back(false);
  });
}
