import type { MessageKey } from '../model/messageFlow';
import type { ColumnPlan, Slot } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';
import { idKey, textKey } from '../reading/textKey';

/** A message id never stands for a network message id. */
const MESSAGE_ID = 0x6d696421;

/** The key of a network message id, else of a message id. */
export function messageKey(networkMessageId: string, messageId: string): MessageKey {
  if (networkMessageId !== '') {
    return idKey(networkMessageId);
  }
  const { high, low } = textKey(messageId);
  return { high: (high ^ MESSAGE_ID) >>> 0, low };
}

/** Which message a record tells of: the network message id, else the message id (docs/counting.md). */
export class MessageIdentity {
  readonly #network: Slot;
  readonly #messageId: number;
  /** Of the message id, where it is all there is; else it is read where it is needed, which is rare. */
  readonly #message: Slot | undefined;
  /** Halves of the key of the record that was read last. */
  high = 0;
  low = 0;

  /** The columns' positions; -1 where there is none. */
  constructor(plan: ColumnPlan, networkMessageId: number, messageId: number) {
    this.#network = plan.id(networkMessageId);
    this.#messageId = messageId;
    this.#message = networkMessageId < 0 ? plan.key(messageId) : undefined;
  }

  /** Where a row holds the key of its network message id. */
  get networkKey(): Slot {
    return this.#network;
  }

  /** Reads a record's identity; false where it names no message. */
  read(record: RecordCursor): boolean {
    this.high = record.keyHigh(this.#network);
    this.low = record.keyLow(this.#network);
    if ((this.high | this.low) !== 0) {
      return true;
    }
    return this.#message === undefined ? this.#readText(record) : this.#readKey(record, this.#message);
  }

  #readKey(record: RecordCursor, slot: Slot): boolean {
    const high = record.keyHigh(slot);
    this.low = record.keyLow(slot);
    this.high = (high ^ MESSAGE_ID) >>> 0;
    return (high | this.low) !== 0;
  }

  #readText(record: RecordCursor): boolean {
    if (!record.hasText(this.#messageId)) {
      return false;
    }
    const { high, low } = messageKey('', record.cell(this.#messageId));
    this.high = high;
    this.low = low;
    return true;
  }
}
