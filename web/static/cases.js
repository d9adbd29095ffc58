// @ts-check
/**
 * A case as those who follow up read it: words, times against their targets, what can be done now,
 * and where in the words something was heard. Must never say more certainly than it was heard.
 *
 * @import { CaseRow, EntryView, HitView } from "./wire.d.ts"
 */
import { mark, t, tn } from "./i18n.js";
import { clockTime, dayOrTime } from "./times.js";
import { duration } from "./words.js";

/** @type {Record<string, string>} */
const SEVERITIES = {
  imminent: mark("In danger now"),
  high: mark("Grave"),
  medium: mark("Today"),
  low: mark("Worth a look"),
};
/** As the field says it: to choose from. */
export const SEVERITY_CHOICES = /** @type {const} */ ([
  ["imminent", mark("In danger now: an attempt, an overdose, a plan with means")],
  ["high", mark("Grave: a wish to die, violence, dangerous withdrawal")],
  ["medium", mark("Today: a relapse, strong craving, hopelessness")],
  ["low", mark("Worth a look")],
]);
const ORDER = ["low", "medium", "high", "imminent"];

/** @type {Record<string, string>} */
const SOURCES = {
  keyword: mark("Software heard words of danger"),
  help_button: mark("They asked to talk to someone"),
  concern: mark("Someone here is worried about them"),
  report: mark("A message of theirs was reported"),
  moderator: mark("A moderator noticed something"),
  failed_screening: mark("Software could not read this, so a person looks"),
  practice: mark("To practise"),
};

/** @type {Record<string, string>} */
const CATEGORIES = {
  suicide: mark("suicide"),
  self_harm: mark("self-harm"),
  overdose: mark("overdose"),
  relapse_craving: mark("relapse or craving"),
  violence_abuse: mark("violence or abuse"),
  medical: mark("a medical danger"),
  drug_dealing: mark("dealing"),
  body_brokering: mark("patient brokering"),
  harassment: mark("harassment"),
  doxxing: mark("private details"),
};
/** What a term can be about. */
export const CATEGORY_NAMES = /** @type {NonNullable<import("./wire.d.ts").TermChange["category"]>[]} */ (
  Object.keys(CATEGORIES)
);

export const OUTCOMES = /** @type {const} */ ([
  ["talked", mark("We talked")],
  ["connected", mark("Connected with help")],
  ["handed_over", mark("Handed over to others who help")],
  ["unreachable", mark("Could not be reached, after several tries")],
  ["no_action", mark("Nothing needed to be done")],
  ["not_a_crisis", mark("It was no crisis")],
]);

/** What a timeline tells: {who} is whoever did it. @type {Record<string, string>} */
const ENTRIES = {
  opened: mark("It began: {detail}."),
  flag: mark("One more reason: {detail}."),
  severity: mark("Now counted as: {detail}."),
  claim: mark("{who} claimed it."),
  release: mark("{who} gave it back."),
  lapsed: mark("The claim ran out. It waits again."),
  alerted: mark("It rang: {detail}."),
  helper_silent: mark("Whoever has it was silent: colleagues were asked to step in."),
  not_accepted: mark("Nobody took it over in time. It stays where it is."),
  contact_overdue: mark("The first words were late: it rang for whoever has it."),
  concern: mark("{who} is worried about them."),
  note: mark("{who} wrote down:"),
  widened: mark("{who} looked at {detail} lines on either side."),
  contact: mark("{who} wrote to them."),
  attempt: mark("{who} tried to reach them."),
  hand_over: mark("{who} asked somebody to go on."),
  accept: mark("{who} took it over."),
  refuse: mark("{who} could not take it over."),
  take_over: mark("{who} stepped in."),
  stand_by: mark("{who} asked somebody to stand by, or needs nobody any more."),
  propose: mark("{who} proposes to close it: {detail}."),
  resolve: mark("{who} closed it: {detail}."),
  review: mark("{who} looked at how it went."),
  judge: mark("{who} judged a reason: {detail}."),
  follow_up_due: mark("Time to ask how they are."),
  message_deleted: mark("They took a message of theirs back. What it said is kept here."),
  message_hidden: mark("A message was taken out of sight. What it said is kept here."),
  left_room: mark("They left a room."),
  erasing: mark("They asked to be removed. The account can be kept for 72 hours."),
  kept: mark("They stay after all."),
};

/** Whom an alert was for. @type {Record<string, string>} */
const AUDIENCES = {
  on_duty: mark("for whoever is on duty"),
  on_call: mark("for whoever is on call"),
  outside: mark("for administrators and outside"),
  colleagues: mark("for colleagues"),
  owner: mark("for whoever has it"),
};

/** What the person wrote first, in five steps. */
export const PROMPTS = /** @type {const} */ ([
  [mark("Who I am"), mark("Hi {handle}, I am {me}. I look after this place, and I'm a person.")],
  [mark("What I saw"), mark("I read what you wrote, and I wanted to ask how you are.")],
  [
    mark("Ask directly"),
    mark("Are you thinking about ending your life? Whatever the answer is, you can tell me."),
  ],
  [mark("What helps now"), mark("What would help right now, even a little?")],
  [mark("A next step"), mark("Shall we agree on one next step, and when I write to you again?")],
]);

/** @param {string} severity */
export function severityWords(severity) {
  return t(SEVERITIES[severity] ?? severity);
}

/** @param {string} source */
export function sourceWords(source) {
  const words = SOURCES[source];
  return words ? t(words) : "";
}

/** @param {string} category */
export function categoryWords(category) {
  const words = CATEGORIES[category];
  return words ? t(words) : category;
}

/** @param {string | null} outcome */
export function outcomeWords(outcome) {
  const words = OUTCOMES.find(([name]) => name === outcome)?.[1];
  return words ? t(words) : t("no outcome yet");
}

/** @param {EntryView} entry */
export function entryWords({ what, actor, detail }) {
  const who = actor?.handle ?? t("Someone who has looked after this place");
  if (what === "answered") return answeredWords(detail);
  if (what === "alerted" && detail === "overdue")
    return t("Nobody had claimed it in time. It is listed as overdue.");
  const words = ENTRIES[what];
  if (!words) return actor ? t("{who} did what this page has no words for yet.", { who }) : what;
  return t(words, { who, detail: detailWords(what, detail) });
}

/** @param {string} what @param {string} detail */
function detailWords(what, detail) {
  if (what === "opened" || what === "flag") return sourceWords(detail) || detail;
  if (what === "severity") return severityWords(detail);
  if (what === "alerted") return detail.split(" ").map(audienceWords).join(", ");
  if (what === "judge") return detail === "right" ? t("right") : t("not right");
  if (what === "resolve" || what === "propose") return outcomeWords(detail.split(" ")[0] ?? "");
  return detail;
}

/** @param {string} audience */
function audienceWords(audience) {
  return t(AUDIENCES[audience] ?? audience);
}

/** What they said when they were asked whether one of us shall write. @param {string} answer */
function answeredWords(answer) {
  return answer === "yes"
    ? t("They would like one of us to write.")
    : t("They would rather not be written to just now.");
}

/** @param {CaseRow} row */
export function isHeld({ state }) {
  return state === "claimed" || state === "in_contact";
}

/** @param {CaseRow} row */
export function isRunning(row) {
  return row.state === "open" || isHeld(row);
}

/** Nobody has shown for a while that they are at it. @param {CaseRow} row @param {number} now */
export function isSilent({ lease_until }, now) {
  return lease_until !== null && lease_until <= now;
}

/**
 * How it stands against its target, and whether that has passed.
 *
 * @param {CaseRow} row
 * @param {number} now
 * @returns {{words: string, late: boolean}}
 */
export function against(row, now) {
  if (row.state === "open") {
    const left_ms = row.claim_by - now;
    return left_ms > 0
      ? { words: t("claim within {duration}", { duration: duration(left_ms) }), late: false }
      : { words: t("overdue by {duration}", { duration: duration(-left_ms) }), late: true };
  }
  if (row.state === "claimed") {
    const left_ms = row.contact_by - now;
    return left_ms > 0
      ? { words: t("write within {duration}", { duration: duration(left_ms) }), late: false }
      : { words: t("first words late by {duration}", { duration: duration(-left_ms) }), late: true };
  }
  if (row.state === "in_contact") return { words: t("in contact"), late: isSilent(row, now) };
  return { words: outcomeWords(row.outcome), late: false };
}

/** Who has it, and how firmly. @param {CaseRow} row @param {string} my_id @param {number} now */
export function holderWords(row, my_id, now) {
  const { owner } = row;
  if (!isRunning(row)) {
    const handle = row.resolved_by?.handle ?? t("someone");
    return row.state === "reviewed"
      ? t("Closed by {handle}, and looked at by a second person.", { handle })
      : t("Closed by {handle}.", { handle });
  }
  if (!owner) return t("Nobody has it.");
  if (owner.user_id === my_id) {
    return row.lease_until === null || isSilent(row, now)
      ? t("You have it.")
      : t("You have it until {time}, and longer while you are at it.", {
          time: clockTime(row.lease_until),
        });
  }
  return isSilent(row, now)
    ? t("{handle} has it, and has been silent since {time}.", {
        handle: owner.handle,
        time: clockTime(row.lease_until ?? now),
      })
    : t("{handle} has it.", { handle: owner.handle });
}

/** @param {CaseRow} row @param {number} now */
export function followUpWords({ follow_up_at }, now) {
  return follow_up_at === null
    ? ""
    : t("Opens again {at}, to ask how they are.", { at: dayOrTime(follow_up_at, now) });
}

/** @param {CaseRow} row */
export function reasonsWords({ flags }) {
  return flags > 1 ? tn("{count} reason", "{count} reasons", flags) : "";
}

/**
 * What I may do with it now, by name.
 *
 * @param {CaseRow} row
 * @param {string} my_id
 * @param {number} now
 */
export function doable(row, my_id, now) {
  const mine = isHeld(row) && row.owner?.user_id === my_id;
  const silent = isSilent(row, now);
  const asked = isHeld(row) && row.handed_to?.user_id === my_id;
  return {
    mine,
    asked,
    claim: row.state === "open" || (row.state === "claimed" && !mine && silent),
    step_in: row.state === "in_contact" && !mine && (row.relief_wanted || silent),
    agree: row.closing && isHeld(row) && !mine,
    review: row.state === "resolved",
    raise: isRunning(row) && ORDER.indexOf(row.severity) < ORDER.length - 1,
    stand_by: isHeld(row) && row.standing_by?.user_id === my_id,
  };
}

/** The next ones up. @param {string} severity */
export function graver(severity) {
  return SEVERITY_CHOICES.filter(([name]) => ORDER.indexOf(name) > ORDER.indexOf(severity));
}

/**
 * Which of them want me first: what I am asked for, what waits, what I have, what others have.
 *
 * @param {readonly CaseRow[]} rows  gravest first
 * @param {string} my_id
 * @param {number} now
 */
export function grouped(rows, my_id, now) {
  /** @type {Record<"asks" | "waits" | "mine" | "others", CaseRow[]>} */
  const groups = { asks: [], waits: [], mine: [], others: [] };
  for (const row of rows) {
    const { mine, asked, claim, step_in, agree, stand_by } = doable(row, my_id, now);
    if (asked || step_in || agree || stand_by) groups.asks.push(row);
    else if (claim) groups.waits.push(row);
    else if (mine) groups.mine.push(row);
    else groups.others.push(row);
  }
  return groups;
}

/**
 * Words in pieces, those that were heard apart from the rest; overlapping ones become one piece.
 *
 * @param {string} words
 * @param {readonly Pick<HitView, "start" | "end">[]} hits
 * @returns {{words: string, heard: boolean}[]}
 */
export function heardPieces(words, hits) {
  const spans = hits
    .map(({ start, end }) => [Math.max(0, start), Math.min(words.length, end)])
    .filter(([start = 0, end = 0]) => start < end)
    .sort(([one = 0], [other = 0]) => one - other);
  const pieces = [];
  let at = 0;
  for (const [from = 0, to = 0] of spans) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    const last = pieces.at(-1);
    if (start > at) pieces.push({ words: words.slice(at, start), heard: false });
    if (start === at && last?.heard) last.words += words.slice(start, to);
    else pieces.push({ words: words.slice(start, to), heard: true });
    at = to;
  }
  if (at < words.length) pieces.push({ words: words.slice(at), heard: false });
  return pieces;
}

/** @param {string} case_id */
export function casePath(case_id) {
  return `/app/follow-up/${case_id}`;
}
