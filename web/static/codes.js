// @ts-check
/**
 * Recovery codes on the page that shows them once: to be copied or printed.
 * Must never keep them anywhere itself.
 */
import { learnWords } from "./api.js";
import { copied } from "./clipboard.js";
import { t } from "./i18n.js";

/** @param {Element} part */
function offer(part) {
  const codes = [...document.querySelectorAll(".codes code")].map((each) => each.textContent);
  const said = part.querySelector("[data-said]");

  async function copy() {
    const done = await copied(codes.join("\n"));
    if (said) said.textContent = done
        ? t("Copied.")
        : t("This browser did not let us copy it.");
  }

  part.querySelector("[data-copy]")?.addEventListener("click", () => void copy());
  part.querySelector("[data-print]")?.addEventListener("click", () => print());
  part.removeAttribute("hidden");
}

const part = document.querySelector("[data-keep]");
if (part) offer(part);
void learnWords();
