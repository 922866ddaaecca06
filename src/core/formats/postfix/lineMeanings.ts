import type { RecordCursor } from '../../reading/recordCursor';
import type { Arrivals } from './arrivals';
import type { Departures } from './departures';
import type { LinePrefix } from './linePrefix';
import type { LineTime } from './lineTime';
import type { Delivery, Hop } from './logEvent';
import { PAST } from './logEvent';
import {
  beginsWith,
  behindAddress,
  endsWithColon,
  endsWithComma,
  findWord,
  isWord,
  tlsWords,
  WordReader,
} from './messageWords';
import type { Peers } from './peers';
import { type Program, Role } from './programs';

/** What becomes of a line: it is booked at once, or later by whoever knows what comes of it. */
export type Booking = 'other' | 'submission' | 'badTime' | 'futureDay' | 'later';

/** What a line's reader needs. */
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

/** The process that wrote a line, and the host and program without it: a key and a number. */
export interface Writer {
  high: number;
  low: number;
  service: number;
}

const NOQUEUE = 'NOQUEUE:';

/** What the lines of Postfix's programs say, behind the programs' names (docs/formats.md). */
export class LineMeanings {
  readonly #context: LineContext;
  readonly #words = new WordReader();

  constructor(context: LineContext) {
    this.#context = context;
  }

  read(record: RecordCursor, program: Program, writer: Writer): Booking {
    switch (program.role) {
      case Role.server:
        return this.#server(record, program, writer);
      case Role.client:
        return this.#client(record, writer);
      case Role.queue:
        return this.#queue(record);
      default:
        return this.#cleanup(record);
    }
  }

  #server(record: RecordCursor, program: Program, writer: Writer): Booking {
    const { arrivals, peers, prefix } = this.#context;
    const { message } = prefix;
    if (endsWithColon(record, message)) {
      return this.#serverMessage(record, program, writer);
    }
    if (isWord(record, message, 'connect')) {
      arrivals.connected(writer.high, writer.low, peers.of(record.nameOf(message + 2)).isLocal);
    } else if (isWord(record, message, 'disconnect')) {
      arrivals.disconnected(writer.high, writer.low);
    } else {
      const found = tlsWords(record, message, 'from');
      if (found !== undefined) {
        this.#context.logsTls(writer.service);
        arrivals.encrypted(writer.high, writer.low, this.#words.connection(record, found.version));
      }
    }
    return 'other';
  }

  #serverMessage(record: RecordCursor, program: Program, writer: Writer): Booking {
    const { arrivals, prefix } = this.#context;
    const { message } = prefix;
    if (beginsWith(record, message + 1, 'client=')) {
      return this.#handsIn(record, program, writer);
    }
    if (isWord(record, message, 'proxy-accept:') && beginsWith(record, message + 2, '250')) {
      arrivals.accepted(writer.high, writer.low, this.#senderOf(record, message + 3), -1, 0);
    }
    return 'other';
  }

  /** `QUEUEID: client=HOST[ADDRESS]`; without a queue id where a filter takes the message before it is queued. */
  #handsIn(record: RecordCursor, program: Program, writer: Writer): Booking {
    const { arrivals, peers, prefix } = this.#context;
    const column = prefix.message + 1;
    const isDirect = isWord(record, prefix.message, NOQUEUE);
    const idHigh = isDirect ? writer.high : this.#idHigh(record);
    const idLow = isDirect ? writer.low : this.#idLow(record);
    const peer = peers.of(record.nameOf(column));
    const isSubmission =
      program.isSubmission || (endsWithComma(record, column) && beginsWith(record, column + 1, 'sasl_'));
    if (peer.isLocal || isSubmission) {
      arrivals.ignore(idHigh, idLow);
      return peer.isLocal ? 'other' : 'submission';
    }
    const time = this.#context.timeOf(record);
    if (typeof time === 'string') {
      arrivals.ignore(idHigh, idLow);
      return time;
    }
    const hop: Hop = {
      direction: 'inbound',
      idHigh,
      idLow,
      service: writer.service,
      state: PAST,
      cipher: -1,
      proof: 0,
      peer: peer.text,
      place: record.line,
      day: time.day,
      millisecond: time.millisecond,
    };
    arrivals.client(writer.high, writer.low, hop);
    return 'later';
  }

  #queue(record: RecordCursor): Booking {
    const { arrivals, prefix } = this.#context;
    const column = prefix.message + 1;
    if (beginsWith(record, column, 'from=<')) {
      arrivals.accepted(this.#idHigh(record), this.#idLow(record), this.#senderAt(record, column), -1, 0);
    }
    return 'other';
  }

  #cleanup(record: RecordCursor): Booking {
    const column = this.#context.prefix.message + 1;
    if (isWord(record, column, 'milter-reject:') || isWord(record, column, 'reject:')) {
      this.#context.arrivals.refused(this.#idHigh(record), this.#idLow(record));
    }
    return 'other';
  }

  #client(record: RecordCursor, writer: Writer): Booking {
    const { departures, peers, prefix } = this.#context;
    const { message } = prefix;
    if (endsWithColon(record, message)) {
      return beginsWith(record, message + 1, 'to=<') ? this.#delivers(record, writer) : 'other';
    }
    const found = tlsWords(record, message, 'to');
    if (found !== undefined) {
      if (found.isNew) {
        this.#context.logsTls(writer.service);
      }
      const peer = peers.of(record.nameOf(found.host));
      departures.encrypted(writer.high, writer.low, peer.text, this.#words.connection(record, found.version));
    }
    return 'other';
  }

  /** `QUEUEID: to=<…>, relay=HOST[ADDRESS]:25, …, status=sent (…)`. */
  #delivers(record: RecordCursor, writer: Writer): Booking {
    const { departures, peers, prefix } = this.#context;
    const column = relayColumn(record, prefix.message + 1);
    if (column < 0) {
      return 'other';
    }
    const peer = peers.of(record.nameOf(column));
    const items = new Items(record, column + 1);
    const isCounted = items.isSent && !peer.isLocal;
    const time = this.#context.timeOf(record);
    if (typeof time === 'string') {
      return isCounted ? time : 'other';
    }
    const attempt: Delivery = {
      direction: 'outbound',
      high: writer.high,
      low: writer.low,
      idHigh: this.#idHigh(record),
      idLow: this.#idLow(record),
      service: writer.service,
      state: items.tls < 0 ? PAST : this.#words.item(record, items.tls),
      cipher: -1,
      proof: 0,
      peer: peer.text,
      place: record.line,
      day: time.day,
      millisecond: time.millisecond,
      isReuse: items.isReuse || peer.isReused,
      isCounted,
      delay: items.delay < 0 ? -1 : secondsAt(record, items.delay),
    };
    departures.delivery(attempt);
    return isCounted ? 'later' : 'other';
  }

  #idHigh(record: RecordCursor): number {
    const { prefix } = this.#context;
    return prefix.high(record, prefix.message) ^ (prefix.hostKey(record).high | 0);
  }

  #idLow(record: RecordCursor): number {
    const { prefix } = this.#context;
    return prefix.low(record, prefix.message) ^ (prefix.hostKey(record).low | 0);
  }

  /** The sender's domain, told by an item further on. */
  #senderOf(record: RecordCursor, column: number): number {
    const found = findWord(record, column, 'from=<');
    return found < 0 ? -1 : this.#senderAt(record, found);
  }

  /** A word that does not end is the beginning of an address with spaces. */
  #senderAt(record: RecordCursor, column: number): number {
    const isWhole = endsWithComma(record, column) || column > this.#context.prefix.message + 1;
    return isWhole ? record.names.smallOf(record.domainOf(column, 'from=<'.length, true)) : -1;
  }
}

/** Where the relay is named: right behind the recipient and the address it was first written to; -1 where it is not. */
function relayColumn(record: RecordCursor, recipient: number): number {
  const next = behindAddress(record, recipient);
  const column = next >= 0 && beginsWith(record, next, 'orig_to=<') ? behindAddress(record, next) : next;
  return column >= 0 && beginsWith(record, column, 'relay=') ? column : -1;
}

const MOST_ITEMS = 8;
/** Characters of `delay=` and its whole seconds. */
const LONGEST_DELAY = 14;
const [C, D, S, T] = [99, 100, 115, 116];

/** The items behind the relay, up to the status. */
class Items {
  /** Columns; -1 where an item is not there. */
  readonly tls: number = -1;
  readonly delay: number = -1;
  readonly isReuse: boolean = false;
  readonly isSent: boolean = false;

  constructor(record: RecordCursor, from: number) {
    for (let column = from; column < from + MOST_ITEMS; column++) {
      const first = record.unitAt(column, 0);
      if (first === S && beginsWith(record, column, 'status=')) {
        this.isSent = isWord(record, column, 'status=sent') && record.hasText(column + 1);
        return;
      }
      if (first === D && beginsWith(record, column, 'delay=')) {
        this.delay = column;
      } else if (first === C) {
        this.isReuse ||= beginsWith(record, column, 'conn_use=');
      } else if (first === T && beginsWith(record, column, 'tls=')) {
        this.tls = column;
      }
    }
  }
}

/** Of `delay=0.33,`, rounded up; -1 where it is no number. */
function secondsAt(record: RecordCursor, column: number): number {
  let seconds = -1;
  for (let position = 'delay='.length; position < LONGEST_DELAY; position++) {
    const digit = record.unitAt(column, position) - 48;
    if (!(digit >= 0 && digit <= 9)) {
      break;
    }
    seconds = Math.max(0, seconds) * 10 + digit;
  }
  return seconds < 0 ? -1 : seconds + 1;
}
