// @ts-check
/**
 * Why something is reported, hidden or ended, and who may come into a room: to choose from, and as
 * it is told. Must never blame.
 */
import { mark, t } from "./i18n.js";
import { HIDDEN_WORDS } from "./words.js";

export const REPORT_REASONS = /** @type {const} */ ([
  ["unkind", mark("It is unkind")],
  ["harassment", mark("Someone won't leave a person alone")],
  ["private_details", mark("It tells private details")],
  ["dealing", mark("It offers or asks for substances")],
  ["spam", mark("It is advertising")],
  ["other", mark("Something else")],
]);

export const HIDE_REASONS = /** @type {const} */ ([
  ["unkind", mark("It is unkind")],
  ["private_details", mark("It tells private details")],
  ["dealing", mark("It offers or asks for substances")],
  ["method_detail", mark("It describes how to do harm")],
  ["off_topic", mark("It doesn't belong in this room")],
  ["breaks_guidelines", mark("It goes against the guidelines")],
]);

/** Why something was decided about a person or a room. */
export const CONDUCT_REASONS = /** @type {const} */ ([
  ["unkind", mark("Messages hurt people here")],
  ["harassment", mark("Messages went to someone who asked to be left alone")],
  ["dealing", mark("Substances were offered or asked for")],
  ["private_details", mark("Private details of others were told")],
  ["spam", mark("It was advertising")],
  ["method_detail", mark("It was described how to do harm")],
  ["off_topic", mark("It didn't belong there")],
  ["breaks_guidelines", mark("It went against the guidelines")],
  ["danger", mark("It put people here in danger")],
  ["other", mark("Something else")],
]);

/** What whoever it was decided about is told. @type {Record<string, string>} */
const DECIDED_FOR = {
  unkind: mark("Why: messages hurt people here."),
  harassment: mark("Why: messages went to someone who asked to be left alone."),
  dealing: mark("Why: substances were offered or asked for."),
  private_details: mark("Why: private details of others were told."),
  spam: mark("Why: it was advertising."),
  method_detail: mark("Why: it was described how to do harm."),
  off_topic: mark("Why: it didn't belong there."),
  breaks_guidelines: mark("Why: it went against the guidelines."),
  danger: mark("Why: it put people here in danger."),
};

/** @param {string} reason */
export function conductWords(reason) {
  const why = DECIDED_FOR[reason];
  return why ? t(why) : "";
}

/** @type {Record<string, string>} */
export const ACCESS_WORDS = {
  open: mark("Open: anyone may come in."),
  request: mark("On request: someone lets you in."),
  invite: mark("By invitation."),
};

/** What the author is told. @type {Record<string, string>} */
const HIDDEN_FOR = {
  unkind: mark(
    "A message of yours was taken out of sight: it is unkind. You are still welcome here.",
  ),
  private_details: mark(
    "A message of yours was taken out of sight: it tells private details. " +
      "You are still welcome here.",
  ),
  dealing: mark(
    "A message of yours was taken out of sight: it offers or asks for substances. " +
      "You are still welcome here.",
  ),
  method_detail: mark(
    "A message of yours was taken out of sight: it describes how to do harm. " +
      "You are still welcome here.",
  ),
  off_topic: mark(
    "A message of yours was taken out of sight: it doesn't belong in this room. " +
      "You are still welcome here.",
  ),
  breaks_guidelines: mark(
    "A message of yours was taken out of sight: it goes against the guidelines. " +
      "You are still welcome here.",
  ),
};

/**
 * A message of mine was taken out of sight: why, and that I am still welcome.
 *
 * @param {string} reason
 */
export function hiddenWords(reason) {
  return t(HIDDEN_FOR[reason] ?? HIDDEN_WORDS);
}
