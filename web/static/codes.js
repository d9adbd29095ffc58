// @ts-check
/**
 * Recovery codes on the page that shows them once: to be copied or printed.
 * Must never keep them anywhere itself.
 */
import { learnWords } from "./api.js";
import { t } from "./i18n.js";

/** @param {Element} part */
function offer(part) {
  const codes = [...document.querySelectorAll(".codes code")].map((each) => each.textContent);
  const said = part.querySelector("[data-said]");

  async function copy() {
    let words = t("Copied.");
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
    } catch {
      words = t("This browser did not let us copy them.");
    }
    if (said) said.textContent = words;
  }

  part.querySelector("[data-copy]")?.addEventListener("click", () => void copy());
  part.querySelector("[data-print]")?.addEventListener("click", () => print());
  part.removeAttribute("hidden");
}

const part = document.querySelector("[data-keep]");
if (part) offer(part);
void learnWords();
