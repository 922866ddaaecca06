import { type Route, SAME_ROW, UNNAMED } from '../facts/facts';
import type { Tls } from '../model/tls';
import type { ColumnPlan } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';
import { MessageIdentity } from './messageIdentity';
import { RowIdentity } from './rowIdentity';
import { TimeColumn } from './timeColumn';

/** Positions of the columns that tell when something happened and to which message; -1 for none. */
export interface MessageColumns {
  readonly time: number;
  readonly networkMessageId: number;
  readonly messageId: number;
}

/** A row that tells of one message: when, which one, and what it shows of the message's way. */
export class MessageRow {
  readonly #context: FormatContext;
  readonly #time: TimeColumn;
  readonly #identity: MessageIdentity | RowIdentity;
  /** {@link UNNAMED} where rows name no message. */
  readonly #mark: number;
  #isUsed = false;

  /** `titles`: of a table whose rows may name no message; each is a message then. */
  constructor(context: FormatContext, plan: ColumnPlan, at: MessageColumns, titles?: readonly string[]) {
    this.#context = context;
    this.#time = new TimeColumn(context, plan, at.time);
    const isUnnamed = titles !== undefined && at.networkMessageId < 0 && at.messageId < 0;
    this.#mark = isUnnamed ? UNNAMED : 0;
    this.#identity = isUnnamed ? new RowIdentity(titles) : new MessageIdentity(plan, at.networkMessageId, at.messageId);
  }

  /** Reads a record; false where it is left out: without a time or a message. */
  read(record: RecordCursor): boolean {
    this.#isUsed = false;
    if (!this.#time.read(record)) {
      return false;
    }
    if (!this.#identity.read(record)) {
      this.#context.facts.account.reject(record.line, 'noMessageId');
      return false;
    }
    return true;
  }

  /**
   * The row tells that the message crossed the border; may be said of a row more than once. `host`, `sender` and `cipher` are
   * numbers of the record's names, -1 for none.
   */
  crosses(record: RecordCursor, route: Route, tls: Tls, host: number, sender: number, cipher = -1): void {
    const { facts } = this.#context;
    facts.account.used += this.#isUsed ? 0 : 1;
    const state = tls | this.#mark | (this.#isUsed ? SAME_ROW : 0);
    this.#isUsed = true;
    const { high, low } = this.#identity;
    const { day, millisecond } = this.#time;
    facts.crossing(high, low, route, state, host, sender, cipher, record.line, day, millisecond);
  }

  /** The row shows no way over the border; `seen`: bits of `Seen`. */
  passes(record: RecordCursor, seen: number): void {
    const { high, low } = this.#identity;
    this.#context.facts.passing(high, low, seen | this.#mark, record.line, this.#time.day);
  }
}
