// @ts-check
/**
 * For administrators: who moderates. Must never list people; a name has to be known.
 *
 * @import { Problem } from "../problem.js"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../parts/app.js";
import { refusalWords } from "../words.js";

const NOBODY = "Nobody here has that name.";

/**
 * @param {Problem} problem
 * @param {number} now
 */
function problemWords(problem, now) {
  return problem.code === "not_found" ? NOBODY : refusalWords(problem, now);
}

export function People() {
  const app = useApp();
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = "People";
  }, []);

  /** @param {SubmitEvent} event */
  async function give(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const asked = Object.fromEntries(new FormData(form));
    setBusy(true);
    const answer = await app.api("POST", "/api/roles", asked);
    setBusy(false);
    setProblem(answer.ok ? "" : problemWords(answer.error, app.now()));
    if (!answer.ok) return setWords("");
    form.reset();
    const moderates = answer.user.role === "moderator";
    setWords(
      `${answer.user.handle} is a ${moderates ? "moderator" : "member"} now, and signs in anew.`,
    );
  }

  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">All rooms</a>
      <h1>People</h1>
      <p>Moderators see reports and requests, and can look into every room. Give this with care.</p>
      <form class="stack" onSubmit=${give}>
        <label class="field">
          <span>Their name here</span>
          <input name="handle" required autocomplete="off" autocapitalize="none" />
        </label>
        <fieldset>
          <legend>What they are</legend>
          <label class="check">
            <input type="radio" name="role" value="moderator" checked /><span>A moderator</span>
          </label>
          <label class="check">
            <input type="radio" name="role" value="member" /><span>A member like everyone</span>
          </label>
        </fieldset>
        <label class="field">
          <span>Your own passphrase</span>
          <input name="passphrase" type="password" required autocomplete="current-password" />
        </label>
        ${problem && html`<p class="problem" role="alert">${problem}</p>`}
        <p role="status">${words}</p>
        <button type="submit" class="main" disabled=${busy}>Save</button>
      </form>
    </section>
  `;
}
