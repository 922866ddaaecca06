import type { SourceLine } from '../../model/messageFlow';

/** What a row of a session means for counting; rows that mean nothing are only counted. */
export type EventKind =
  /** A command that one reply answers. `text`: the verb, or `DATA`/`LAST` for what ends a message. */
  | 'command'
  /** A reply's last line. `text`: the whole reply. */
  | 'reply'
  /** A TLS negotiation that succeeded. `text`: the context. */
  | 'tls'
  | 'tlsFailed'
  | 'disconnect';

/** A row of a session that matters. */
export interface SessionEvent {
  readonly kind: EventKind;
  readonly sequence: number;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  readonly text: string;
  readonly at: SourceLine;
}

const VERB = /^(EHLO|HELO|LHLO|STARTTLS|MAIL|RCPT|DATA|BDAT|RSET|NOOP|QUIT|AUTH|VRFY|EXPN|HELP|X[-A-Z0-9]+)\b/i;
const REPLY = /^\d{3}(?![-\d])/;

/**
 * Reads a row's event, data and context (FORMATS 5). `sent` is the mark of what the client says: `<` in receive logs,
 * `>` in send logs. Undefined where the row does not matter for counting.
 */
export function eventOf(
  row: { readonly event: string; readonly data: string; readonly context: string },
  client: '<' | '>',
): { readonly kind: EventKind; readonly text: string } | undefined {
  const { event, data, context } = row;
  if (event === client) {
    return VERB.test(data) ? { kind: 'command', text: data } : undefined;
  }
  if (event === '<' || event === '>') {
    return REPLY.test(data) ? { kind: 'reply', text: data } : undefined;
  }
  if (event === '-') {
    return { kind: 'disconnect', text: '' };
  }
  if (/^TLS negotiation failed/i.test(context)) {
    return { kind: 'tlsFailed', text: '' };
  }
  return /^TLS protocol\s/i.test(context) ? { kind: 'tls', text: context } : undefined;
}
