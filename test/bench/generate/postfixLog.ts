import { Random } from '../../generate/random';
import { pickHost, remoteHosts } from './remoteHosts';
import { writtenMilliseconds } from './writtenTime';

export interface PostfixLogOptions {
  readonly seed: number;
  readonly bytes: number;
  /** The messages in the whole log; undefined: as many as there is room for. */
  readonly messages: number | undefined;
}

const FIRST_TIME = Date.UTC(2026, 2, 1);
/** Between two lines, in milliseconds. */
const STEP = 300;
const HOSTS = remoteHosts(0, 2000);
const TLS: readonly (readonly [string, number])[] = [
  [
    'TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256',
    70,
  ],
  ['TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)', 24],
  ['TLSv1 with cipher AES256-SHA (256/256 bits)', 3],
  ['', 3],
];
/** Processes of a service at a time, and how many connections each serves: Postfix's own defaults are 100 and 100. */
const PROCESSES = 50;
const CONNECTIONS = 100;
/** Lines of other programs between those of two messages. */
const OTHERS = 6;

interface Process {
  readonly pid: number;
  served: number;
}

/** A log of Postfix and of other programs of one host, line by line. */
export class PostfixLog {
  messages = 0;
  readonly #options: PostfixLogOptions;
  readonly #random: Random;
  #time = FIRST_TIME;
  #lastProcess = 1000;
  readonly #processes: Process[] = [];

  constructor(options: PostfixLogOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
  }

  /** `bytes`: how many have been written so far. */
  *lines(bytes: () => number): Generator<string> {
    const { bytes: most, messages = Number.POSITIVE_INFINITY } = this.#options;
    while (bytes() < most) {
      if (this.messages < messages) {
        this.messages++;
        yield* this.#random.next() < 0.7 ? this.#received() : this.#sent();
      }
      for (let other = 0; other < OTHERS; other++) {
        yield this.#line(`dovecot: imap-login: Login: user=<user${other}>, method=PLAIN, rip=192.0.2.${other}, TLS`);
      }
    }
  }

  *#received(): Generator<string> {
    const { address, name, domain } = pickHost(HOSTS, this.#random);
    const [pid, id] = [this.#process(), this.#random.hex(5).toUpperCase()];
    const tls = this.#random.weighted(TLS);
    yield this.#line(`postfix/smtpd[${pid}]: connect from ${name}[${address}]`);
    if (tls !== '') {
      yield this.#line(`postfix/smtpd[${pid}]: Anonymous TLS connection established from ${name}[${address}]: ${tls}`);
    }
    yield this.#line(`postfix/smtpd[${pid}]: ${id}: client=${name}[${address}]`);
    yield this.#line(`postfix/cleanup[812]: ${id}: message-id=<${id}@${domain}>`);
    yield this.#line(`postfix/qmgr[800]: ${id}: from=<user@${domain}>, size=14211, nrcpt=1 (queue active)`);
    yield this.#line(
      `postfix/smtpd[${pid}]: disconnect from ${name}[${address}] ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7`,
    );
    yield this.#line(
      `postfix/lmtp[990]: ${id}: to=<user@contoso.example>, relay=mail.contoso.example[private/dovecot-lmtp], delay=0.4, delays=0.2/0/0.1/0.1, dsn=2.0.0, status=sent (250 2.0.0 Saved)`,
    );
    yield this.#line(`postfix/qmgr[800]: ${id}: removed`);
  }

  *#sent(): Generator<string> {
    const { address, name, domain } = pickHost(HOSTS, this.#random);
    const [pid, id] = [this.#process(), this.#random.hex(5).toUpperCase()];
    const tls = this.#random.weighted(TLS);
    yield this.#line(`postfix/qmgr[800]: ${id}: from=<user@contoso.example>, size=9211, nrcpt=1 (queue active)`);
    if (tls !== '') {
      yield this.#line(`postfix/smtp[${pid}]: Trusted TLS connection established to ${name}[${address}]:25: ${tls}`);
    }
    yield this.#line(
      `postfix/smtp[${pid}]: ${id}: to=<user@${domain}>, relay=${name}[${address}]:25, delay=1.4, delays=0.1/0/0.9/0.4, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${id})`,
    );
    yield this.#line(`postfix/qmgr[800]: ${id}: removed`);
  }

  /** One of the processes that are there, or one in the place of another that has served its time. */
  #process(): number {
    const place = this.#random.integer(0, PROCESSES - 1);
    let process = this.#processes[place];
    if (process === undefined || process.served === CONNECTIONS) {
      process = { pid: ++this.#lastProcess, served: 0 };
      this.#processes[place] = process;
    }
    process.served++;
    return process.pid;
  }

  #line(text: string): string {
    this.#time += STEP;
    return `${writtenMilliseconds(this.#time)}Z mail ${text}\n`;
  }
}
