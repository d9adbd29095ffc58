// @ts-check
/**
 * The small parts in all their states: signs, buttons, fields, menus, tabs, empty places.
 * Must never show a part in a state that it can't have.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { AskForm, TwoPresses } from "../parts/ask-form.js";
import { Avatar, Badge, RoomSign } from "../parts/avatar.js";
import { Bones } from "../parts/bones.js";
import { Dialog } from "../parts/dialog.js";
import { Empty, PICTURE_NAMES } from "../parts/empty.js";
import { Door } from "../parts/guidelines.js";
import { HelpLines } from "../parts/help-lines.js";
import { HelpPanel } from "../parts/help-panel.js";
import { Mark } from "../parts/icon.js";
import { AnyIcon, ICON_NAMES } from "../parts/icons.js";
import { MenuItem, MenuList } from "../parts/menu.js";
import { More } from "../parts/more.js";
import { Progress } from "../parts/progress.js";
import { SettingsAppearance } from "../parts/settings-appearance.js";
import { SettingsDiscreet } from "../parts/settings-discreet.js";
import { SettingsReading } from "../parts/settings-reading.js";
import { SettingsWriting } from "../parts/settings-writing.js";
import { Tabs } from "../parts/tabs.js";
import { NOW, people, room } from "./fake.js";

/** @typedef {{title: string, show: (side: string) => any}} Shelf */

/** @param {{title: string, kind?: string, children?: any}} props */
function Opener({ title, kind, children }) {
  const [open, setOpen] = useState(false);
  return html`
    <button type="button" class="quiet" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
      ${title}
    </button>
    ${
      open &&
      html`<${Dialog} title=${title} kind=${kind} on_close=${() => setOpen(false)}>${children}<//>`
    }
  `;
}

/** @param {string} side */
function field(side) {
  return html`
    <div class="stack">
      <div class="field">
        <label for=${`${side}-name`}>Your name here</label>
        <p class="soft small" id=${`${side}-hint`}>Not your real one.</p>
        <input id=${`${side}-name`} aria-describedby=${`${side}-hint`} value="river" />
      </div>
      <div class="field">
        <label for=${`${side}-wrong`}>A passphrase</label>
        <input
          id=${`${side}-wrong`}
          type="password"
          aria-invalid="true"
          aria-describedby=${`${side}-why`}
        />
        <p class="problem" id=${`${side}-why`}>A few words more make it hard to guess.</p>
      </div>
      <div class="field">
        <label for=${`${side}-choice`}>Your country</label>
        <select id=${`${side}-choice`}><option>Where are you?</option></select>
      </div>
      <div class="field">
        <label for=${`${side}-words`}>In a few words</label>
        <textarea id=${`${side}-words`} rows="2"></textarea>
      </div>
      <label class="check"><input type="checkbox" checked /><span>I have read this</span></label>
      <label class="check">
        <input type="radio" name=${`${side}-radio`} checked /><span>Open</span>
      </label>
      <label class="check"><input type="radio" name=${`${side}-radio`} /><span>On request</span></label>
    </div>
  `;
}

/** @type {Shelf[]} */
export const SMALL = [
  {
    title: "Signs of people and rooms",
    show: (side) => html`
      <div class="row">
        <${Mark} />
        ${Array.from({ length: 16 }, (_, at) => html`<${Avatar} user_id=${`${at}`} />`)}
        ${Array.from({ length: 4 }, (_, at) => html`<${RoomSign} room_id=${`room ${at}`} />`)}
      </div>
      <p class="row">
        <${Badge} badge=${people(side).mora.badge} /><${Badge} badge=${people(side).wren.badge} />
        <span class="tag">just reading</span><span class="count">3</span>
        <span class="count mention">@2</span>
      </p>
    `,
  },
  {
    title: "Icons",
    show: () => html`<p class="row">${ICON_NAMES.map((name) => html`<${AnyIcon} name=${name} />`)}</p>`,
  },
  {
    title: "Buttons",
    show: () => html`
      <p class="row">
        <button type="button" class="main">Come in</button>
        <button type="button" class="quiet">Not now</button>
        <button type="button" class="plain">Close</button>
        <button type="button" class="main" disabled>Send</button>
        <button type="button" class="help-now"><${AnyIcon} name="help" />Help now</button>
        <a class="button quiet" href="#top">A link</a>
      </p>
      <${More} cursor="more" load=${async () => {}} />
      <${TwoPresses} words="Leave" sure="Yes, leave" on_press=${async () => {}}>
        <p>Your messages stay.</p>
      <//>
    `,
  },
  { title: "Fields", show: field },
  {
    title: "A form that is sent",
    show: () => html`
      <${AskForm} words="Use it" ask=${async () => ({ ok: true })} done=${() => "Done."}>
        <label class="field"><span>The code</span><input name="code" /></label>
      <//>
    `,
  },
  {
    title: "Menu",
    show: () => html`
      <${MenuList}>
        <${MenuItem} icon="room" href="#top">Rooms<//>
        <${MenuItem} icon="reply">Reply<//>
        <${MenuItem}>Without a sign<//>
      <//>
    `,
  },
  {
    title: "Dialogs",
    show: (side) => html`
      <p class="row">
        <${Opener} title=${`A window, ${side}`}>
          <p>It keeps the focus, closes with Escape, and gives the focus back.</p>
        <//>
        <${Opener} title=${`A sheet, ${side}`} kind="sheet">
          <${MenuList}><${MenuItem} icon="copy">Copy the words<//><//>
        <//>
        <${Opener} title=${`A wide one, ${side}`} kind="wide"><${HelpPanel} /><//>
      </p>
    `,
  },
  {
    title: "Tabs",
    show: (side) => html`
      <${Tabs}
        label=${`About this room, ${side}`}
        tabs=${[
          { name: "people", words: "People", sheet: () => html`<p>Who shows themselves.</p>` },
          { name: "rules", words: "Guidelines", sheet: () => html`<p>Speak of yourself.</p>` },
        ]}
      />
    `,
  },
  {
    title: "Empty places, and what went wrong",
    show: () => html`
      ${PICTURE_NAMES.map(
        (name) => html`<${Empty} picture=${name} words=${`Nothing here yet (${name}).`} />`,
      )}
      <${Empty} picture="boat" words="That didn't reach us." wrong>
        <button type="button" class="quiet">Try again</button>
      <//>
    `,
  },
  { title: "On its way", show: () => html`<${Bones} count=${3} />` },
  {
    title: "How far",
    show: () => html`
      <${Progress} label="Gathering what is kept of you" share=${0.4} />
      <${Progress} label="Nobody knows how long" />
    `,
  },
  {
    title: "The door of a room",
    show: (side) => html`
      <${Door} listed=${{ room: room(side), membership: null }} />
      <${Door}
        listed=${{ room: room(side), membership: { standing: "waiting", since: NOW } }}
      />
    `,
  },
  {
    title: "Outside lines",
    show: () => html`<div class="help"><h3>${t("Help now")}</h3><${HelpLines} /></div>`,
  },
  {
    title: "Settings of this device",
    show: () => html`<${SettingsAppearance} /><${SettingsReading} /><${SettingsWriting} />
        <${SettingsDiscreet} />`,
  },
];
