// @ts-check
/**
 * Takes the invitation out of the link into the form. A fragment is never sent to any server,
 * and it does not stay in the address bar either.
 */

/** It is filled in: nobody has to look at it. @param {HTMLDetailsElement | null} part */
function fold(part) {
  if (!part) return;
  part.open = false;
  part.querySelector("summary")?.removeAttribute("hidden");
}

const found = /(?:^#|&)invite=([^&]+)/.exec(location.hash)?.[1];
const box = document.getElementById("invite");
if (found && box instanceof HTMLInputElement) {
  box.value = decodeURIComponent(found);
  fold(box.closest("details"));
  history.replaceState(null, "", location.pathname);
}
