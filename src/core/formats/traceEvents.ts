import type { ColumnPlan, Slot } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';

/** What a trace's row tells by source and event: a message came in, or left, over SMTP (surely to outside, or not); another hop; or none. */
export type TraceEvent = 'receive' | 'sendExternal' | 'send' | 'hop' | 'other';

/** Traces and tracking logs use words, the documentation numbers. */
export type Directionality = 'incoming' | 'originating' | 'other';

const DIRECTIONALITIES: readonly [RegExp, Directionality][] = [
  [/^(incoming|inbound|1)$/i, 'incoming'],
  [/^(originating|outbound|2)$/i, 'originating'],
];
const SMTP_EVENTS: ReadonlyMap<string, TraceEvent> = new Map<string, TraceEvent>([
  ['SMTP RECEIVE', 'receive'],
  ['SMTP SEND', 'send'],
  ['SMTP SENDEXTERNAL', 'sendExternal'],
]);
/** More numbers of names than one half of a combined number holds are never given to so few different words. */
const HALF = 0x4000000;

/** The event of a row, read once for each pair of words. */
export class TraceEvents {
  readonly #source: Slot;
  readonly #event: Slot;
  readonly #directionality: Slot;
  readonly #events = new Map<number, TraceEvent>();
  readonly #directionalities = new Map<number, Directionality>();

  constructor(plan: ColumnPlan, source: number, event: number, directionality: number) {
    this.#source = plan.name(source);
    this.#event = plan.name(event);
    this.#directionality = plan.name(directionality);
  }

  /** Where a row holds what all of this goes by. */
  get names(): readonly Slot[] {
    return [this.#source, this.#event, this.#directionality];
  }

  of(record: RecordCursor): TraceEvent {
    const source = record.name(this.#source);
    const name = record.name(this.#event);
    const pair = source * HALF + name;
    let event = this.#events.get(pair);
    if (event === undefined) {
      event = eventOf(record.names.text(source), record.names.text(name));
      this.#events.set(pair, event);
    }
    return event;
  }

  directionality(record: RecordCursor): Directionality {
    const name = record.name(this.#directionality);
    let found = this.#directionalities.get(name);
    if (found === undefined) {
      found = directionalityOf(record.names.text(name));
      this.#directionalities.set(name, found);
    }
    return found;
  }
}

/** A trace's word for where a message began. */
export function directionalityOf(text: string): Directionality {
  return DIRECTIONALITIES.find(([words]) => words.test(text))?.[1] ?? 'other';
}

function eventOf(source: string, event: string): TraceEvent {
  const text = `${source} ${event}`.toUpperCase();
  return SMTP_EVENTS.get(text) ?? (/^(SMTP|STOREDRIVER) /.test(text) ? 'hop' : 'other');
}
