import { MILLISECONDS_PER_DAY } from '../../model/day';
import type { Arrivals } from './arrivals';
import type { Departures } from './departures';
import { EventKind, type LogEvent } from './logEvent';

/** Feeds lines that were left open to what reads on. */
export function replay(event: LogEvent, arrivals: Arrivals, departures: Departures): void {
  const { high, low, idHigh, idLow } = event;
  switch (event.kind) {
    case EventKind.connected:
      arrivals.connected(high, low, event.isLocal);
      break;
    case EventKind.encrypted:
      arrivals.encrypted(high, low, { state: event.state, cipher: event.cipher, proof: event.proof });
      break;
    case EventKind.disconnected:
      arrivals.disconnected(high, low);
      break;
    case EventKind.client:
      arrivals.client(event);
      break;
    case EventKind.arrival:
      arrivals.arrival(event);
      break;
    case EventKind.accepted:
      arrivals.accepted(idHigh, idLow, event.sender, event.day, event.millisecond);
      break;
    case EventKind.sending:
      departures.sending(event);
      break;
    case EventKind.delivery:
      departures.delivery(event);
      break;
    default:
      break;
  }
}

/** Milliseconds since 1970. */
export function timeOf({ day, millisecond }: Pick<LogEvent, 'day' | 'millisecond'>): number {
  return day * MILLISECONDS_PER_DAY + millisecond;
}
