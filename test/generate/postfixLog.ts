import type { TlsState } from '../../src/core/model/tls';
import { Random } from './random';
import type { Totals } from './totals';

/** How a syslog daemon writes the beginning of a line. */
export type LinePrefixStyle = 'traditional' | 'iso' | 'isoLocal' | 'rfc5424' | 'priority' | 'journal';

export interface PostfixOptions {
  readonly seed: number;
  readonly style: LinePrefixStyle;
  /** Connections and deliveries. */
  readonly activities: number;
  /** How many go on at a time. */
  readonly atATime: number;
  /** Milliseconds since 1970, UTC, and how far the clock goes on with each line, at most. */
  readonly start: number;
  readonly step: number;
  /** Whether smtpd, and smtp, write down TLS. */
  readonly serverLogs: boolean;
  readonly clientLogs: boolean;
  /** Hosts whose log this is. */
  readonly hosts: readonly string[];
}

/** A step of an activity: writes lines, and says whether it is over. */
type Activity = Generator<void, void>;

const VERSIONS: readonly (readonly [written: string, state: TlsState, weight: number])[] = [
  ['TLSv1', 'tls1.0', 2],
  ['TLSv1.1', 'tls1.1', 1],
  ['TLSv1.2', 'tls1.2', 6],
  ['TLSv1.3', 'tls1.3', 8],
  ['SSLv3', 'ssl3.0', 1],
];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Milliseconds between the first line and the others: what comes in later is known to begin in this log. */
const PAUSE = 10_000;

/**
 * Writes a log of Postfix with connections and deliveries interleaved, and adds to `totals` what it says, by the rules of
 * docs/counting.md.
 */
export class PostfixLog {
  readonly #random: Random;
  readonly #lines: string[] = [];
  readonly #free = { smtpd: [] as number[], smtp: [] as number[] };
  #nextPid = 1000;
  #nextId = 0;
  #time: number;
  /** Services of which a TLS line was written, and messages that wait for it: it proves that they had none. */
  readonly #logging = new Set<string>();
  readonly #unproved: { readonly service: string; readonly direction: 'inbound' | 'outbound'; readonly day: string }[] =
    [];
  #host = '';
  #used = 0;

  constructor(
    readonly options: PostfixOptions,
    readonly totals: Totals,
  ) {
    this.#random = new Random(options.seed);
    this.#time = options.start;
  }

  /** All lines, each with its end. */
  lines(): string[] {
    const { options } = this;
    const random = this.#random;
    this.#host = options.hosts[0] as string;
    this.#write('postfix/qmgr[9]:', `${this.#queueId()}: removed`);
    this.#time += PAUSE;
    const open: { readonly host: string; readonly activity: Activity }[] = [];
    let started = 0;
    while (open.length > 0 || started < options.activities) {
      while (open.length < options.atATime && started < options.activities) {
        open.push({ host: random.pick(options.hosts), activity: this.#someActivity() });
        started++;
      }
      const index = random.integer(0, open.length - 1);
      const { host, activity } = open[index] as (typeof open)[number];
      this.#host = host;
      if (activity.next().done === true) {
        open.splice(index, 1);
      }
    }
    for (const { service, direction, day } of this.#unproved) {
      this.totals.message(direction, '(untold)', day, this.#logging.has(service) ? 'none' : 'unknown');
    }
    const { totals } = this;
    const leftOut = [...totals.leftOut.values()].reduce((sum, count) => sum + count, 0);
    totals.records = this.#lines.length;
    totals.leaveOut('otherEvent', totals.records - leftOut - this.#used);
    return this.#lines;
  }

  #someActivity(): Activity {
    return this.#random.weighted<() => Activity>([
      [() => this.#inbound(), 10],
      [() => this.#outbound(), 10],
      [() => this.#submission(), 3],
      [() => this.#rejected(), 4],
      [() => this.#beforeQueue(), 1],
      [() => this.#noise(), 6],
    ])();
  }

  *#inbound(): Activity {
    const random = this.#random;
    const program = random.chance(0.8) ? 'postfix/smtpd' : 'postfix-in/smtpd';
    const pid = this.#take('smtpd');
    const tag = `${program}[${pid}]:`;
    const client = this.#client();
    this.#write(tag, `connect from ${client}`);
    yield;
    const tls = random.chance(0.7) ? this.#version() : undefined;
    if (tls !== undefined && this.options.serverLogs) {
      this.#serverTls(program, tag, client, tls[0]);
      yield;
    }
    for (let messages = random.integer(0, 3); messages > 0; messages--) {
      const id = this.#queueId();
      const day = this.#write(tag, `${id}: client=${client}`);
      yield;
      yield* this.#cleanup(id);
      if (random.chance(0.2)) {
        this.#write(
          'postfix/cleanup[77]:',
          `${id}: milter-reject: END-OF-MESSAGE from ${client}: 5.7.1 spam; proto=ESMTP`,
        );
        this.totals.leaveOut('notDelivered', 1);
        yield;
        continue;
      }
      if (random.chance(0.1)) {
        this.#write(tag, `lost connection after DATA from ${client}`);
        this.totals.leaveOut('notDelivered', 1);
        yield;
        continue;
      }
      this.#queued(id);
      this.#inboundMessage(`${this.#host} ${program}`, day, tls);
      yield;
      yield* this.#deliverHere(id);
    }
    this.#write(tag, `disconnect from ${client} ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7`);
    this.#give('smtpd', pid);
  }

  /** A filter takes the message before it is queued. */
  *#beforeQueue(): Activity {
    const pid = this.#take('smtpd');
    const tag = `postfix/smtpd[${pid}]:`;
    const client = this.#client();
    this.#write(tag, `connect from ${client}`);
    const tls = this.#random.chance(0.5) ? this.#version() : undefined;
    if (tls !== undefined && this.options.serverLogs) {
      this.#serverTls('postfix/smtpd', tag, client, tls[0]);
    }
    yield;
    const day = this.#write(tag, `NOQUEUE: client=${client}`);
    yield;
    if (this.#random.chance(0.7)) {
      const text = `250 2.0.0 Ok: queued as ${this.#queueId()}; from=<ada@fabrikam.example> to=<bob@contoso.example> proto=ESMTP`;
      this.#write(tag, `proxy-accept: END-OF-MESSAGE: ${text} helo=<mx>`);
      this.#inboundMessage(`${this.#host} postfix/smtpd`, day, tls);
    } else {
      this.#write(tag, 'proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject; from=<ada@fabrikam.example> proto=ESMTP');
      this.totals.leaveOut('notDelivered', 1);
    }
    yield;
    this.#write(tag, `disconnect from ${client}`);
    this.#give('smtpd', pid);
  }

  *#submission(): Activity {
    const pid = this.#take('smtpd');
    const program = this.#random.pick(['postfix/submission/smtpd', 'postfix/smtps/smtpd', 'postfix/smtpd']);
    const tag = `${program}[${pid}]:`;
    const client = this.#client();
    this.#write(tag, `connect from ${client}`);
    if (this.options.serverLogs) {
      this.#serverTls(program, tag, client, 'TLSv1.3');
    }
    yield;
    const id = this.#queueId();
    this.#write(tag, `${id}: client=${client}, sasl_method=PLAIN, sasl_username=ada@contoso.example`);
    this.totals.leaveOut('clientSubmission', 1);
    yield;
    yield* this.#cleanup(id);
    this.#queued(id);
    this.#write(tag, `disconnect from ${client}`);
    this.#give('smtpd', pid);
  }

  *#rejected(): Activity {
    const pid = this.#take('smtpd');
    const tag = `postfix/smtpd[${pid}]:`;
    const client = this.#client();
    this.#write(tag, `connect from ${client}`);
    yield;
    this.#write(
      tag,
      `NOQUEUE: reject: RCPT from ${client}: 554 5.7.1 <x@y.example>: Relay access denied; from=<> to=<x@y.example>`,
    );
    yield;
    this.#write(tag, `disconnect from ${client}`);
    this.#give('smtpd', pid);
  }

  /** One smtp process, one or two messages. */
  *#outbound(): Activity {
    const random = this.#random;
    const pid = this.#take('smtp');
    const program = random.pick(['postfix/smtp', 'postfix/relay/smtp']);
    const tag = `${program}[${pid}]:`;
    const relay = `mx${random.integer(1, 9)}.example.net[198.51.100.${random.integer(1, 250)}]:25`;
    const tls = random.chance(0.7) ? this.#version() : undefined;
    const id = this.#queueId();
    this.#write('postfix/pickup[5]:', `${id}: uid=0 from=<root>`);
    yield;
    this.#queued(id);
    const cameIn = this.#time;
    yield;
    if (tls !== undefined && this.options.clientLogs) {
      if (random.chance(0.2)) {
        this.#clientTls(program, tag, 'mx0.example.net[198.51.100.251]:25', 'TLSv1.1');
        yield;
      }
      this.#clientTls(program, tag, relay, tls[0]);
      yield;
    }
    yield* this.#attempts(tag, program, id, relay, tls, cameIn, '');
    if (random.chance(0.3)) {
      const next = this.#queueId();
      this.#queued(next);
      const nextCameIn = this.#time;
      yield;
      yield* this.#attempts(tag, program, next, relay, tls, nextCameIn, 'conn_use=2, ');
    }
    this.#give('smtp', pid);
  }

  /** The recipients of a message at a relay. */
  *#attempts(
    tag: string,
    program: string,
    id: string,
    relay: string,
    tls: readonly [string, TlsState] | undefined,
    cameIn: number,
    use: string,
  ): Activity {
    const random = this.#random;
    const days = new Set<string>();
    for (let recipients = random.integer(1, 3); recipients > 0; recipients--) {
      const fate = random.weighted([
        ['sent (250 2.0.0 Ok: queued as 12345)', 8],
        ['deferred (host said: 450 4.7.1 Greylisted)', 1],
        ['bounced (host said: 550 5.1.1 unknown)', 1],
      ] as const);
      const delay = ((this.#time - cameIn) / 1000).toFixed(2);
      const orig = random.chance(0.2) ? ' orig_to=<"b, c"@contoso.example>,' : '';
      const to = random.chance(0.1) ? '"odd name"@example.net' : `r${recipients}@example.net`;
      const isSent = fate.startsWith('sent');
      const day = this.#write(
        tag,
        `${id}: to=<${to}>,${orig} relay=${relay}, ${use}delay=${delay}, delays=0.1/0/0.1/0.1, dsn=2.0.0, status=${fate}`,
      );
      if (isSent) {
        days.add(day);
        this.#used++;
      }
      yield;
    }
    const isKnown = this.options.clientLogs && tls !== undefined;
    for (const day of days) {
      if (isKnown) {
        this.totals.message('outbound', '(untold)', day, tls[1]);
      } else {
        this.#unproved.push({ service: `${this.#host} ${program}`, direction: 'outbound', day });
      }
    }
  }

  *#noise(): Activity {
    const random = this.#random;
    this.#write(
      random.pick([
        'sshd[4711]:',
        'dovecot:',
        'postfix/anvil[12]:',
        'postfix/qmgr[9]:',
        'postfix/scache[3]:',
        'CRON[88]:',
      ]),
      random.pick([
        'imap-login: Login: user=<ada>, rip=192.0.2.1, TLS',
        'statistics: max connection rate 1/60s for (smtp:192.0.2.1) at Mar  2 08:00:00',
        'Accepted publickey for root from 192.0.2.9 port 22',
        `${this.#queueId()}: removed`,
        '',
        'postfix/smtpd[12]: connect from a[192.0.2.1]',
      ]),
    );
    yield;
  }

  *#cleanup(id: string): Activity {
    this.#write('postfix/cleanup[77]:', `${id}: message-id=<${id}@fabrikam.example>`);
    yield;
  }

  /** Local delivery, perhaps through a filter that hands the message in again. */
  *#deliverHere(id: string): Activity {
    if (this.#random.chance(0.4)) {
      const again = this.#queueId();
      const tag = `postfix/smtpd[${this.#nextPid++}]:`;
      this.#write(tag, 'connect from localhost[127.0.0.1]');
      this.#write(tag, `${again}: client=localhost[127.0.0.1], orig_queue_id=${id}, orig_client=mx[192.0.2.77]`);
      yield;
      this.#queued(again);
      yield;
      this.#write(
        `postfix/smtp[${this.#nextPid++}]:`,
        `${id}: to=<bob@contoso.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as ${again})`,
      );
      this.#write(tag, 'disconnect from localhost[127.0.0.1]');
      yield;
    }
    this.#write(
      'postfix/lmtp[31]:',
      `${id}: to=<bob@contoso.example>, relay=mail.contoso.example[private/dovecot-lmtp], delay=0.3, delays=0.1/0/0/0.2, dsn=2.0.0, status=sent (250 2.0.0 saved)`,
    );
    yield;
  }

  #inboundMessage(service: string, day: string, tls: readonly [string, TlsState] | undefined): void {
    this.#used++;
    if (tls !== undefined && this.options.serverLogs) {
      this.totals.message('inbound', '(untold)', day, tls[1]);
    } else {
      this.#unproved.push({ service, direction: 'inbound', day });
    }
  }

  #serverTls(program: string, tag: string, client: string, version: string): void {
    this.#logging.add(`${this.#host} ${program}`);
    const trust = this.#random.pick(['Anonymous ', 'Untrusted ', 'Trusted ', 'Verified ', '']);
    const name = this.#random.chance(0.2) ? ' to mail.contoso.example' : '';
    this.#write(
      tag,
      `${trust}TLS connection established from ${client}${name}: ${version} with cipher AES256-SHA (256/256 bits)`,
    );
  }

  #clientTls(program: string, tag: string, relay: string, version: string): void {
    this.#logging.add(`${this.#host} ${program}`);
    const trust = this.#random.pick(['Anonymous', 'Untrusted', 'Trusted', 'Verified']);
    this.#write(
      tag,
      `${trust} TLS connection established to ${relay}: ${version} with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519`,
    );
  }

  #queued(id: string): void {
    const sender = this.#random.pick(['ada@fabrikam.example', '', '"a b"@d.example']);
    this.#write('postfix/qmgr[9]:', `${id}: from=<${sender}>, size=1234, nrcpt=1 (queue active)`);
  }

  #version(): readonly [string, TlsState] {
    return this.#random.weighted(
      VERSIONS.map(([written, state, weight]) => [[written, state] as const, weight] as const),
    );
  }

  #client(): string {
    const random = this.#random;
    const name = random.pick(['unknown', `mx${random.integer(1, 9)}.fabrikam.example`]);
    const address = random.pick([`192.0.2.${random.integer(1, 250)}`, `2001:db8::${random.integer(1, 99)}`]);
    return `${name}[${address}]`;
  }

  #queueId(): string {
    return `4C${(0x10000 + this.#nextId++).toString(36).toUpperCase()}z`;
  }

  #take(kind: 'smtpd' | 'smtp'): number {
    const free = this.#free[kind];
    return free.length > 3 ? (free.shift() as number) : this.#nextPid++;
  }

  #give(kind: 'smtpd' | 'smtp', pid: number): void {
    this.#free[kind].push(pid);
  }

  /** Writes a line; returns its UTC day. */
  #write(tag: string, message: string): string {
    this.#time += this.#random.integer(0, this.options.step);
    this.#lines.push(`${this.#prefix(tag)} ${message}\n`);
    return new Date(this.#time).toISOString().slice(0, 10);
  }

  #prefix(tag: string): string {
    const { style } = this.options;
    const iso = new Date(this.#time).toISOString();
    switch (style) {
      case 'iso':
        return `${iso.slice(0, 23)}123+00:00 ${this.#host} ${tag}`;
      case 'isoLocal':
        return `${new Date(this.#time + 7_200_000).toISOString().slice(0, 19)}+0200 ${this.#host} ${tag}`;
      case 'rfc5424': {
        const [, program = '', pid = '-'] = /^(.*?)(?:\[(\d+)\])?:$/.exec(tag) ?? [];
        return `<22>1 ${iso} ${this.#host} ${program} ${pid} - -`;
      }
      default:
        return this.#traditional(iso, tag);
    }
  }

  #traditional(iso: string, tag: string): string {
    const { style } = this.options;
    const day = String(Number(iso.slice(8, 10)));
    const month = MONTHS[Number(iso.slice(5, 7)) - 1];
    const [mark, padded] =
      style === 'journal' ? ['', day.padStart(2, '0')] : [style === 'priority' ? '<22>' : '', day.padStart(2)];
    return `${mark}${month} ${padded} ${iso.slice(11, 19)} ${this.#host} ${tag}`;
  }
}
