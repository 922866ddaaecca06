import type { Direction } from '../../model/connector';
import type { SourceLine } from '../../model/messageFlow';
import { SequenceSet } from './sequenceSet';
import type { SessionEvent } from './sessionEvent';

/** Rows of a session in one file. */
export interface SessionRows {
  rows: number;
  /** Of the first of them. */
  first: SourceLine;
}

/** One SMTP session as far as its rows have come in, in whatever order and from however many files. */
export class Session {
  readonly sequences = new SequenceSet();
  readonly events: SessionEvent[] = [];
  /** By file. */
  readonly rows = new Map<number, SessionRows>();
  firstSequence = Number.POSITIVE_INFINITY;
  /** The file that holds the first row: the session belongs to it. */
  home = 0;
  firstTime = Number.POSITIVE_INFINITY;
  lastSequence: number | undefined;
  connector = '';
  server = '';
  remote = '';
  /** A row has told the local endpoint. */
  hasLocal = false;
  /** The Hub (transport) service logged it. */
  isHub = false;

  constructor(
    readonly direction: Direction,
    readonly id: string,
  ) {}

  /** Notes a row of the session. */
  row(sequence: number, time: number, at: SourceLine): void {
    this.sequences.add(sequence);
    const rows = this.rows.get(at.file);
    if (rows === undefined) {
      this.rows.set(at.file, { rows: 1, first: at });
    } else {
      rows.rows++;
    }
    this.firstTime = Math.min(this.firstTime, time);
    if (sequence < this.firstSequence) {
      this.firstSequence = sequence;
      this.home = at.file;
    }
  }

  /** True once no row is missing from the first one to the end; a greeting is no first row, others may stand before it. */
  get isComplete(): boolean {
    return this.lastSequence !== undefined && this.sequences.holds(0, this.lastSequence);
  }

  /**
   * The last sequence number up to which no row is missing from the beginning (number 0, or the greeting); -1 where the
   * beginning is not there.
   */
  wholeUntil(): number {
    const greeting = this.#greeting();
    return Math.max(this.sequences.endOf(0), greeting === undefined ? -1 : this.sequences.endOf(greeting));
  }

  /** The greeting comes before every command. */
  #greeting(): number | undefined {
    let first: SessionEvent | undefined;
    for (const event of this.events) {
      if (first === undefined || event.sequence < first.sequence) {
        first = event;
      }
    }
    return first?.meaning.kind === 'reply' && first.meaning.greets ? first.sequence : undefined;
  }
}
