import type { Facts } from '../facts/facts';
import { DateColumn, type DateOrder, decideOrder } from '../reading/localDate';
import type { FactsOrigin } from './realDays';

/** A part of a file that can be added. */
export interface FilePart {
  readonly facts: Facts;
  readonly origin: FactsOrigin;
}

/**
 * Parts of a file whose dates may be read in two ways wait until one that follows decides, or the file ends: most files say
 * so in their first part.
 */
export class HeldBack {
  #parts: FilePart[] = [];
  #dates = new DateColumn();

  /** The parts that can be added now that this one has come, oldest first. */
  next(part: FilePart, preferred: DateOrder): readonly FilePart[] {
    const { account } = part.origin;
    this.#parts.push(part);
    if (part.facts.dates !== undefined && account.dates === undefined) {
      this.#dates.join(part.facts.dates);
    }
    const { evidence } = this.#dates;
    if (evidence !== undefined && account.dates === undefined) {
      if (evidence.told === undefined) {
        return [];
      }
      account.dates = decideOrder(evidence, preferred);
    }
    return this.#take();
  }

  /** True where parts wait. */
  get isHolding(): boolean {
    return this.#parts.length > 0;
  }

  /** The parts that waited for the end of their file. */
  end(preferred: DateOrder): readonly FilePart[] {
    const { evidence } = this.#dates;
    const account = this.#parts[0]?.origin.account;
    if (account !== undefined && evidence !== undefined) {
      account.dates = decideOrder(evidence, preferred);
      account.problem(0, account.dates.by === 'span' ? 'dateOrderBySpan' : 'dateOrderGuessed', account.dates.order);
    }
    return this.#take();
  }

  #take(): readonly FilePart[] {
    const parts = this.#parts;
    this.#parts = [];
    this.#dates = new DateColumn();
    return parts;
  }
}
