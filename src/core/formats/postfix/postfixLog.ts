import type { ProblemReason } from '../../model/problem';
import { ColumnPlan } from '../../reading/columnPlan';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FileHead, Format, FormatContext, FormatReader } from '../format';
import type { Arrivals } from './arrivals';
import type { Departures } from './departures';
import { type Booking, type LineContext, LineMeanings, type Writer } from './lineMeanings';
import { LinePrefix } from './linePrefix';
import type { LineTime } from './lineTime';
import { Peers } from './peers';
import { isPostfixTag, type Program, Programs, Role } from './programs';
import { StretchTraffic } from './stretchTraffic';

/**
 * Logs of Postfix as syslog daemons and the journal write them (docs/formats.md): a line per event, of many programs. Tell TLS
 * version and cipher per connection, remote host; no connector.
 */
export const postfixLog: Format = {
  id: 'postfix-log',
  layout: 'words',
  recognizes: ({ text }: FileHead) => text.split(/\r\n|\n|\r/).some(isPostfixLine),
  open: (context, state) => new PostfixReader(context, state),
};

/** What stands before the tag begins with a time; a month may be in any language. */
const TIME =
  /^\uFEFF?(?:<\d{1,3}>)?(?:\d )?(?:[A-Z][a-z]{2} )?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\p{L}{3,4}\.? [ \d]\d \d\d:\d\d:\d\d)/u;
const NUMBERED = /^\uFEFF?<\d{1,3}>\d /;
const TAG_PLACES = [2, 3, 4, 5];

function isPostfixLine(line: string): boolean {
  const words = line.split(' ', TAG_PLACES.length + 2);
  const isApart = NUMBERED.test(line);
  return TIME.test(line) && TAG_PLACES.some((place) => isPostfixTag(words[place] ?? '', isApart));
}

/** What has been said of the file: that years, and zones, are not told. */
const YEAR = 'y';
const ZONE = 'z';
/** In a number of a host's and a program's names. */
const HALF = 0x4000000;

class PostfixReader implements FormatReader, LineContext {
  readonly plan = new ColumnPlan();
  /** Words differ in number; every line is a record. */
  readonly width = 1;
  readonly prefix: LinePrefix;
  readonly peers: Peers;
  readonly #context: FormatContext;
  readonly #programs: Programs;
  readonly #traffic: StretchTraffic;
  readonly #meanings: LineMeanings;
  readonly #writer: Writer = { hostHigh: 0, hostLow: 0, high: 0, low: 0, service: -1 };
  readonly #services = new Map<number, number>();
  /** Those of the line before. */
  #lastHost = -1;
  #lastProgram = -1;
  #lastService = -1;
  #record: RecordCursor | undefined;
  /** Lines of no concern: nearly all, so they are booked at the end. */
  #others = 0;
  #isFirst = true;
  #isFileBegin: boolean;
  #state: string;

  constructor(context: FormatContext, state: string | undefined) {
    const { facts, options } = context;
    this.#context = context;
    this.#state = state ?? '';
    this.#isFileBegin = state === undefined;
    this.prefix = new LinePrefix(this.plan, options.today);
    this.peers = new Peers(facts.names);
    this.#programs = new Programs(facts.names);
    this.#traffic = new StretchTraffic(facts, this.peers, () => {
      const time = this.#record === undefined ? undefined : this.timeOf(this.#record);
      return typeof time === 'string' ? undefined : time;
    });
    this.#meanings = new LineMeanings(this);
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
    const { prefix } = this;
    const host = prefix.host(record);
    const hostKey = prefix.hostKey(record, host);
    const writer = this.#writer;
    writer.hostHigh = hostKey.high | 0;
    writer.hostLow = hostKey.low | 0;
    writer.high = high ^ writer.hostHigh;
    writer.low = low ^ writer.hostLow;
    if (prefix.program >= 0) {
      writer.high ^= prefix.low(record, prefix.program);
      writer.low ^= prefix.high(record, prefix.program);
    }
    writer.service = this.#serviceOf(record, host, program);
    if (this.#isFirst) {
      this.#begin(record);
    }
    return this.#meanings.read(record, program, writer);
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

  #serviceOf(record: RecordCursor, host: number, program: Program): number {
    if (host === this.#lastHost && program.name === this.#lastProgram) {
      return this.#lastService;
    }
    const pair = host * HALF + program.name;
    let service = this.#services.get(pair);
    if (service === undefined) {
      const { names } = record;
      service = names.of(`${names.text(host).toLowerCase()} ${names.text(program.name)}`);
      this.#services.set(pair, service);
    }
    this.#lastHost = host;
    this.#lastProgram = program.name;
    this.#lastService = service;
    return service;
  }
}
