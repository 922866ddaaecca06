import { Seen } from '../facts/facts';
import type { FileAccount } from '../facts/fileAccount';
import type { MessageKey } from '../model/messageFlow';
import { derivedKey } from '../reading/textKey';
import type { LedgerSegment, MessageLedger } from './messageLedger';

/** Flags in the ledger beside {@link Seen}: what rows of the file showed that is being read. */
const FILE_HOP = 4;
const FILE_CROSSING = 8;
/** The file holds the message's hop over the border. */
const FILE_BORDER = 16;
const FILE_FLAGS = FILE_HOP | FILE_CROSSING | FILE_BORDER;
/** Files are told apart by a number of one byte, 0 standing for none. */
const MOST_FILES = 255;
/** The two kinds of rows share a byte: up to so many of each, the others apart. */
const MOST_ROWS = 15;
/** Equal rows have the byte to themselves. */
const MOST_EQUAL = 255;
/** Has a part in the key of a row that names no message. */
const UNNAMED_ROW = 0x726f7721;

/**
 * Books a trace's rows that are no hop over the border. What becomes of them only the whole file tells: they are events of
 * a message whose border hop it holds (`otherEvent`), parts of an internal message, or `noBorderHop`. So they are booked
 * by what is known, and booked anew when more is.
 */
export class RowBooking {
  readonly #ledger: MessageLedger;
  #account: FileAccount | undefined;
  #file = 0;
  /** Rows beyond {@link MOST_ROWS}, by the message's key: of internal hops, and others. */
  readonly #more = new Map<string, { hops: number; others: number }>();
  /** Equal rows beyond {@link MOST_EQUAL}, by key. */
  readonly #moreEqual = new Map<string, number>();

  constructor(ledger: MessageLedger) {
    this.#ledger = ledger;
  }

  /** Rows of this file follow. */
  begin(account: FileAccount): void {
    if (account === this.#account) {
      return;
    }
    this.#account = account;
    this.#more.clear();
    this.#moreEqual.clear();
    this.#file++;
    if (this.#file > MOST_FILES) {
      this.#file = 1;
      this.#ledger.forEach((segment, slot) => {
        segment.setBooked(slot, 0);
      });
    }
  }

  /** The message at the ledger's place has its hop over the border in the file. */
  border(): void {
    this.#change(FILE_BORDER, 0, 0);
  }

  /** The message at the ledger's place has another row in the file, which shows `seen`. */
  row(seen: number): void {
    const isHop = seen === Seen.internalHop;
    const flags = ((seen & Seen.internalHop) === 0 ? 0 : FILE_HOP) | ((seen & Seen.crossing) === 0 ? 0 : FILE_CROSSING);
    this.#change(flags, Number(isHop), Number(!isHop));
  }

  /**
   * The key of the message that a row tells of which names none: equal rows of a file are told apart by how many came before,
   * so that a file given twice tells of the same messages. `high`, `low`: what stands for the row's text.
   */
  unnamed(high: number, low: number): MessageKey {
    this.#ledger.claim(high, low);
    const { segment, slot } = this.#ledger;
    if (segment.booked(slot) >>> 8 !== this.#file) {
      segment.setBooked(slot, this.#file << 8);
    }
    let before = segment.booked(slot) & 0xff;
    if (before < MOST_EQUAL) {
      segment.setBooked(slot, segment.booked(slot) + 1);
    } else {
      const key = segment.keyText(slot);
      before += this.#moreEqual.get(key) ?? 0;
      this.#moreEqual.set(key, before + 1 - MOST_EQUAL);
    }
    return derivedKey(high, low, before, UNNAMED_ROW);
  }

  #change(flags: number, hops: number, others: number): void {
    const { segment, slot } = this.#ledger;
    if (segment.booked(slot) >>> 8 !== this.#file) {
      segment.setBooked(slot, this.#file << 8);
      segment.setFlags(slot, segment.flags(slot) & ~FILE_FLAGS);
    }
    const before = segment.flags(slot);
    const now = before | flags;
    if (now !== before) {
      if ((segment.booked(slot) & 0xff) !== 0) {
        this.#bookAll(segment, slot, before, -1);
        this.#bookAll(segment, slot, now, 1);
      }
      segment.setFlags(slot, now);
    }
    if (hops + others > 0) {
      this.#addRow(segment, slot, hops, others);
      this.#book(now, hops, others);
    }
  }

  #addRow(segment: LedgerSegment, slot: number, hops: number, others: number): void {
    const booked = segment.booked(slot);
    const isFull = hops > 0 ? ((booked >> 4) & 15) === MOST_ROWS : (booked & 15) === MOST_ROWS;
    if (!isFull) {
      segment.setBooked(slot, booked + hops * 16 + others);
      return;
    }
    const key = segment.keyText(slot);
    const more = this.#more.get(key) ?? { hops: 0, others: 0 };
    more.hops += hops;
    more.others += others;
    this.#more.set(key, more);
  }

  /** Books all rows of a message, or takes them back. */
  #bookAll(segment: LedgerSegment, slot: number, flags: number, sign: 1 | -1): void {
    const rows = segment.booked(slot) & 0xff;
    const isMore = this.#more.size > 0 && (rows >> 4 === MOST_ROWS || (rows & 15) === MOST_ROWS);
    const more = isMore ? this.#more.get(segment.keyText(slot)) : undefined;
    this.#book(flags, sign * ((rows >> 4) + (more?.hops ?? 0)), sign * ((rows & 15) + (more?.others ?? 0)));
  }

  #book(flags: number, hops: number, others: number): void {
    const account = this.#account as FileAccount;
    if ((flags & FILE_BORDER) !== 0) {
      account.leaveOut('otherEvent', hops + others);
    } else if ((flags & FILE_FLAGS) === FILE_HOP) {
      account.used += hops;
      account.leaveOut('otherEvent', others);
    } else {
      account.leaveOut('noBorderHop', hops + others);
    }
  }
}
