// @ts-check
/**
 * Who waits for somebody, gravest first, and who has whom. Must never move under a finger or a
 * focus by itself: what changes is drawn in place, and told.
 *
 * @import { CaseRow } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { duration } from "../words.js";
import { casePath, grouped, reasonsWords, sourceWords } from "../cases.js";
import { Avatar } from "./avatar.js";
import { Bones } from "./bones.js";
import { KindTags, Severity, Standing } from "./case-marks.js";
import { Empty } from "./empty.js";
import { More } from "./more.js";

const GROUPS = /** @type {const} */ ([
  ["asks", mark("You are asked")],
  ["waits", mark("Waiting")],
  ["mine", mark("Yours")],
  ["others", mark("With others")],
]);

/** @typedef {ReturnType<typeof import("./use-cases.js").useQueue>} Queue */

/**
 * @param {object} props
 * @param {Queue} props.queue
 * @param {string} props.my_id
 * @param {string} props.current  the one that is open
 * @param {number} props.now
 * @param {boolean} [props.closed]  what is closed stands in one list, newest first
 */
export function CaseQueue({ queue, my_id, current, now, closed = false }) {
  const { items, cursor, problem, known, load } = queue;
  const common = { my_id, current, now };
  const groups = grouped(items, my_id, now);
  return html`
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${!known && !problem && html`<${Bones} />`}
    ${
      known &&
      items.length === 0 &&
      html`<${Empty}
        picture="mug"
        words=${closed ? t("Nothing is here yet.") : t("Nobody is waiting.")}
      />`
    }
    <nav class="queue" aria-label=${closed ? t("Cases, newest first") : t("The queue")}>
      ${
        closed
          ? html`<ul>
              ${items.map((row) => html`<${Line} key=${row.case_id} row=${row} ...${common} />`)}
            </ul>`
          : GROUPS.map(([name, title]) =>
              groups[name].length === 0
                ? null
                : html`<div key=${name} class="queue-group">
                    <h2>${t(title)} <span class="soft">${groups[name].length}</span></h2>
                    <ul>
                      ${groups[name].map(
                        (row) => html`<${Line} key=${row.case_id} row=${row} ...${common} />`,
                      )}
                    </ul>
                  </div>`,
            )
      }
      <${More} cursor=${cursor} load=${load} />
    </nav>
  `;
}

/** @param {{row: CaseRow, my_id: string, current: string, now: number}} props */
function Line({ row, my_id, current, now }) {
  const { owner } = row;
  const age = duration(Math.max(0, now - (row.resolved_at ?? row.waits_from)));
  const whose =
    owner && owner.user_id !== my_id ? t("{handle} has it", { handle: owner.handle }) : "";
  return html`<li>
    <a
      class=${`case-link ${row.severity}`}
      href=${casePath(row.case_id)}
      data-case=${row.case_id}
      aria-current=${row.case_id === current ? "page" : null}
    >
      <${Avatar} user_id=${row.person.user_id} />
      <span class="case-line">
        <span class="case-who">
          <b>${row.person.handle}</b>${" "}<${Severity} severity=${row.severity} />${" "}
          <${KindTags} row=${row} />
        </span>
        <span class="small">
          ${[sourceWords(row.source), reasonsWords(row)].filter(Boolean).join(" · ")}
        </span>
        <span class="small case-times">
          <${Standing} row=${row} now=${now} />${" "}
          <span class="soft">${t("{duration} ago", { duration: age })}</span>${" "}
          ${whose && html`<span class="soft">${whose}</span>`}
        </span>
      </span>
    </a>
  </li>`;
}
