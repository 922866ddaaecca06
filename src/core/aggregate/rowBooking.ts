import { Seen } from '../facts/facts';
import type { FileAccount } from '../facts/fileAccount';
import type { MessageKey } from '../model/messageFlow';
import { KeyTable } from '../reading/keyTable';
import { derivedKey } from '../reading/textKey';
import { type MessageLedger, MOST_FILES } from './messageLedger';

/** What rows of the file showed that is being read. */
const FILE_HOP = 1;
const FILE_CROSSING = 2;
/** The file holds the message's hop over the border: what becomes of its rows is known. */
const FILE_BORDER = 4;
/** In place of a line the ledger keeps two numbers of rows below this one, that of hops multiplied by it … */
const MANY = 0xffff;
/** … or says that they are apart. */
const APART = 0xffffffff;
/** Has a part in the key of a row that names no message. */
const UNNAMED_ROW = 0x726f7721;

/** Rows of a message in the file that is being read: internal hops, and others. */
interface Rows {
  hops: number;
  others: number;
}

/**
 * Books a trace's rows that are no hop over the border. What becomes of them only the whole file tells: they are events of
 * a message whose border hop it holds (`otherEvent`), parts of an internal message, or `noBorderHop`. So they are booked
 * by what is known, and booked anew when more is. How many rows there are is needed until the border hop comes. A message that
 * is not counted has no line in the ledger, which keeps the numbers in its place.
 */
export class RowBooking {
  readonly #ledger: MessageLedger;
  #account: FileAccount | undefined;
  #file = 1;
  /** Rows by what became of them, that the account does not say yet. */
  #used = 0;
  #otherEvents = 0;
  #noBorderHops = 0;
  /** Rows of the file have been booked. */
  #hasRows = false;
  /** Rows of messages that are counted because of other files, and very many rows. By the ledger's keys. */
  #apart = new KeyTable<Rows>();

  constructor(ledger: MessageLedger) {
    this.#ledger = ledger;
  }

  /** Rows of this file follow; {@link settle} behind them. Works in small steps. */
  *begin(account: FileAccount): Generator<void> {
    if (account === this.#account) {
      return;
    }
    this.#account = account;
    this.#apart = new KeyTable();
    if (!this.#hasRows) {
      return;
    }
    this.#hasRows = false;
    this.#file++;
    if (this.#file > MOST_FILES) {
      this.#file = 1;
      yield* this.#ledger.inSteps(() => this.#ledger.book(0, 0));
    }
  }

  /** Has the account say what was booked since this was called last. */
  settle(): void {
    if (this.#account !== undefined) {
      this.#account.used += this.#used;
      this.#account.leaveOut('otherEvent', this.#otherEvents);
      this.#account.leaveOut('noBorderHop', this.#noBorderHops);
    }
    this.#used = 0;
    this.#otherEvents = 0;
    this.#noBorderHops = 0;
  }

  /** The message that the ledger stands at has its hop over the border in the file. */
  border(): void {
    this.#change(FILE_BORDER, 0, 0);
  }

  /** The message that the ledger stands at has another row in the file, which shows `seen`. */
  row(seen: number): void {
    const isHop = seen === Seen.internalHop;
    const flags = ((seen & Seen.internalHop) === 0 ? 0 : FILE_HOP) | ((seen & Seen.crossing) === 0 ? 0 : FILE_CROSSING);
    this.#change(flags, Number(isHop), Number(!isHop));
  }

  /** The message that the ledger stands at will be counted: its line is no longer there for numbers of rows. */
  makeWay(): void {
    const ledger = this.#ledger;
    const { file, line } = ledger;
    if (file === this.#file && line !== 0 && line !== APART) {
      this.#apart.set(ledger.keyHigh, ledger.keyLow, unpacked(line));
    }
  }

  /**
   * The key of the message that a row tells of which names none: equal rows of a file are told apart by how many came before,
   * so that a file given twice tells of the same messages. `high`, `low`: what stands for the row's text.
   */
  unnamed(high: number, low: number): MessageKey {
    const ledger = this.#ledger;
    ledger.claim(high, low);
    this.#enter();
    // No row tells of a message with that key, so that its line is free.
    const before = ledger.line;
    ledger.line = before + 1;
    return derivedKey(high, low, before, UNNAMED_ROW);
  }

  /** What earlier files showed is of no concern. */
  #enter(): void {
    const ledger = this.#ledger;
    if (ledger.file !== this.#file) {
      this.#hasRows = true;
      ledger.book(this.#file, 0);
      if (ledger.peer === 0) {
        ledger.line = 0;
      }
    }
  }

  #change(flags: number, hops: number, others: number): void {
    this.#enter();
    const before = this.#ledger.fileFlags;
    const now = before | flags;
    if ((before & FILE_BORDER) !== 0) {
      this.#book(before, hops, others);
      return;
    }
    if (now !== before) {
      const rows = this.#rows();
      if (rows !== NO_ROWS) {
        // Not -rows.hops: that may be -0, which no field for whole numbers holds.
        this.#book(before, 0 - rows.hops, 0 - rows.others);
        this.#book(now, rows.hops, rows.others);
      }
      this.#ledger.book(this.#file, now);
    }
    if ((now & FILE_BORDER) !== 0) {
      this.#forget();
    } else {
      this.#add(hops, others);
    }
    this.#book(now, hops, others);
  }

  #rows(): Readonly<Rows> {
    const ledger = this.#ledger;
    const { peer, line } = ledger;
    if (peer === 0 && line !== APART) {
      return line === 0 ? NO_ROWS : unpacked(line);
    }
    return this.#apart.get(ledger.keyHigh, ledger.keyLow) ?? NO_ROWS;
  }

  #add(hops: number, others: number): void {
    const ledger = this.#ledger;
    const { peer, line } = ledger;
    if (peer === 0 && line !== APART) {
      if ((line >>> 16) + hops < MANY && (line & MANY) + others < MANY) {
        ledger.line = line + hops * (MANY + 1) + others;
        return;
      }
      ledger.line = APART;
      this.#apart.set(ledger.keyHigh, ledger.keyLow, unpacked(line));
    }
    const rows = this.#apart.get(ledger.keyHigh, ledger.keyLow) ?? { hops: 0, others: 0 };
    rows.hops += hops;
    rows.others += others;
    this.#apart.set(ledger.keyHigh, ledger.keyLow, rows);
  }

  /** Nobody will ask for the rows of the message any more. */
  #forget(): void {
    if (this.#apart.size > 0) {
      this.#apart.delete(this.#ledger.keyHigh, this.#ledger.keyLow);
    }
  }

  #book(flags: number, hops: number, others: number): void {
    if ((flags & FILE_BORDER) !== 0) {
      this.#otherEvents += hops + others;
    } else if (flags === FILE_HOP) {
      this.#used += hops;
      this.#otherEvents += others;
    } else {
      this.#noBorderHops += hops + others;
    }
  }
}

const NO_ROWS: Readonly<Rows> = { hops: 0, others: 0 };

function unpacked(line: number): Rows {
  return { hops: line >>> 16, others: line & MANY };
}
