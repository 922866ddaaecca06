import type { HostNoteList } from '../../facts/hostNoteList';
import type { Direction } from '../../model/connector';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import type { Names } from '../../reading/names';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';
import { CertificateRows, GOES_ON_HEAD, RECEIVED_HEAD } from './certificateRows';
import { GOES_ON, INTRODUCES } from './meanings';
import type { Session } from './session';

/** What has to be known of a session that introduces its other side. */
export type Introduced = Pick<Session, 'remote' | 'idHigh' | 'idLow'>;

const LONGEST = 255;

/** What a client begins with, and a server. */
const HELLO = /^(?:EHLO|HELO) /i;
const GREETING = /^220[ -]/;
/** An enhanced status code tells STARTTLS's reply from a greeting (RFC 2034). */
const STATUS_CODE = /^2\.\d{1,3}\.\d{1,3}$/;

/** What the other side of a log begins with where it says who it is: the client of a receive log, the server of a send log. */
export function introductionOf(direction: Direction): RegExp {
  return direction === 'inbound' ? HELLO : GREETING;
}

/** When a note is looked at for a certificate, by its head: {@link INTRODUCES}, {@link GOES_ON}, or 0 for never. */
export function worthOfNote(head: string): number {
  return RECEIVED_HEAD.test(head) ? INTRODUCES : GOES_ON_HEAD.test(head) ? GOES_ON : 0;
}

/** Notes what a remote host calls itself, and which certificates it shows (docs/formats.md). */
export class Introductions {
  readonly #direction: Direction;
  readonly #data: number;
  readonly #context: number;
  readonly #event: Slot;
  readonly #contextHead: Slot;
  readonly #events = new NameTable();
  /** By the heads of contexts: what they are worth. */
  readonly #notes = new NameTable();
  /** By what stands behind a greeting's code: 1 where it is a name. */
  readonly #hosts = new NameTable();

  readonly #certificates: CertificateRows;

  /** `begun`: what {@link certificatesBegun} told of the rows before. */
  constructor(
    plan: ColumnPlan,
    direction: Direction,
    event: number,
    data: number,
    context: number,
    begun: readonly string[],
  ) {
    this.#certificates = new CertificateRows(begun);
    this.#direction = direction;
    this.#data = data;
    this.#context = context;
    this.#event = plan.name(event);
    this.#contextHead = plan.head(context);
  }

  /** Sessions with a certificate of which the rows so far tell no more than that it is there. */
  get certificatesBegun(): readonly string[] {
    return this.#certificates.begun;
  }

  /** True where there is such a session. */
  get isBegun(): boolean {
    return this.#certificates.isBegun;
  }

  /**
   * Looks at a row that may introduce (rowMeanings.ts), of a session whose host is told. In either log `<` is what the other side says.
   * Returns the position of the certificate that it tells of among the texts of notes, 0 for none.
   */
  note(record: RecordCursor, { remote: host, idHigh, idLow }: Introduced, day: number, notes: HostNoteList): number {
    const isNote = lookUp(this.#events, record.names, record.name(this.#event), (event) => Number(event === '*')) === 1;
    if (!isNote) {
      const name = record.domainOf(this.#data, this.#direction === 'inbound' ? 5 : 4, true);
      this.named(record.names, host, name, day, notes);
    } else if (this.#isWorthALook(record)) {
      const [context, data] = [record.cell(this.#context), record.cell(this.#data)];
      const certificate = this.#certificates.read(`${idHigh} ${idLow}`, context, data);
      if (certificate !== undefined) {
        const number = record.names.of(certificate);
        notes.add(this.#direction, host, number, true, day);
        return notes.texts.of(number);
      }
    }
    return 0;
  }

  /** Notes the name behind EHLO, or in a greeting, where it is one. */
  named(names: Names, host: number, text: number, day: number, notes: HostNoteList): void {
    const name = this.nameIn(names, text);
    if (name >= 0) {
      notes.add(this.#direction, host, name, false, day);
    }
  }

  /** The name that stands behind EHLO, or in a greeting; -1 where it is none. */
  nameIn(names: Names, text: number): number {
    return lookUp(this.#hosts, names, text, (said) => Number(isHostName(said))) === 1 ? names.smallOf(text) : -1;
  }

  #isWorthALook(record: RecordCursor): boolean {
    const head = record.name(this.#contextHead);
    const worth = lookUp(this.#notes, record.names, head, worthOfNote);
    return worth === INTRODUCES || (worth === GOES_ON && this.isBegun);
  }
}

function isHostName(text: string): boolean {
  return text !== '' && text.length <= LONGEST && !STATUS_CODE.test(text);
}

function lookUp(table: NameTable, names: Names, name: number, read: (text: string) => number): number {
  let value = table.get(name);
  if (value === undefined) {
    value = read(names.text(name));
    table.set(name, value);
  }
  return value;
}
