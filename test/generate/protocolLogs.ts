import { Random } from './random';
import { type LogKind, type PlannedRow, planSession, type SessionMix, type SessionPlan } from './smtpSession';
import type { Totals } from './totals';

export interface LogOptions {
  readonly seed: number;
  readonly kind: LogKind;
  readonly sessions: number;
  readonly connectors: readonly string[];
  readonly mix: SessionMix;
  /** Rows after which the log goes on in a next file; sessions cross the border. */
  readonly rowsPerFile: number;
  /** How many sessions are open at a time. */
  readonly atATime: number;
  /** Milliseconds since 1970, UTC, and how far the clock goes on with each row. */
  readonly start: number;
  readonly step: number;
}

const HEADS: Readonly<Record<LogKind, string>> = {
  receive: 'SMTP Receive Protocol Log',
  send: 'SMTP Send Protocol Log',
};

/** The beginning of every file of a log. */
export function logHead(kind: LogKind): string {
  return [
    '#Software: Microsoft Exchange Server',
    '#Version: 15.02.1544.004',
    `#Log-type: ${HEADS[kind]}`,
    '#Date: 2026-03-02T00:00:00.000Z',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '',
  ].join('\r\n');
}

interface OpenSession {
  readonly plan: SessionPlan;
  readonly id: string;
  readonly connector: string;
  readonly remote: string;
  next: number;
}

/** Writes the files of a log one after the other, line by line, and adds to `totals` what they say. */
export class ProtocolLogs {
  readonly #random: Random;
  readonly #open: OpenSession[] = [];
  #started = 0;
  #time: number;

  constructor(
    readonly options: LogOptions,
    readonly totals: Totals,
  ) {
    this.#random = new Random(options.seed);
    this.#time = options.start;
  }

  get isDone(): boolean {
    return this.#open.length === 0 && this.#started === this.options.sessions;
  }

  /** The lines of the next file. */
  *file(): Generator<string> {
    yield logHead(this.options.kind);
    for (let rows = 0; rows < this.options.rowsPerFile && !this.isDone; rows++) {
      yield this.#line();
    }
  }

  #line(): string {
    while (this.#open.length < this.options.atATime && this.#started < this.options.sessions) {
      this.#start();
    }
    const index = this.#random.integer(0, this.#open.length - 1);
    const session = this.#open[index] as OpenSession;
    const row = session.plan.rows[session.next++] as PlannedRow;
    if (session.next === session.plan.rows.length) {
      this.#open.splice(index, 1);
    }
    this.#time += this.options.step;
    const time = new Date(this.#time).toISOString();
    this.#note(session, row, time.slice(0, 10));
    const { sequence, event, data, context } = row;
    const local = '198.51.100.1:25';
    return `${time},${session.connector},${session.id},${sequence},${local},${session.remote},${event},${quoted(data)},${quoted(context)}\r\n`;
  }

  #note({ plan, connector }: OpenSession, { message }: PlannedRow, day: string): void {
    const { totals, options } = this;
    totals.records++;
    if (!plan.hasMessage) {
      totals.leaveOut('noMessage', 1);
    }
    if (message !== undefined && plan.isInternal) {
      totals.internal++;
    } else if (message !== undefined) {
      totals.message(options.kind === 'receive' ? 'inbound' : 'outbound', connector, day, message);
    }
  }

  #start(): void {
    const { options, totals } = this;
    const random = this.#random;
    const plan = planSession(options.kind, options.mix, random);
    const id = (0x8de0000 + this.#started++).toString(16).padStart(16, '0').toUpperCase();
    const remote = `${random.pick(['192.0.2', '203.0.113'])}.${random.integer(1, 250)}:${random.integer(1024, 65_000)}`;
    this.#open.push({ plan, id, connector: random.pick(options.connectors), remote, next: 0 });
    totals.sessions++;
    totals.sessionsWithoutMessage += plan.hasMessage ? 0 : 1;
  }
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
