// @ts-check
/**
 * Takes the invitation out of the link into the form. A fragment is never sent to any server,
 * and it does not stay in the address bar either.
 */

const found = /(?:^#|&)invite=([^&]+)/.exec(location.hash)?.[1];
const box = document.getElementById("invite");
if (found && box instanceof HTMLInputElement) {
  box.value = decodeURIComponent(found);
  history.replaceState(null, "", location.pathname);
}
