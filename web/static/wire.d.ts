// The wire, as the browser sees it. Written by `make docs` from the server's structs: do not edit.

/** Tell me who I am and what I have missed. */
export interface SyncSession {}

/** What a person may do everywhere. Facilitator, mentor and chair are relations, not roles. */
export type Role = "member" | "moderator" | "admin";

/** A person: an opaque id and the pseudonym they go by now. */
export interface User {
  user_id: string;
  handle: string;
  role: Role;
  visible: boolean;
}

/** What a room is for. Meetings, mentor chats and support come with their features. */
export type RoomKind = "group";

/** How one gets into a room. */
export type Access = "open" | "request" | "invite";

/** A room as everyone sees it who may know that it exists. */
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
}

/** How far a person's way into a room has come. */
export type Standing = "waiting" | "invited" | "in";

/** What a person is to one room. */
export type Relation = "member" | "facilitator";

/** What I am to a room. `from_seq` is where my reading begins (exclusive). */
export interface MembershipView {
  room_id: string;
  standing: Standing;
  relation: Relation;
  from_seq: number;
  muted_until: number | null;
}

/**
 * A room I am in, wait for, or am invited to.
 *
 * `head` is the newest position and `posts` the room's count of posts so far; `unread` counts
 * posts of others after `last_read`, `mentions` those among them that name me. `waiting` counts
 * who waits at the door, where I may let them in. `about` and `guidelines` are left empty here:
 * `room.list` and `room.open` bring them.
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
}

/** Who I am, and my rooms. `server_now` lets a client show times by the server's clock. */
export interface SessionState {
  me: User;
  epoch: string;
  server_now: number;
  rooms: MyRoom[];
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

/** Change what is given. New guidelines are a new version, accepted on the next entry. */
export interface UpdateRoom {
  room_id: string;
  name?: string | null;
  about?: string | null;
  guidelines?: string | null;
  access?: Access | null;
  shows_last_day?: boolean | null;
  retention_days?: number | null;
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

/** Let in whoever waits; invite whoever has not asked. */
export interface AdmitPerson {
  room_id: string;
  user_id: string;
}

/** A person as others see them: the handle they go by now. */
export interface Author {
  user_id: string;
  handle: string;
  badge: "" | "facilitator" | "moderator";
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

/** Put someone out of the room. */
export interface RemovePerson {
  room_id: string;
  user_id: string;
}

/** Let someone only read along for a while; 0 seconds ends it. */
export interface MutePerson {
  room_id: string;
  user_id: string;
  mute_s: number;
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

/** A message as it is now. A tombstone has no author and no body. `nonce` only goes out live. */
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

/** The room has another name, description, guidelines or door. */
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
 * a moderator who is not a member. `here` and `shown` are who is present.
 */
export interface OpenedRoom {
  room: RoomView;
  membership: MembershipView | null;
  staff: Author[];
  here: number;
  shown: Author[];
  epoch: string;
  head: number;
  posts: number;
  entries: LogEntry[];
  more: boolean;
  reset: boolean;
  last_read: number;
  my_reactions: Record<string, string[]>;
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

/** Say something in a room. */
export interface PostMessage {
  room_id: string;
  /** Random and unique per sender: the same nonce answers as the first time. */
  nonce: string;
  body: string;
  reply_to?: string | null;
}

/** It is durable, at this place. */
export interface Posted {
  message_id: string;
  seq: number;
  posted_at: number;
}

/** Change one's own words, within 15 minutes. */
export interface EditMessage {
  message_id: string;
  body: string;
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

/** Give or take back one reaction. */
export interface React {
  message_id: string;
  reaction: "heart" | "hug" | "me_too" | "strength" | "thanks" | "well_done";
  on: boolean;
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

/** Look for words in messages that I may read, newest first. */
export interface SearchMessages {
  text: string;
  room_id?: string | null;
  /** A user_id, as messages carry it. */
  author?: string | null;
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

/** Messages in the order they were said. `my_reactions` maps a message to what I gave it. */
export interface Page {
  messages: MessagePosted[];
  more: boolean;
  my_reactions: Record<string, string[]>;
}

/** I have seen everything up to here. Kept in memory and written every few seconds: lossy. */
export interface MarkRead {
  room_id: string;
  /** A position in a room's log; 0 is before all. */
  seq: number;
}

/** I am writing, or stopped. */
export interface SetTyping {
  room_id: string;
  typing: boolean;
}

/** Show my name among those who are here, or only count me. */
export interface SetPresence {
  visible: boolean;
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
 * What is true now. `on_duty` counts people on duty; there is no rota yet, so it is nobody.
 *
 * The outside lines are the same file that the page holds offline; clients show the country that
 * was chosen on the device.
 */
export interface HelpAnswer {
  help_id: string;
  asked_at: number;
  on_duty: number;
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
  reason: "dealing" | "harassment" | "other" | "private_details" | "spam" | "unkind";
  note: string;
}

/** A page of reports, newest first. */
export interface ReportPage {
  reports: ReportView[];
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

/** How many are here now, and those among them who wish to be seen. */
export interface PresenceChanged {
  kind: "presence.changed";
  room_id: string;
  here: number;
  shown: Author[];
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

/** I chose whether others see my name among those present. */
export interface YourVisibility {
  kind: "you.visibility_changed";
  user_id: string;
  handle: string;
  visible: boolean;
}

/** Somebody waits at the door. Goes to the people who keep the room, without a name. */
export interface JoinAsked {
  kind: "room.join_asked";
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

/** I was given another role, or mine was taken back: the page begins anew. */
export interface YourRole {
  kind: "you.role_changed";
  user_id: string;
  role: Role;
}

/** This sign-in is over: its live connections end, and don't come back by themselves. */
export interface SignInEnded {
  kind: "session.revoked";
  sign_in_id: string;
  reason: "banned" | "erased" | "expired" | "frozen" | "idle" | "newer_session" | "renewed" | "role_changed" | "signed_out";
}

/** Choose a name and a passphrase, and come in. */
export interface SignUp {
  handle: string;
  passphrase: string;
  invite?: string | null;
}

/** The token opens everything of this person's; browsers have it as a cookie as well. */
export interface SignedIn {
  token: string;
  user: User;
}

/** Come in again. */
export interface SignIn {
  handle: string;
  passphrase: string;
}

/** What a page may tell about the site. */
export interface SiteFacts {
  name: string;
  registration: "closed" | "open";
}

/** Who I am. `csrf` goes with every change that is signed by the cookie; a token needs none. */
export interface Me {
  user: User;
  csrf: string | null;
  site: SiteFacts;
}

/** Make someone a moderator, or a member again. The passphrase is one's own. */
export interface GrantRole {
  handle: string;
  role: "member" | "moderator";
  passphrase: string;
}

/** The person, as they are now. */
export interface RoleGranted {
  user: User;
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
  /** Let in whoever waits; invite whoever has not asked. */
  "room.admit": { payload: AdmitPerson; result: TheirMembership };
  /** Say no to someone who waits, or take an invitation back. */
  "room.refuse": { payload: RefusePerson; result: TheirMembership };
  /** Put someone out of the room. */
  "room.remove": { payload: RemovePerson; result: TheirMembership };
  /** Let someone only read along for a while; 0 seconds ends it. */
  "room.mute": { payload: MutePerson; result: TheirMembership };
  /** Make a member a facilitator of the room, or a member again. */
  "room.set_relation": { payload: SetRelation; result: TheirMembership };
  /** Show a room and, over a socket, send its events from now on. */
  "room.open": { payload: OpenRoom; result: OpenedRoom };
  /** Stop a room's events. */
  "room.close": { payload: CloseRoom; result: Nothing };
  /** Who is in the room, as far as they show themselves; its keepers see everyone. */
  "room.members": { payload: ListMembers; result: MemberPage };
  /** Say something in a room. */
  "message.post": { payload: PostMessage; result: Posted };
  /** Change one's own words, within 15 minutes. */
  "message.edit": { payload: EditMessage; result: Appended };
  /** Take one's own message back; a tombstone stays. */
  "message.delete": { payload: DeleteMessage; result: Appended };
  /** Take another's message out of sight: facilitators and moderators. */
  "message.hide": { payload: HideMessage; result: Appended };
  /** Give or take back one reaction. */
  "message.react": { payload: React; result: Nothing };
  /** Who reacted. */
  "message.reactions": { payload: ListReactions; result: ReactionPage };
  /** Ask a moderator to look at a message; its words are kept as they stand now. */
  "message.report": { payload: ReportMessage; result: Nothing };
  /** Look for words in messages that I may read, newest first. */
  "message.search": { payload: SearchMessages; result: Found };
  /** Everything after a position. */
  "log.since": { payload: LogSince; result: Since };
  /** The messages before a position, newest last, as they are now. */
  "log.before": { payload: LogBefore; result: Page };
  /** I have seen everything up to here. Kept in memory and written every few seconds: lossy. */
  "read.mark": { payload: MarkRead; result: Nothing };
  /** I am writing, or stopped. */
  "typing.set": { payload: SetTyping; result: Nothing };
  /** Show my name among those who are here, or only count me. */
  "presence.set": { payload: SetPresence; result: Nothing };
  /** I need to talk. */
  "help.ask": { payload: AskForHelp; result: HelpAnswer };
  /** The reports, newest first: moderators, and never those about oneself. */
  "report.list": { payload: ListReports; result: ReportPage };
  /** Who asked for a person, newest first: moderators, and never one's own. */
  "help.list": { payload: ListHelp; result: HelpPage };
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
  "presence.changed": PresenceChanged;
  "typing.changed": TypingChanged;
  "room.moved": RoomMoved;
  "you.membership_changed": YourMembership;
  "you.message_hidden": YourMessageHidden;
  "you.visibility_changed": YourVisibility;
  "room.join_asked": JoinAsked;
  "report.made": ReportMade;
  "help.asked": HelpAsked;
  "you.role_changed": YourRole;
  "session.revoked": SignInEnded;
}
