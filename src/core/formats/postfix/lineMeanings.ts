import type { RecordCursor } from '../../reading/recordCursor';
import type { Arrivals } from './arrivals';
import { DeliveryItems, relayColumn, secondsAt } from './deliveryItems';
import type { Departures } from './departures';
import type { LinePrefix } from './linePrefix';
import type { LineTime } from './lineTime';
import { EventKind, LogEvent, PAST } from './logEvent';
import {
  beginsWith,
  endsWithColon,
  endsWithComma,
  findWord,
  isItem,
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

/** Who wrote a line: keys of the process and of its host, and the number of host and program. */
export interface Writer {
  hostHigh: number;
  hostLow: number;
  high: number;
  low: number;
  service: number;
}

const NOQUEUE = 'NOQUEUE:';

/** What the lines of Postfix's programs say, behind the programs' names (docs/formats.md). */
export class LineMeanings {
  readonly #context: LineContext;
  readonly #words = new WordReader();
  readonly #items = new DeliveryItems();
  /** Used for one delivery after the other. */
  readonly #attempt = new LogEvent(EventKind.delivery);

  constructor(context: LineContext) {
    this.#context = context;
    this.#attempt.direction = 'outbound';
  }

  read(record: RecordCursor, program: Program, writer: Writer): Booking {
    switch (program.role) {
      case Role.server:
        return this.#server(record, program, writer);
      case Role.client:
        return this.#client(record, writer);
      case Role.queue:
        return this.#queue(record, writer);
      case Role.cleanup:
        return this.#cleanup(record, writer);
      default:
        return this.#pickup(record, writer);
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
    if (isItem(record, message + 1, 'client=')) {
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
    const idHigh = isDirect ? writer.high : this.#idHigh(record, writer);
    const idLow = isDirect ? writer.low : this.#idLow(record, writer);
    const word = record.nameOf(column);
    const peer = peers.of(word);
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
    const hop = new LogEvent(EventKind.client);
    hop.high = writer.high;
    hop.low = writer.low;
    hop.idHigh = idHigh;
    hop.idLow = idLow;
    hop.service = writer.service;
    hop.peer = word;
    hop.place = record.line;
    hop.day = time.day;
    hop.millisecond = time.millisecond;
    arrivals.client(hop);
    return 'later';
  }

  #queue(record: RecordCursor, writer: Writer): Booking {
    const { arrivals, prefix } = this.#context;
    const column = prefix.message + 1;
    if (isItem(record, column, 'from=')) {
      arrivals.accepted(
        this.#idHigh(record, writer),
        this.#idLow(record, writer),
        this.#senderAt(record, column),
        -1,
        0,
      );
    }
    return 'other';
  }

  #cleanup(record: RecordCursor, writer: Writer): Booking {
    const column = this.#context.prefix.message + 1;
    if (isWord(record, column, 'milter-reject:') || isWord(record, column, 'reject:')) {
      this.#context.arrivals.refused(this.#idHigh(record, writer), this.#idLow(record, writer));
    }
    return 'other';
  }

  /** A program on this host hands in a message. */
  #pickup(record: RecordCursor, writer: Writer): Booking {
    if (isItem(record, this.#context.prefix.message + 1, 'uid=')) {
      this.#context.arrivals.ignore(this.#idHigh(record, writer), this.#idLow(record, writer));
    }
    return 'other';
  }

  #client(record: RecordCursor, writer: Writer): Booking {
    const { departures, peers, prefix } = this.#context;
    const { message } = prefix;
    if (endsWithColon(record, message)) {
      return isItem(record, message + 1, 'to=') ? this.#delivers(record, writer) : 'other';
    }
    const found = tlsWords(record, message, 'to');
    if (found !== undefined) {
      if (found.isNew) {
        this.#context.logsTls(writer.service);
      }
      const peer = peers.of(record.nameOf(found.host));
      departures.encrypted(writer.high, writer.low, peer.bare, this.#words.connection(record, found.version));
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
    const items = this.#items;
    items.read(record, column + 1);
    const isCounted = items.isSent && !peer.isLocal;
    const time = this.#context.timeOf(record);
    if (typeof time === 'string') {
      return isCounted ? time : 'other';
    }
    const attempt = this.#attempt;
    attempt.kind = EventKind.delivery;
    attempt.high = writer.high;
    attempt.low = writer.low;
    attempt.idHigh = this.#idHigh(record, writer);
    attempt.idLow = this.#idLow(record, writer);
    attempt.service = writer.service;
    attempt.state = items.tls < 0 ? PAST : this.#words.item(record, items.tls);
    attempt.cipher = -1;
    attempt.proof = 0;
    attempt.peer = peer.bare;
    attempt.place = record.line;
    attempt.day = time.day;
    attempt.millisecond = time.millisecond;
    attempt.isReuse = items.isReuse || peer.isReused;
    attempt.isCounted = isCounted;
    attempt.delay = items.delay < 0 ? -1 : secondsAt(record, items.delay);
    departures.delivery(attempt);
    return isCounted ? 'later' : 'other';
  }

  #idHigh(record: RecordCursor, { hostHigh }: Writer): number {
    const { prefix } = this.#context;
    return prefix.high(record, prefix.message) ^ hostHigh;
  }

  #idLow(record: RecordCursor, { hostLow }: Writer): number {
    const { prefix } = this.#context;
    return prefix.low(record, prefix.message) ^ hostLow;
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
