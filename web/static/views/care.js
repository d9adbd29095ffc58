// @ts-check
/**
 * For those who look after the place: who waits at the door, what has to be decided, invitations,
 * and for administrators what the place is. Must never list people: a member is found by a name
 * that is known.
 *
 * @import { ComponentChildren } from "preact"
 * @import { Group, Section } from "../parts/sections.js"
 * @import { StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { Bones } from "../parts/bones.js";
import { Invites } from "../parts/invites.js";
import { Sections } from "../parts/sections.js";
import { Deeds } from "../parts/staff-deeds.js";
import { Face } from "../parts/staff-face.js";
import { HouseGuidelines } from "../parts/staff-guidelines.js";
import { Lines } from "../parts/staff-helplines.js";
import { StaffPeople } from "../parts/staff-people.js";
import { Registration } from "../parts/staff-registration.js";
import { StaffRooms } from "../parts/staff-rooms.js";
import { isStaff } from "../state.js";
import { change, state, status } from "../store.js";
import { refusalWords } from "../words.js";
import { useTitle } from "../titles.js";

const HERE = "/app/care";

/** @type {Section[]} */
const WITH_PEOPLE = [
  {
    name: "people",
    icon: "people",
    title: mark("People"),
    about: mark("Who waits, what to decide, find someone"),
    part: StaffPeople,
  },
  {
    name: "invites",
    icon: "letter",
    title: mark("Invitations"),
    about: mark("A link or a flyer, to hand on"),
    part: Invites,
  },
];

/** @type {Group[]} */
const MODERATORS = [
  {
    title: "",
    sections: [
      ...WITH_PEOPLE,
      { name: "record", icon: "clock", title: mark("What I did"), part: Deeds },
    ],
  },
];

/** @type {Group[]} */
const ADMINISTRATORS = [
  { title: mark("Who is here"), sections: WITH_PEOPLE },
  {
    title: mark("The place"),
    sections: [
      {
        name: "rooms",
        icon: "room",
        title: mark("Rooms"),
        about: mark("Open, change and close them"),
        part: StaffRooms,
      },
      {
        name: "door",
        icon: "door",
        title: mark("New people"),
        about: mark("Who may come in by themselves"),
        part: Registration,
      },
      {
        name: "face",
        icon: "sun",
        title: mark("Name and colours"),
        about: mark("What people see first"),
        part: Face,
      },
      {
        name: "guidelines",
        icon: "book",
        title: mark("Guidelines"),
        about: mark("How we are with each other, in all rooms"),
        part: HouseGuidelines,
      },
      {
        name: "help-lines",
        icon: "help",
        title: mark("Help lines"),
        about: mark("Whose numbers come first, and our own"),
        part: Lines,
      },
      {
        name: "record",
        icon: "clock",
        title: mark("What was done"),
        about: mark("By staff"),
        part: Deeds,
      },
    ],
  },
];

export function CareView() {
  const { account, me } = state.value;
  const staff = isStaff(state.value);
  useTitle(t("Looking after this place"));
  if (staff && account.proven) return html`<${Staff} />`;
  // Who somebody is here is not known before the line is up.
  if (!me) return html`<${Bare}>${underWay()}<//>`;
  return html`<${Bare}>
    ${
      staff
        ? html`<${SetUpFirst} has=${account.second_factor} />`
        : html`<p>${t("This page is for those who look after the place.")}</p>`
    }
  <//>`;
}

/** The page with nothing to choose from. @param {{children?: ComponentChildren}} props */
function Bare({ children }) {
  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Looking after this place")}</h1>
      ${children}
    </section>
  `;
}

function underWay() {
  return html`<${Bones} />`;
}

/** @param {{has: boolean}} props */
function SetUpFirst({ has }) {
  if (has) {
    return html`
      <p>
        ${t(
          "You came in here without the six digits from your app. Show them once, and this works.",
        )}
      </p>
      <p><a class="button main" href="/step-up?to=/app/care">${t("Show them")}</a></p>
    `;
  }
  return html`
    <p>
      ${t(
        "You look after this place. What you may do works once your account is kept by more than " +
          "a passphrase: an app on your phone that shows six digits.",
      )}
    </p>
    <p><a class="button main" href="/second-factor">${t("Set it up")}</a></p>
  `;
}

function Staff() {
  const { overview, problem, load } = useOverview();
  // What is shown once stays on screen, whatever becomes of the line.
  const told = problem && html`<p class="problem care-told" role="alert">${problem}</p>`;
  if (!overview) return html`<${Bare}>${told || underWay()}<//>`;
  const waiting = overview.proposals.filter((each) => each.state === "waiting").length;
  return html`
    ${told}
    ${
      overview.unseen_reports > 0 &&
      html`<p class="problem care-told">${unseenWords(overview)}</p>`
    }
    <${Sections}
      title=${t("Looking after this place")}
      lead=""
      base=${HERE}
      groups=${state.value.me?.role === "admin" ? ADMINISTRATORS : MODERATORS}
      news=${{ people: overview.waiting.length + waiting }}
      common=${{ overview, on_changed: load }}
    />
  `;
}

/** Who is concerned, and in what, is not told. @param {StaffOverview} overview */
function unseenWords({ staff }) {
  const has = staff.some((each) => each.role === "moderator" && each.state === "active");
  return has
    ? t("A report waits that no moderator can see. Name another moderator.")
    : t("A report waits that no moderator can see. Name a moderator.");
}

/** What there is to look after, asked for again whenever there is something new. */
function useOverview() {
  const app = useApp();
  const [overview, setOverview] = useState(/** @type {StaffOverview | null} */ (null));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";
  const away = status.value === "offline" || status.value === "down";
  const { staff_new, site } = state.value;

  async function load() {
    const answer = await app.ask_http("staff.overview", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setOverview(answer);
    if (state.peek().staff_new) change((now) => ({ ...now, staff_new: 0 }));
  }

  // What is on screen counts as seen, so the number falls back to nothing by itself.
  const more = staff_new > 0;
  const shown = useRef(/** @type {unknown} */ (null));
  useEffect(() => {
    const is_new = shown.current !== site || more || problem !== "";
    // Without a connection the answer is why there is nothing to be seen.
    if (!(up ? is_new : away && !overview)) return;
    shown.current = site;
    void load();
  }, [up, away, more, site]);
  return { overview, problem, load };
}
