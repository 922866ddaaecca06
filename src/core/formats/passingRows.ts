import { Seen } from '../aggregate/messageLedger';
import type { MessageKey } from '../model/messageFlow';
import type { FormatContext } from './format';

interface Passing {
  readonly key: MessageKey;
  rows: number;
  internalRows: number;
  seen: number;
  /** The file holds its hop over the border. */
  crossed: boolean;
}

/**
 * A trace's rows that are no hop over the border, by message, until the end of the file tells whether the message has
 * such a hop: only then are they an event of a counted message, a part of an internal one, or left out as `noBorderHop`.
 */
export class PassingRows {
  readonly #context: FormatContext;
  readonly #messages = new Map<number, Passing>();

  constructor(context: FormatContext) {
    this.#context = context;
  }

  /** Notes that the file holds the message's hop over the border. */
  crossed(key: MessageKey): void {
    this.#of(key).crossed = true;
  }

  /** Notes another row. `seen`: what it shows of the message's way, bits of {@link Seen}. */
  add(key: MessageKey, seen: number): void {
    const passing = this.#of(key);
    passing.rows++;
    passing.internalRows += seen === Seen.internalHop ? 1 : 0;
    passing.seen |= seen;
  }

  #of(key: MessageKey): Passing {
    const id = key.high * 0x200000 + (key.low >>> 11);
    let passing = this.#messages.get(id);
    if (passing === undefined) {
      passing = { key, rows: 0, internalRows: 0, seen: 0, crossed: false };
      this.#messages.set(id, passing);
    }
    return passing;
  }

  /** Books the rows at the end of the file. */
  *end(): Generator<void> {
    const { account, flow } = this.#context;
    for (const { key, rows, internalRows, seen, crossed } of this.#messages.values()) {
      flow.see(key, seen);
      if (crossed) {
        account.leaveOut('otherEvent', rows);
      } else if (seen === Seen.internalHop) {
        account.used += internalRows;
        account.leaveOut('otherEvent', rows - internalRows);
      } else {
        account.leaveOut('noBorderHop', rows);
      }
      yield;
    }
    this.#messages.clear();
  }
}
