import { Seen } from '../facts/facts';
import type { FileAccount } from '../facts/fileAccount';
import type { MessageKey } from '../model/messageFlow';
import { KeyTable } from '../reading/keyTable';
import { derivedKey } from '../reading/textKey';
import { type Adding, Header } from './addingKernel';
import { type MessageLedger, MOST_FILES } from './messageLedger';

/** What rows of the file showed that is being read, beside the bits of `Seen`: it holds the message's hop over the border. */
const FILE_BORDER = 4;
/** In place of a line the ledger keeps two numbers of rows, that of hops in the upper half, or says that they are apart. */
const OTHERS = 0xffff;
const APART = 0xffffffff;
/** Has a part in the key of a row that names no message. */
const UNNAMED_ROW = 0x726f7721;

/** Rows of a message in the file that is being read: internal hops, and others. */
interface Rows {
  hops: number;
  others: number;
}

const NO_ROWS: Readonly<Rows> = { hops: 0, others: 0 };

/**
 * Books a trace's rows that are no hop over the border. What becomes of them only the whole file tells: they are events of
 * a message whose border hop it holds (`otherEvent`), parts of an internal message, or `noBorderHop`. So they are booked
 * by what is known, and booked anew when more is. How many rows there are is needed until the border hop comes. A message that
 * is not counted has no line in the ledger, which keeps the numbers in its place: of these the adding kernel books the rows by
 * itself (adding/booking.as). Others are kept here.
 */
export class RowBooking {
  readonly #adding: Adding;
  readonly #ledger: MessageLedger;
  #account: FileAccount | undefined;
  /** Rows of messages that are counted because of other files, and very many rows. By the ledger's keys. */
  #apart = new KeyTable<Rows>();

  constructor(adding: Adding, ledger: MessageLedger) {
    this.#adding = adding;
    this.#ledger = ledger;
  }

  /** Rows of this file follow; {@link settle} behind them. Works in small steps. */
  *begin(account: FileAccount): Generator<void> {
    if (account === this.#account) {
      return;
    }
    const adding = this.#adding;
    this.#account = account;
    this.#apart = new KeyTable();
    adding.set(Header.isApart, 0);
    if (adding.get(Header.hasRows) === 0) {
      return;
    }
    adding.set(Header.hasRows, 0);
    const isLast = adding.get(Header.file) === MOST_FILES;
    adding.set(Header.file, isLast ? 1 : adding.get(Header.file) + 1);
    if (isLast) {
      yield* this.#ledger.inSteps(() => this.#ledger.book(0, 0));
    }
  }

  /** Has the account say what was booked since this was called last. */
  settle(): void {
    const adding = this.#adding;
    if (this.#account !== undefined) {
      this.#account.used += adding.get(Header.used);
      this.#account.leaveOut('otherEvent', adding.get(Header.otherEvents));
      this.#account.leaveOut('noBorderHop', adding.get(Header.noBorderHops));
    }
    for (const field of [Header.used, Header.otherEvents, Header.noBorderHops]) {
      adding.set(field, 0);
    }
  }

  /** The message that the ledger stands at has its hop over the border in the file. */
  border(): void {
    this.#book(FILE_BORDER, 0, 0);
  }

  /** The message that the ledger stands at has another row in the file, which shows `seen`: what it says of `Seen` is what the file showed. */
  row(seen: number): void {
    const isHop = seen === Seen.internalHop;
    this.#book(seen, Number(isHop), Number(!isHop));
  }

  /** The message that the ledger stands at will be counted: its line is no longer there for numbers of rows. */
  makeWay(): void {
    const ledger = this.#ledger;
    const { peer, file, line } = ledger;
    if (peer === 0 && file === this.#adding.get(Header.file) && line !== 0 && line !== APART) {
      this.#keep(unpacked(line));
      ledger.line = 0;
    }
  }

  /**
   * The key of the message that a row tells of which names none: equal rows of a file are told apart by how many came before,
   * so that a file given twice tells of the same messages. `high`, `low`: what stands for the row's text.
   */
  unnamed(high: number, low: number): MessageKey {
    const ledger = this.#ledger;
    ledger.claim(high, low);
    this.#adding.kernel.enterFile();
    // No row tells of a message with that key, so that its line is free.
    const before = ledger.line;
    ledger.line = before + 1;
    return derivedKey(high, low, before, UNNAMED_ROW);
  }

  #book(flags: number, hops: number, others: number): void {
    const { kernel } = this.#adding;
    if (kernel.bookRow(flags, hops, others) !== 0) {
      return;
    }
    kernel.enterFile();
    const known = this.#rows();
    kernel.bookRows(flags, hops, others, known.hops, known.others);
    if ((flags & FILE_BORDER) !== 0) {
      // Nobody will ask for them any more.
      this.#apart.delete(this.#ledger.keyHigh, this.#ledger.keyLow);
      return;
    }
    this.#keep({ hops: known.hops + hops, others: known.others + others });
    if (this.#ledger.peer === 0) {
      this.#ledger.line = APART;
    }
  }

  #rows(): Readonly<Rows> {
    const { peer, line, keyHigh, keyLow } = this.#ledger;
    return peer === 0 && line !== APART ? unpacked(line) : (this.#apart.get(keyHigh, keyLow) ?? NO_ROWS);
  }

  #keep(rows: Rows): void {
    this.#apart.set(this.#ledger.keyHigh, this.#ledger.keyLow, rows);
    this.#adding.set(Header.isApart, 1);
  }
}

function unpacked(line: number): Rows {
  return { hops: line >>> 16, others: line & OTHERS };
}
