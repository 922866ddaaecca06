import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';

/** Counts the rows of a message tracking log that tell of mail, by route and day: protocol logs may tell the same mail. */
export class TrackedRows {
  readonly #flows: readonly (Flow | undefined)[];
  /** By route: rows by day; none for routes of other exports. */
  readonly #rows: readonly (Map<number, number> | undefined)[];

  /** `flows`: by route. */
  constructor(flows: readonly (Flow | undefined)[]) {
    this.#flows = flows;
    this.#rows = flows.map((flow) => (flow === undefined || flow.trackedBy === null ? undefined : new Map()));
  }

  add(route: number, day: number): void {
    const rows = this.#rows[route];
    rows?.set(day, (rows.get(day) ?? 0) + 1);
  }

  /** Hands over what was counted of a file. */
  note(to: MailFlow, file: number): void {
    for (const [route, days] of this.#rows.entries()) {
      const flow = this.#flows[route];
      for (const [day, rows] of days ?? []) {
        to.protocolTwins.lesser(flow?.direction ?? 'inbound', flow?.trackedBy ?? '', [day], file, rows);
      }
    }
  }
}
