import type { ClientVolume } from '../model/clientVolume';
import type { ConnectorRef, Direction } from '../model/connector';
import type { ConnectorDefinition } from '../model/connectorDefinition';
import type { AggregatedFlow } from '../model/messageFlow';
import { CROSSED_NUMBERS, PASSED_DAY, PASSED_NUMBERS } from '../model/passedRow';
import type { LeftOutReason, ReadingProblem } from '../model/problem';
import type { TlsReport } from '../model/tlsReport';
import type { DateEvidence } from '../reading/localDate';
import type { SessionCounts } from './account';
import type { HostNotesOfStretch } from './hostNoteList';
import type { ToldDay } from './toldDays';

/** The way mail took, as rows tell it: most rows of a file share few of them. */
export interface Route {
  readonly direction: Direction;
  readonly connector: ConnectorRef;
  /** Set for what the Hub (transport) service logged: its server, lower case. FrontEnd logs tell the same mail. */
  readonly hubServer: string | null;
  /**
   * Set for what a message tracking log tells. Protocol logs tell the same mail where they tell mail of this server (inbound) or
   * connector (outbound), lower case.
   */
  readonly trackedBy: string | null;
}

/** A route of a stretch, and the first line that tells of it; 0 where its connector is not to be known by it. */
export interface ToldRoute extends Route {
  readonly line: number;
}

/**
 * A row (or SMTP transfer) that tells of a message crossing the border: positions of its numbers in {@link Facts.crossings}.
 * Hosts, senders and ciphers are positions in {@link Facts.names}, routes in {@link Facts.routes}; `state` is a TLS state,
 * with {@link TRANSFER}, {@link INTERNAL}, {@link SAME_ROW} or {@link UNNAMED} marks. `day` is negative where the order of day
 * and month is open (localDate.ts).
 */
export const Crossing = {
  high: 0,
  low: 1,
  route: 2,
  state: 3,
  host: 4,
  sender: 5,
  cipher: 6,
  line: 7,
  day: 8,
  millisecond: 9,
} as const;
export const CROSSING_NUMBERS = CROSSED_NUMBERS;

/** Marks of a crossing's state: an SMTP transfer, which another part of its session may have shown to be internal … */
export const TRANSFER = 0x100;
/** … an SMTP transfer between Exchange servers. */
export const INTERNAL = 0x200;
/** … what the row of the crossing before tells as well: a message that came in and went out. */
export const SAME_ROW = 0x400;
/**
 * … a row that names no message: its key stands for its text, and is that of a message of its own together with how many
 * equal rows came before it in the file. Marks passings as well.
 */
export const UNNAMED = 0x800;
export const TLS_STATE = 0xff;

/** What a row may show of a message's way, beside the connectors it went over: bits. */
export const Seen = { internalHop: 1, crossing: 2 } as const;

/**
 * A row that is no hop over the border: key's halves, and what it shows of the message's way (bits of `Seen`, {@link UNNAMED}),
 * with its UTC day in the bits from {@link PASSING_DAY} on, where its order is not open.
 */
export const PASSING_NUMBERS = PASSED_NUMBERS;
export const PASSING_DAY = PASSED_DAY;
/**
 * In place of what a row shows: these are the line and the day of the row that comes next, since the order of day and month is
 * open and the row may turn out to have no such day, or one in the future.
 */
export const DATED = 0x1000;

/** Sessions that the Hub service logged: rows that are left out where FrontEnd tells the same. */
export interface HubRows {
  readonly direction: Direction;
  readonly server: string;
  readonly days: readonly number[];
  readonly rows: number;
}

/** What was booked of a stretch. */
export interface AccountFacts {
  readonly used: number;
  readonly leftOut: readonly (readonly [LeftOutReason, number])[];
  readonly problems: readonly ReadingProblem[];
  readonly problemCount: number;
  readonly sessions: SessionCounts | undefined;
  /** The first line that is not UTF-8 though the file is; 0 where all are. */
  readonly invalidLine: number;
}

/**
 * What a part of one file tells: small, and made to be sent between threads. Lines count from 1 at the first line of the
 * stretch it belongs to; nothing depends on another stretch, so that stretches can be read in any order and by anyone.
 */
export interface Facts {
  /** Those of other stretches may stand among them: a reader goes on with the same list. More may be added to it, none taken away. */
  readonly names: readonly string[];
  readonly routes: readonly ToldRoute[];
  readonly crossings: Int32Array;
  readonly passings: Int32Array;
  readonly aggregated: readonly AggregatedFlow[];
  /** Days on which the FrontEnd service of a server logged. */
  readonly frontEnd: readonly ToldDay[];
  readonly hub: readonly HubRows[];
  /** Days of which protocol logs tell mail: inbound by server, outbound by connector. */
  readonly protocolDays: readonly ToldDay[];
  /** Days of which a message tracking log has rows; negative where the order of day and month is open (localDate.ts). */
  readonly trackedDays: readonly number[];
  /** Parts of SMTP sessions that go on elsewhere, see sessionParts.ts. */
  readonly sessions: Int32Array;
  /** Lines of Postfix that others are needed to understand, see formats/postfix/eventNumbers.ts. */
  readonly postfix: Int32Array;
  /** What dates tell about the order of day and month; undefined where none leaves it open. */
  readonly dates: DateEvidence | undefined;
  readonly definitions: readonly ConnectorDefinition[];
  readonly tlsReports: readonly TlsReport[];
  /** What remote hosts said of themselves. */
  readonly hostNotes: HostNotesOfStretch;
  /** Rows on clients that hand in mail. */
  readonly clients: readonly ClientVolume[];
  readonly account: AccountFacts;
}

/** The buffers of facts, each once, which can be handed over instead of copied. */
export function buffersOf(facts: Facts): ArrayBuffer[] {
  const numbers = [facts.crossings, facts.passings, facts.sessions, facts.postfix, facts.hostNotes.numbers];
  return numbers.filter(({ length }) => length > 0).map(({ buffer }) => buffer as ArrayBuffer);
}
