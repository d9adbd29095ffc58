// @ts-check
/**
 * A view of many sections: a list of them to choose from, and one at a time, each with an address
 * of its own. Must never hide where one is, nor make anyone scroll past what they don't look for.
 *
 * @import { ComponentType } from "preact"
 * @import { IconName } from "./icons.js"
 *
 * @typedef {object} Section
 * @property {string} name  in the address
 * @property {string} title  marked, translated where it is shown
 * @property {string} [about]  the same: what there is to find
 * @property {IconName} icon
 * @property {ComponentType<any>} part
 *
 * @typedef {{title: string, sections: Section[]}} Group
 */
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "./app.js";
import { AnyIcon } from "./icons.js";
import { useTitle } from "../titles.js";

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.lead
 * @param {string} props.base  the address of the list
 * @param {Group[]} props.groups
 * @param {Record<string, unknown>} [props.common]  what every section is given
 * @param {Record<string, number>} [props.news]  how much waits in a section
 */
export function Sections({ title, lead, base, groups, common = {}, news = {} }) {
  const app = useApp();
  const { section: name } = app.router.route.value;
  const shown = groups.flatMap((group) => group.sections).find((each) => each.name === name);
  const heading = useArrival(name);
  const words = shown ? t(shown.title) : title;
  useTitle(words);
  const list = html`<${List}
    title=${title}
    base=${base}
    groups=${groups}
    current=${shown?.name ?? ""}
    news=${news}
  />`;
  if (!shown) {
    return html`
      <section class="page" data-region>
        <a class="back" href="/app">${t("All rooms")}</a>
        <h1 ref=${heading} tabindex="-1">${title}</h1>
        ${lead && html`<p class="lead">${lead}</p>`} ${list}
      </section>
    `;
  }
  return html`
    <section class="page sectioned" data-region>
      <div class="sectioned-list">${list}</div>
      <div class="sectioned-main">
        <a class="back" href=${base}>${title}</a>
        <div class="section-head">
          <span class="section-sign"><${AnyIcon} name=${shown.icon} /></span>
          <h1 ref=${heading} tabindex="-1">${words}</h1>
        </div>
        <div class="sheet-of-one"><${shown.part} key=${shown.name} ...${common} /></div>
      </div>
    </section>
  `;
}

/**
 * Whoever has chosen a section is at its heading; whoever has just opened the page is not moved.
 *
 * @param {string} name
 */
function useArrival(name) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const before = useRef(name);
  useEffect(() => {
    if (before.current !== name) heading.current?.focus();
    before.current = name;
  }, [name]);
  return heading;
}

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.base
 * @param {Group[]} props.groups
 * @param {string} props.current
 * @param {Record<string, number>} props.news
 */
function List({ title, base, groups, current, news }) {
  return html`
    <nav class="sections" aria-label=${title}>
      ${groups.map(
        (group) => html`
          <div key=${group.title} class="section-group">
            ${group.title && html`<h2>${t(group.title)}</h2>`}
            <ul>
              ${group.sections.map(
                (each) => html`<li key=${each.name}>
                  <a
                    class="section-link"
                    href=${`${base}/${each.name}`}
                    aria-current=${each.name === current ? "page" : null}
                  >
                    <${AnyIcon} name=${each.icon} />
                    <span class="section-words">
                      <span class="section-title">
                        ${t(each.title)}${" "}
                        ${
                          (news[each.name] ?? 0) > 0 &&
                          html`<span class="count">
                            ${news[each.name]}<span class="unseen"> ${t("new")}</span>
                          </span>`
                        }
                      </span>
                      ${each.about && html`<span class="soft small about">${t(each.about)}</span>`}
                    </span>
                    <${AnyIcon} name="forward" />
                  </a>
                </li>`,
              )}
            </ul>
          </div>
        `,
      )}
    </nav>
  `;
}
