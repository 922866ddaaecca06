import type { ProblemReason } from '../../model/problem';
import { ColumnPlan } from '../../reading/columnPlan';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FileHead, Format, FormatContext, FormatReader, OpenFormat } from '../format';
import type { Arrivals } from './arrivals';
import { ClientLines } from './clientLines';
import type { Departures } from './departures';
import type { Booking, LineContext } from './lineContext';
import { LinePrefix } from './linePrefix';
import type { LineTime } from './lineTime';
import { Peers } from './peers';
import { isPostfixLine, type Program, Programs, Role } from './programs';
import { ServerLines } from './serverLines';
import { StretchTraffic } from './stretchTraffic';
import { Writer } from './writer';

/**
 * Logs of Postfix as syslog daemons and the journal write them (docs/formats.md): a line per event, of many programs. Tell TLS
 * version and cipher per connection, remote host; no connector.
 */
export const postfixLog: Format = {
  id: 'postfix-log',
  layout: 'words',
  recognizes: ({ text }: FileHead) => text.split(/\r\n|\n|\r/).some(isPostfixLine),
};

export const openPostfixLog: OpenFormat = (context, state) => new PostfixReader(context, state);

/** What has been said of the file: that years, and zones, are not told. */
const YEAR = 'y';
const ZONE = 'z';

class PostfixReader implements FormatReader, LineContext {
  readonly plan = new ColumnPlan();
  /** Words differ in number; every line is a record. */
  readonly width = 1;
  readonly prefix: LinePrefix;
  readonly peers: Peers;
  readonly #context: FormatContext;
  readonly #programs: Programs;
  readonly #traffic: StretchTraffic;
  readonly #serverLines = new ServerLines(this);
  readonly #clientLines = new ClientLines(this);
  readonly #writer: Writer;
  #record: RecordCursor | undefined;
  /** Lines of no concern: nearly all, so they are booked at the end. */
  #others = 0;
  #isFirst = true;
  readonly #isFileBegin: boolean;
  #state: string;

  constructor(context: FormatContext, state: string | undefined) {
    const { facts, options } = context;
    this.#context = context;
    this.#state = state ?? '';
    this.#isFileBegin = state === undefined;
    this.prefix = new LinePrefix(this.plan, options.today);
    this.peers = new Peers(facts.names);
    this.#writer = new Writer(this.prefix);
    this.#programs = new Programs(facts.names);
    this.#traffic = new StretchTraffic(facts, this.peers, () => {
      const time = this.#record === undefined ? undefined : this.timeOf(this.#record);
      return typeof time === 'string' ? undefined : time;
    });
  }

  get arrivals(): Arrivals {
    return this.#traffic.arrivals;
  }

  get departures(): Departures {
    return this.#traffic.departures;
  }

  get waiting(): number {
    return this.#traffic.size;
  }

  get state(): string {
    return this.#state;
  }

  record(record: RecordCursor): boolean {
    const { prefix } = this;
    prefix.look(record);
    const { tag } = prefix;
    const high = prefix.high(record, tag);
    const low = prefix.low(record, tag);
    const program = this.#programs.known(high, low) ?? this.#programs.tell(high, low, record.cell(tag));
    if (program.role === Role.other) {
      this.#others++;
    } else {
      this.#record = record;
      this.#book(record, this.#read(record, program, high, low));
    }
    return true;
  }

  end(): void {
    this.#record = undefined;
    this.#traffic.end();
    if (this.#others > 0) {
      this.#context.facts.account.leaveOut('otherEvent', this.#others);
      this.#others = 0;
    }
  }

  logsTls(service: number): void {
    this.#traffic.logsTls(service);
  }

  timeOf(record: RecordCursor): LineTime | 'badTime' | 'futureDay' {
    const time = this.prefix.time(record);
    this.#tell(this.prefix.isYearUntold, YEAR, 'yearNotTold');
    this.#tell(this.prefix.isZoneUntold, ZONE, 'zoneNotTold');
    if (time === undefined) {
      return 'badTime';
    }
    return time.day > this.#context.options.today ? 'futureDay' : time;
  }

  #read(record: RecordCursor, program: Program, high: number, low: number): Booking {
    const writer = this.#writer;
    writer.look(record, program, high, low);
    if (this.#isFirst) {
      this.#begin(record);
    }
    switch (program.role) {
      case Role.server:
        return this.#serverLines.server(record, program, writer);
      case Role.client:
        return this.#clientLines.read(record, writer);
      case Role.queue:
        return this.#serverLines.queue(record, writer);
      case Role.cleanup:
        return this.#serverLines.cleanup(record, writer);
      default:
        return this.#serverLines.pickup(record, writer);
    }
  }

  #begin(record: RecordCursor): void {
    const time = this.timeOf(record);
    this.#isFirst = false;
    if (this.#isFileBegin && typeof time !== 'string') {
      this.#traffic.begin(time);
    }
  }

  #book(record: RecordCursor, booking: Booking): void {
    const { account } = this.#context.facts;
    switch (booking) {
      case 'other':
        this.#others++;
        break;
      case 'submission':
        account.leaveOut('clientSubmission');
        break;
      case 'badTime':
        account.reject(record.line, 'badTime', this.prefix.timeText(record).slice(0, 60));
        break;
      case 'futureDay':
        account.reject(record.line, 'futureDay', this.prefix.timeText(record).slice(0, 60));
        break;
      case 'later':
        break;
    }
  }

  /** Says once what the file does not tell. */
  #tell(isUntold: boolean, mark: string, reason: ProblemReason): void {
    if (isUntold && !this.#state.includes(mark)) {
      this.#state += mark;
      this.#context.facts.account.problem(0, reason);
    }
  }
}
