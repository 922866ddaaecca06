import type { TlsState } from '../../src/core/model/tls';
import type { Random } from './random';

export type LogKind = 'receive' | 'send';

/** A row of a session before it has a time; `message`: the state of the message that this row accepts. */
export interface PlannedRow {
  readonly sequence: number;
  readonly event: string;
  readonly data: string;
  readonly context: string;
  readonly message?: TlsState;
}

export interface SessionPlan {
  readonly rows: readonly PlannedRow[];
  /** Exchange talking to Exchange. */
  readonly isInternal: boolean;
  readonly hasMessage: boolean;
}

/** What a session may be like, by weight. */
export interface SessionMix {
  readonly tls: readonly (readonly [TlsState, number])[];
  readonly mostMessages: number;
  /** Part of the sessions from which rows are missing: the beginning, or the first EHLO with its reply. */
  readonly damaged: number;
  readonly internal: number;
}

/** What a gap takes away: the first EHLO and its reply, behind the banner. */
const GREETING = ['EHLO client.example', '250-mail.example', '250 STARTTLS'];

const CONSTANTS: Partial<Record<TlsState, string>> = {
  'ssl3.0': 'SSL3',
  'tls1.0': 'TLS1_0',
  'tls1.1': 'TLS1_1',
  'tls1.2': 'TLS1_2',
  'tls1.3': 'TLS1_3',
};

/** Plans an SMTP session as one of the two kinds of protocol log tells it. */
export function planSession(kind: LogKind, mix: SessionMix, random: Random): SessionPlan {
  const state = random.weighted(mix.tls);
  const isInternal = kind === 'receive' && random.chance(mix.internal);
  const writer = new SessionWriter(kind, random);
  writer.greet();
  writer.startTls(isInternal ? 'X-ANONYMOUSTLS' : 'STARTTLS', state);
  const beginning = writer.rows.length;
  const messages = random.integer(0, mix.mostMessages);
  for (let message = 0; message < messages; message++) {
    writer.message(state);
  }
  writer.end();
  const damage = random.chance(mix.damaged) ? random.pick(['beginning', 'gap'] as const) : undefined;
  const rows = damaged(writer.rows, damage, beginning, state);
  return {
    rows,
    isInternal: isInternal && damage !== 'beginning',
    hasMessage: rows.some((row) => row.message !== undefined),
  };
}

/** A missing beginning hides TLS; a gap only leaves open whether there was none. */
function damaged(
  rows: readonly PlannedRow[],
  damage: 'beginning' | 'gap' | undefined,
  beginning: number,
  state: TlsState,
): PlannedRow[] {
  if (damage === undefined) {
    return [...rows];
  }
  const kept = damage === 'beginning' ? rows.slice(beginning) : rows.filter((row) => !GREETING.includes(row.data));
  const seen = damage === 'beginning' || state === 'none' ? 'unknown' : state;
  return kept.map((row) => (row.message === undefined ? row : { ...row, message: seen }));
}

class SessionWriter {
  readonly rows: PlannedRow[] = [];
  readonly #client: string;
  readonly #server: string;

  constructor(
    readonly kind: LogKind,
    readonly random: Random,
  ) {
    [this.#client, this.#server] = kind === 'receive' ? ['<', '>'] : ['>', '<'];
  }

  greet(): void {
    this.#row('+');
    this.#row('*', '', 'Set Session Permissions');
    this.#answer('220 mail.example ESMTP ready, "at your service"');
    this.#say('EHLO client.example');
    if (this.kind === 'send') {
      this.#answer('250-mail.example');
    }
    this.#answer('250 STARTTLS');
  }

  startTls(command: string, state: TlsState): void {
    if (state === 'none' && command === 'STARTTLS') {
      return;
    }
    this.#say(command);
    this.#answer('220 2.0.0 SMTP server ready');
    const constant = CONSTANTS[state];
    if (constant !== undefined) {
      const side = this.kind === 'receive' ? 'SERVER' : 'CLIENT';
      this.#row(
        '*',
        '',
        `TLS protocol SP_PROT_${constant}_${side} negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA1 with strength 160 bits and key exchange algorithm CALG_ECDHE with strength 256 bits`,
      );
    }
    this.#say('EHLO again.example');
    this.#answer('250 SIZE');
  }

  /** A message, now and then refused, pipelined, or sent in chunks. */
  message(state: TlsState): void {
    const { random } = this;
    if (random.chance(0.1)) {
      this.#refused();
    }
    const inChunks = random.chance(0.4);
    const commands = ['MAIL FROM:<ada@contoso.example>', 'RCPT TO:<kim@fabrikam.example>'];
    const isPipelined = random.chance(0.3);
    if (isPipelined) {
      for (const command of [...commands, inChunks ? 'BDAT 100' : 'DATA']) {
        this.#say(command);
      }
      this.#answer('250 2.1.0 Ok');
      this.#answer('250 2.1.5 Ok');
    } else {
      for (const command of commands) {
        this.#say(command);
        this.#answer('250 2.1.0 Ok');
      }
      this.#say(inChunks ? 'BDAT 100' : 'DATA');
    }
    if (inChunks) {
      this.#answer('250 2.6.0 CHUNK received OK, 100 octets');
      this.#say('BDAT 20 LAST');
    } else {
      this.#answer('354 Start mail input');
    }
    const accepted =
      this.kind === 'receive' ? '250 2.6.0 <1@mail.example> [InternalId=1] Queued mail for delivery' : '250 ok';
    this.#row(this.#server, accepted, '', state === 'unknown' ? 'tls' : state);
  }

  end(): void {
    this.#say('QUIT');
    this.#answer('221 bye');
    this.#row('-', '', 'Local');
  }

  #refused(): void {
    this.#say('MAIL FROM:<ada@contoso.example>');
    this.#answer('250 2.1.0 Ok');
    this.#say('RCPT TO:<nobody@fabrikam.example>');
    if (this.random.chance(0.5)) {
      this.#answer('550 5.1.1 No such user');
    } else {
      this.#answer('250 2.1.5 Ok');
      this.#say('DATA');
      this.#answer('354 Start mail input');
      this.#answer('452 4.3.1 Insufficient system resources');
    }
  }

  #say(data: string): void {
    this.#row(this.#client, data);
  }

  #answer(data: string): void {
    this.#row(this.#server, data);
  }

  #row(event: string, data = '', context = '', message?: TlsState): void {
    const row = { sequence: this.rows.length, event, data, context };
    this.rows.push(message === undefined ? row : { ...row, message });
  }
}
