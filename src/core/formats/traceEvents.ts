import { Seen } from '../facts/facts';
import type { ColumnPlan, Slot } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';
import type { Entity } from './customDataFacts';
import { WordColumn } from './wordColumn';

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
  readonly #directionality: WordColumn<Directionality>;
  readonly #events = new Map<number, TraceEvent>();

  constructor(plan: ColumnPlan, source: number, event: number, directionality: number) {
    this.#source = plan.name(source);
    this.#event = plan.name(event);
    this.#directionality = new WordColumn(plan, directionality, directionalityOf);
  }

  /** Where a row holds what all of this goes by. */
  get names(): readonly Slot[] {
    return [this.#source, this.#event, this.#directionality.slot];
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

  /**
   * What a row that is no hop over the border tells of the message's way: bits of `Seen`. `from`: where the mail came from,
   * as custom data tells; `isOutside`: another item has told that it crossed the border.
   */
  seen(record: RecordCursor, from: Entity, isOutside: boolean): number {
    const directionality = this.directionality(record);
    if (isOutside || from === 'outside' || (directionality === 'incoming' && from !== 'hosted')) {
      return Seen.crossing;
    }
    const isHop = this.of(record) !== 'other';
    return isHop && (from === 'hosted' || directionality === 'originating') ? Seen.internalHop : 0;
  }

  directionality(record: RecordCursor): Directionality {
    return this.#directionality.of(record);
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
