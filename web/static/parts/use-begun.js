// @ts-check
/**
 * What a form about the place began with, so that it asks for nothing that was left as it was.
 * Must never change a field that somebody has touched, nor send what another has decided.
 *
 * @import { SiteDecisions } from "../wire.d.ts"
 */
import { useEffect, useRef, useState } from "preact/hooks";

/** @typedef {Partial<Pick<SiteDecisions, "name" | "welcome" | "palette" | "guidelines">>} Fields */

/**
 * @template {keyof Fields} Name
 * @param {SiteDecisions} site  as it is known now
 * @param {readonly Name[]} names  of the fields
 */
export function useBegun(site, names) {
  const [first] = useState(site);
  const begun = useRef({ ...site });
  const box = useRef(/** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (null));

  // A field that nobody has touched shows what has been decided since.
  useEffect(() => {
    const { elements } = /** @type {HTMLFormElement} */ (box.current?.form);
    for (const name of names) {
      const field = /** @type {RadioNodeList} */ (elements.namedItem(name));
      if (field.value !== begun.current[name]) continue;
      field.value = site[name];
      begun.current[name] = site[name];
      if (name === "guidelines") begun.current.guidelines_version = site.guidelines_version;
    }
  }, [site]);

  /**
   * What differs.
   *
   * @param {Record<string, string>} fields
   */
  const changed = (fields) =>
    /** @type {Fields} */ (
      Object.fromEntries(
        names.flatMap((name) => (fields[name] === begun.current[name] ? [] : [[name, fields[name]]])),
      )
    );

  /**
   * It was kept: from now on the form begins with this.
   *
   * @param {Fields & {guidelines_version?: number}} fields
   */
  const keep = (fields) => void Object.assign(begun.current, fields);

  /** Of the guidelines that are written upon. */
  const version = () => begun.current.guidelines_version;

  return { first, box, changed, keep, version };
}
