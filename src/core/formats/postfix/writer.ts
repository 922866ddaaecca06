import type { RecordCursor } from '../../reading/recordCursor';
import type { LinePrefix } from './linePrefix';
import type { Program } from './programs';

/** In a number of a host's and a program's names. */
const HALF = 0x4000000;

/** Who wrote the line that is read: keys of the process and of its host, and the number of host and program. */
export class Writer {
  readonly #prefix: LinePrefix;
  readonly #services = new Map<number, number>();
  /** Those of the line before. */
  #host = -1;
  #program = -1;
  #hostHigh = 0;
  #hostLow = 0;
  /** Halves of the key of the process and its host. */
  high = 0;
  low = 0;
  /** Number of the host and the program, without the process. */
  service = -1;

  constructor(prefix: LinePrefix) {
    this.#prefix = prefix;
  }

  /** Looks at a line: its program, and halves of its tag's key. */
  look(record: RecordCursor, program: Program, high: number, low: number): void {
    const prefix = this.#prefix;
    const host = prefix.host(record);
    if (host !== this.#host || program.name !== this.#program) {
      const key = prefix.hostKey(record, host);
      this.#host = host;
      this.#program = program.name;
      this.#hostHigh = key.high | 0;
      this.#hostLow = key.low | 0;
      this.service = this.#serviceOf(record, host, program);
    }
    this.high = high ^ this.#hostHigh;
    this.low = low ^ this.#hostLow;
    if (prefix.pid >= 0) {
      this.high ^= prefix.low(record, prefix.pid);
      this.low ^= prefix.high(record, prefix.pid);
    }
  }

  /** Halves of the key of the queue id that the line begins with, and its host. */
  idHigh(record: RecordCursor): number {
    return this.#prefix.high(record, this.#prefix.message) ^ this.#hostHigh;
  }

  idLow(record: RecordCursor): number {
    return this.#prefix.low(record, this.#prefix.message) ^ this.#hostLow;
  }

  #serviceOf({ names }: RecordCursor, host: number, program: Program): number {
    const pair = host * HALF + program.name;
    let service = this.#services.get(pair);
    if (service === undefined) {
      service = names.of(`${names.text(host).toLowerCase()} ${names.text(program.name)}`);
      this.#services.set(pair, service);
    }
    return service;
  }
}
