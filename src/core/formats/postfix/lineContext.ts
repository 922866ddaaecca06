import type { RecordCursor } from '../../reading/recordCursor';
import type { Arrivals } from './arrivals';
import type { Departures } from './departures';
import type { LinePrefix } from './linePrefix';
import type { LineTime } from './lineTime';
import type { Peers } from './peers';

/** What becomes of a line: it is booked at once, or later by whoever knows what comes of it. */
export type Booking = 'other' | 'submission' | 'badTime' | 'futureDay' | 'later';

/** What lines are read with. */
export interface LineContext {
  readonly arrivals: Arrivals;
  readonly departures: Departures;
  readonly peers: Peers;
  readonly prefix: LinePrefix;
  /** Reads the line's time; a reason where it has none that is of use. */
  timeOf(record: RecordCursor): LineTime | 'badTime' | 'futureDay';
  /** A service was seen to write down TLS. */
  logsTls(service: number): void;
}
