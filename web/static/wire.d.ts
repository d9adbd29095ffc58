// The wire, as the browser sees it. Generated from the structs; do not edit by hand.

export interface User {
  user_id: string;
  handle: string;
  role: "member" | "moderator" | "admin";
  visible: boolean;
}

export interface Actor {
  user_id: string;
  handle: string;
  role: "member" | "moderator" | "admin";
  visible?: boolean;
  sign_in_id?: string;
}

export interface SetPresence {
  visible: boolean;
}

export interface Author {
  user_id: string;
  handle: string;
  badge?: "" | "facilitator" | "moderator";
}

export interface RoomView {
  room_id: string;
  kind: "group";
  name: string;
  about: string;
  guidelines: string;
  guidelines_version: number;
  access: "open" | "request" | "invite";
  shows_last_day: boolean;
  retention_days: number;
}

export interface MembershipView {
  room_id: string;
  standing: "waiting" | "invited" | "in";
  relation: "member" | "facilitator";
  from_seq: number;
  muted_until: number | null;
}

export interface MemberView {
  person: Author;
  standing: "waiting" | "invited" | "in";
  relation: "member" | "facilitator";
  muted_until: number | null;
}

export interface ReplyTo {
  message_id: string;
  seq: number;
}

export interface Entry {
  kind: "Entry";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
}

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

export interface MessageEdited {
  kind: "message.edited";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
  body: string;
  state: "deleted" | "hidden" | "posted";
  edited_at: number | null;
  mentions: string[];
}

export interface MessageDeleted {
  kind: "message.deleted";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
}

export interface MessageHidden {
  kind: "message.hidden";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string | null;
}

export interface MessageReacted {
  kind: "message.reacted";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  message_id: string;
  reactions: Record<string, number>;
}

export interface RoomChanged {
  kind: "room.changed";
  room_id: string;
  epoch: string;
  seq: number;
  at: number;
  room: RoomView;
}

export interface RoomEvent {
  kind: "RoomEvent";
  room_id: string;
}

export interface MemberJoined {
  kind: "member.joined";
  room_id: string;
  member: MemberView | null;
}

export interface MemberLeft {
  kind: "member.left";
  room_id: string;
  user_id: string | null;
}

export interface PresenceChanged {
  kind: "presence.changed";
  room_id: string;
  here: number;
  shown: Author[];
}

export interface TypingChanged {
  kind: "typing.changed";
  room_id: string;
  typing: number;
  shown: Author[];
}

export interface RoomMoved {
  kind: "room.moved";
  room_id: string;
  seq: number;
  posts: number;
  mentions: string[];
}

export interface PersonalEvent {
  kind: "PersonalEvent";
  user_id: string;
}

export interface YourMembership {
  kind: "you.membership_changed";
  user_id: string;
  room_id: string;
  room: RoomView | null;
  membership: MembershipView | null;
}

export interface YourMessageHidden {
  kind: "you.message_hidden";
  user_id: string;
  room_id: string;
  message_id: string;
  reason: string;
}

export interface YourVisibility {
  kind: "you.visibility_changed";
  user_id: string;
  handle: string;
  visible: boolean;
}

export interface JoinAsked {
  kind: "room.join_asked";
  room_id: string;
}

export interface PostMessage {
  room_id: string;
  nonce: string;
  body: string;
  reply_to?: string | null;
}

export interface Posted {
  message_id: string;
  seq: number;
  posted_at: number;
}

export interface EditMessage {
  message_id: string;
  body: string;
}

export interface DeleteMessage {
  message_id: string;
}

export interface HideMessage {
  message_id: string;
  reason: "breaks_guidelines" | "dealing" | "method_detail" | "off_topic" | "private_details" | "unkind";
}

export interface Appended {
  seq: number;
}

export interface LogSince {
  room_id: string;
  epoch: string;
  seq: number;
  limit?: number;
}

export interface Since {
  epoch: string;
  entries: (MessagePosted | MessageEdited | MessageDeleted | MessageHidden | MessageReacted | RoomChanged)[];
  head: number;
  more: boolean;
  reset: boolean;
}

export interface LogBefore {
  room_id: string;
  seq: number;
  limit?: number;
}

export interface Page {
  messages: MessagePosted[];
  more: boolean;
  my_reactions: Record<string, string[]>;
}

export interface React {
  message_id: string;
  reaction: "heart" | "hug" | "me_too" | "strength" | "thanks" | "well_done";
  on: boolean;
}

export interface ListReactions {
  message_id: string;
  cursor?: string | null;
}

export interface GivenReaction {
  reaction: "heart" | "hug" | "me_too" | "strength" | "thanks" | "well_done";
  person: Author;
}

export interface ReactionPage {
  reactions: GivenReaction[];
  cursor: string | null;
}

export interface SearchMessages {
  text: string;
  room_id?: string | null;
  author?: string | null;
  before?: number | null;
  cursor?: string | null;
}

export interface Found {
  messages: MessagePosted[];
  cursor: string | null;
}

export interface CreateRoom {
  nonce: string;
  name: string;
  access: "open" | "request" | "invite";
  about?: string;
  guidelines?: string;
  shows_last_day?: boolean;
  retention_days?: number | null;
}

export interface UpdateRoom {
  room_id: string;
  name?: string | null;
  about?: string | null;
  guidelines?: string | null;
  access?: "open" | "request" | "invite" | null;
  shows_last_day?: boolean | null;
  retention_days?: number | null;
}

export interface ListRooms {
  cursor?: string | null;
}

export interface ListedRoom {
  room: RoomView;
  membership: MembershipView | null;
}

export interface RoomPage {
  rooms: ListedRoom[];
  cursor: string | null;
}

export interface Position {
  epoch: string;
  seq: number;
}

export interface OpenRoom {
  room_id: string;
  since?: Position | null;
}

export interface OpenedRoom {
  room: RoomView;
  membership: MembershipView | null;
  staff: Author[];
  here: number;
  shown: Author[];
  epoch: string;
  head: number;
  posts: number;
  entries: (MessagePosted | MessageEdited | MessageDeleted | MessageHidden | MessageReacted | RoomChanged)[];
  more: boolean;
  reset: boolean;
  last_read: number;
  my_reactions: Record<string, string[]>;
}

export interface CloseRoom {
  room_id: string;
}

export interface JoinRoom {
  room_id: string;
  guidelines_version?: number | null;
}

export interface LeaveRoom {
  room_id: string;
}

export interface AdmitPerson {
  room_id: string;
  user_id: string;
}

export interface RefusePerson {
  room_id: string;
  user_id: string;
}

export interface RemovePerson {
  room_id: string;
  user_id: string;
}

export interface MutePerson {
  room_id: string;
  user_id: string;
  mute_s: number;
}

export interface SetRelation {
  room_id: string;
  user_id: string;
  relation: "member" | "facilitator";
}

export interface MyMembership {
  membership: MembershipView | null;
}

export interface TheirMembership {
  member: MemberView | null;
}

export interface ListMembers {
  room_id: string;
  cursor?: string | null;
}

export interface MemberPage {
  people: MemberView[];
  members: number;
  cursor: string | null;
}

export interface SyncSession {}

export interface MyRoom {
  room: RoomView;
  membership: MembershipView;
  epoch: string;
  head: number;
  posts: number;
  unread: number;
  mentions: number;
  last_read: number;
}

export interface SessionState {
  me: User;
  epoch: string;
  server_now: number;
  rooms: MyRoom[];
}

export interface MarkRead {
  room_id: string;
  seq: number;
}

export interface SetTyping {
  room_id: string;
  typing: boolean;
}

export interface ForModerators {
  kind: "ForModerators";
  about: string;
}

export interface ReportMade {
  kind: "report.made";
  about: string;
  report_id: string;
}

export interface HelpAsked {
  kind: "help.asked";
  about: string;
  help_id: string;
}

export interface ReportMessage {
  message_id: string;
  nonce: string;
  reason: "dealing" | "harassment" | "other" | "private_details" | "spam" | "unkind";
  note?: string;
}

export interface ListReports {
  cursor?: string | null;
}

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

export interface ReportPage {
  reports: ReportView[];
  cursor: string | null;
}

export interface AskForHelp {
  nonce: string;
  words?: string;
}

export interface HelpAnswer {
  help_id: string;
  asked_at: number;
  on_duty: number;
  message: string;
}

export interface ListHelp {
  cursor?: string | null;
}

export interface HelpView {
  help_id: string;
  asked_at: number;
  person: Author;
  words: string;
}

export interface HelpPage {
  requests: HelpView[];
  cursor: string | null;
}

export interface Command {}

export interface Result {}

export interface Nothing {}

export interface Commands {
  "session.sync": { payload: SyncSession; result: SessionState };
  "room.list": { payload: ListRooms; result: RoomPage };
  "room.create": { payload: CreateRoom; result: ListedRoom };
  "room.update": { payload: UpdateRoom; result: ListedRoom };
  "room.join": { payload: JoinRoom; result: MyMembership };
  "room.leave": { payload: LeaveRoom; result: MyMembership };
  "room.admit": { payload: AdmitPerson; result: TheirMembership };
  "room.refuse": { payload: RefusePerson; result: TheirMembership };
  "room.remove": { payload: RemovePerson; result: TheirMembership };
  "room.mute": { payload: MutePerson; result: TheirMembership };
  "room.set_relation": { payload: SetRelation; result: TheirMembership };
  "room.open": { payload: OpenRoom; result: OpenedRoom };
  "room.close": { payload: CloseRoom; result: Nothing };
  "room.members": { payload: ListMembers; result: MemberPage };
  "message.post": { payload: PostMessage; result: Posted };
  "message.edit": { payload: EditMessage; result: Appended };
  "message.delete": { payload: DeleteMessage; result: Appended };
  "message.hide": { payload: HideMessage; result: Appended };
  "message.react": { payload: React; result: Nothing };
  "message.reactions": { payload: ListReactions; result: ReactionPage };
  "message.report": { payload: ReportMessage; result: Nothing };
  "message.search": { payload: SearchMessages; result: Found };
  "log.since": { payload: LogSince; result: Since };
  "log.before": { payload: LogBefore; result: Page };
  "read.mark": { payload: MarkRead; result: Nothing };
  "typing.set": { payload: SetTyping; result: Nothing };
  "presence.set": { payload: SetPresence; result: Nothing };
  "help.ask": { payload: AskForHelp; result: HelpAnswer };
  "report.list": { payload: ListReports; result: ReportPage };
  "help.list": { payload: ListHelp; result: HelpPage };
}

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
}

export type LogEntry =
  | MessagePosted
  | MessageEdited
  | MessageDeleted
  | MessageHidden
  | MessageReacted
  | RoomChanged;
