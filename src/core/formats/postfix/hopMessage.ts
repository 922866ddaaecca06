import type { MessageKey } from '../../model/messageFlow';
import { Tls } from '../../model/tls';
import { derivedKey } from '../../reading/textKey';
import { type LogEvent, UNPROVED } from './logEvent';
import type { Peer } from './peers';

/**
 * Identifies a message (docs/counting.md): an inbound one by host, queue id and the second in which it began to come in, since
 * short queue ids are used again within a day; an outbound one by host, queue id, relay and day: all its recipients there are
 * one message.
 */
export function hopKey({ direction, idHigh, idLow, day, millisecond }: LogEvent, peer: Peer): MessageKey {
  if (direction === 'inbound') {
    return derivedKey(idHigh, idLow, day, Math.floor(millisecond / 1000));
  }
  const { high, low } = peer.key;
  return derivedKey(idHigh ^ high, idLow ^ low, day, -1);
}

/** The other side as reports name it: a client by its address, a relay by its name. */
export function hopHost({ direction }: LogEvent, peer: Peer): number {
  return direction === 'inbound' ? peer.address : peer.name;
}

/** The TLS state, now that it is known whether the service writes down TLS. */
export function hopTls({ state }: LogEvent, logsTls: boolean): Tls {
  return state === UNPROVED ? (logsTls ? Tls.none : Tls.unknown) : state < Tls.unknown ? (state as Tls) : Tls.unknown;
}

/** The line that proves the TLS state. */
export function hopProof({ proof, place }: LogEvent): number {
  return proof === 0 ? place : proof;
}
