import type { RecordCursor } from '../../reading/recordCursor';
import type { Booking, LineContext } from './lineContext';
import { EventKind, LogEvent } from './logEvent';
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
import type { Program } from './programs';
import type { Writer } from './writer';

const NOQUEUE = 'NOQUEUE:';
const FROM = 'from=<';

/** What the lines of smtpd say, and of those that see to what it lets in (docs/formats.md). */
export class ServerLines {
  readonly #context: LineContext;
  readonly #words = new WordReader();

  constructor(context: LineContext) {
    this.#context = context;
  }

  /** A line of smtpd. */
  server(record: RecordCursor, program: Program, writer: Writer): Booking {
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

  /** A line of the queue manager: `QUEUEID: from=<…>, size=…` takes a message. */
  queue(record: RecordCursor, writer: Writer): Booking {
    const column = this.#context.prefix.message + 1;
    if (isItem(record, column, 'from=')) {
      const sender = this.#senderAt(record, column);
      this.#context.arrivals.accepted(writer.idHigh(record), writer.idLow(record), sender, -1, 0);
    }
    return 'other';
  }

  /** A line of cleanup, which may refuse a message. */
  cleanup(record: RecordCursor, writer: Writer): Booking {
    const column = this.#context.prefix.message + 1;
    if (isWord(record, column, 'milter-reject:') || isWord(record, column, 'reject:')) {
      this.#context.arrivals.refused(writer.idHigh(record), writer.idLow(record));
    }
    return 'other';
  }

  /** A line of pickup: a program on this host hands in a message. */
  pickup(record: RecordCursor, writer: Writer): Booking {
    if (isItem(record, this.#context.prefix.message + 1, 'uid=')) {
      this.#context.arrivals.ignore(writer.idHigh(record), writer.idLow(record));
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
      const found = findWord(record, message + 3, FROM);
      const sender = found < 0 ? -1 : this.#senderAt(record, found);
      arrivals.accepted(writer.high, writer.low, sender, -1, 0);
    }
    return 'other';
  }

  /** `QUEUEID: client=HOST[ADDRESS]`; without a queue id where a filter takes the message before it is queued. */
  #handsIn(record: RecordCursor, program: Program, writer: Writer): Booking {
    const { arrivals, peers, prefix } = this.#context;
    const column = prefix.message + 1;
    const isDirect = isWord(record, prefix.message, NOQUEUE);
    const idHigh = isDirect ? writer.high : writer.idHigh(record);
    const idLow = isDirect ? writer.low : writer.idLow(record);
    const word = record.nameOf(column);
    const { isLocal } = peers.of(word);
    const hasPassword = endsWithComma(record, column) && beginsWith(record, column + 1, 'sasl_');
    if (isLocal || program.isSubmission || hasPassword) {
      arrivals.ignore(idHigh, idLow);
      return isLocal ? 'other' : 'submission';
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

  /** The sender's domain. A first item that does not end is the beginning of an address with spaces. */
  #senderAt(record: RecordCursor, column: number): number {
    const isWhole = endsWithComma(record, column) || column > this.#context.prefix.message + 1;
    return isWhole ? record.names.smallOf(record.domainOf(column, FROM.length, true)) : -1;
  }
}
