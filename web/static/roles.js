// @ts-check
/** Words for what someone looks after, and how far they are here. Must never say more than that. */
import { t } from "./i18n.js";

/** As a tag beside a name. @param {string} role */
export function roleTag(role) {
  if (role === "admin") return t("administrator");
  return role === "moderator" ? t("moderator") : t("member");
}

/** Within a sentence: "made her a moderator". @param {string} role */
export function roleWords(role) {
  if (role === "admin") return t("an administrator");
  return role === "moderator" ? t("a moderator") : t("a member");
}

/** By itself: "A moderator". @param {string} role */
export function roleName(role) {
  if (role === "admin") return t("An administrator");
  return role === "moderator" ? t("A moderator") : t("A member");
}

/** Where someone is not simply here. @param {string} standing */
export function standingWords(standing) {
  if (standing === "waiting") return t("waits to be let in");
  if (standing === "banned") return t("can't take part for now");
  if (standing === "frozen") return t("account closed");
  return standing === "erasing" ? t("is leaving") : "";
}
