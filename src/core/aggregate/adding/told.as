// What the rows of a message tell of it over one connector: numbers that lie together, the first of which are those of a peer (peers.as).
import { rankOf } from './lines';
import { CIPHER, FLOW, HOST, SENDER, TLS } from './peers';

/** UTC day of the earliest row, the line that tells the TLS state, and how many bytes all of it takes. */
export const DAY: usize = 20;
export const LINE: usize = 24;
export const TOLD: usize = 28;

export function tell(to: usize, flow: i32, tls: u32, host: u32, sender: u32, cipher: u32, day: i32, line: u32): void {
  store<i32>(to, flow, FLOW); store<u32>(to, tls, TLS); store<u32>(to, host, HOST); store<u32>(to, sender, SENDER);
  store<u32>(to, cipher, CIPHER); store<i32>(to, day, DAY); store<u32>(to, line, LINE);
}

/**
 * Puts together what two sets of rows tell of a message: of two known TLS states the weaker, known before unknown field by field, the
 * earlier day. The flow is `a`'s. The other side is as the row tells it that tells the TLS state; else as another one does.
 */
export function combine(to: usize, a: usize, b: usize): void {
  const tlsOfA = load<u32>(a, TLS), tlsOfB = load<u32>(b, TLS);
  const isFirst = tlsOfA == tlsOfB ? rankOf(load<u32>(a, LINE)) <= rankOf(load<u32>(b, LINE)) : tlsOfA < tlsOfB;
  const first = isFirst ? a : b;
  const second = isFirst ? b : a;
  tell(to, load<i32>(a, FLOW), load<u32>(first, TLS), load<u32>(first, HOST) || load<u32>(second, HOST),
    load<u32>(first, SENDER) || load<u32>(second, SENDER), load<u32>(first, CIPHER) || load<u32>(second, CIPHER),
    min(load<i32>(a, DAY), load<i32>(b, DAY)), load<u32>(first, LINE));
}
