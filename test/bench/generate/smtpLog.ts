import { logHead } from '../../generate/protocolLogs';
import { Random } from '../../generate/random';
import { whereNeeded } from './quoting';
import { pickHost, remoteHosts } from './remoteHosts';
import { type SessionRow, type SessionTemplate, sessionTemplates } from './smtpSession';
import { writtenMilliseconds } from './writtenTime';

export interface SmtpLogOptions {
  readonly seed: number;
  readonly bytes: number;
  /** The messages in the whole log; undefined: as many as its sessions have by themselves. */
  readonly messages: number | undefined;
}

const FIRST_TIME = Date.UTC(2026, 2, 1);
/** Between two rows: 100 MB are about a day. */
const STEP = 144;
const SESSIONS_AT_A_TIME = 40;
const TEMPLATES = sessionTemplates(600);
const WITHOUT_MESSAGE = TEMPLATES.filter((template) => template.messages === 0);
const WITH_MESSAGES = TEMPLATES.filter((template) => template.messages > 0);
const WITH_ONE_MESSAGE = TEMPLATES.filter((template) => template.messages === 1);
const MOST_MESSAGES = Math.max(...TEMPLATES.map((template) => template.messages));
const HOSTS = remoteHosts(0, 2000);
const CONNECTORS: readonly (readonly [string, number])[] = [
  ['MBX01\\Default Frontend MBX01', 40],
  ['MBX02\\Default Frontend MBX02', 30],
  ['MBX01\\Partner Fabrikam, Inc. (TLS forced)', 12],
  ['MBX02\\Anonymous Relay', 10],
  ['MBX02\\Client Frontend MBX02', 6],
  ['MBX01\\Müller GmbH, Köln – Eingang', 2],
];

interface OpenSession {
  readonly rows: readonly SessionRow[];
  readonly id: string;
  /** From the connector to the session's id, and from there to the remote endpoint. */
  readonly start: string;
  readonly ends: string;
  next: number;
}

/** An SMTP receive protocol log, line by line. Its sessions are interleaved, and all of them end. */
export class SmtpLog {
  /** Messages accepted, those between Exchange servers among them. */
  messages = 0;
  readonly #options: SmtpLogOptions;
  readonly #random: Random;
  readonly #open: OpenSession[] = [];
  #started = 0;

  constructor(options: SmtpLogOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
  }

  /** `bytes`: how many have been written so far. */
  *lines(bytes: () => number): Generator<string> {
    yield logHead('receive');
    for (let time = FIRST_TIME; ; time += STEP) {
      const written = bytes();
      while (this.#open.length < SESSIONS_AT_A_TIME && this.#goesOn(written)) {
        this.#start(written);
      }
      if (this.#open.length === 0) {
        return;
      }
      yield this.#line(time);
    }
  }

  #goesOn(written: number): boolean {
    const { bytes, messages } = this.#options;
    return written < bytes || (messages !== undefined && this.messages < messages);
  }

  #line(time: number): string {
    const index = Math.floor(this.#random.next() * this.#open.length);
    const session = this.#open[index] as OpenSession;
    const sequence = session.next++;
    const { before, after } = session.rows[sequence] as SessionRow;
    if (session.next === session.rows.length) {
      this.#open[index] = this.#open.at(-1) as OpenSession;
      this.#open.pop();
    }
    const text = after === undefined ? before : `${before}${session.id}${sequence}${after}`;
    return `${writtenMilliseconds(time)}Z${session.start}${sequence}${session.ends}${text}`;
  }

  #start(written: number): void {
    const random = this.#random;
    const template = this.#template(written);
    this.messages += template.messages;
    const id = `08DE${(0x10_0000_0000 + this.#started++ * 7).toString(16).padStart(12, '0').toUpperCase()}`;
    const connector = whereNeeded(random.weighted(CONNECTORS));
    this.#open.push({
      rows: template.rows,
      id,
      start: `,${connector},${id},`,
      ends: `,198.51.100.1:25,${pickHost(HOSTS, random).address}:${random.integer(1024, 65_000)}`,
      next: 0,
    });
  }

  /** Where the number of messages is given, it is spread evenly over the log. */
  #template(written: number): SessionTemplate {
    const { messages, bytes } = this.#options;
    if (messages === undefined) {
      return this.#random.pick(TEMPLATES);
    }
    const missing = messages * Math.min(1, written / bytes) - this.messages;
    const templates = missing < 1 ? WITHOUT_MESSAGE : missing < MOST_MESSAGES ? WITH_ONE_MESSAGE : WITH_MESSAGES;
    return this.#random.pick(templates);
  }
}
