import type { TextPositions } from './columnPlan';
import type { RecordCursor } from './recordCursor';

/** What a reader knows of a session whose rows it has followed: positions among its numbers (kernel/sessions.as). */
export const KeptField = {
  /** The sequence number behind that of its last row so far. */
  next: 4,
  /** The sequence number of the row that ends it, -1 as long as that has not come. */
  last: 5,
  /** Numbers of names: the connector; the local endpoint and the host in it, the remote host, -1 for none. */
  connector: 6,
  local: 8,
  server: 15,
  remote: 9,
  firstDay: 10,
  firstMillisecond: 11,
  /** How many events, and where they begin, in bytes (sessionEvents.ts). */
  events: 12,
  eventsAt: 13,
  idHigh: 56,
  idLow: 57,
  firstLine: 58,
  /** The sequence number of its first row. */
  first: 59,
} as const;

/** What sessions of a kind add up to on a day. */
export const SumField = {
  kind: 0,
  day: 1,
  sessions: 2,
  withoutMessage: 3,
  /** Rows of sessions with a message, and of others. */
  used: 4,
  unused: 5,
  /** The first line of one that is not between Exchange servers; {@link NO_LINE} where there is none. */
  line: 6,
  /** 1 where one of those has a message. */
  tells: 7,
} as const;
export const NO_LINE = 0x7fffffff;

/** Tables of what texts mean, as readers that follow rows know them (kernel/told.as). */
export const TextTable = {
  /** By the first eight characters of what is said or noted … */
  commands: 0,
  replies: 1,
  notes: 2,
  /** … by the whole text, where those do not tell. */
  wholeCommands: 3,
  wholeReplies: 4,
  wholeNotes: 5,
  /** The position of the cipher that a TLS line names, among the stretch's names. */
  ciphers: 6,
  /** That of a text in small letters. */
  small: 7,
  /** Of what stands where a host says its name: its position among the texts of notes, 0 where it is none. */
  hostNames: 8,
  /** Of a connector: 1 where only the local endpoint tells the server. */
  connectors: 10,
} as const;

/** What sessions of a kind have in common, which are those with the same connector, local endpoint and server. */
export interface FollowedKind {
  /** The key that goes into their messages' keys. */
  readonly high: number;
  readonly low: number;
  /** As parts of sessions have them (facts/sessionParts.ts). */
  readonly flags: number;
  /** Positions in the stretch's facts. */
  readonly route: number;
  readonly server: number;
  readonly connector: number;
}

/** A reader that keeps the sessions of rows that it follows by itself. */
export interface SessionKeeper {
  /** How many sessions it keeps. */
  readonly open: number;
  /** How many rows it has followed. */
  readonly followed: number;
  /**
   * The reader hands on every row of the session with an id from now on, and what it knows of it, if anything, to `take`. False where
   * it has no room to take note of that: it has to stop.
   */
  leave(high: number, low: number, take: TakeSession): boolean;
  /** Nobody has a session with that id any more. */
  leaveNone(high: number, low: number): void;
  /** Some session has begun to tell of a certificate (certificateRows.ts), or none has. */
  certificates(isBegun: boolean): void;
  /** The reader follows no more; hands over every session that it keeps. */
  stop(take: TakeSession): void;
  /** The same where no row follows: sessions are handed over as parts that go on elsewhere, those that it has no kind of to `take`. */
  finish(take: TakeSession): void;
}

/** Takes what is known of a session: its numbers begin at `at`, see {@link KeptField}. */
export type TakeSession = (numbers: Int32Array, at: number) => void;

/**
 * Tells a reader how rows that are parts of sessions are followed, and takes what comes of it. A row's first nine fields are the usual
 * ones, in the usual order: time, connector, session, number, endpoints (local, remote), event, data, context.
 */
export interface RowFollower {
  readonly isReceive: boolean;
  /** How many fields a row has. */
  readonly width: number;
  /** The newest day that is not in the future, UTC. */
  readonly today: number;
  /** Of the stretch's names, and of the texts of what hosts say of themselves. */
  readonly names: TextPositions;
  readonly noteTexts: TextPositions;
  /** A reader begins to follow. */
  begin(keeper: SessionKeeper): void;
  /** What a text means: see {@link TextTable}. */
  learn(table: number, name: number): number;
  /**
   * What a row means whose texts do not tell it: as numbers of an event, and the position of the certificate that it tells of among the
   * texts of notes, 0 for none. `remote`: the remote host of its session.
   */
  look(
    record: RecordCursor,
    remote: number,
  ): readonly [meaning: number, name: number, fingerprint: number, certificate: number];
  /** The kind of a session; the reader counts those by itself of which it has asked this. Kinds have numbers in that order, from 0 on. */
  kindOf(numbers: Int32Array, at: number): FollowedKind;
  /** A session has ended, nothing of it is missing, and the reader does not count it by itself. */
  readonly ended: TakeSession;
  /** Messages of sessions that the reader has counted by itself: numbers of crossings (facts/facts.ts). */
  messages(rows: Int32Array): void;
  /** What such sessions add up to: see {@link SumField}. */
  counted(numbers: Int32Array, at: number): void;
  /** What hosts said of themselves: numbers of notes (facts/hostNoteList.ts). */
  noted(rows: Int32Array): void;
  /** Sessions that go on elsewhere: numbers of parts (facts/sessionParts.ts). */
  parts(numbers: Int32Array): void;
  /** There is no room left: the reader is to be stopped. */
  full(): void;
}
