import type { Direction } from '../../model/connector';
import type { MessageKey } from '../../model/messageFlow';
import { derivedKey, textKey } from '../../reading/textKey';
import type { Session } from './session';
import { TransferField } from './transfers';

/** By direction and server, which are few; forgotten where they become many. */
const keys = { inbound: new Map<string, MessageKey>(), outbound: new Map<string, MessageKey>() };
const MANY_SERVERS = 1000;

/** Stands for the server whose log it is. */
export function serverKey(direction: Direction, server: string): MessageKey {
  const known = keys[direction];
  let key = known.get(server);
  if (key === undefined) {
    key = textKey(`${direction}|${server}`);
    if (known.size >= MANY_SERVERS) {
      known.clear();
    }
    known.set(server, key);
  }
  return key;
}

/** Identifies a transfer: server, session and which of the session's messages it is (docs/counting.md). */
export function transferKey(session: Session, numbers: Int32Array, at: number): MessageKey {
  const server = serverKey(session.direction, session.server);
  const { high, low } = derivedKey(session.idHigh, session.idLow, server.high, server.low);
  return derivedKey(
    high,
    low,
    numbers[at + TransferField.sequence] as number,
    numbers[at + TransferField.position] as number,
  );
}
