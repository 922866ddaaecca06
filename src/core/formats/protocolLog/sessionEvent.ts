import { messageKey } from '../../aggregate/messageKey';
import type { SourceLine } from '../../model/messageFlow';
import { parseTlsVersion, type Tls } from '../../model/tls';
import { ownText } from '../../reading/ownText';

/** What a row of a session means for counting. No text of the row is kept but what counting needs. */
export type Meaning =
  /** A command that one reply answers. `sender`: the domain in MAIL FROM. */
  | { readonly kind: 'command'; readonly verb: string; readonly sender: string }
  /** The last line of a reply. `accepts`: Exchange's own words for having taken over a message. */
  | { readonly kind: 'reply'; readonly code: number; readonly accepts: boolean; readonly greets: boolean }
  | { readonly kind: 'tls'; readonly version: Tls; readonly cipher: string }
  | { readonly kind: 'tlsFailed' }
  | { readonly kind: 'disconnect' };

/** A row of a session that matters, and where it stands. */
export interface SessionEvent {
  readonly meaning: Meaning;
  readonly sequence: number;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** Of the row's text: tells identical rows from different ones with the same number and time. */
  readonly hash: number;
  readonly at: SourceLine;
}

const VERB = /^(EHLO|HELO|LHLO|STARTTLS|MAIL|RCPT|DATA|BDAT|RSET|NOOP|QUIT|AUTH|VRFY|EXPN|HELP|X[-A-Z0-9]+)\b/i;
const MAIL_FROM = /^MAIL FROM:\s*<?([^\s>]*)/i;
const LAST_CHUNK = /\bLAST\s*$/i;
const REPLY = /^\d{3}(?![-\d])/;
const ACCEPTS = /^250 2\.6\.0 (?!CHUNK received OK)/i;
/** Enhanced status codes are not allowed in a greeting (RFC 2034), so that it differs from STARTTLS's reply. */
const GREETS = /^220 (?!2\.\d\.\d)/;
/** The constant behind it names the version: SP_PROT_TLS1_2_SERVER, SP_PROT-TLS1_0_CLIENT, SP_PROT_SSL3_SERVER. */
const TLS_PROTOCOL = /^TLS protocol\s+(\S+)/i;
const CIPHER = /bulk encryption algorithm\s+(\S+)/i;

/**
 * Reads a row (docs/formats.md). `text`: its data, or for `*` its context, where the TLS line is. `client` is the mark of what
 * the client says: `<` in receive logs, `>` in send logs. Undefined where the row does not matter for counting.
 */
export function meaningOf(event: string, text: string, client: '<' | '>'): Meaning | undefined {
  if (event === client) {
    return commandOf(text);
  }
  if (event === '<' || event === '>') {
    return replyOf(text);
  }
  if (event === '*') {
    return informationOf(text);
  }
  return event === '-' ? { kind: 'disconnect' } : undefined;
}

/** Stands for a row's text. */
export function rowHash(text: string): number {
  return messageKey(text).low;
}

function replyOf(text: string): Meaning | undefined {
  return REPLY.test(text)
    ? { kind: 'reply', code: Number(text.slice(0, 3)), accepts: ACCEPTS.test(text), greets: GREETS.test(text) }
    : undefined;
}

function informationOf(text: string): Meaning | undefined {
  if (/^TLS negotiation failed/i.test(text)) {
    return { kind: 'tlsFailed' };
  }
  const protocol = TLS_PROTOCOL.exec(text)?.[1];
  return protocol === undefined
    ? undefined
    : { kind: 'tls', version: parseTlsVersion(protocol), cipher: ownText(CIPHER.exec(text)?.[1] ?? '') };
}

function commandOf(data: string): Meaning | undefined {
  const verb = VERB.exec(data)?.[1]?.toUpperCase();
  if (verb === undefined) {
    return undefined;
  }
  const address = verb === 'MAIL' ? (MAIL_FROM.exec(data)?.[1] ?? '') : '';
  const sender = ownText(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  return { kind: 'command', verb: verb === 'BDAT' && LAST_CHUNK.test(data) ? 'BDAT LAST' : verb, sender };
}
