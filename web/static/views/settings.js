// @ts-check
/**
 * What I can choose for myself: my name, how it looks, what I am told, my ways in, and the way out.
 * Must never show anything of anybody else but the names of those I blocked.
 *
 * @import { Group } from "../parts/sections.js"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { Sections } from "../parts/sections.js";
import { SettingsAppearance } from "../parts/settings-appearance.js";
import { SettingsBlocked } from "../parts/settings-blocked.js";
import { SettingsCodes } from "../parts/settings-codes.js";
import { SettingsData } from "../parts/settings-data.js";
import { SettingsDecided } from "../parts/settings-decided.js";
import { SettingsDiscreet } from "../parts/settings-discreet.js";
import { SettingsLeaving } from "../parts/settings-leaving.js";
import { SettingsName } from "../parts/settings-name.js";
import { SettingsPassphrase } from "../parts/settings-passphrase.js";
import { SettingsReading } from "../parts/settings-reading.js";
import { SettingsSecondFactor } from "../parts/settings-second-factor.js";
import { SettingsSeen } from "../parts/settings-seen.js";
import { SettingsSignIns } from "../parts/settings-sign-ins.js";
import { SettingsWriting } from "../parts/settings-writing.js";
import { state } from "../store.js";

const HERE = "/app/settings";

/** @type {Group[]} */
const GROUPS = [
  {
    title: mark("Me, here"),
    sections: [
      { name: "name", icon: "person", title: mark("My name here"), part: SettingsName },
      {
        name: "seen",
        icon: "eye",
        title: mark("Who may see that I am here"),
        about: mark("Shown or only counted; just reading"),
        part: SettingsSeen,
      },
      { name: "blocked", icon: "block", title: mark("People I have blocked"), part: SettingsBlocked },
    ],
  },
  {
    title: mark("On this device"),
    sections: [
      {
        name: "appearance",
        icon: "sun",
        title: mark("Appearance"),
        about: mark("Light or dark, how large, how close"),
        part: SettingsAppearance,
      },
      {
        name: "writing",
        icon: "edit",
        title: mark("Writing and being told"),
        about: mark("Enter, typing, single keys, what is read aloud"),
        part: SettingsWriting,
      },
      {
        name: "reading",
        icon: "hide",
        title: mark("What I would rather not see"),
        about: mark("Topics that are folded for me"),
        part: SettingsReading,
      },
      {
        name: "discreet",
        icon: "shield",
        title: mark("What others may find here"),
        about: mark("A neutral name, the home screen, the quick exit"),
        part: SettingsDiscreet,
      },
    ],
  },
  {
    title: mark("My ways in"),
    sections: [
      {
        name: "sign-ins",
        icon: "device",
        title: mark("Where I am signed in"),
        about: mark("Sign out a phone or computer"),
        part: SettingsSignIns,
      },
      { name: "passphrase", icon: "key", title: mark("A new passphrase"), part: SettingsPassphrase },
      {
        name: "codes",
        icon: "lock",
        title: mark("Recovery codes"),
        about: mark("For when the passphrase is lost"),
        part: SettingsCodes,
      },
      {
        name: "second-factor",
        icon: "phone",
        title: mark("Authenticator app"),
        about: mark("Six digits beside the passphrase"),
        part: SettingsSecondFactor,
      },
    ],
  },
  {
    title: mark("My data"),
    sections: [
      {
        name: "data",
        icon: "take",
        title: mark("Take my data with me"),
        about: mark("Everything that is kept of me"),
        part: SettingsData,
      },
      {
        name: "decided",
        icon: "shield",
        title: mark("What was decided about me"),
        about: mark("And asking for another look"),
        part: SettingsDecided,
      },
      { name: "leaving", icon: "leave", title: mark("Leaving"), part: SettingsLeaving },
    ],
  },
];

export function SettingsView() {
  const { me } = state.value;
  if (!me) return html`<p class="soft pad" role="status">${t("One moment …")}</p>`;
  return html`<${Sections}
    title=${t("Settings")}
    lead=${t("You are {handle} here.", { handle: me.handle })}
    base=${HERE}
    groups=${GROUPS}
  />`;
}
