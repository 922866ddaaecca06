import type { Direction } from '../../model/connector';
import { directive } from '../../reading/directives';
import type { FileHead } from '../format';

const FIELDS = /^#Fields:.*\bsession-id,sequence-number\b/i;

/** A row's fields: time, connector, session, number, two endpoints, event, data, context. */
const ROW: readonly RegExp[] = [
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
  /./,
  /^[0-9a-f]{16}$/i,
  /^\d{1,9}$/,
  /^$|:\d{1,5}$/,
  /^$|:\d{1,5}$/,
  /^[-+<>*]$/,
  /^/,
  /^/,
];
/** Who says what, with any delimiter: a reply or a command; or the side that took part in TLS. */
const SAID =
  /[,;\t|]"?(?:([<>])"?[,;\t|]"?(?:(\d{3}[ -])|(?:EHLO|HELO|STARTTLS|X-ANONYMOUSTLS|MAIL FROM|RCPT TO|DATA|BDAT|AUTH|QUIT)\b)|TLS protocol SP_PROT[-_][A-Z0-9_]{1,12}_(SERVER|CLIENT)\b)/i;

/**
 * The direction of a protocol log: what its directives say; without them what the rows tell. The server of a receive log
 * replies (`>`), that of a send log commands. Undefined where the file is no protocol log.
 */
export function logDirection({ text, directives, columns }: FileHead): Direction | undefined {
  const { titles } = columns;
  const isRow = titles.length === ROW.length && ROW.every((pattern, field) => pattern.test(titles[field] ?? ''));
  const type = directive(directives, 'Log-type');
  if (type !== undefined && (!isRow || /^\uFEFF?\s*#/.test(text))) {
    const [, direction] = /^SMTP (Receive|Send) Protocol Log/i.exec(type) ?? [];
    return direction === undefined ? undefined : /receive/i.test(direction) ? 'inbound' : 'outbound';
  }
  return isRow || directives.some((line) => FIELDS.test(line))
    ? directionOfRows(rowsOf(text), titles[1] ?? '')
    : undefined;
}

/** The rows at the beginning, up to the directives of another log. */
function rowsOf(text: string): string {
  const directive = text.search(/^\uFEFF?#(?:Software|Version|Log-type):/im);
  return directive > 0 ? text.slice(0, directive) : text;
}

/** Only a receive connector's name begins with its server. */
function directionOfRows(rows: string, connector: string): Direction {
  const said = SAID.exec(rows);
  if (said === null) {
    return connector.includes('\\') ? 'inbound' : 'outbound';
  }
  const [, speaker, reply, side] = said;
  const isServer = side === undefined ? (speaker === '>') === (reply !== undefined) : side.toUpperCase() === 'SERVER';
  return isServer ? 'inbound' : 'outbound';
}
