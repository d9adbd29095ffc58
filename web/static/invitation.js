// @ts-check
/**
 * Takes an invitation out of the address. A fragment is never sent to any server; it must not stay
 * in the address bar or the history either.
 */

/** @typedef {{knocks: boolean, code: string}} Invitation */

/** @returns {Invitation | null} */
function take() {
  const found = /(?:^#|&)(invite|knock)=([\w-]+)/.exec(location.hash);
  if (!found?.[2]) return null;
  history.replaceState(null, "", location.pathname);
  return { knocks: found[1] === "knock", code: found[2] };
}

/**
 * Now, and whenever a link is put into the address of the page that is open already.
 *
 * @param {(invitation: Invitation) => void} then
 */
export function takeInvitations(then) {
  const look = () => {
    const invitation = take();
    if (invitation) then(invitation);
  };
  look();
  addEventListener("hashchange", look);
}
