// @ts-check
/**
 * What is listened for here: the list, what is proposed for it, and the versions before.
 * Must never let one person's slip of a thumb change what is heard.
 *
 * @import { ListProposalView, ListVersionView, TermView, WordList } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { rang } from "../case-news.js";
import { categoryWords, severityWords } from "../cases.js";
import { figure, t, tn } from "../i18n.js";
import { status } from "../store.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { Bones } from "./bones.js";
import { useNeighbour } from "./neighbour.js";
import { AddTerm, AlterTerm, useProposing } from "./word-forms.js";
import { TrialFound } from "./word-trial.js";

export function Words() {
  const app = useApp();
  const [told, setTold] = useState(/** @type {WordList | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  const up = status.value === "up";
  const heard = rang.value;
  useEffect(() => {
    if (!up) return;
    void app.ask("lexicon.show", {}).then((answer) => {
      if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
      setProblem("");
      setTold(answer);
    });
  }, [up, heard, asked]);
  const again = () => setAsked((times) => times + 1);

  if (problem) return html`<p class="problem" role="alert">${problem}</p>`;
  if (!told) return html`<${Bones} />`;
  return html`
    <div class="narrow words-heard">
      <p class="soft">
        ${t("Software listens for these, so that a person asks how somebody is. It never hides or blocks anything. One proposes a change and another agrees; then it is in force everywhere within two seconds.")}
      </p>
      <p class="soft small">${t("Version of the list: {version}", { version: told.version })}</p>
      <${Waiting} proposals=${told.proposals} on_changed=${again} />
      <${Terms} terms=${told.terms} on_proposed=${again} />
      <${AddTerm} on_proposed=${again} />
      <${Versions} versions=${told.versions} number=${told.number} on_changed=${again} />
    </div>
  `;
}

/** @param {{proposals: ListProposalView[], on_changed: () => void}} props */
function Waiting({ proposals, on_changed }) {
  const app = useApp();
  const { list, heading, leaves } = useNeighbour();

  /** @param {"lexicon.approve" | "lexicon.refuse"} name @param {string} proposal_id */
  async function decide(name, proposal_id) {
    const answer = await app.step_up.withStepUp(() => app.ask_http(name, { proposal_id }));
    app.tellRefusal(answer);
    leaves();
    if (answer.ok) app.tell(name === "lexicon.approve" ? t("It is in force.") : t("Done."));
    on_changed();
  }

  return html`
    <section class="case-part">
      <h2 ref=${heading} tabindex="-1">${t("Waiting for somebody to agree")}</h2>
      ${proposals.length === 0 && html`<p class="soft">${t("Nothing is proposed.")}</p>`}
      <ul class="cards" ref=${list}>
        ${proposals.map(
          (each) => html`<${Proposed} key=${each.proposal_id} proposal=${each} decide=${decide} />`,
        )}
      </ul>
    </section>
  `;
}

/**
 * @param {object} props
 * @param {ListProposalView} props.proposal
 * @param {(name: "lexicon.approve" | "lexicon.refuse", proposal_id: string) => void} props.decide
 */
function Proposed({ proposal, decide }) {
  const app = useApp();
  const { proposal_id, term, proposer, proposed_at, why, trial, is_mine, can_approve } = proposal;
  const named = term || t("an earlier version");
  const agree = is_mine ? t("Agree to it alone") : t("Agree");
  return html`
    <li class="card">
      <h3><code>${named}</code></h3>
      <p>${proposedWords(proposal)}</p>
      <p class="soft small">
        ${t("By {who}, {at}", {
          who: proposer ? proposer.handle : t("someone who has left"),
          at: dayOrTime(proposed_at, app.now()),
        })}
      </p>
      ${why && html`<p class="as-written" dir="auto">${why}</p>`}
      <${Altered} proposal=${proposal} />
      <${TrialFound} trial=${trial} />
      ${
        is_mine &&
        !can_approve &&
        html`<p class="soft small">${t("Somebody else has to agree. You can take it back.")}</p>`
      }
      <div class="row">
        ${
          can_approve &&
          html`<${TwoPresses}
            words=${agree}
            label=${`${agree}: ${named}`}
            sure=${t("Yes, listen by this list")}
            on_press=${() => decide("lexicon.approve", proposal_id)}
          >
            ${
              is_mine &&
              html`<p class="small">
                ${t("All who look after this place see it, and each of them can undo it for 72 hours.")}
              </p>`
            }
          <//>`
        }
        <${TwoPresses}
          words=${is_mine ? t("Take it back") : t("Say no")}
          label=${`${is_mine ? t("Take it back") : t("Say no")}: ${named}`}
          sure=${t("Yes")}
          on_press=${() => decide("lexicon.refuse", proposal_id)}
        />
      </div>
    </li>
  `;
}

/** @param {ListProposalView} proposal */
function proposedWords({ term, change, back_to }) {
  if (back_to !== null) return t("To go back to version {number}", { number: figure(back_to) });
  if (!change) {
    return term.startsWith("own.") ? t("To listen for it no more") : t("To have it as it came");
  }
  if (change.off) return t("To listen for it no more");
  return change.category ? t("Words of our own") : t("To change what is heard by it");
}

/** Each line of a change, as it was written. @param {{proposal: ListProposalView}} props */
function Altered({ proposal: { change } }) {
  if (!change || change.off) return null;
  const parts = /** @type {[string, readonly string[] | undefined][]} */ ([
    [t("Listens for"), change.patterns],
    [t("Unless"), change.exceptions],
    [t("Must hear"), change.hits],
    [t("Must leave alone"), change.misses],
  ]);
  return html`
    ${change.severity && html`<p class="small">${t("How grave")}: ${severityWords(change.severity)}</p>`}
    <dl class="lines">
      ${parts
        .filter(([, lines]) => (lines ?? []).length > 0)
        .map(
          ([words, lines]) => html`<dt>${words}</dt>
            ${(lines ?? []).map((line) => html`<dd key=${line} dir="auto">${line}</dd>`)}`,
        )}
    </dl>
  `;
}

/** @param {{terms: TermView[], on_proposed: () => void}} props */
function Terms({ terms, on_proposed }) {
  const [wanted, setWanted] = useState("");
  const words = wanted.trim().toLowerCase();
  const shown = terms.filter((each) =>
    [each.term, categoryWords(each.category), ...each.examples].some((said) =>
      said.toLowerCase().includes(words),
    ),
  );
  return html`
    <section class="case-part">
      <h2>${t("What is listened for")}</h2>
      <label class="field">
        <span>${t("Find in the list")}</span>
        <input
          type="search"
          value=${wanted}
          onInput=${(/** @type {any} */ event) => setWanted(event.target.value)}
        />
      </label>
      <p role="status" class="soft small">
        ${tn("{count} term", "{count} terms", shown.length)}
      </p>
      <ul class="word-terms">
        ${shown.map((each) => html`<li key=${each.term}><${Term} term=${each} on_proposed=${on_proposed} /></li>`)}
      </ul>
    </section>
  `;
}

/** @param {{term: TermView, on_proposed: () => void}} props */
function Term({ term, on_proposed }) {
  const app = useApp();
  const [open, setOpen] = useState(false);
  const { propose, done } = useProposing(on_proposed);
  const { term: name, category, severity, off, own, change, examples, right, wrong } = term;

  /** @param {import("../wire.d.ts").TermChange} wanted */
  async function only(wanted) {
    const answer = await propose(wanted);
    app.tellRefusal(answer);
    if (answer.ok) app.tell(done(answer));
  }

  return html`
    <details onToggle=${(/** @type {any} */ event) => setOpen(event.target.open)}>
      <summary>
        <code>${name}</code>${" "}
        <span class="soft small">
          ${[categoryWords(category), severity ? severityWords(severity) : t("only raises others")].join(", ")}
        </span>${" "}
        ${off && html`<span class="tag">${t("not listened for")}</span>`}
        ${own && html`<span class="badge">${t("our own")}</span>`}
        ${!own && !off && change && html`<span class="badge">${t("changed here")}</span>`}
      </summary>
      ${
        open &&
        html`
          <p class="small">${precisionWords(right, wrong)}</p>
          ${examples.length > 0 && html`<p class="soft small">${t("Hears, for example:")}</p>`}
          <ul class="small">
            ${examples.map((said) => html`<li key=${said} dir="auto">${said}</li>`)}
          </ul>
          ${!off && html`<${AlterTerm} term=${term} on_proposed=${on_proposed} />`}
          <div class="row">
            ${
              !off &&
              html`<${TwoPresses}
                words=${t("Propose to listen for it no more")}
                label=${t("Propose to listen for it no more: {name}", { name })}
                sure=${t("Yes, propose it")}
                on_press=${() => void only({ term: name, off: true })}
              />`
            }
            ${
              change &&
              !own &&
              html`<${TwoPresses}
                words=${t("Propose to have it as it came")}
                label=${t("Propose to have it as it came: {name}", { name })}
                sure=${t("Yes, propose it")}
                on_press=${() => void only({ term: name })}
              />`
            }
          </div>
        `
      }
    </details>
  `;
}

/** @param {number | null} right @param {number | null} wrong */
function precisionWords(right, wrong) {
  if (right === null || wrong === null) {
    return t("It was judged fewer than five times in 90 days: that is not told.");
  }
  return t("Right {right} of {all} times in 90 days, as those said who followed up.", {
    right: figure(right),
    all: figure(right + wrong),
  });
}

/** @param {{versions: ListVersionView[], number: number, on_changed: () => void}} props */
function Versions({ versions, number, on_changed }) {
  const app = useApp();

  /** @param {number} wanted */
  async function goBack(wanted) {
    const answer = await app.ask("lexicon.revert", { number: wanted });
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("It waits for somebody to agree."));
    on_changed();
  }

  /** @param {number} wanted */
  async function undo(wanted) {
    const answer = await app.step_up.withStepUp(() =>
      app.ask_http("lexicon.undo", { number: wanted }),
    );
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("Done."));
    on_changed();
  }

  return html`
    <section class="case-part">
      <h2>${t("Versions")}</h2>
      <ol class="cards" reversed>
        ${versions.map(
          (each) => html`<${Version}
            key=${each.number}
            version=${each}
            current=${each.number === number}
            go_back=${goBack}
            undo=${undo}
          />`,
        )}
        <li class="card">
          <p>${t("As it came")}</p>
          ${number > 0 && html`<${GoBack} number=${0} go_back=${goBack} />`}
        </li>
      </ol>
    </section>
  `;
}

/**
 * @param {object} props
 * @param {ListVersionView} props.version
 * @param {boolean} props.current
 * @param {(number: number) => void} props.go_back
 * @param {(number: number) => void} props.undo
 */
function Version({ version, current, go_back, undo }) {
  const app = useApp();
  const { number, at, term, back_to, proposer, agreed, undo_until } = version;
  const gone = t("someone who has left");
  const what = back_to === null ? term : t("back to version {number}", { number: figure(back_to) });
  const who = { proposer: proposer?.handle ?? gone, agreed: agreed?.handle ?? gone };
  const alone = undo_until !== null || !proposer;
  return html`
    <li class="card">
      <p><b>${figure(number)}</b> <code>${what}</code> ${current && html`<span class="badge">${t("in force")}</span>`}</p>
      <p class="soft small">
        ${dayOrTime(at, app.now())} ·${" "}
        ${alone ? t("by {agreed}", who) : t("proposed by {proposer}, agreed to by {agreed}", who)}
      </p>
      <div class="row">
        ${
          undo_until !== null &&
          undo_until > app.now() &&
          html`<${TwoPresses}
            words=${t("Undo it")}
            label=${t("Undo version {number}", { number: figure(number) })}
            sure=${t("Yes, undo it")}
            on_press=${() => undo(number)}
          />`
        }
        ${!current && html`<${GoBack} number=${number} go_back=${go_back} />`}
      </div>
    </li>
  `;
}

/** @param {{number: number, go_back: (number: number) => void}} props */
function GoBack({ number, go_back }) {
  return html`<${TwoPresses}
    words=${t("Propose to go back to it")}
    label=${t("Propose to go back to version {number}", { number: figure(number) })}
    sure=${t("Yes, propose it")}
    on_press=${() => go_back(number)}
  />`;
}
