import { parseDay } from '../../model/day';

/** What the other side showed; `Sending certificate` is the server's own. */
const RECEIVED = /^(?:Received|Remote) certificate\b/i;
/** Begins what an Exchange server says of a certificate in several rows, whosever it is. */
const HEADING = /^(?:Received|Remote|Sending|Local) certificate\s*$/i;
const SUBJECT = /^Certificate subject(?: name)?\s*$/i;
/** The first eight characters of contexts that are worth a look, and of those that are where a session has begun. */
export const RECEIVED_HEAD = /^(?:Received|Remote c)/i;
export const GOES_ON_HEAD = /^(?:Sending|Local ce|Certific)/i;
/** So many sessions may have begun to tell of a certificate at a time; rows of one follow each other. */
const MOST_BEGUN = 1000;

/**
 * Finds in the notes of sessions which certificates the other side showed: since Exchange 2013 one row tells all of it; Exchange
 * 2010 writes a heading, and then a row for each thing it tells. Rows of sessions are interleaved.
 */
export class CertificateRows {
  /** Sessions whose next row with a subject is about the other side's certificate. */
  readonly #begun = new Set<string>();

  /** `begun`: what {@link begun} told of the rows before. */
  constructor(begun: readonly string[] = []) {
    this.#begun = new Set(begun);
  }

  /** Sessions that have begun to tell of a certificate, and told no subject yet. */
  get begun(): readonly string[] {
    return [...this.#begun];
  }

  /** True where a session has. */
  get isBegun(): boolean {
    return this.#begun.size > 0;
  }

  /** What a row with this context and data tells of the other side's certificate: see {@link certificateIn}. */
  read(session: string, context: string, data: string): string | undefined {
    if (SUBJECT.test(context)) {
      return this.#begun.delete(session) ? toldIn(data, '') : undefined;
    }
    const isReceived = RECEIVED.test(context);
    if (!HEADING.test(context) || data.trim() !== '') {
      return isReceived ? certificateIn(data) : undefined;
    }
    this.#begun.delete(session);
    if (isReceived && this.#begun.size < MOST_BEGUN) {
      this.#begun.add(session);
    }
    return undefined;
  }
}

const LONGEST = 255;
/** Where the issuer begins: behind a space that no comma or equals sign precedes. */
const ISSUER = /(?<=[^,=\s])\s+(?=(?:CN|OU|O|E|C|L|S|ST|DC|SERIALNUMBER|T|STREET)=)/i;
/** Subject and issuer, serial number, thumbprint (SHA-1 or SHA-256), since when and until when: a day, perhaps with a time. */
const CERTIFICATE =
  /^\s*(.*?)\s+[0-9A-F]{2,64}\s+(?:[0-9A-F]{40}|[0-9A-F]{64})\s+(?:\d{4}-\d\d-\d\d(?: [\d:.]+Z?|\S*)|\S+)\s+(\S+)/i;

/**
 * The certificate that one row tells of, as Exchange writes it since 2013: the UTC day of its end (nothing where that is not
 * told), a tab, its subject. Undefined where the row tells none.
 */
export function certificateIn(text: string): string | undefined {
  const [, names = '', until = ''] = CERTIFICATE.exec(text) ?? [];
  return toldIn(names.split(ISSUER)[0] ?? '', until);
}

function toldIn(subject: string, until: string): string | undefined {
  const name = subject.replaceAll('\t', ' ').trim();
  const [, date = ''] = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(until) ?? [];
  return name === '' ? undefined : `${parseDay(date) ?? ''}\t${name.slice(0, LONGEST)}`;
}
