// The wire, as the browser sees it. Written by `make docs` from the server's structs: do not edit.

/** Tell me who I am and what I have missed. */
export interface SyncSession {}

/** What a person may do everywhere. Facilitator, mentor and chair are relations, not roles. */
export type Role = "member" | "moderator" | "admin";

/**
 * A person: an opaque id and the pseudonym they go by now.
 *
 * `visible` tells that others see their name among those present, `reading` that it says there
 * that they are just reading.
 */
export interface User {
  user_id: string;
  handle: string;
  role: Role;
  visible: boolean;
  reading: boolean;
}

/** What a room is for. Meetings and mentor chats come with their features. */
export type RoomKind = "group" | "support";

/** How one gets into a room. */
export type Access = "open" | "request" | "invite";

/** A person as others see them: the handle they go by now. */
export interface Author {
  user_id: string;
  handle: string;
  badge: "" | "facilitator" | "moderator";
}

/** All but who keeps the room write once in so many seconds, until then (None: for now). */
export interface RoomPace {
  every_s: number;
  until: number | null;
}

/** Nobody but who keeps the room writes or comes in, until then (None: for now). */
export interface RoomLock {
  reason: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind";
  until: number | null;
}

/**
 * A room as everyone sees it who may know that it exists.
 *
 * `pinned` are the messages it keeps at hand, the newest pin first: references alone, for not
 * everyone may read each of them. `room.open` and the room's own events tell them to whoever may
 * read there; it is empty everywhere else. `closed`: nobody writes in it or comes in any more.
 * `other` is whom I talk with in a talk of two: it and the name are as I see them. `slow` and
 * `lock` are how it is for a while, also when that is over: both say until when.
 */
export interface RoomView {
  room_id: string;
  kind: RoomKind;
  name: string;
  about: string;
  guidelines: string;
  guidelines_version: number;
  access: Access;
  shows_last_day: boolean;
  retention_days: number;
  pinned: string[];
  closed: boolean;
  other: Author | null;
  slow: RoomPace | null;
  lock: RoomLock | null;
}

/** How far a person's way into a room has come. */
export type Standing = "waiting" | "invited" | "in";

/** What a person is to one room. */
export type Relation = "member" | "facilitator";

/**
 * What I am to a room. `from_seq` is where my reading begins (exclusive).
 *
 * `muted_for`: why I only read along until `muted_until`, where a reason was given.
 */
export interface MembershipView {
  room_id: string;
  standing: Standing;
  relation: Relation;
  from_seq: number;
  muted_until: number | null;
  muted_for: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind" | null;
}

/**
 * A room I am in, wait for, or am invited to.
 *
 * `head` is the newest position and `posts` the room's count of posts so far; `unread` counts
 * posts of others after `last_read`, `mentions` those among them that name me. `waiting` counts
 * who waits at the door, where I may let them in. `about` and `guidelines` are left empty here:
 * `room.list` and `room.open` bring them. `names` counts how often a name seen here has changed:
 * a screen that was read at another count is read again, from the start.
 */
export interface MyRoom {
  room: RoomView;
  membership: MembershipView;
  epoch: string;
  head: number;
  posts: number;
  unread: number;
  mentions: number;
  last_read: number;
  waiting: number;
  names: number;
}

/** How far a person is here. All but `active` find most doors closed, and help open. */
export type State = "active" | "waiting" | "banned" | "frozen" | "erasing" | "erased";

/** Why I can't take part, and until when: null means until somebody lifts it. */
export interface MyBan {
  reason: string;
  until: number | null;
}

/** Staff was asked to help me back in: a new code works from `due_at`, unless I stop it. */
export interface MyRestore {
  proposal_id: string;
  asked_at: number;
  due_at: number;
}

/** What the place is called and looks like, and which of its guidelines I have agreed to. */
export interface MySite {
  name: string;
  palette: string;
  help_country: string;
  guidelines_version: number;
  guidelines_accepted: number;
}

/**
 * What only I see when my words, or I myself, gave reason to ask how I am.
 *
 * `heard`: someone is on duty, and nobody has it yet; `nobody_on_duty`: it is kept, and the next
 * of us is here at `next_duty_at`, if that is known. `by` has it, and talks with me in `room_id`.
 * `wants`: what I answered when asked whether one of us shall write. `asked`: I asked for a
 * person myself. `given_back`: somebody had it and could not go on. `away`: I have put it away.
 */
export interface MyCard {
  stage: "heard" | "in_contact" | "nobody_on_duty" | "over" | "someone_has_it";
  since: number;
  by: Author | null;
  room_id: string | null;
  wants: boolean | null;
  asked: boolean;
  given_back: boolean;
  next_duty_at: number | null;
  away: boolean;
}

/** I was worried about the author of these words; from `heard_at` on someone has this. */
export interface MyWorry {
  message_id: string;
  at: number;
  heard_at: number | null;
}

/** What I see of people following up: as far as it is about me, and what I asked them for. */
export interface MyCards {
  mine: MyCard | null;
  worries: MyWorry[];
}

/**
 * Who I am, and my rooms. `server_now` lets a client show times by the server's clock.
 *
 * `blocks` is another number whenever whom I block has changed, and 0 when I block nobody.
 * `state` other than active: no rooms, and nearly all doors are closed. `proven`: powers of staff
 * work by this sign-in. `second_factor`: I have one. `erasing_until`: so long I can still stay.
 * `decided`: so much was decided about me that I have not put away: `sanction.mine` tells it.
 */
export interface SessionState {
  me: User;
  epoch: string;
  server_now: number;
  rooms: MyRoom[];
  blocks: number;
  state: State;
  proven: boolean;
  second_factor: boolean;
  ban: MyBan | null;
  erasing_until: number | null;
  restore: MyRestore | null;
  site: MySite | null;
  cards: MyCards | null;
  decided: number;
}

/** The rooms I may see. */
export interface ListRooms {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** A room and how far my own way into it has come. */
export interface ListedRoom {
  room: RoomView;
  membership: MembershipView | null;
}

/** A page of rooms by name. */
export interface RoomPage {
  rooms: ListedRoom[];
  cursor: string | null;
}

/** Open a new room. `retention_days` left out means the site's default. */
export interface CreateRoom {
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  name: string;
  access: Access;
  about?: string;
  guidelines?: string;
  shows_last_day?: boolean;
  retention_days?: number | null;
}

/**
 * Change what is given. New guidelines are a new version, accepted on the next entry.
 *
 * `closed`: from now on nobody writes in it or comes in, and whoever is in it can go on reading.
 */
export interface UpdateRoom {
  room_id: string;
  name?: string | null;
  about?: string | null;
  guidelines?: string | null;
  access?: Access | null;
  shows_last_day?: boolean | null;
  retention_days?: number | null;
  closed?: boolean | null;
}

/** Come in, or ask to. `guidelines_version` says which guidelines were read and accepted. */
export interface JoinRoom {
  room_id: string;
  guidelines_version?: number | null;
}

/** What I am to the room now; null when I am no longer in it. */
export interface MyMembership {
  membership: MembershipView | null;
}

/** Go; also takes back a request to come in, or declines an invitation. */
export interface LeaveRoom {
  room_id: string;
}

/** Let in whoever waits, also to the house if they knocked; invite whoever has not asked. */
export interface AdmitPerson {
  room_id: string;
  user_id: string;
}

/** A member on a roster. Only keepers of the room see those who don't show themselves. */
export interface MemberView {
  person: Author;
  standing: Standing;
  relation: Relation;
  muted_until: number | null;
}

/** What someone else is to the room now; null when they are no longer in it. */
export interface TheirMembership {
  member: MemberView | null;
}

/** Say no to someone who waits, or take an invitation back. */
export interface RefusePerson {
  room_id: string;
  user_id: string;
}

/** Put someone out of the room, and tell them why. */
export interface RemovePerson {
  room_id: string;
  user_id: string;
  reason?: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind" | null;
  note?: string;
}

/** Let someone only read along for a while, and tell them why; 0 seconds ends it. */
export interface MutePerson {
  room_id: string;
  user_id: string;
  mute_s: number;
  reason?: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind" | null;
  note?: string;
}

/** Let everyone but who keeps the room write once in so many seconds; 0 ends it. */
export interface SlowRoom {
  room_id: string;
  every_s: number;
  /** How long, in seconds; left out: until ended. */
  for_s?: number | null;
}

/** The room as it is now. */
export interface RoomPaced {
  room: RoomView;
}

/** Let nobody but who keeps the room write or come in, and say why; no reason ends it. */
export interface LockRoom {
  room_id: string;
  reason?: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind" | null;
  /** How long, in seconds; left out: until ended. */
  for_s?: number | null;
}

/** Make a member a facilitator of the room, or a member again. */
export interface SetRelation {
  room_id: string;
  user_id: string;
  relation: Relation;
}

/** Where a client stands in a room's log. */
export interface Position {
  epoch: string;
  /** A position in a room's log; 0 is before all. */
  seq: number;
}

/** Show a room and, over a socket, send its events from now on. */
export interface OpenRoom {
  room_id: string;
  since?: Position | null;
}

/** What a message answers: a reference alone, for not everyone may read the original. */
export interface ReplyTo {
  message_id: string;
  seq: number;
}

/**
 * A message as it is now. A tombstone has no author and no body. `nonce` only goes out live.
 *
 * `warning` says what comes, before words that are folded away; `links_held`: there is an address
 * in it, and its author was new here, so it is shown as plain text. Most messages have neither:
 * then both are left out, and so are `topics`.
 */
export interface MessagePosted {
  kind: "message.posted";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
  author: Author | null;
  nonce: string | null;
  body: string;
  state: "deleted" | "hidden" | "posted";
  edited_at: number | null;
  reply_to: ReplyTo | null;
  mentions: string[];
  reactions: Record<string, number>;
  warning?: string | null;
  topics?: ("eating" | "loss" | "relapse" | "self_harm" | "substances" | "suicide" | "violence")[];
  links_held?: boolean;
}

/**
 * New words. Replayed, it carries the words as they are now; a tombstone has none.
 *
 * `body` is null when someone on the topic may not read the message, because it was said before
 * they came: whoever has it on screen reads it again with `log.before`.
 */
export interface MessageEdited {
  kind: "message.edited";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
  body: string | null;
  state: "deleted" | "hidden" | "posted";
  edited_at: number | null;
  mentions: string[];
  warning?: string | null;
  topics?: ("eating" | "loss" | "relapse" | "self_harm" | "substances" | "suicide" | "violence")[];
  links_held?: boolean;
}

/** Its author took it back. */
export interface MessageDeleted {
  kind: "message.deleted";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
}

/** A facilitator or moderator took it out of sight. Without an id: there is nothing to show. */
export interface MessageHidden {
  kind: "message.hidden";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string | null;
}

/** The reactions a message has now: absolute counts, at most one such entry a second. */
export interface MessageReacted {
  kind: "message.reacted";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
  reactions: Record<string, number>;
}

/** The room has another name, description, guidelines or door, or other messages at hand. */
export interface RoomChanged {
  kind: "room.changed";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  room: RoomView;
}

/**
 * A room as it stands.
 *
 * Without `since`, or with `reset`, `entries` are the newest messages as they are now, and `more`
 * tells that `log.before` has older ones; otherwise they are the entries after it, and `more`
 * tells that `log.since` has the rest. `membership` is null for
 * a moderator who is not a member. `here` and `shown` are who is present, `reading` the ids of
 * those shown who are just reading. `names` counts how often a name seen here has changed: with
 * another count than the one before, `entries` after `since` are not enough. `my_saved` are the
 * messages that I keep for myself, among those that `my_reactions` speaks of.
 */
export interface OpenedRoom {
  room: RoomView;
  membership: MembershipView | null;
  staff: Author[];
  here: number;
  shown: Author[];
  reading: string[];
  names: number;
  epoch: string;
  head: number;
  posts: number;
  entries: LogEntry[];
  more: boolean;
  reset: boolean;
  last_read: number;
  my_reactions: Record<string, string[]>;
  my_saved: string[];
}

/** Stop a room's events. */
export interface CloseRoom {
  room_id: string;
}

/** Done; there is nothing more to say. */
export interface Nothing {}

/** Who is in the room, as far as they show themselves; its keepers see everyone. */
export interface ListMembers {
  room_id: string;
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** A page of members by handle. `members` counts everyone who is in. */
export interface MemberPage {
  people: MemberView[];
  members: number;
  cursor: string | null;
}

/** Say something in a room. `warning` tells what comes, and folds the words away. */
export interface PostMessage {
  room_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  body: string;
  reply_to?: string | null;
  warning?: string | null;
  topics?: ("eating" | "loss" | "relapse" | "self_harm" | "substances" | "suicide" | "violence")[];
}

/** It is durable, at this place. */
export interface Posted {
  message_id: string;
  seq: number;
  posted_at: number;
}

/**
 * Change one's own words, within 15 minutes.
 *
 * A warning or topics that are left out stay as they are; empty ones are taken away.
 */
export interface EditMessage {
  message_id: string;
  body: string;
  warning?: string | null;
  topics?: ("eating" | "loss" | "relapse" | "self_harm" | "substances" | "suicide" | "violence")[] | null;
}

/** The position that the change took in the room's log. */
export interface Appended {
  seq: number;
}

/** Take one's own message back; a tombstone stays. */
export interface DeleteMessage {
  message_id: string;
}

/** Take another's message out of sight: facilitators and moderators. */
export interface HideMessage {
  message_id: string;
  reason: "breaks_guidelines" | "dealing" | "method_detail" | "off_topic" | "private_details" | "unkind";
}

/** Bring a message back that was taken out of sight: those who may take it out of sight. */
export interface ShowMessageAgain {
  message_id: string;
}

/** Let the addresses in a newcomer's message be links. `vouch`: in all that they write now. */
export interface FreeLinks {
  message_id: string;
  vouch?: boolean;
}

/** Messages of the last fortnight whose addresses wait for a moderator's look, oldest first. */
export interface ListHeld {}

/** A message whose addresses are shown as plain text, and where it was said. */
export interface HeldMessage {
  room_name: string;
  message: MessagePosted;
}

/** Messages to look at; `more`: others come when some of these are seen to. */
export interface HeldPage {
  held: HeldMessage[];
  more: boolean;
}

/** Give or take back one reaction. */
export interface React {
  message_id: string;
  reaction: "heart" | "hug" | "me_too" | "strength" | "thanks" | "well_done";
  on: boolean;
}

/** Keep a message at hand for the room, or no longer: facilitators and moderators. */
export interface PinMessage {
  message_id: string;
  on: boolean;
}

/** What a room keeps at hand, as far as I may read it. */
export interface ListPinned {
  room_id: string;
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** Messages as they are now, the newest pin first. */
export interface PinnedPage {
  messages: MessagePosted[];
  cursor: string | null;
}

/**
 * Keep a message for myself, or no longer. Nobody is told.
 *
 * Where there is no more room, what I can't read any more makes some.
 */
export interface SaveMessage {
  message_id: string;
  on: boolean;
}

/** What I keep for myself, as far as I may still read it. */
export interface ListSaved {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** Messages as they are now, the one saved last first. */
export interface SavedPage {
  messages: MessagePosted[];
  cursor: string | null;
}

/** Who reacted. */
export interface ListReactions {
  message_id: string;
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** One reaction and who gave it. */
export interface GivenReaction {
  reaction: "heart" | "hug" | "me_too" | "strength" | "thanks" | "well_done";
  person: Author;
}

/** A page of who reacted, in no order that tells who was first. */
export interface ReactionPage {
  reactions: GivenReaction[];
  cursor: string | null;
}

/** Ask a moderator to look at a message; its words are kept as they stand now. */
export interface ReportMessage {
  message_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  reason: "dealing" | "harassment" | "other" | "private_details" | "spam" | "unkind";
  note?: string;
}

/**
 * I am worried about whoever wrote this: somebody should ask how they are. Not a report.
 *
 * Its author is never told. When someone has it I hear that, and nothing else.
 */
export interface WorryAbout {
  message_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  note?: string;
}

/** What is asked of me, who has heard me, and whether someone has what I worried about. */
export interface ShowCard {}

/** What I see of it now; null is nothing. */
export interface CardAnswer {
  cards: MyCards | null;
}

/** Shall one of us write to you? It can be answered otherwise at any time. */
export interface AnswerCard {
  answer: "not_now" | "yes";
}

/** Out of sight until it stands otherwise; "Help now" still has it. Or back. */
export interface PutCardAway {
  away?: boolean;
}

/** Look for words in messages that I may read, newest first. */
export interface SearchMessages {
  text: string;
  room_id?: string | null;
  /** A user_id, as messages carry it. */
  author?: string | null;
  /** The name that the author goes by now: another way to say who. */
  by?: string | null;
  /** Only messages posted at this time or later: milliseconds since 1970 UTC. */
  since?: number | null;
  /** Only messages posted before this time: milliseconds since 1970 UTC. */
  before?: number | null;
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** A page of messages. A cursor without messages means: keep looking from there. */
export interface Found {
  messages: MessagePosted[];
  cursor: string | null;
}

/** Everything after a position. */
export interface LogSince {
  room_id: string;
  epoch: string;
  /** A position in a room's log; 0 is before all. */
  seq: number;
  /** How many at most; beyond 200 means 200. */
  limit?: number;
}

/** Entries in order; or `reset`: forget what you have and open the room anew. */
export interface Since {
  epoch?: string;
  entries?: LogEntry[];
  head?: number;
  more?: boolean;
  reset?: boolean;
}

/** The messages before a position, newest last, as they are now. */
export interface LogBefore {
  room_id: string;
  /** A position in a room's log; 0 is before all. */
  seq: number;
  /** How many at most; beyond 200 means 200. */
  limit?: number;
}

/**
 * Messages in the order they were said. `my_reactions` maps a message to what I gave it,
 * `my_saved` are those that I keep for myself.
 *
 * `head` is the log's newest position when this was read: a client that has gone further by then
 * asks once more.
 */
export interface Page {
  messages: MessagePosted[];
  more: boolean;
  head: number;
  my_reactions: Record<string, string[]>;
  my_saved: string[];
}

/** The messages after a position, oldest first, as they are now. */
export interface LogAfter {
  room_id: string;
  /** A position in a room's log; 0 is before all. */
  seq: number;
  /** How many at most; beyond 200 means 200. */
  limit?: number;
}

/** A message, or its tombstone, with what was said before and after it, as it is now. */
export interface LogAround {
  message_id: string;
  /** How many at most; beyond 200 means 200. */
  limit?: number;
}

/** The same for both directions: whether there are `older` and `newer` ones than these. */
export interface Around {
  messages: MessagePosted[];
  older: boolean;
  newer: boolean;
  head: number;
  my_reactions: Record<string, string[]>;
  my_saved: string[];
}

/**
 * I have seen everything up to here. Kept in memory and written every few seconds: lossy.
 *
 * With `back` whatever comes after it is new to me again, which is written at once.
 */
export interface MarkRead {
  room_id: string;
  /** A position in a room's log; 0 is before all. */
  seq: number;
  back?: boolean;
}

/** Nothing is new to me any more, in any of my rooms. */
export interface MarkAllRead {}

/** I am writing, or stopped. */
export interface SetTyping {
  room_id: string;
  typing: boolean;
}

/** Keep someone and me apart, or no longer. Neither reads the other; nobody is told. */
export interface BlockPerson {
  user_id: string;
  blocked: boolean;
}

/** Whom I keep apart from me. */
export interface ListBlocks {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/**
 * A page of the people whom I block, by name; last, with an empty handle, those whose name I
 * can't see any more.
 */
export interface BlockedPage {
  people: Author[];
  cursor: string | null;
}

/** Show my name among those who are here, or only count me; say that I am just reading. */
export interface SetPresence {
  visible: boolean;
  reading?: boolean;
}

/** Go by another name from now on, everywhere; at most once in 24 hours. */
export interface ChangeHandle {
  handle: string;
}

/** Who I am now. */
export interface Renamed {
  user: User;
}

/** I need to talk. */
export interface AskForHelp {
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  /** However many fit a frame: this is never refused. */
  words?: string;
}

/** A number to text, and the word it waits for; an empty word means any words will do. */
export interface Sms {
  number: string;
  word: string;
}

/** One way to reach people outside. Numbers stay the text they were printed as. */
export interface Line {
  name: string;
  for: string;
  tel: string | null;
  sms: Sms | null;
  url: string | null;
  languages: string[];
  hours: string;
  source: string;
  checked_against: string;
  verified_on: string;
}

/**
 * The lines of one country. The source and date here are those of its emergency number.
 *
 * An empty emergency number means that none is true everywhere: show the note instead.
 */
export interface Country {
  code: string;
  name: string;
  emergency: string;
  emergency_note: string;
  source: string;
  checked_against: string;
  verified_on: string;
  lines: Line[];
}

/**
 * What is true now. `on_duty` counts those of us who are there and can be reached; without
 * one, `next_duty_at` tells when the next of us is, if that is known.
 *
 * The outside lines are the same file that the page holds offline; clients show the country that
 * was chosen on the device.
 */
export interface HelpAnswer {
  help_id: string;
  asked_at: number;
  on_duty: number;
  next_duty_at: number | null;
  message: string;
  outside: Country[];
}

/** The reports, newest first: moderators, and never those about oneself. */
export interface ListReports {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** A report with the message as it stood. `reporter` is for moderators alone. */
export interface ReportView {
  report_id: string;
  reported_at: number;
  room_id: string;
  room_name: string;
  message_id: string;
  posted_at: number;
  author: Author;
  reporter: Author;
  body: string;
  warning: string | null;
  reason: "dealing" | "harassment" | "other" | "private_details" | "spam" | "unkind";
  note: string;
  closed_at: number | null;
}

/** A page of reports, newest first. */
export interface ReportPage {
  reports: ReportView[];
  cursor: string | null;
}

/** A report has been seen to; never by the person whom it is about. */
export interface CloseReport {
  report_id: string;
}

/** What waits and who has what, gravest first; or what is closed, or where I helped. */
export interface ListCases {
  which?: "closed" | "helped" | "running";
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** What it is for. */
export type Kind = "real" | "practice" | "canary";

/** How far it has come. */
export type CaseState = "open" | "claimed" | "in_contact" | "resolved" | "reviewed";

/** How soon a human should look. High and imminent page someone; the others wait. */
export type Severity = "low" | "medium" | "high" | "imminent";

/** What came of it: a closed list. */
export type Outcome = "talked" | "connected" | "handed_over" | "unreachable" | "no_action" | "not_a_crisis";

/**
 * One line of the queue.
 *
 * `claim_by` is the instant by which somebody should have claimed it, from when the present wait
 * began; `owner` has it now, until `lease_until` unless there is activity. `closing` tells that
 * its helper proposes the `outcome` and a second person is asked. `attempts` counts how often the
 * person could not be reached. `room_id` is the talk with them: for whoever is in it alone.
 * `source` is what made it as grave as it is. `wants_contact` is what they answered when asked
 * whether one of us should write; None: nothing.
 */
export interface CaseRow {
  case_id: string;
  kind: Kind;
  state: CaseState;
  severity: Severity;
  category: string;
  source: string;
  person: Author;
  opened_at: number;
  newest_at: number;
  flags: number;
  waits_from: number;
  claim_by: number;
  contact_by: number;
  owner: Author | null;
  lease_until: number | null;
  contacted_at: number | null;
  handed_to: Author | null;
  relief_wanted: boolean;
  closing: boolean;
  attempts: number;
  standing_by: Author | null;
  room_id: string | null;
  outcome: Outcome | null;
  resolved_at: number | null;
  resolved_by: Author | null;
  solo: boolean;
  follow_up_at: number | null;
  follow_up: boolean;
  wants_contact: boolean | null;
}

/** A page of cases: running ones gravest first, closed ones newest first. */
export interface CasePage {
  cases: CaseRow[];
  cursor: string | null;
}

/** How many run, and nothing more: for moderators and administrators. */
export interface CountCases {}

/** How many run, by severity; of whom and why is for those who follow up. */
export interface CaseCount {
  waiting: Record<string, number>;
  held: Record<string, number>;
}

/** How following up went in the last 90 days, in numbers that name nobody. */
export interface ShowStatistics {}

/**
 * So many took up to so long: `up_to_ms` null is longer than all before; `count` null is too
 * few to tell.
 */
export interface Bar {
  up_to_ms: number | null;
  count: number | null;
}

/** How often a term was a reason to look, as the people said who followed up. */
export interface TermFigure {
  term: string;
  right: number;
  wrong: number;
}

/** Numbers since an instant; `hours` are those of UTC, from midnight on. */
export interface CaseStatistics {
  since: number;
  cases: number | null;
  claim: Bar[];
  contact: Bar[];
  terms: TermFigure[];
  hours: (number | null)[];
}

/** Look at a case: its reasons, a few lines around them, and what was done. */
export interface OpenCase {
  case_id: string;
}

/** Where a term was heard: `start` and `end` are UTF-16 units of the shown words. */
export interface HitView {
  term: string;
  category: string;
  start: number;
  end: number;
  severity: Severity;
  why: string[];
  in_warning: boolean;
}

/** One reason to look, with the words as they stood and where in them it was heard. */
export interface FlagView {
  flag_id: string;
  source: string;
  at: number;
  severity: Severity;
  category: string;
  room_id: string | null;
  room_name: string | null;
  message_id: string | null;
  seq: number | null;
  body: string;
  warning: string | null;
  hits: HitView[];
  list_version: string | null;
  fault: string | null;
  raised_by: Author | null;
  verdict: string | null;
}

/** One line of a case's timeline; without an `actor` it was the clock or software. */
export interface EntryView {
  number: number;
  at: number;
  actor: Author | null;
  what: string;
  detail: string;
  note: string | null;
}

/** An earlier case of the same person. */
export interface PastCase {
  case_id: string;
  opened_at: number;
  severity: Severity;
  category: string;
  outcome: Outcome | null;
  resolved_at: number | null;
}

/** What was decided about them before. */
export interface PastSanction {
  kind: string;
  reason: string;
  given_at: number;
  until: number | null;
  lifted_at: number | null;
}

/** What those who follow up may know of a person, and nothing else. */
export interface PersonCard {
  person: Author;
  since: number;
  state: string;
  past: PastCase[];
  sanctions: PastSanction[];
}

/** A case with its reasons, newest first, a few lines around the newest, and its timeline. */
export interface OpenedCase {
  case: CaseRow;
  flags: FlagView[];
  more_flags: boolean;
  context: MessagePosted[];
  entries: EntryView[];
  card: PersonCard;
}

/** Look further around one of its reasons. */
export interface WidenCase {
  case_id: string;
  flag_id: string;
  lines?: number;
}

/** More lines around one reason, and whether there are still more on either side. */
export interface WidenedCase {
  messages: MessagePosted[];
  older: boolean;
  newer: boolean;
}

/** Take it on: one person has it, for as long as there is activity. */
export interface ClaimCase {
  case_id: string;
}

/** The case as it stands now. */
export interface CaseAnswer {
  case: CaseRow;
}

/** I am at it. */
export interface RenewCase {
  case_id: string;
}

/** Give it back, without a reason. */
export interface ReleaseCase {
  case_id: string;
}

/** Write something down for those who follow up. */
export interface NoteCase {
  case_id: string;
  note: string;
}

/** Write to the person whom a case is about; from then on the two have a talk of their own. */
export interface ContactCase {
  case_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  body: string;
}

/** I tried to reach the person, and could not. */
export interface AttemptCase {
  case_id: string;
  note?: string;
}

/** Ask a colleague to go on, with what they should know. It stays mine until they accept. */
export interface HandOverCase {
  case_id: string;
  to: string;
  summary: string;
}

/** Go on with what was handed to me. Once there was contact: with first words of my own. */
export interface AcceptCase {
  case_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce?: string | null;
  body?: string;
}

/** Not now: it stays with whoever asked me. */
export interface RefuseCase {
  case_id: string;
}

/** Step in for a helper who went silent or can't go on, with first words of my own. */
export interface TakeOverCase {
  case_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  body: string;
}

/** Ask a colleague to be at hand while I follow up; without one, nobody is asked any more. */
export interface StandByCase {
  case_id: string;
  to: string | null;
}

/**
 * Close it. An imminent one is closed by two: the second sends the same outcome.
 *
 * `follow_up_at` or `follow_up_in_h` says when to ask again, 0 hours not at all; left out, it is
 * as usual for how grave it was, and not at all where there was nothing to do.
 */
export interface ResolveCase {
  case_id: string;
  outcome: Outcome;
  follow_up_at?: number | null;
  follow_up_in_h?: number | null;
}

/** The case as it stands now. `debrief`: it was a hard one, and a note for oneself may help. */
export interface CaseClosed {
  case: CaseRow;
  debrief: boolean;
}

/** I have looked at how it went. */
export interface ReviewCase {
  case_id: string;
}

/** Somebody should ask how a person is: because of a message, or of what I saw otherwise. */
export interface RaiseCase {
  severity: Severity;
  message_id?: string | null;
  user_id?: string | null;
  note?: string;
}

/** A case about nobody, to learn by and to see that the way is whole. */
export interface PracticeCase {
  severity: Severity;
  words?: string;
}

/** Whether a reason to look was one. */
export interface JudgeFlag {
  flag_id: string;
  verdict: "right" | "wrong";
}

/** Who means to be there when, from yesterday on. */
export interface ListRota {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** A shift. `is_there`: it is now, and a device of theirs was heard. */
export interface ShiftView {
  shift_id: string;
  person: Author;
  begins_at: number;
  ends_at: number;
  on_call: boolean;
  note: string;
  noted_at: number | null;
  is_there: boolean;
}

/** Shifts in the order in which they begin. */
export interface RotaPage {
  shifts: ShiftView[];
  cursor: string | null;
}

/** Plan a shift, for oneself or another moderator. `on_call`: only called behind the others. */
export interface AddShift {
  user_id: string;
  begins_at: number;
  ends_at: number;
  on_call?: boolean;
}

/** Take a shift off the rota. */
export interface RemoveShift {
  shift_id: string;
}

/** Leave something to whoever comes next: about the night, not about a person by name. */
export interface NoteShift {
  shift_id: string;
  note: string;
}

/** How it is with me: my shift, whether this device was heard, and what rings for me. */
export interface ShowDuty {}

/** What rings for me. `severity` is for the tone alone. */
export interface AlertView {
  alert_id: string;
  what: string;
  severity: string | null;
  at: number;
}

/**
 * How it is with me.
 *
 * `device` is what this device is to my shift; `on_duty` counts who is there, for anybody but me.
 * `push_key` is the key of this server, for a browser's subscription. `outside` says whether the
 * operator named somebody outside of staff, for what nobody of them can or may see.
 */
export interface DutyView {
  shift: ShiftView | null;
  device: "heard" | "none" | "silent";
  on_duty: number;
  next_shift: number | null;
  ringing: AlertView[];
  push_key: string;
  outside: boolean;
}

/** I am here: this device rings for me during my shift. It rings at once, for a test. */
export interface StartDuty {}

/** It rings: acknowledge `alert_id` on this device until then. */
export interface TestRang {
  alert_id: string;
  until: number;
}

/** This device does not ring for me any more. */
export interface StopDuty {}

/** Let this device ring for a test. */
export interface RingAlert {}

/** I heard it. Of a test: I am there. Of any other: it stops ringing, and still waits. */
export interface AcknowledgeAlert {
  alert_id: string;
}

/** Push alerts to this browser: what its `PushSubscription` says. */
export interface Subscribe {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** No more pushes to this browser. */
export interface Unsubscribe {
  endpoint: string;
}

/** What is listened for here, what is proposed, and the versions before. */
export interface ShowWordList {}

/**
 * What is otherwise about one term.
 *
 * A term of one's own (`own.…`) is told as a whole. Of one that came with the list: `off`, another
 * `severity`, and what is added to it. `exceptions` take back what they touch; `hits` are examples
 * that it must hear, `misses` such that it must not.
 */
export interface TermChange {
  term: string;
  off?: boolean;
  category?: "body_brokering" | "doxxing" | "drug_dealing" | "harassment" | "medical" | "overdose" | "relapse_craving" | "self_harm" | "suicide" | "violence_abuse" | null;
  severity?: "high" | "imminent" | "low" | "medium" | null;
  frame?: "anyone" | "intent" | "themselves";
  patterns?: string[];
  exceptions?: string[];
  hits?: string[];
  misses?: string[];
}

/**
 * One thing that is listened for.
 *
 * `severity` is the one in force, null for what only raises others. `change` is what is otherwise
 * than it came, all of it for a term of our own. `examples` are some that it hears. `right` and
 * `wrong` is what people said of it who followed up in the last 90 days; None: too few to tell.
 */
export interface TermView {
  term: string;
  category: "body_brokering" | "doxxing" | "drug_dealing" | "harassment" | "medical" | "overdose" | "relapse_craving" | "self_harm" | "suicide" | "violence_abuse";
  severity: "high" | "imminent" | "low" | "medium" | null;
  off: boolean;
  own: boolean;
  patterns: number;
  examples: string[];
  change: TermChange | null;
  right: number | null;
  wrong: number | null;
}

/**
 * Of one category: how many messages the list in force hears, how many more and fewer the
 * changed one would. None: too few to tell.
 */
export interface CategoryTrial {
  category: string;
  before: number | null;
  more: number | null;
  fewer: number | null;
}

/**
 * What came of a dry run, in rough numbers. None: too few to tell.
 *
 * `messages` were looked at, 0 where too few people said too little of late. Of them the changed
 * list would hear so many `more` and `fewer`; `calling` of the more are high or imminent, and
 * would call someone. `ordinary` are harmless sentences that came with the list: so many of them
 * are heard now, and would be.
 */
export interface Trial {
  messages: number;
  more: number | null;
  fewer: number | null;
  calling: number | null;
  by_category: CategoryTrial[];
  ordinary: number;
  ordinary_before: number;
  ordinary_after: number;
}

/**
 * What somebody proposes: to change a term, or (`back_to`) to go back to a former version.
 *
 * A `change` of null with a `term` is to have it as it came. `proposer` is null for someone who
 * has left. It waits until `due_at`. `can_approve` is whether I can; where that is my own
 * proposal (nobody else could approve it, or I am an administrator), it needs a step-up.
 */
export interface ListProposalView {
  proposal_id: string;
  term: string;
  change: TermChange | null;
  back_to: number | null;
  why: string;
  trial: Trial;
  proposer: Author | null;
  proposed_at: number;
  due_at: number;
  state: string;
  decided_at: number | null;
  is_mine: boolean;
  can_approve: boolean;
}

/**
 * A version of the list. Who proposed it and who agreed: null for those who have left.
 *
 * Until `undo_until` any of staff can undo what one person decided alone.
 */
export interface ListVersionView {
  number: number;
  at: number;
  term: string;
  back_to: number | null;
  proposer: Author | null;
  agreed: Author | null;
  undo_until: number | null;
}

/**
 * The list in force, what is proposed, and its newest versions, newest first.
 *
 * `version` is its name as flags carry it; `number` counts the changes of this place.
 */
export interface WordList {
  version: string;
  number: number;
  terms: TermView[];
  proposals: ListProposalView[];
  versions: ListVersionView[];
}

/**
 * Propose what should be otherwise about one term. Its examples are run at once.
 *
 * A `change` of only a name is the term as it came; of one's own it is no more.
 */
export interface ProposeTerm {
  change: TermChange;
  why?: string;
}

/** The proposal as it stands now; `number` is the version in force. */
export interface ListProposalAnswer {
  proposal: ListProposalView;
  number: number;
}

/** Propose to go back to a former version of the list; 0 is as it came. */
export interface ProposeVersion {
  number: number;
  why?: string;
}

/**
 * Agree to a change of the list that another person proposed. It is in force within 2 seconds.
 *
 * One's own only where nobody else could agree, or as an administrator, and with a step-up of the
 * last minutes.
 */
export interface ApproveProposedWords {
  proposal_id: string;
}

/** Say no to a proposal that waits, or take back one's own. */
export interface RefuseProposedWords {
  proposal_id: string;
}

/** Undo within 72 hours what one person decided alone. Needs a step-up of the last minutes. */
export interface UndoVersion {
  number: number;
}

/** The number of the version that is in force now. */
export interface ListChanged {
  number: number;
}

/** Keep someone out until a time, or until it is lifted. */
export interface Ban {
  user_id: string;
  reason: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind";
  /** Milliseconds since 1970 UTC; nothing means until it is lifted. */
  until?: number | null;
  note?: string;
}

/** The ban that runs now. */
export interface Banned {
  sanction_id: string;
}

/** Let someone back in. */
export interface LiftBan {
  user_id: string;
}

/**
 * Tell someone that something must not go on: by who keeps that room, or without one by staff.
 *
 * The words are the page's own for each reason; `note` is for colleagues alone.
 */
export interface WarnPerson {
  user_id: string;
  reason: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind";
  room_id?: string | null;
  note?: string;
}

/** What was decided. */
export interface Sanctioned {
  sanction_id: string;
}

/** End something that was decided about someone, and tell them. */
export interface TakeBackSanction {
  sanction_id: string;
  reason: "enough" | "mistake" | "talked";
}

/** What was decided about someone, the newest first: staff, and never about oneself. */
export interface ListSanctions {
  user_id: string;
}

/** What is decided about someone. Slowing a room down or locking it is about nobody. */
export type SanctionKind = "warn" | "mute" | "remove" | "ban";

/** A decision about someone, as staff sees it; `note` is what its giver wrote for colleagues. */
export interface SanctionRow {
  sanction_id: string;
  kind: SanctionKind;
  reason: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind";
  room_name: string | null;
  given_at: number;
  given_by: Author;
  until: number | null;
  lifted_at: number | null;
  note: string;
  outcome: "lifted" | "upheld" | null;
  appealed: boolean;
}

/** What was decided about someone: the newest alone, where it is much. */
export interface SanctionPage {
  sanctions: SanctionRow[];
}

/** What was decided about me, the newest first; also for whoever is kept out. */
export interface ShowMySanctions {}

/** What I said to it, and what came of that; no `outcome` while nobody has decided. */
export interface MyAppeal {
  at: number;
  words: string;
  outcome: "lifted" | "upheld" | null;
  decided_at: number | null;
}

/**
 * Something that was decided about me.
 *
 * `until`: how long it holds; null for what has no end, or was said or done once. `room_name` is
 * there while I may know of the room. `news`: I have not put it away yet.
 */
export interface MySanction {
  sanction_id: string;
  kind: SanctionKind;
  reason: "breaks_guidelines" | "danger" | "dealing" | "harassment" | "method_detail" | "off_topic" | "other" | "private_details" | "spam" | "unkind";
  room_id: string | null;
  room_name: string | null;
  given_at: number;
  until: number | null;
  lifted_at: number | null;
  news: boolean;
  may_appeal: boolean;
  appeal: MyAppeal | null;
}

/** What was decided about me. */
export interface MySanctions {
  sanctions: MySanction[];
}

/** I have read what was decided about me: don't show it by itself any more. */
export interface PutSanctionAway {
  sanction_id: string;
}

/** Ask that somebody else looks at what was decided about me: once for each decision. */
export interface MakeAppeal {
  sanction_id: string;
  words: string;
}

/** The appeals that wait, the oldest first; or those decided, the newest first. */
export interface ListAppeals {
  which?: "decided" | "waiting";
}

/** An appeal. `may_decide`: I did not decide it before, or there is nobody else. */
export interface AppealRow {
  appeal_id: string;
  at: number;
  person: Author;
  words: string;
  sanction: SanctionRow;
  may_decide: boolean;
  outcome: "lifted" | "upheld" | null;
  decided_at: number | null;
  decided_by: Author | null;
  solo: boolean;
}

/** Appeals, never one by the reader; `more`: others come when some of these are decided. */
export interface AppealPage {
  appeals: AppealRow[];
  more: boolean;
}

/** Leave a decision as it is, or take it back: by somebody other than who made it. */
export interface DecideAppeal {
  appeal_id: string;
  outcome: "lifted" | "upheld";
}

/** What staff did, newest first: one's own deeds for moderators, all for administrators. */
export interface ListAudit {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** One deed. `about` is the id of the person, room, message or proposal it was done to. */
export interface AuditView {
  number: number;
  at: number;
  actor_id: string;
  action: string;
  about: string;
  detail: string;
}

/** A page of deeds, newest first. */
export interface AuditPage {
  entries: AuditView[];
  cursor: string | null;
}

/** Who asked for a person, newest first: moderators, and never one's own. */
export interface ListHelp {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** Someone asked for a person. */
export interface HelpView {
  help_id: string;
  asked_at: number;
  person: Author;
  words: string;
}

/** A page of requests, newest first. */
export interface HelpPage {
  requests: HelpView[];
  cursor: string | null;
}

/**
 * Make a link that lets one person in (invite), or one by which anyone may ask to be (knock).
 *
 * `relation` is what they will be to the room. For a role other than member, whoever uses it
 * comes in as a member, and the role is proposed for them.
 */
export interface CreateInvite {
  kind: "invite" | "knock";
  role?: Role;
  room_id?: string | null;
  relation?: Relation;
  /** Hours that it works: an invite at most 72. */
  valid_h: number;
}

/**
 * An invitation as whoever made it sees it: never its secret, nor who used it.
 *
 * `room_id` and `room_name` are null without a room, or with one that I may no longer know of.
 */
export interface InviteView {
  invite_id: string;
  kind: "invite" | "knock";
  role: Role;
  room_id: string | null;
  room_name: string | null;
  relation: Relation;
  created_at: number;
  expires_at: number;
  mine: boolean;
  used: boolean;
  revoked: boolean;
}

/** The only time that its secret is told: as a link, as a code to type, as a picture (SVG). */
export interface InviteMade {
  invite: InviteView;
  link: string;
  code: string;
  qr_svg: string;
}

/** The invitations I made, newest first; to administrators everyone's. */
export interface ListInvites {
  /** Where the page before ended: opaque. */
  cursor?: string | null;
}

/** A page of invitations, newest first. */
export interface InvitePage {
  invites: InviteView[];
  cursor: string | null;
}

/** Let an invitation open nothing any more; what it has opened stays. */
export interface RevokeInvite {
  invite_id: string;
}

/** I am here already and was given a code: bring me into its room. */
export interface UseInvite {
  code: string;
}

/** Where it led: null when it was only about being here at all. */
export interface InviteUsed {
  room: RoomView | null;
  membership: MembershipView | null;
}

/** What was decided about the place, and what holds where nothing was: administrators. */
export interface ShowSite {}

/**
 * A line of our own. `purpose`: crisis, addiction or poison/overdose; one of `tel`, `sms` and
 * `url` at least. `source`: the page on which everyone can look the number up.
 */
export interface OwnLine {
  name: string;
  purpose: string;
  tel?: string | null;
  sms?: string | null;
  sms_word?: string;
  url?: string | null;
  languages: string[];
  hours: string;
  source: string;
}

/** A country that there are help lines of. */
export interface CountryName {
  code: string;
  name: string;
}

/**
 * What holds about the place. `chosen` is the door that was chosen; it opens only over help
 * lines that were called. `configured_name` is what it is called without a decision.
 */
export interface SiteDecisions {
  name: string;
  configured_name: string;
  welcome: string;
  palette: "forest" | "hearth" | "plum" | "sea";
  guidelines: string;
  guidelines_version: number;
  chosen: "closed" | "invite" | "open";
  help_country: string;
  own_lines: OwnLine[];
  countries: CountryName[];
}

/**
 * Change what is given of how the place shows itself. An empty name is that of the settings.
 *
 * Without words of its own the page has those that it comes with. Other guidelines are a new
 * version, which everyone is asked to read when they come in the next time. With
 * `guidelines_version`, they are kept only if that one, which they were written upon, still holds.
 */
export interface ChangeSite {
  name?: string | null;
  welcome?: string | null;
  palette?: "forest" | "hearth" | "plum" | "sea" | null;
  guidelines?: string | null;
  guidelines_version?: number | null;
}

/**
 * Choose who may make an account. Needs a step-up of the last minutes.
 *
 * `open` is as `invite` until the help lines in force were called and confirmed.
 */
export interface SetRegistration {
  registration: "closed" | "invite" | "open";
}

/**
 * Choose whose help lines come first, with up to three of our own before them.
 *
 * Whoever sets a line has called it. All of them are to be confirmed anew after a change. Needs a
 * step-up of the last minutes. `country` is a code that `site.show` lists, or empty for none;
 * lines of our own need one.
 */
export interface SetHelplines {
  country: string;
  own?: OwnLine[];
}

/** Say that the help lines which people see first were called, and that people answer there. */
export interface ConfirmHelplines {}

/** How we are with each other here, in all rooms. */
export interface ReadGuidelines {}

/** No words: those that the page comes with. `accepted` is the version I last agreed to. */
export interface Guidelines {
  text: string;
  version: number;
  accepted: number;
}

/** I have read them. Another version than the one in force is `guidelines_first`. */
export interface AcceptGuidelines {
  version: number;
}

/** Look for a person by exactly their name: staff alone. */
export interface FindUser {
  handle: string;
}

/** A person as staff sees them. Without `banned_until` a ban lasts until it is lifted. */
export interface FoundUser {
  user_id: string;
  handle: string;
  role: Role;
  state: State;
  banned_until: number | null;
  ban_reason: string | null;
}

/** The person of that name. */
export interface UserFound {
  user: FoundUser;
}

/** Let in someone who knocked. */
export interface AdmitUser {
  user_id: string;
}

/** Don't let in someone who knocked: their account is removed. */
export interface RefuseUser {
  user_id: string;
}

/**
 * Close an account, or open it again: administrators, and never an administrator's.
 *
 * Needs a step-up of the last minutes. Nobody signs in to a closed account.
 */
export interface FreezeUser {
  user_id: string;
  frozen: boolean;
}

/** Who is on staff, who waits to be let in, what is proposed, which invitations are out. */
export interface ShowStaff {}

/** One of staff. Their powers work once they have a second factor (`proven`). */
export interface StaffMember {
  user: Author;
  role: Role;
  state: State;
  proven: boolean;
}

/** Someone who asked to be let in. The day alone is kept in sight, not the time. */
export interface Knocker {
  user_id: string;
  handle: string;
  knocked_on: number;
}

/**
 * What was proposed, and what became of it.
 *
 * A role: while it waits, `due_at` is when it lapses; once it is done, until when it can be
 * undone. A restore: since when its code works; it waits until the code is used, and then is done.
 * `role` is null for a restore, `proposer` for someone who has left; `met` counts who of staff
 * met the person.
 */
export interface ProposalView {
  proposal_id: string;
  kind: "restore" | "role";
  user: Author;
  role: Role | null;
  role_before: Role;
  proposer: Author | null;
  proposed_at: number;
  state: "done" | "lapsed" | "refused" | "stopped" | "undone" | "waiting";
  met: number;
  due_at: number;
  decided_at: number | null;
}

/**
 * What there is to look after. A moderator sees their own invitations alone.
 *
 * `alone` tells that nobody else could approve what I propose, so that it is done at once.
 * `unseen_reports`, for administrators alone, counts what waits and no moderator can see: each is
 * by the only one, or there is none.
 */
export interface StaffOverview {
  staff: StaffMember[];
  waiting: Knocker[];
  proposals: ProposalView[];
  invites: InviteView[];
  registration: "closed" | "invite" | "open";
  helplines_confirmed: boolean;
  alone: boolean;
  unseen_reports: number;
}

/**
 * Give someone a role, or take it back. Needs a step-up of the last minutes.
 *
 * To give one takes two administrators: this waits until another approves. Where no other could,
 * it is done at once. To take one back takes one administrator, and is done at once. Everyone on
 * staff is told of what one decided alone, and any of them but the person can undo it for 72
 * hours; so long, whoever lost a role counts as one who could approve. Whoever is given a role,
 * or loses it, signs in anew; its powers work once they have a second factor.
 */
export interface ProposeRole {
  user_id: string;
  role: Role;
}

/** The proposal as it stands now. */
export interface ProposalAnswer {
  proposal: ProposalView;
}

/**
 * Agree that someone is given a role: another administrator than the one who proposed it.
 *
 * Needs a step-up of the last minutes.
 */
export interface ApproveProposal {
  proposal_id: string;
}

/**
 * Say no to a proposal that waits, or take back one's own.
 *
 * Administrators about roles, all of staff about a restore, and nobody about themselves. The code
 * of a restore is dead from then on.
 */
export interface RefuseProposal {
  proposal_id: string;
}

/**
 * Undo what one administrator decided alone about a role: any of staff but the person, 72 h.
 *
 * A role that was given is taken back, one that was taken is given again, to who is still here.
 * Needs a step-up of the last minutes.
 */
export interface UndoProposal {
  proposal_id: string;
}

/**
 * Give someone who lost their phone and their codes a new one. Needs a step-up.
 *
 * Moderators do it for members, administrators for moderators too; for an administrator whoever
 * runs the server does. The code is shown once, to be handed over in person or by phone. It works
 * after 24 hours; every device of theirs is told at once and can stop it. `met` says that you met
 * the person: when another of staff says so too, or where there is no other, it works at once.
 * With the code they choose a new passphrase, and a second factor they had is gone. A moderator
 * is a member after it.
 */
export interface AskRestore {
  user_id: string;
  met: boolean;
}

/** The code, shown this once, and from when until when it works. */
export interface RestoreAsked {
  proposal: ProposalView;
  code: string;
  from_at: number;
  until: number;
}

/** Say that you, too, met the person. Needs a step-up. Two who met them let the code work. */
export interface ConfirmRestore {
  proposal_id: string;
}

/** It isn't me who asked to be helped back in: the code is dead, and staff is told. */
export interface StopRestore {}

/** Where I am signed in. */
export interface ListSignIns {}

/** One sign-in. `started_on` is the day, `proven` whether it was begun with a second factor. */
export interface SignInView {
  sign_in_id: string;
  started_on: number;
  device: "computer" | "phone" | "program";
  current: boolean;
  proven: boolean;
}

/** All of them, the newest first: at most twenty. */
export interface MySignIns {
  sign_ins: SignInView[];
}

/** Sign out there: its live connections end at once. Ending this one is signing out here. */
export interface EndSignIn {
  sign_in_id: string;
}

/** Sign somebody out everywhere: moderators members, administrators all but administrators. */
export interface EndSignInsOf {
  user_id: string;
}

/**
 * Gather everything that is kept of me, or tell how far that has come.
 *
 * One export at a time; it is forgotten after seven days. Asked for again after a day, everything
 * is gathered anew.
 */
export interface ExportAccount {}

/**
 * How far my export has come: `parts` can be read with `account.export_page`, from 0 on.
 *
 * Of the `steps` it takes, `steps_done` are done; some take longer than others.
 */
export interface ExportState {
  export_id: string;
  ready: boolean;
  parts: number;
  steps_done: number;
  steps: number;
  asked_at: number;
  expires_at: number;
}

/** One part of my export. */
export interface ReadExportPage {
  export_id: string;
  part_no: number;
}

/** Someone else in my data: kept as a reference, and named as they are when it is read. */
export interface Named {
  user_id: string;
  handle: string;
}

/**
 * Things of one kind. Other people stand in it by the name they go by now.
 *
 * `more` tells that there are or will be parts after it. A section that is long goes on in the
 * next part.
 */
export interface ExportPage {
  section: string;
  items: (Record<string, string | number | boolean | Named | null>)[];
  more: boolean;
}

/**
 * Remove me and everything that is kept of me. Needs a step-up of the last minutes.
 *
 * I am gone from every screen at once, and signed out everywhere. For 72 hours I can sign in and
 * take it back (`account.keep`); then it is removed for good.
 */
export interface EraseAccount {}

/** When the removal begins; until then it can be taken back. */
export interface Erasing {
  due_at: number;
}

/** Take my leaving back: everything is as it was. */
export interface KeepAccount {}

/** Someone is in. `member` is there only if they wish to be seen. */
export interface MemberJoined {
  kind: "member.joined";
  room_id: string;
  member: MemberView | null;
}

/** Someone left or was removed. `user_id` is there only if they wished to be seen. */
export interface MemberLeft {
  kind: "member.left";
  room_id: string;
  user_id: string | null;
}

/**
 * A name that can be seen here has changed or is gone, or what stands beside it has.
 *
 * Read the room again, from the start. It says neither whose name nor which; nobody who was not
 * seen here before is told of by it.
 */
export interface NamesChanged {
  kind: "names.changed";
  room_id: string;
}

/**
 * How many are here now, and those among them who wish to be seen.
 *
 * `reading` are the ids of those of them who say that they are just reading.
 */
export interface PresenceChanged {
  kind: "presence.changed";
  room_id: string;
  here: number;
  shown: Author[];
  reading: string[];
}

/** How many are writing now, and those among them who wish to be seen. */
export interface TypingChanged {
  kind: "typing.changed";
  room_id: string;
  typing: number;
  shown: Author[];
}

/**
 * A room that I am in but don't have open went on: its head, and its count of posts so far.
 *
 * `mentions` names who was mentioned since the last such notice. At most one a second.
 */
export interface RoomMoved {
  kind: "room.moved";
  room_id: string;
  seq: number;
  posts: number;
  mentions: string[];
}

/**
 * What I am to a room has changed: let in, invited, removed, muted, made facilitator.
 *
 * `membership` is null when I am no longer in it; `room` is null when I may not know it exists.
 */
export interface YourMembership {
  kind: "you.membership_changed";
  user_id: string;
  room_id: string;
  room: RoomView | null;
  membership: MembershipView | null;
}

/** A message of mine was taken out of sight, and why. */
export interface YourMessageHidden {
  kind: "you.message_hidden";
  user_id: string;
  room_id: string;
  message_id: string;
  reason: string;
}

/** I chose whether others see my name among those present, and that I am just reading. */
export interface YourVisibility {
  kind: "you.visibility_changed";
  user_id: string;
  handle: string;
  visible: boolean;
  reading: boolean;
}

/** I go by another name now: the new one, to myself alone. */
export interface YourHandle {
  kind: "you.handle_changed";
  user_id: string;
  handle: string;
}

/**
 * Whom I block has changed; nobody else hears of it.
 *
 * `blocks` is another number whenever my list is another, and 0 when I block nobody: a client that
 * holds another number asks `session.sync` and opens the room on screen anew.
 */
export interface YourBlocks {
  kind: "you.blocks_changed";
  user_id: string;
  blocks: number;
}

/** Somebody waits at the door. Goes to the people who keep the room, without a name. */
export interface JoinAsked {
  kind: "room.join_asked";
  room_id: string;
}

/**
 * Somebody whom only the keepers of a room see on its roster goes by another name, or is gone.
 *
 * Like `names.changed`, for those who see everyone: nobody else may know that there was anyone.
 */
export interface RosterChanged {
  kind: "roster.changed";
  room_id: string;
}

/** Someone asked for a look at a message. */
export interface ReportMade {
  kind: "report.made";
  about: string;
  report_id: string;
}

/** Someone wants to talk to a person. */
export interface HelpAsked {
  kind: "help.asked";
  about: string;
  help_id: string;
}

/** A case is new, or stands otherwise than before: ids, and words of ours. */
export interface CaseChanged {
  kind: "case.changed";
  about: string;
  case_id: string;
  state: string;
  severity: string;
  owner_id: string | null;
}

/** The rota, or who is there, is otherwise than before. */
export interface DutyChanged {
  kind: "duty.changed";
  about: string;
}

/**
 * Something waits, for me to come and look: where, of whom and why is nowhere in it.
 *
 * `severity` is for the tone alone. It rings until I say that I heard it, or somebody has it.
 */
export interface AlertRang {
  kind: "alert.rang";
  user_id: string;
  alert_id: string;
  what: string;
  severity: string | null;
}

/** What I am asked, or told of who has heard me, is another now: `case.card` says it. */
export interface CardChanged {
  kind: "you.card_changed";
  user_id: string;
}

/** I was worried about these words: someone has this. */
export interface ConcernHeard {
  kind: "you.concern_heard";
  user_id: string;
  message_id: string;
}

/** I was given another role, or mine was taken back: the page begins anew. */
export interface YourRole {
  kind: "you.role_changed";
  user_id: string;
  role: Role;
}

/** I was let in, or am leaving, or have taken that back: the page begins anew. */
export interface YourState {
  kind: "you.state_changed";
  user_id: string;
  state: State;
}

/** I can't take part until then (None: until it is lifted), and why. */
export interface YourBan {
  kind: "you.banned";
  user_id: string;
  reason: string;
  until: number | null;
}

/** I can take part again. */
export interface BanLifted {
  kind: "you.ban_lifted";
  user_id: string;
}

/** Something was decided about me, or about what I said to it: `sanction.mine` says what. */
export interface YourSanction {
  kind: "you.sanctioned";
  user_id: string;
}

/** Someone asked for another look at what was decided about them, or it was decided. */
export interface AppealChanged {
  kind: "appeal.changed";
  about: string;
}

/** The staff page has something new. `about` is the person concerned, who is not told. */
export interface StaffNoticed {
  kind: "staff.noticed";
  about: string;
}

/** The list of words that are listened for is another one, or something is proposed for it. */
export interface WordListChanged {
  kind: "lexicon.changed";
  number: number;
}

/**
 * Staff was asked to help me back in: a new code works from `due_at`, unless I stop it.
 *
 * Without `due_at` that is over: it was stopped, refused, used, or has lapsed.
 */
export interface YourRestore {
  kind: "you.restore_asked";
  user_id: string;
  proposal_id: string;
  due_at: number | null;
}

/** This sign-in is over: its live connections end, and don't come back by themselves. */
export interface SignInEnded {
  kind: "session.revoked";
  sign_in_id: string;
  reason: "banned" | "erased" | "expired" | "frozen" | "idle" | "newer_session" | "renewed" | "role_changed" | "signed_out";
}

/**
 * The place has another name, other colours, guidelines, help lines or another door.
 *
 * With another `guidelines_version` than the one I accepted, I am asked to read them when I come
 * in the next time.
 */
export interface SiteChanged {
  kind: "site.changed";
  name: string;
  palette: "forest" | "hearth" | "plum" | "sea";
  help_country: string;
  guidelines_version: number;
}

/**
 * Choose a name and a passphrase, and come in.
 *
 * `of_age`: I am 18 or over. `guidelines`: I have read how we are with each other here. Both must
 * be true; `guidelines_version` says which, if others might hold by now. `invite`: the link or
 * code of an invitation, or of a flyer by which I ask to come in.
 */
export interface SignUp {
  handle: string;
  passphrase: string;
  of_age?: boolean;
  guidelines?: boolean;
  guidelines_version?: number | null;
  invite?: string | null;
}

/** The recovery codes are shown this once: nobody can look them up again. */
export interface CameIn {
  token: string;
  user: User;
  recovery_codes: string[];
}

/** Names that nobody has, made of chance alone. */
export interface Suggestions {
  names: string[];
}

/** Come in again. `code` are the six digits of whoever has a second factor. */
export interface SignIn {
  handle: string;
  passphrase: string;
  code?: string | null;
}

/** The token opens everything of this person's; browsers have it as a cookie as well. */
export interface SignedIn {
  token: string;
  user: User;
}

/** Show once more that it is you: for ten minutes grave things can be done. */
export interface StepUp {
  passphrase: string;
  code?: string | null;
}

/** Come in again with a recovery code, and choose another passphrase. */
export interface Recover {
  handle: string;
  recovery_code: string;
  passphrase: string;
}

/** There is nothing to say. */
export interface NoFields {}

/** New ones, shown this once; those before them no longer work. */
export interface RecoveryCodes {
  recovery_codes: string[];
}

/** Choose another passphrase. Every other sign-in ends. */
export interface ChangePassphrase {
  passphrase: string;
  new_passphrase: string;
  code?: string | null;
}

/** What an authenticator app needs to know: as text, as an address, as a picture of it. */
export interface SecondFactorOffer {
  secret: string;
  uri: string;
  qr_svg: string;
}

/** Show that the app makes the right digits. */
export interface Confirm {
  code: string;
}

/**
 * What a page may tell about the site: who may make an account now, and whether somebody has
 * called the help lines, before which nobody comes in uninvited.
 */
export interface SiteFacts {
  name: string;
  registration: "closed" | "invite" | "open";
  helplines_confirmed: boolean;
}

/**
 * Who I am. `csrf` goes with every change that is signed by the cookie; a token needs none.
 *
 * `proven`: this sign-in was begun with a second factor, which powers of staff need.
 * `stepped_up_until`: so long no grave thing asks again who I am; null when it would.
 */
export interface Me {
  user: User;
  csrf: string | null;
  second_factor: boolean;
  proven: boolean;
  stepped_up_until: number | null;
  site: SiteFacts;
}

/** One whole file. */
export interface Helplines {
  version: string;
  international: Country | null;
  countries: Country[];
}

/** Why not: the same shape over sockets and HTTP. `reference` is there on `internal` alone. */
export interface Trouble {
  code: string;
  message: string;
  field: string | null;
  retryable: boolean;
  retry_after_ms: number | null;
  reference: string | null;
}

/** What a room's log holds. */
export type LogEntry =
  | MessagePosted
  | MessageEdited
  | MessageDeleted
  | MessageHidden
  | MessageReacted
  | RoomChanged;

/** What every command answers with: the result's own fields, or why not. */
export type Envelope<R> = ({ ok: true } & R) | { ok: false; error: Trouble };

/** Every command by its name. */
export interface Commands {
  /** Tell me who I am and what I have missed. */
  "session.sync": { payload: SyncSession; result: SessionState };
  /** The rooms I may see. */
  "room.list": { payload: ListRooms; result: RoomPage };
  /** Open a new room. `retention_days` left out means the site's default. */
  "room.create": { payload: CreateRoom; result: ListedRoom };
  /** Change what is given. New guidelines are a new version, accepted on the next entry. */
  "room.update": { payload: UpdateRoom; result: ListedRoom };
  /** Come in, or ask to. `guidelines_version` says which guidelines were read and accepted. */
  "room.join": { payload: JoinRoom; result: MyMembership };
  /** Go; also takes back a request to come in, or declines an invitation. */
  "room.leave": { payload: LeaveRoom; result: MyMembership };
  /** Let in whoever waits, also to the house if they knocked; invite whoever has not asked. */
  "room.admit": { payload: AdmitPerson; result: TheirMembership };
  /** Say no to someone who waits, or take an invitation back. */
  "room.refuse": { payload: RefusePerson; result: TheirMembership };
  /** Put someone out of the room, and tell them why. */
  "room.remove": { payload: RemovePerson; result: TheirMembership };
  /** Let someone only read along for a while, and tell them why; 0 seconds ends it. */
  "room.mute": { payload: MutePerson; result: TheirMembership };
  /** Let everyone but who keeps the room write once in so many seconds; 0 ends it. */
  "room.slow": { payload: SlowRoom; result: RoomPaced };
  /** Let nobody but who keeps the room write or come in, and say why; no reason ends it. */
  "room.lock": { payload: LockRoom; result: RoomPaced };
  /** Make a member a facilitator of the room, or a member again. */
  "room.set_relation": { payload: SetRelation; result: TheirMembership };
  /** Show a room and, over a socket, send its events from now on. */
  "room.open": { payload: OpenRoom; result: OpenedRoom };
  /** Stop a room's events. */
  "room.close": { payload: CloseRoom; result: Nothing };
  /** Who is in the room, as far as they show themselves; its keepers see everyone. */
  "room.members": { payload: ListMembers; result: MemberPage };
  /** Say something in a room. `warning` tells what comes, and folds the words away. */
  "message.post": { payload: PostMessage; result: Posted };
  /** Change one's own words, within 15 minutes. */
  "message.edit": { payload: EditMessage; result: Appended };
  /** Take one's own message back; a tombstone stays. */
  "message.delete": { payload: DeleteMessage; result: Appended };
  /** Take another's message out of sight: facilitators and moderators. */
  "message.hide": { payload: HideMessage; result: Appended };
  /** Bring a message back that was taken out of sight: those who may take it out of sight. */
  "message.show_again": { payload: ShowMessageAgain; result: Appended };
  /** Let the addresses in a newcomer's message be links. `vouch`: in all that they write now. */
  "message.free_links": { payload: FreeLinks; result: Appended };
  /** Messages of the last fortnight whose addresses wait for a moderator's look, oldest first. */
  "message.held": { payload: ListHeld; result: HeldPage };
  /** Give or take back one reaction. */
  "message.react": { payload: React; result: Nothing };
  /** Keep a message at hand for the room, or no longer: facilitators and moderators. */
  "message.pin": { payload: PinMessage; result: Nothing };
  /** What a room keeps at hand, as far as I may read it. */
  "message.pinned": { payload: ListPinned; result: PinnedPage };
  /** Keep a message for myself, or no longer. Nobody is told. */
  "message.save": { payload: SaveMessage; result: Nothing };
  /** What I keep for myself, as far as I may still read it. */
  "message.saved": { payload: ListSaved; result: SavedPage };
  /** Who reacted. */
  "message.reactions": { payload: ListReactions; result: ReactionPage };
  /** Ask a moderator to look at a message; its words are kept as they stand now. */
  "message.report": { payload: ReportMessage; result: Nothing };
  /** I am worried about whoever wrote this: somebody should ask how they are. Not a report. */
  "message.concern": { payload: WorryAbout; result: Nothing };
  /** What is asked of me, who has heard me, and whether someone has what I worried about. */
  "case.card": { payload: ShowCard; result: CardAnswer };
  /** Shall one of us write to you? It can be answered otherwise at any time. */
  "card.answer": { payload: AnswerCard; result: Nothing };
  /** Out of sight until it stands otherwise; "Help now" still has it. Or back. */
  "card.put_away": { payload: PutCardAway; result: Nothing };
  /** Look for words in messages that I may read, newest first. */
  "message.search": { payload: SearchMessages; result: Found };
  /** Everything after a position. */
  "log.since": { payload: LogSince; result: Since };
  /** The messages before a position, newest last, as they are now. */
  "log.before": { payload: LogBefore; result: Page };
  /** The messages after a position, oldest first, as they are now. */
  "log.after": { payload: LogAfter; result: Page };
  /** A message, or its tombstone, with what was said before and after it, as it is now. */
  "log.around": { payload: LogAround; result: Around };
  /** I have seen everything up to here. Kept in memory and written every few seconds: lossy. */
  "read.mark": { payload: MarkRead; result: Nothing };
  /** Nothing is new to me any more, in any of my rooms. */
  "read.mark_all": { payload: MarkAllRead; result: Nothing };
  /** I am writing, or stopped. */
  "typing.set": { payload: SetTyping; result: Nothing };
  /** Keep someone and me apart, or no longer. Neither reads the other; nobody is told. */
  "user.block": { payload: BlockPerson; result: Nothing };
  /** Whom I keep apart from me. */
  "user.blocks": { payload: ListBlocks; result: BlockedPage };
  /** Show my name among those who are here, or only count me; say that I am just reading. */
  "presence.set": { payload: SetPresence; result: Nothing };
  /** Go by another name from now on, everywhere; at most once in 24 hours. */
  "handle.change": { payload: ChangeHandle; result: Renamed };
  /** I need to talk. */
  "help.ask": { payload: AskForHelp; result: HelpAnswer };
  /** The reports, newest first: moderators, and never those about oneself. */
  "report.list": { payload: ListReports; result: ReportPage };
  /** A report has been seen to; never by the person whom it is about. */
  "report.close": { payload: CloseReport; result: Nothing };
  /** What waits and who has what, gravest first; or what is closed, or where I helped. */
  "case.list": { payload: ListCases; result: CasePage };
  /** How many run, and nothing more: for moderators and administrators. */
  "case.count": { payload: CountCases; result: CaseCount };
  /** How following up went in the last 90 days, in numbers that name nobody. */
  "case.statistics": { payload: ShowStatistics; result: CaseStatistics };
  /** Look at a case: its reasons, a few lines around them, and what was done. */
  "case.open": { payload: OpenCase; result: OpenedCase };
  /** Look further around one of its reasons. */
  "case.widen": { payload: WidenCase; result: WidenedCase };
  /** Take it on: one person has it, for as long as there is activity. */
  "case.claim": { payload: ClaimCase; result: CaseAnswer };
  /** I am at it. */
  "case.renew": { payload: RenewCase; result: CaseAnswer };
  /** Give it back, without a reason. */
  "case.release": { payload: ReleaseCase; result: CaseAnswer };
  /** Write something down for those who follow up. */
  "case.note": { payload: NoteCase; result: CaseAnswer };
  /** Write to the person whom a case is about; from then on the two have a talk of their own. */
  "case.contact": { payload: ContactCase; result: CaseAnswer };
  /** I tried to reach the person, and could not. */
  "case.attempt": { payload: AttemptCase; result: CaseAnswer };
  /** Ask a colleague to go on, with what they should know. It stays mine until they accept. */
  "case.hand_over": { payload: HandOverCase; result: CaseAnswer };
  /** Go on with what was handed to me. Once there was contact: with first words of my own. */
  "case.accept": { payload: AcceptCase; result: CaseAnswer };
  /** Not now: it stays with whoever asked me. */
  "case.refuse": { payload: RefuseCase; result: CaseAnswer };
  /** Step in for a helper who went silent or can't go on, with first words of my own. */
  "case.take_over": { payload: TakeOverCase; result: CaseAnswer };
  /** Ask a colleague to be at hand while I follow up; without one, nobody is asked any more. */
  "case.stand_by": { payload: StandByCase; result: CaseAnswer };
  /** Close it. An imminent one is closed by two: the second sends the same outcome. */
  "case.resolve": { payload: ResolveCase; result: CaseClosed };
  /** I have looked at how it went. */
  "case.review": { payload: ReviewCase; result: CaseAnswer };
  /** Somebody should ask how a person is: because of a message, or of what I saw otherwise. */
  "case.raise": { payload: RaiseCase; result: CaseAnswer };
  /** A case about nobody, to learn by and to see that the way is whole. */
  "case.practice": { payload: PracticeCase; result: CaseAnswer };
  /** Whether a reason to look was one. */
  "flag.judge": { payload: JudgeFlag; result: Nothing };
  /** Who means to be there when, from yesterday on. */
  "rota.list": { payload: ListRota; result: RotaPage };
  /** Plan a shift, for oneself or another moderator. `on_call`: only called behind the others. */
  "rota.add": { payload: AddShift; result: ShiftView };
  /** Take a shift off the rota. */
  "rota.remove": { payload: RemoveShift; result: Nothing };
  /** Leave something to whoever comes next: about the night, not about a person by name. */
  "rota.note": { payload: NoteShift; result: ShiftView };
  /** How it is with me: my shift, whether this device was heard, and what rings for me. */
  "duty.show": { payload: ShowDuty; result: DutyView };
  /** I am here: this device rings for me during my shift. It rings at once, for a test. */
  "duty.start": { payload: StartDuty; result: TestRang };
  /** This device does not ring for me any more. */
  "duty.stop": { payload: StopDuty; result: Nothing };
  /** Let this device ring for a test. */
  "alert.test": { payload: RingAlert; result: TestRang };
  /** I heard it. Of a test: I am there. Of any other: it stops ringing, and still waits. */
  "alert.acknowledge": { payload: AcknowledgeAlert; result: Nothing };
  /** Push alerts to this browser: what its `PushSubscription` says. */
  "push.subscribe": { payload: Subscribe; result: Nothing };
  /** No more pushes to this browser. */
  "push.unsubscribe": { payload: Unsubscribe; result: Nothing };
  /** What is listened for here, what is proposed, and the versions before. */
  "lexicon.show": { payload: ShowWordList; result: WordList };
  /** Propose what should be otherwise about one term. Its examples are run at once. */
  "lexicon.propose": { payload: ProposeTerm; result: ListProposalAnswer };
  /** Propose to go back to a former version of the list; 0 is as it came. */
  "lexicon.revert": { payload: ProposeVersion; result: ListProposalAnswer };
  /**
   * Agree to a change of the list that another person proposed. It is in force within 2 seconds.
   */
  "lexicon.approve": { payload: ApproveProposedWords; result: ListProposalAnswer };
  /** Say no to a proposal that waits, or take back one's own. */
  "lexicon.refuse": { payload: RefuseProposedWords; result: ListProposalAnswer };
  /** Undo within 72 hours what one person decided alone. Needs a step-up of the last minutes. */
  "lexicon.undo": { payload: UndoVersion; result: ListChanged };
  /** Keep someone out until a time, or until it is lifted. */
  "sanction.ban": { payload: Ban; result: Banned };
  /** Let someone back in. */
  "sanction.lift": { payload: LiftBan; result: Nothing };
  /**
   * Tell someone that something must not go on: by who keeps that room, or without one by staff.
   */
  "sanction.warn": { payload: WarnPerson; result: Sanctioned };
  /** End something that was decided about someone, and tell them. */
  "sanction.take_back": { payload: TakeBackSanction; result: Nothing };
  /** What was decided about someone, the newest first: staff, and never about oneself. */
  "sanction.list": { payload: ListSanctions; result: SanctionPage };
  /** What was decided about me, the newest first; also for whoever is kept out. */
  "sanction.mine": { payload: ShowMySanctions; result: MySanctions };
  /** I have read what was decided about me: don't show it by itself any more. */
  "sanction.put_away": { payload: PutSanctionAway; result: Nothing };
  /** Ask that somebody else looks at what was decided about me: once for each decision. */
  "appeal.make": { payload: MakeAppeal; result: Nothing };
  /** The appeals that wait, the oldest first; or those decided, the newest first. */
  "appeal.list": { payload: ListAppeals; result: AppealPage };
  /** Leave a decision as it is, or take it back: by somebody other than who made it. */
  "appeal.decide": { payload: DecideAppeal; result: Nothing };
  /** What staff did, newest first: one's own deeds for moderators, all for administrators. */
  "audit.list": { payload: ListAudit; result: AuditPage };
  /** Who asked for a person, newest first: moderators, and never one's own. */
  "help.list": { payload: ListHelp; result: HelpPage };
  /** Make a link that lets one person in (invite), or one by which anyone may ask to be (knock). */
  "invite.create": { payload: CreateInvite; result: InviteMade };
  /** The invitations I made, newest first; to administrators everyone's. */
  "invite.list": { payload: ListInvites; result: InvitePage };
  /** Let an invitation open nothing any more; what it has opened stays. */
  "invite.revoke": { payload: RevokeInvite; result: Nothing };
  /** I am here already and was given a code: bring me into its room. */
  "invite.use": { payload: UseInvite; result: InviteUsed };
  /** What was decided about the place, and what holds where nothing was: administrators. */
  "site.show": { payload: ShowSite; result: SiteDecisions };
  /** Change what is given of how the place shows itself. An empty name is that of the settings. */
  "site.change": { payload: ChangeSite; result: SiteDecisions };
  /** Choose who may make an account. Needs a step-up of the last minutes. */
  "site.set_registration": { payload: SetRegistration; result: SiteDecisions };
  /** Choose whose help lines come first, with up to three of our own before them. */
  "site.set_helplines": { payload: SetHelplines; result: SiteDecisions };
  /** Say that the help lines which people see first were called, and that people answer there. */
  "site.confirm_helplines": { payload: ConfirmHelplines; result: Nothing };
  /** How we are with each other here, in all rooms. */
  "site.guidelines": { payload: ReadGuidelines; result: Guidelines };
  /** I have read them. Another version than the one in force is `guidelines_first`. */
  "site.accept_guidelines": { payload: AcceptGuidelines; result: Nothing };
  /** Look for a person by exactly their name: staff alone. */
  "user.find": { payload: FindUser; result: UserFound };
  /** Let in someone who knocked. */
  "user.admit": { payload: AdmitUser; result: Nothing };
  /** Don't let in someone who knocked: their account is removed. */
  "user.refuse": { payload: RefuseUser; result: Nothing };
  /** Close an account, or open it again: administrators, and never an administrator's. */
  "user.freeze": { payload: FreezeUser; result: Nothing };
  /** Who is on staff, who waits to be let in, what is proposed, which invitations are out. */
  "staff.overview": { payload: ShowStaff; result: StaffOverview };
  /** Give someone a role, or take it back. Needs a step-up of the last minutes. */
  "role.propose": { payload: ProposeRole; result: ProposalAnswer };
  /** Agree that someone is given a role: another administrator than the one who proposed it. */
  "proposal.approve": { payload: ApproveProposal; result: ProposalAnswer };
  /** Say no to a proposal that waits, or take back one's own. */
  "proposal.refuse": { payload: RefuseProposal; result: ProposalAnswer };
  /** Undo what one administrator decided alone about a role: any of staff but the person, 72 h. */
  "proposal.undo": { payload: UndoProposal; result: ProposalAnswer };
  /** Give someone who lost their phone and their codes a new one. Needs a step-up. */
  "restore.ask": { payload: AskRestore; result: RestoreAsked };
  /** Say that you, too, met the person. Needs a step-up. Two who met them let the code work. */
  "restore.confirm": { payload: ConfirmRestore; result: ProposalAnswer };
  /** It isn't me who asked to be helped back in: the code is dead, and staff is told. */
  "restore.stop": { payload: StopRestore; result: Nothing };
  /** Where I am signed in. */
  "sign_in.list": { payload: ListSignIns; result: MySignIns };
  /** Sign out there: its live connections end at once. Ending this one is signing out here. */
  "sign_in.end": { payload: EndSignIn; result: Nothing };
  /** Sign somebody out everywhere: moderators members, administrators all but administrators. */
  "user.end_sign_ins": { payload: EndSignInsOf; result: Nothing };
  /** Gather everything that is kept of me, or tell how far that has come. */
  "account.export": { payload: ExportAccount; result: ExportState };
  /** One part of my export. */
  "account.export_page": { payload: ReadExportPage; result: ExportPage };
  /** Remove me and everything that is kept of me. Needs a step-up of the last minutes. */
  "account.erase": { payload: EraseAccount; result: Erasing };
  /** Take my leaving back: everything is as it was. */
  "account.keep": { payload: KeepAccount; result: Nothing };
}

/** Every event by its name. */
export interface Events {
  "message.posted": MessagePosted;
  "message.edited": MessageEdited;
  "message.deleted": MessageDeleted;
  "message.hidden": MessageHidden;
  "message.reacted": MessageReacted;
  "room.changed": RoomChanged;
  "member.joined": MemberJoined;
  "member.left": MemberLeft;
  "names.changed": NamesChanged;
  "presence.changed": PresenceChanged;
  "typing.changed": TypingChanged;
  "room.moved": RoomMoved;
  "you.membership_changed": YourMembership;
  "you.message_hidden": YourMessageHidden;
  "you.visibility_changed": YourVisibility;
  "you.handle_changed": YourHandle;
  "you.blocks_changed": YourBlocks;
  "room.join_asked": JoinAsked;
  "roster.changed": RosterChanged;
  "report.made": ReportMade;
  "help.asked": HelpAsked;
  "case.changed": CaseChanged;
  "duty.changed": DutyChanged;
  "alert.rang": AlertRang;
  "you.card_changed": CardChanged;
  "you.concern_heard": ConcernHeard;
  "you.role_changed": YourRole;
  "you.state_changed": YourState;
  "you.banned": YourBan;
  "you.ban_lifted": BanLifted;
  "you.sanctioned": YourSanction;
  "appeal.changed": AppealChanged;
  "staff.noticed": StaffNoticed;
  "lexicon.changed": WordListChanged;
  "you.restore_asked": YourRestore;
  "session.revoked": SignInEnded;
  "site.changed": SiteChanged;
}
