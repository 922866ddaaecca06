import type { RecordCursor } from '../../reading/recordCursor';
import { DeliveryItems, relayColumn, secondsAt } from './deliveryItems';
import type { Booking, LineContext } from './lineContext';
import { EventKind, LogEvent, PAST } from './logEvent';
import { endsWithColon, isItem, tlsWords, WordReader } from './messageWords';
import type { Writer } from './writer';

/** What the lines of smtp say (docs/formats.md). */
export class ClientLines {
  readonly #context: LineContext;
  readonly #words = new WordReader();
  readonly #items = new DeliveryItems();
  /** Used for one delivery after the other. */
  readonly #attempt = new LogEvent(EventKind.delivery);

  constructor(context: LineContext) {
    this.#context = context;
    this.#attempt.direction = 'outbound';
  }

  read(record: RecordCursor, writer: Writer): Booking {
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
    attempt.idHigh = writer.idHigh(record);
    attempt.idLow = writer.idLow(record);
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
}
