import type { Direction } from '../../model/connector';
import { GREETS, Kind, kindOf } from './meanings';
import { SequenceSet } from './sequenceSet';
import { EVENT_NUMBERS, EventField, SessionEvents } from './sessionEvents';

/** Rows of a session in one file. */
export interface SessionRows {
  readonly file: number;
  rows: number;
  /** The line of the first of them. */
  firstLine: number;
}

/** Behind every day and sequence number. */
const LATE = 0x3fffffff;

/** One SMTP session as far as its rows have come in, in whatever order and from however many files. */
export class Session {
  readonly sequences = new SequenceSet();
  readonly events = new SessionEvents();
  #file = -1;
  #rows = 0;
  #firstLine = 0;
  /** Rows in other files. */
  #others: SessionRows[] = [];
  direction: Direction = 'inbound';
  idHigh = 0;
  idLow = 0;
  firstSequence = LATE;
  /** The file that holds the first row: the session belongs to it. */
  home = 0;
  /** UTC day of the earliest row, and the millisecond of that day. */
  firstDay = LATE;
  firstMillisecond = 0;
  /** Of the row that ends it; -1 as long as that has not come. */
  lastSequence = -1;
  connector = '';
  server = '';
  /** The number of the remote host's name; -1 as long as it is not told. */
  remote = -1;
  /** A row has told the local endpoint. */
  hasLocal = false;
  /** The Hub (transport) service logged it. */
  isHub = false;
  /** Exchange uses its connector between its own services. */
  isImplicit = false;
  /** It has been counted as it is. */
  isCounted = false;
  /** Another session with the same id, of another server. */
  next: Session | undefined;

  /** Makes it a session of which nothing is known but its id. */
  begin(direction: Direction, idHigh: number, idLow: number, server: string): void {
    this.sequences.clear();
    this.events.clear();
    this.#file = -1;
    this.#rows = 0;
    if (this.#others.length > 0) {
      this.#others = [];
    }
    this.direction = direction;
    this.idHigh = idHigh;
    this.idLow = idLow;
    this.firstSequence = LATE;
    this.home = 0;
    this.firstDay = LATE;
    this.firstMillisecond = 0;
    this.lastSequence = -1;
    this.connector = '';
    this.server = server;
    this.remote = -1;
    this.hasLocal = false;
    this.isHub = false;
    this.isImplicit = false;
    this.isCounted = false;
    this.next = undefined;
  }

  /** True where a row may be one of its rows by direction and server, which is empty where it is not told. */
  isOf(direction: Direction, server: string): boolean {
    return this.direction === direction && (this.server === server || this.server === '' || server === '');
  }

  /** True where it has ended, and a row with this number was its. */
  hasEndedWith(sequence: number): boolean {
    return this.lastSequence >= 0 && this.sequences.endOf(sequence) >= 0;
  }

  /** True where it has rows in the file. */
  isIn(file: number): boolean {
    return file === this.#file || this.#others.some((part) => part.file === file);
  }

  /** Notes a row that stands in a file. */
  row(file: number, line: number): void {
    if (file !== this.#file) {
      this.rows(file, 1, line);
      return;
    }
    // Mostly: kept apart from the other files', so that a row takes no steps but these.
    this.#rows++;
    if (line < this.#firstLine) {
      this.#firstLine = line;
    }
  }

  /** Notes rows that stand in a file, the first one at a line. */
  rows(file: number, count: number, firstLine: number): void {
    if (this.#rows === 0 || file === this.#file) {
      this.#firstLine = this.#rows === 0 ? firstLine : Math.min(this.#firstLine, firstLine) | 0;
      this.#file = file;
      this.#rows += count;
      return;
    }
    const known = this.#others.find((part) => part.file === file);
    if (known === undefined) {
      this.#others.push({ file, rows: count, firstLine });
    } else {
      known.rows += count;
      known.firstLine = Math.min(known.firstLine, firstLine);
    }
  }

  /** The first line of its rows in a file that has some. */
  firstLineIn(file: number): number {
    return file === this.#file ? this.#firstLine : (this.#others.find((part) => part.file === file)?.firstLine ?? 0);
  }

  /** Its rows, by file. */
  get parts(): readonly SessionRows[] {
    return [{ file: this.#file, rows: this.#rows, firstLine: this.#firstLine }, ...this.#others];
  }

  /** Notes when a row was logged, and where the first one by number stands. */
  began(sequence: number, day: number, millisecond: number, file: number): void {
    if (day < this.firstDay || (day === this.firstDay && millisecond < this.firstMillisecond)) {
      this.firstDay = day;
      this.firstMillisecond = millisecond;
    }
    if (sequence < this.firstSequence) {
      this.firstSequence = sequence;
      this.home = file;
    }
  }

  /** True where rows before its last one are missing. */
  get isBroken(): boolean {
    const last = this.sequences.runs().at(-1)?.[1] ?? -1;
    return this.wholeUntil() < last;
  }

  /** Takes over what a copy of its log told that it lacks; returns how many events that was. Whose rows are counted stays as it is. */
  learn(copy: Session): number {
    const runs = copy.sequences.runs();
    if (runs.every(([first, last]) => this.sequences.holds(first, last))) {
      return 0;
    }
    for (const [first, last] of runs) {
      this.sequences.addRun(first, last);
    }
    this.events.addAll(copy.events);
    return copy.events.count;
  }

  /** True once no row is missing from the first one to the end; a greeting is no first row, others may stand before it. */
  get isComplete(): boolean {
    return this.lastSequence >= 0 && this.sequences.holds(0, this.lastSequence);
  }

  /**
   * The last sequence number up to which no row is missing from the beginning (number 0, or the greeting); -1 where the
   * beginning is not there.
   */
  wholeUntil(): number {
    const greeting = this.#greeting();
    const fromFirst = this.sequences.endOf(0);
    const fromGreeting = greeting < 0 ? -1 : this.sequences.endOf(greeting);
    return fromGreeting > fromFirst ? fromGreeting : fromFirst;
  }

  /** The greeting comes before every command. */
  #greeting(): number {
    const { numbers, count } = this.events;
    let first = -1;
    let least = LATE;
    for (let at = 0; at < count * EVENT_NUMBERS; at += EVENT_NUMBERS) {
      const sequence = numbers[at + EventField.sequence] as number;
      if (sequence < least) {
        least = sequence;
        first = at;
      }
    }
    const meaning = first < 0 ? 0 : (numbers[first] as number);
    return kindOf(meaning) === Kind.reply && (meaning & GREETS) !== 0 ? least : -1;
  }
}
