import { NumberList } from '../../facts/numberList';
import { EventKind, LogEvent, UNPROVED } from './logEvent';

const NUMBERS = 9;

/** Messages of one file without a TLS line, kept small: a log that tells no TLS at all has nothing else. */
export class HopList {
  readonly #numbers = new NumberList(0);
  readonly #base: number;

  /** `base`: rank of the line before the file's first one. */
  constructor(base: number) {
    this.#base = base;
  }

  get length(): number {
    return this.#numbers.length / NUMBERS;
  }

  push(hop: LogEvent): void {
    const at = this.#numbers.claim(NUMBERS);
    const { numbers } = this.#numbers;
    numbers[at] = hop.direction === 'inbound' ? 0 : 1;
    numbers[at + 1] = hop.idHigh;
    numbers[at + 2] = hop.idLow;
    numbers[at + 3] = hop.service;
    numbers[at + 4] = hop.peer;
    numbers[at + 5] = hop.sender;
    numbers[at + 6] = hop.place - this.#base;
    numbers[at + 7] = hop.day;
    numbers[at + 8] = hop.millisecond;
  }

  /** The messages from a position on, all as one object: it means another one after each step. */
  *from(position: number): Generator<LogEvent> {
    const hop = new LogEvent(EventKind.message);
    hop.state = UNPROVED;
    for (let at = position * NUMBERS; at < this.#numbers.length; at += NUMBERS) {
      const { numbers } = this.#numbers;
      hop.direction = numbers[at] === 0 ? 'inbound' : 'outbound';
      hop.idHigh = numbers[at + 1] as number;
      hop.idLow = numbers[at + 2] as number;
      hop.service = numbers[at + 3] as number;
      hop.peer = numbers[at + 4] as number;
      hop.sender = numbers[at + 5] as number;
      hop.place = (numbers[at + 6] as number) + this.#base;
      hop.day = numbers[at + 7] as number;
      hop.millisecond = numbers[at + 8] as number;
      yield hop;
    }
  }
}
