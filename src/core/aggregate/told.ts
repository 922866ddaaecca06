import { isBefore, type SourceLine } from '../model/messageFlow';
import type { Tls } from '../model/tls';
import type { Flow } from './flowTable';

/** What the rows of a message tell of it over one connector. */
export interface Told {
  readonly flow: Flow;
  readonly tls: Tls;
  /** UTC day of the earliest row. */
  readonly day: number;
  /** The other side, as the row tells it that tells the TLS state; else as another one does. */
  readonly host: string;
  readonly sender: string;
  readonly cipher: string;
  /** The line that tells the TLS state. */
  readonly proof: SourceLine;
}

/**
 * Puts together what two sets of rows tell of a message: of two known TLS states the weaker, known before unknown field
 * by field, the earlier day. The flow is `a`'s.
 */
export function combine(a: Told, b: Told): Told {
  const isFirst = a.tls === b.tls ? !isBefore(b.proof, a.proof) : a.tls < b.tls;
  const [first, second] = isFirst ? [a, b] : [b, a];
  return {
    flow: a.flow,
    tls: first.tls,
    day: Math.min(a.day, b.day),
    host: first.host || second.host,
    sender: first.sender || second.sender,
    cipher: first.cipher || second.cipher,
    proof: first.proof,
  };
}
