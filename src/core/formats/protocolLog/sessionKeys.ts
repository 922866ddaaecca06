import type { Direction } from '../../model/connector';
import type { MessageKey } from '../../model/messageFlow';
import { derivedKey, textKey } from '../../reading/textKey';
import type { Session } from './session';
import { TransferField } from './transfers';

/** The server asked for last: transfers of one server come in long runs. */
let lastDirection: Direction | undefined;
let lastServer = '';
let last: MessageKey = { high: 0, low: 0 };

function keyOf(direction: Direction, server: string): MessageKey {
  if (direction !== lastDirection || server !== lastServer) {
    lastDirection = direction;
    lastServer = server;
    last = textKey(`${direction}|${server}`);
  }
  return last;
}

/** Identifies a transfer: server, session and which of the session's messages it is (docs/counting.md). */
export function transferKey(session: Session, numbers: Int32Array, at: number): MessageKey {
  const server = keyOf(session.direction, session.server);
  const { high, low } = derivedKey(session.idHigh, session.idLow, server.high, server.low);
  return derivedKey(
    high,
    low,
    numbers[at + TransferField.sequence] as number,
    numbers[at + TransferField.position] as number,
  );
}
