import type { HostNoteList } from '../../facts/hostNoteList';
import type { Direction } from '../../model/connector';
import { dayOf } from '../../model/day';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';

/** What the column "event" holds, as far as it matters here. */
const Event = { other: 0, remote: 1, note: 2 } as const;
const LONGEST = 255;

/** What a client begins with, and a server. */
const HELLO = /^(?:EHLO|HELO) /i;
const GREETING = /^220[ -]/;
/** An enhanced status code tells STARTTLS's reply from a greeting (RFC 2034). */
const STATUS_CODE = /^2\.\d{1,3}\.\d{1,3}$/;
/** What the other side showed; `Sending certificate` is the server's own. */
const RECEIVED = /^(?:Received|Remote) certificate\b/i;
const RECEIVED_HEAD = /^(?:Received|Remote c)/i;
/** Where the issuer begins: behind a space that no comma or equals sign precedes. */
const ISSUER = /(?<=[^,=\s])\s+(?=(?:CN|OU|O|E|C|L|S|ST|DC|SERIALNUMBER|T|STREET)=)/i;
/** Subject and issuer, serial number, thumbprint, since when and until when. */
const CERTIFICATE = /^\s*(.*?)\s+[0-9A-F]{2,64}\s+[0-9A-F]{40}\s+(\S+)\s+(\S+)/i;

/** Notes what a remote host calls itself, and which certificates it shows (docs/formats.md). */
export class Introductions {
  readonly #direction: Direction;
  readonly #data: number;
  readonly #context: number;
  readonly #event: Slot;
  readonly #dataHead: Slot;
  readonly #contextHead: Slot;
  readonly #events = new NameTable();
  /** By the heads of texts: 1 where the whole is worth a look. */
  readonly #words = new NameTable();
  readonly #notes = new NameTable();
  /** By what stands behind a greeting's code: 1 where it is a name. */
  readonly #hosts = new NameTable();

  constructor(plan: ColumnPlan, direction: Direction, event: number, data: number, context: number) {
    this.#direction = direction;
    this.#data = data;
    this.#context = context;
    this.#event = plan.name(event);
    this.#dataHead = plan.head(data);
    this.#contextHead = plan.head(context);
  }

  /** Looks at a row of a session with a host, by its name's number. In either log `<` is what the other side says. */
  note(record: RecordCursor, host: number, day: number, notes: HostNoteList): void {
    const event = lookUp(this.#events, record, record.name(this.#event), eventOf);
    if (event === Event.remote) {
      const name = this.#nameIn(record);
      if (name >= 0) {
        notes.add(this.#direction, host, name, false, day);
      }
    } else if (event === Event.note && this.#isCertificate(record)) {
      const certificate = certificateIn(record.cell(this.#data));
      if (certificate !== undefined) {
        notes.add(this.#direction, host, record.names.of(certificate), true, day);
      }
    }
  }

  /** The number of the name behind EHLO, or in a greeting; -1 for none. */
  #nameIn(record: RecordCursor): number {
    const isInbound = this.#direction === 'inbound';
    const begins = isInbound ? HELLO : GREETING;
    const head = record.name(this.#dataHead);
    if (lookUp(this.#words, record, head, (text) => Number(begins.test(text))) === 0) {
      return -1;
    }
    const name = record.domainOf(this.#data, isInbound ? 5 : 4, true);
    const isName = lookUp(this.#hosts, record, name, (text) => Number(isHostName(text)));
    return isName === 1 ? record.names.smallOf(name) : -1;
  }

  #isCertificate(record: RecordCursor): boolean {
    const head = record.name(this.#contextHead);
    const isWorthALook = lookUp(this.#notes, record, head, (text) => Number(RECEIVED_HEAD.test(text)));
    return isWorthALook === 1 && RECEIVED.test(record.cell(this.#context));
  }
}

function eventOf(event: string): number {
  return event === '<' ? Event.remote : event === '*' ? Event.note : Event.other;
}

function isHostName(text: string): boolean {
  return text !== '' && text.length <= LONGEST && !STATUS_CODE.test(text);
}

function lookUp(table: NameTable, record: RecordCursor, name: number, read: (text: string) => number): number {
  let value = table.get(name);
  if (value === undefined) {
    value = read(record.names.text(name));
    table.set(name, value);
  }
  return value;
}

/**
 * The certificate that one row tells of, as Exchange writes it since 2013: the UTC day of its end (nothing where that is not
 * told), a tab, its subject. Undefined where the row tells none.
 */
export function certificateIn(text: string): string | undefined {
  const [, names = '', , until = ''] = CERTIFICATE.exec(text) ?? [];
  const subject = (names.split(ISSUER)[0] ?? '').replaceAll('\t', ' ').trim();
  const time = /^\d{4}-\d\d-\d\d(?:T|$)/.test(until) ? Date.parse(until) : Number.NaN;
  return subject === '' ? undefined : `${Number.isNaN(time) ? '' : dayOf(time)}\t${subject.slice(0, LONGEST)}`;
}
