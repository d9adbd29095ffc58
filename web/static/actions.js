// @ts-check
/**
 * What a person does to rooms and messages: asks the server, and says it when the answer is no.
 * Each gives the answer on.
 * Must never change the state by guessing; what is done comes back as an event.
 *
 * @import { Answer, Problem } from "./problem.js"
 * @import { Commands, MutePerson, RoomView, SetRelation } from "./wire.d.ts"
 * @import { Reading } from "./reading.js"
 * @import { Message, State } from "./state.js"
 * @import { Topic } from "./topics.js"
 *
 * @typedef {<Name extends keyof Commands>(
 *   name: Name,
 *   payload: Commands[Name]["payload"],
 * ) => Promise<Answer<Commands[Name]["result"]>>} Ask
 *
 * @typedef {object} Ports
 * @property {Ask} ask
 * @property {(change: (state: State) => State) => void} change
 * @property {(words: string) => void} tell
 * @property {() => Promise<boolean>} sync
 * @property {() => number} now
 * @property {() => string} new_nonce
 * @property {Reading} reading
 */
import { allSeen, newAgain, reacted, saved } from "./done.js";
import { t } from "./i18n.js";
import { withRoom } from "./state.js";
import { refusalWords } from "./words.js";

/**
 * @typedef {object} RoomDetails
 * @property {string} name
 * @property {string} about
 * @property {string} guidelines
 * @property {RoomView["access"]} access
 * @property {boolean} shows_last_day
 * @property {number | null} retention_days
 */

/**
 * @param {Ports} ports
 */
export function createActions({ ask, change, tell, sync, now, new_nonce, reading }) {
  /**
   * @template {keyof Commands} Name
   * @param {Name} name
   * @param {Commands[Name]["payload"]} payload
   * @returns {Promise<Answer<Commands[Name]["result"]>>}
   */
  async function doIt(name, payload) {
    const answer = await ask(name, payload);
    if (!answer.ok) tell(notDone(answer.error));
    return answer;
  }

  /** @param {Problem} problem */
  function notDone(problem) {
    if (problem.code === "offline") return t("That was not done: you are offline just now.");
    if (problem.code === "no_answer")
      return t("No answer came. Please look whether it was done, and try again.");
    return refusalWords(problem, now());
  }

  return {
    /**
     * Come in, or ask to. The caller shows what a refusal says: it may be about the guidelines.
     *
     * @param {string} room_id
     * @param {number} guidelines_version
     */
    async join(room_id, guidelines_version) {
      const answer = await ask("room.join", { room_id, guidelines_version });
      if (answer.ok) await sync();
      return answer;
    },

    /** @param {string} room_id */
    async leave(room_id) {
      change((state) => withRoom(state, room_id, { leaving: true }));
      const answer = await doIt("room.leave", { room_id });
      if (!answer.ok) change((state) => withRoom(state, room_id, { leaving: false }));
      if (answer.ok) await sync();
      return answer;
    },

    /**
     * @param {RoomDetails} details
     * @param {string} nonce  of the form, so that pressing twice makes one room
     */
    async createRoom({ retention_days, ...details }, nonce) {
      const kept = retention_days === null ? {} : { retention_days };
      const answer = await ask("room.create", { ...details, ...kept, nonce });
      if (answer.ok) await sync();
      return answer;
    },

    /**
     * @param {string} room_id
     * @param {RoomDetails} details
     */
    updateRoom(room_id, { retention_days, ...details }) {
      const kept = retention_days === null ? {} : { retention_days };
      return ask("room.update", { room_id, ...details, ...kept });
    },

    /** @param {string} room_id @param {string} user_id */
    admit: (room_id, user_id) => doIt("room.admit", { room_id, user_id }),
    /** @param {string} room_id @param {string} user_id */
    refuse: (room_id, user_id) => doIt("room.refuse", { room_id, user_id }),
    /** @param {string} room_id @param {string} user_id */
    remove: (room_id, user_id) => doIt("room.remove", { room_id, user_id }),
    /** @param {MutePerson} mute */
    mute: (mute) => doIt("room.mute", mute),
    /** @param {SetRelation} relation */
    setRelation: (relation) => doIt("room.set_relation", relation),

    /**
     * @param {string} message_id
     * @param {string} body
     * @param {{warning: string, topics: readonly Topic[]} | null} [about]  where that changed too
     */
    edit: (message_id, body, about = null) =>
      ask("message.edit", { message_id, body, ...(about && { ...about, topics: [...about.topics] }) }),
    /** @param {string} message_id */
    takeBack: (message_id) => doIt("message.delete", { message_id }),
    /** @param {Commands["message.hide"]["payload"]} hide */
    hide: (hide) => doIt("message.hide", hide),
    /** @param {string} message_id */
    freeLinks: (message_id) => doIt("message.free_links", { message_id }),

    /**
     * @param {string} message_id
     * @param {Commands["message.react"]["payload"]["reaction"]} reaction
     * @param {boolean} on
     */
    async react(message_id, reaction, on) {
      const answer = await doIt("message.react", { message_id, reaction, on });
      if (answer.ok) change((state) => reacted(state, message_id, reaction, on));
      return answer;
    },

    /** Keep it at hand for the room, or no longer. @param {string} message_id @param {boolean} on */
    async pin(message_id, on) {
      const answer = await doIt("message.pin", { message_id, on });
      if (answer.ok && on) tell(t("Pinned. It is one tap away for everyone here."));
      return answer;
    },

    /**
     * Keep it for myself, or no longer.
     *
     * @param {string} message_id
     * @param {boolean} on
     * @param {{quietly?: boolean}} [how]  where it is plain to see that it was done
     */
    async save(message_id, on, { quietly = false } = {}) {
      const answer = await doIt("message.save", { message_id, on });
      if (!answer.ok) return answer;
      change((state) => saved(state, message_id, on));
      if (on && !quietly) tell(t("Saved. Only you see it, under Menu, Saved messages."));
      return answer;
    },

    /**
     * From this message on it is new again, until the room is opened the next time.
     *
     * @param {string} room_id
     * @param {Pick<Message, "seq">} message
     */
    async markUnread(room_id, { seq }) {
      reading.back(room_id, seq - 1);
      const answer = await doIt("read.mark", { room_id, seq: seq - 1, back: true });
      if (!answer.ok) {
        reading.release(room_id);
        return answer;
      }
      change((state) => newAgain(state, room_id, seq));
      tell(t("From here on it is new again."));
      await sync();
      return answer;
    },

    async markAllRead() {
      const answer = await doIt("read.mark_all", {});
      if (answer.ok) change(allSeen);
      return answer;
    },

    /**
     * @param {Omit<Commands["message.report"]["payload"], "nonce">} report
     * @param {string} [nonce]  of a dialog that says itself what a refusal says
     */
    async report(report, nonce) {
      const answer = nonce
        ? await ask("message.report", { ...report, nonce })
        : await doIt("message.report", { ...report, nonce: new_nonce() });
      if (answer.ok)
        tell(t("Thank you. It is kept for the moderators, and only they see that it was you."));
      return answer;
    },

    /**
     * Somebody shall ask how its author is. The window that asks says itself what a refusal says.
     *
     * @param {Commands["message.concern"]["payload"]} worry
     */
    async worry(worry) {
      const answer = await ask("message.concern", worry);
      if (answer.ok) {
        tell(t("Thank you. The moderators know, and you hear when someone has this."));
        await sync();
      }
      return answer;
    },

    /** @param {boolean} visible @param {boolean} reading */
    async showMe(visible, reading) {
      const answer = await doIt("presence.set", { visible, reading });
      if (!answer.ok) return answer;
      change((state) => ({
        ...state,
        me: state.me && { ...state.me, visible, reading },
      }));
      return answer;
    },

    /** @param {string} user_id @param {boolean} blocked */
    async block(user_id, blocked) {
      const answer = await doIt("user.block", { user_id, blocked });
      if (answer.ok && blocked) tell(t("Done. You won't see each other, and they are not told."));
      return answer;
    },
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */
