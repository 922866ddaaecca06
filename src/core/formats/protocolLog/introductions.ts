import type { Direction } from '../../model/connector';
import { dayOf } from '../../model/day';
import type { HostNote } from '../../model/hostNote';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';

/** What a host says of itself, before it is known which host. */
export type Introduction = Pick<HostNote, 'kind' | 'text' | 'expires'>;

/** What the column "event" holds, as far as it matters here. */
const Event = { other: 0, remote: 1, note: 2 } as const;
const LONGEST = 255;

/** In a greeting, an enhanced status code tells STARTTLS's reply from it (RFC 2034). */
const GREETING = /^220[ -](?!2\.\d\.\d)(\S+)/;
const HELLO = /^(?:EHLO|HELO)\s+(\S+)/i;
/** What the other side showed; `Sending certificate` is the server's own. */
const RECEIVED = /^(?:Received|Remote) certificate\b/i;
/** Where the issuer begins: behind a space that no comma or equals sign precedes. */
const ISSUER = /(?<=[^,=\s])\s+(?=(?:CN|OU|O|E|C|L|S|ST|DC|SERIALNUMBER|T|STREET)=)/i;
/** Subject and issuer, serial number, thumbprint, since when and until when. */
const CERTIFICATE = /^\s*(.*?)\s+[0-9A-F]{2,64}\s+[0-9A-F]{40}\s+(\S+)\s+(\S+)/i;

/** Finds the rows in which a remote host says what it is called, or shows a certificate. */
export class Introductions {
  readonly #data: number;
  readonly #context: number;
  readonly #event: Slot;
  readonly #dataHead: Slot;
  readonly #contextHead: Slot;
  readonly #tells: RegExp;
  readonly #events = new NameTable();
  /** By the heads of texts: 1 where the whole is worth a look. */
  readonly #words = new NameTable();
  readonly #notes = new NameTable();

  constructor(plan: ColumnPlan, direction: Direction, event: number, data: number, context: number) {
    this.#data = data;
    this.#context = context;
    this.#event = plan.name(event);
    this.#dataHead = plan.head(data);
    this.#contextHead = plan.head(context);
    this.#tells = direction === 'inbound' ? /^(?:EHLO|HELO)\s/i : /^220[ -]/;
  }

  /** Undefined where the row is no introduction: nearly always. */
  of(record: RecordCursor): Introduction | undefined {
    const event = lookUp(this.#events, record, this.#event, eventOf);
    if (event === Event.remote) {
      const isWords = lookUp(this.#words, record, this.#dataHead, (head) => Number(this.#tells.test(head)));
      return isWords === 1 ? nameIn(record.cell(this.#data)) : undefined;
    }
    if (event === Event.note) {
      const isNote = lookUp(this.#notes, record, this.#contextHead, (head) =>
        Number(/^(?:Received|Remote c)/i.test(head)),
      );
      return isNote === 1 && RECEIVED.test(record.cell(this.#context))
        ? certificateIn(record.cell(this.#data))
        : undefined;
    }
    return undefined;
  }
}

/** In receive logs and in send logs, `<` is what the other side says. */
function eventOf(event: string): number {
  return event === '<' ? Event.remote : event === '*' ? Event.note : Event.other;
}

function lookUp(table: NameTable, record: RecordCursor, slot: Slot, read: (text: string) => number): number {
  const name = record.name(slot);
  let value = table.get(name);
  if (value === undefined) {
    value = read(record.names.text(name));
    table.set(name, value);
  }
  return value;
}

/** The name behind EHLO, or in a greeting. */
export function nameIn(text: string): Introduction | undefined {
  const name = (HELLO.exec(text) ?? GREETING.exec(text))?.[1];
  return name === undefined ? undefined : { kind: 'name', text: name.slice(0, LONGEST).toLowerCase(), expires: null };
}

/** The subject and the end of a certificate that one row tells of, as Exchange writes it since 2016. */
export function certificateIn(text: string): Introduction | undefined {
  const found = CERTIFICATE.exec(text);
  const [, names = '', , until = ''] = found ?? [];
  const [subject = ''] = names.split(ISSUER);
  if (found === null || subject.trim() === '') {
    return undefined;
  }
  const time = /^\d{4}-\d\d-\d\d(?:T|$)/.test(until) ? Date.parse(until) : Number.NaN;
  return {
    kind: 'certificate',
    text: subject.trim().slice(0, LONGEST),
    expires: Number.isNaN(time) ? null : dayOf(time),
  };
}
