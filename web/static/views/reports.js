// @ts-check
/**
 * For moderators: who asked for a person, and what was reported, newest first.
 * Must never show a request without the words that it has not been answered by this page.
 *
 * @import { HelpView, ReportView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { More } from "../parts/more.js";
import { roomPath } from "../router.js";
import { state, status } from "../store.js";
import { clockTime, dayWords } from "../times.js";
import { REPORT_REASONS, refusalWords } from "../words.js";

export function Reports() {
  const app = useApp();
  const { reports_new, help_new } = state.value;
  useEffect(() => {
    document.title = t("Reports and requests");
  }, []);
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Reports and requests")}</h1>
      <h2>${t("People who want to talk")}</h2>
      <${Pages}
        name="help.list"
        field="requests"
        news=${help_new}
        on_seen=${app.news.helpSeen}
        item=${Request}
        none=${t("Nobody is waiting.")}
      />
      <h2>${t("Reported messages")}</h2>
      <${Pages}
        name="report.list"
        field="reports"
        news=${reports_new}
        on_seen=${app.news.reportsSeen}
        item=${Report}
        none=${t("Nothing has been reported.")}
      />
    </section>
  `;
}

/**
 * @param {object} props
 * @param {"help.list" | "report.list"} props.name
 * @param {"requests" | "reports"} props.field
 * @param {number} props.news  the list is asked for again when this changes
 * @param {(shown: any[]) => void} props.on_seen
 * @param {any} props.item
 * @param {string} props.none
 */
function Pages({ name, field, news, on_seen, item, none }) {
  const app = useApp();
  const [items, setItems] = useState(/** @type {any[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [words, setWords] = useState(t("One moment …"));
  const up = status.value === "up";

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask(name, { cursor: from });
    if (!answer.ok) return setWords(refusalWords(answer.error, app.now()));
    const page = /** @type {any} */ (answer)[field];
    setItems((before) => (from === null ? page : [...before, ...page]));
    setCursor(answer.cursor);
    setWords(page.length === 0 && from === null ? none : "");
    if (from === null) on_seen(page.filter(isOpen));
  }

  // What is on screen counts as seen, so the number falls back to nothing by itself.
  const more = news > 0;
  const shown = useRef(false);
  useEffect(() => {
    if (!up || (shown.current && !more)) return;
    shown.current = true;
    void load(null);
  }, [up, more]);

  return html`
    ${words && html`<p class="soft" role="status">${words}</p>`}
    <ul class="cards">
      ${[...items.filter(isOpen), ...items.filter((each) => !isOpen(each))].map(
        (each) => html`<${item} key=${each.help_id ?? each.report_id} ...${each} />`,
      )}
    </ul>
    <${More} cursor=${cursor} words=${t("Older ones")} load=${load} />
  `;
}

/** @param {any} each */
function isOpen(each) {
  return (each.closed_at ?? null) === null;
}

/** @param {HelpView} props */
function Request({ asked_at, person, words }) {
  return html`
    <li class="card">
      <p><b>${person.handle}</b> <${When} at=${asked_at} /></p>
      <p class="words" dir="auto">${words || t("No words were added.")}</p>
    </li>
  `;
}

/** @param {ReportView} props */
function Report(props) {
  const app = useApp();
  const { report_id, reason, closed_at } = props;
  const [closed, setClosed] = useState(false);
  const why = t(REPORT_REASONS.find(([name]) => name === reason)?.[1] ?? reason);
  const told = html`<${Told} ...${props} why=${why} />`;

  async function close() {
    const answer = await app.ask("report.close", { report_id });
    if (answer.ok) setClosed(true);
    else app.tell(refusalWords(answer.error, app.now()));
  }

  if (closed_at !== null || closed) {
    return html`<li class="card">
      <details>
        <summary>${t("Seen to: {why}", { why })}</summary>
        ${told}
      </details>
    </li>`;
  }
  return html`<li class="card">
    ${told}
    <button type="button" class="quiet" onClick=${close}>${t("Seen to")}</button>
  </li>`;
}

/** @param {ReportView & {why: string}} props */
function Told({ why, reported_at, room_id, room_name, posted_at, author, reporter, body, note }) {
  return html`
      <p><b>${why}</b> <${When} at=${reported_at} /></p>
      <blockquote class="words" dir="auto">${body}</blockquote>
      <p class="soft">
        ${tx("Written by {author} ({time}) in {room}; reported by {reporter}.", {
          author: author.handle,
          time: html`<${When} at=${posted_at} />`,
          room: html`<a href=${roomPath(room_id)}>${room_name}</a>`,
          reporter: reporter.handle,
        })}
      </p>
      ${note && html`<p>${note}</p>`}
  `;
}

/** @param {{at: number}} props */
function When({ at }) {
  const app = useApp();
  const words = t("{day}, {time}", { day: dayWords(at, app.now()), time: clockTime(at) });
  return html`<span class="soft">${words}</span>`;
}
