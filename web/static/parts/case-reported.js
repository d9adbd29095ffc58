// @ts-check
/**
 * What was reported, to be seen to one by one, and who asked for a person, newest first.
 * Must never leave open who answers them: each is in the queue as well.
 *
 * @import { HelpView, ReportView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { useApp } from "./app.js";
import { Empty } from "./empty.js";
import { More } from "./more.js";
import { useNeighbour } from "./neighbour.js";
import { usePages } from "./use-pages.js";
import { REPORT_REASONS } from "../reasons.js";
import { roomPath } from "../router.js";
import { state } from "../store.js";
import { clockTime, dayWords } from "../times.js";

export function Reported() {
  return html`
    <div class="narrow">
      <p class="soft">
        ${t("Everyone here is in the queue too: there somebody claims them, and writes. This is the plain list.")}
      </p>
      <${ReportList} />
      <${Requests} />
    </div>
  `;
}

/** @param {string} reason */
function reasonWords(reason) {
  const why = REPORT_REASONS.find(([name]) => name === reason)?.[1];
  return why ? t(why) : reason;
}

/** What is on screen counts as seen, so the number falls back to nothing by itself. */
function Requests() {
  const app = useApp();
  const more = (state.value.help_new ?? 0) > 0;
  const { items, cursor, problem, known, load } = usePages(
    (from) => app.ask("help.list", { cursor: from }),
    (page) => page.requests,
    [more],
  );
  useEffect(() => {
    if (known) void app.news.helpSeen(items);
  }, [items]);
  return html`
    <h2>${t("People who want to talk")}</h2>
    <${Told} problem=${problem} known=${known} />
    ${known && items.length === 0 && html`<${Empty} picture="mug" words=${t("Nobody is waiting.")} />`}
    <ul class="cards">
      ${items.map((each) => html`<${Request} key=${each.help_id} ...${each} />`)}
    </ul>
    <${More} cursor=${cursor} words=${t("Older ones")} load=${load} />
  `;
}

function ReportList() {
  const app = useApp();
  const more = (state.value.reports_new ?? 0) > 0;
  const { items, cursor, problem, known, load } = usePages(
    (from) => app.ask("report.list", { cursor: from }),
    (page) => page.reports,
    [more],
  );
  const open = items.filter((each) => each.closed_at === null);
  const seen_to = items.filter((each) => each.closed_at !== null);
  const { list, heading, leaves } = useNeighbour();
  useEffect(() => {
    if (known) void app.news.reportsSeen(open);
  }, [items]);

  /** @param {string} report_id */
  async function close(report_id) {
    const answer = await app.ask("report.close", { report_id });
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("Seen to."));
    leaves();
    await load(null);
  }

  return html`
    <h2 ref=${heading} tabindex="-1">${t("Reported messages")}</h2>
    <${Told} problem=${problem} known=${known} />
    ${
      known &&
      items.length === 0 &&
      html`<${Empty} picture="house" words=${t("Nothing has been reported.")} />`
    }
    <ul class="cards" ref=${list}>
      ${open.map((each) => html`<${Report} key=${each.report_id} report=${each} close=${close} />`)}
    </ul>
    <ul class="cards">
      ${seen_to.map((each) => html`<${SeenTo} key=${each.report_id} report=${each} />`)}
    </ul>
    <${More} cursor=${cursor} words=${t("Older ones")} load=${load} />
  `;
}

/** @param {{problem: string, known: boolean}} props */
function Told({ problem, known }) {
  if (problem) return html`<p class="problem" role="alert">${problem}</p>`;
  return known ? null : html`<p class="soft" role="status">${t("One moment …")}</p>`;
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

/** @param {{report: ReportView, close: (report_id: string) => Promise<void>}} props */
function Report({ report, close }) {
  const why = reasonWords(report.reason);
  const handle = report.author.handle;
  return html`<li class="card">
    <${Words} ...${report} />
    <button
      type="button"
      class="quiet"
      aria-label=${t("Seen to: {why}. Written by {handle}", { why, handle })}
      onClick=${() => void close(report.report_id)}
    >
      ${t("Seen to")}
    </button>
  </li>`;
}

/** @param {{report: ReportView}} props */
function SeenTo({ report }) {
  return html`<li class="card">
    <details>
      <summary>${t("Seen to: {why}", { why: reasonWords(report.reason) })}</summary>
      <${Words} ...${report} />
    </details>
  </li>`;
}

/** @param {ReportView} props */
function Words(props) {
  const { reason, reported_at, room_id, room_name, posted_at, author, reporter } = props;
  const { warning, body, note } = props;
  return html`
    <p><b>${reasonWords(reason)}</b> <${When} at=${reported_at} /></p>
    ${warning && html`<p class="soft">${t("Content warning: {warning}", { warning })}</p>`}
    <blockquote class="words" dir="auto">${body}</blockquote>
    <p class="soft">
      ${tx("Written by {author} ({when}) in {room}; reported by {reporter}.", {
        author: author.handle,
        when: html`<${When} at=${posted_at} />`,
        room: html`<a href=${roomPath(room_id)}>${room_name}</a>`,
        reporter: reporter.handle,
      })}
    </p>
    ${note && html`<p dir="auto">${note}</p>`}
  `;
}

/** @param {{at: number}} props */
function When({ at }) {
  const app = useApp();
  return html`<span class="soft">${dayWords(at, app.now())}, ${clockTime(at)}</span>`;
}
