import type { HostNoteList } from '../../facts/hostNoteList';
import type { Direction } from '../../model/connector';
import { dayOf } from '../../model/day';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';

/** What the column "event" holds where a row introduces: 1 of a note, 0 of what the other side says. */
const NOTE = 1;
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

/** What the other side of a log begins with where it says who it is: the client of a receive log, the server of a send log. */
export function introductionOf(direction: Direction): RegExp {
  return direction === 'inbound' ? HELLO : GREETING;
}

/** True where a note's head may be that of a certificate of the other side's. */
export function mayShowCertificate(head: string): boolean {
  return RECEIVED_HEAD.test(head);
}

/** Notes what a remote host calls itself, and which certificates it shows (docs/formats.md). */
export class Introductions {
  readonly #direction: Direction;
  readonly #data: number;
  readonly #context: number;
  readonly #event: Slot;
  readonly #events = new NameTable();
  /** By what stands behind a greeting's code: 1 where it is a name. */
  readonly #hosts = new NameTable();

  constructor(plan: ColumnPlan, direction: Direction, event: number, data: number, context: number) {
    this.#direction = direction;
    this.#data = data;
    this.#context = context;
    this.#event = plan.name(event);
  }

  /** Looks at a row that may introduce (rowMeanings.ts) a host, by its name's number. In either log `<` is what the other side says. */
  note(record: RecordCursor, host: number, day: number, notes: HostNoteList): void {
    const isNote = lookUp(this.#events, record, record.name(this.#event), (event) => Number(event === '*'));
    if (isNote !== NOTE) {
      const name = this.#nameIn(record);
      if (name >= 0) {
        notes.add(this.#direction, host, name, false, day);
      }
    } else if (RECEIVED.test(record.cell(this.#context))) {
      const certificate = certificateIn(record.cell(this.#data));
      if (certificate !== undefined) {
        notes.add(this.#direction, host, record.names.of(certificate), true, day);
      }
    }
  }

  /** The number of the name behind EHLO, or in a greeting; -1 for none. */
  #nameIn(record: RecordCursor): number {
    const name = record.domainOf(this.#data, this.#direction === 'inbound' ? 5 : 4, true);
    const isName = lookUp(this.#hosts, record, name, (text) => Number(isHostName(text)));
    return isName === 1 ? record.names.smallOf(name) : -1;
  }
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
