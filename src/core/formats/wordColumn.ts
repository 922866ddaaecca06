import type { ColumnPlan, Slot } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';

/** A column of few different texts, and what each means: worked out once for each. */
export class WordColumn<Meaning> {
  /** Where a row holds the text's number. */
  readonly slot: Slot;
  readonly #meaningOf: (text: string) => Meaning;
  readonly #known = new Map<number, Meaning>();

  /** A missing column (-1) holds empty texts. */
  constructor(plan: ColumnPlan, column: number, meaningOf: (text: string) => Meaning) {
    this.slot = plan.name(column);
    this.#meaningOf = meaningOf;
  }

  /** What the record's text means. */
  of(record: RecordCursor): Meaning {
    const name = record.name(this.slot);
    let meaning = this.#known.get(name);
    if (meaning === undefined) {
      meaning = this.#meaningOf(record.names.text(name));
      this.#known.set(name, meaning);
    }
    return meaning;
  }
}
