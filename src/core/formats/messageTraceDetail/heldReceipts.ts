import { type Route, Seen } from '../../facts/facts';
import type { FactsWriter } from '../../facts/factsWriter';
import type { Tls } from '../../model/tls';

/** A row that says that a message was received, and not from where. Numbers are those of `FactsWriter.crossing`. */
export interface Receipt {
  readonly route: Route;
  readonly tls: Tls;
  readonly host: number;
  readonly sender: number;
  readonly cipher: number;
  readonly line: number;
  readonly day: number;
  readonly millisecond: number;
}

/** What other rows of a message tell. */
interface Message {
  readonly high: number;
  readonly low: number;
  /** It was sent from a mailbox: receiving it was no hop over the border. */
  isSubmitted: boolean;
  /** Another row tells how it came in. */
  isIn: boolean;
  readonly receipts: Receipt[];
}

/** Rows whose own data does not tell whether a message came from outside: the message's other rows do. */
export class HeldReceipts {
  readonly #messages = new Map<string, Message>();

  submitted(high: number, low: number): void {
    this.#of(high, low).isSubmitted = true;
  }

  cameIn(high: number, low: number): void {
    this.#of(high, low).isIn = true;
  }

  hold(high: number, low: number, receipt: Receipt): void {
    this.#of(high, low).receipts.push(receipt);
  }

  /** Writes all down, now that every row is known. */
  settle(facts: FactsWriter): void {
    for (const { high, low, isSubmitted, isIn, receipts } of this.#messages.values()) {
      for (const { route, tls, host, sender, cipher, line, day, millisecond } of receipts) {
        if (isSubmitted || isIn) {
          facts.passing(high, low, isSubmitted ? Seen.internalHop : 0, line, day);
        } else {
          facts.account.used++;
          facts.crossing(high, low, route, tls, host, sender, cipher, line, day, millisecond);
        }
      }
    }
    this.#messages.clear();
  }

  #of(high: number, low: number): Message {
    const key = `${high} ${low}`;
    let message = this.#messages.get(key);
    if (message === undefined) {
      message = { high, low, isSubmitted: false, isIn: false, receipts: [] };
      this.#messages.set(key, message);
    }
    return message;
  }
}
