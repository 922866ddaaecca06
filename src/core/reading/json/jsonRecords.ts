import type { EncodingGuess } from '../encoding';
import { FieldsCursor } from '../fieldsCursor';
import { Names } from '../names';
import type { RecordSink } from '../recordCursor';
import type { RecordSource } from '../recordSource';
import { type DecodedText, TextDecoding } from '../textDecoding';
import { flatten } from './flatten';
import { type FoundObject, ObjectScanner } from './objectScanner';

/** An object longer than this many characters is left out. */
export const LONGEST_OBJECT = 1 << 24;
/** Members beyond so many different ones are not looked at. */
const MOST_TITLES = 1000;

/**
 * The objects of a JSON text as records. Their members' names are the header; where an object has new ones, a longer header
 * comes before it (`isHeader`).
 */
export class JsonRecords implements RecordSource {
  readonly names = new Names();
  readonly #decoding: TextDecoding;
  readonly #sink: RecordSink;
  readonly #scanner: ObjectScanner;
  readonly #record = new FieldsCursor(this.names);
  readonly #positions = new Map<string, number>();

  constructor(guess: EncodingGuess, sink: RecordSink, longest = LONGEST_OBJECT) {
    this.#decoding = new TextDecoding(guess);
    this.#sink = sink;
    this.#scanner = new ObjectScanner(
      {
        object: (found) => this.#object(found),
        stray: (line) => sink.malformed(line, 'badJson'),
        tooLong: (line) => sink.malformed(line, 'recordTooLong'),
      },
      longest,
    );
  }

  get line(): number {
    return this.#scanner.line;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#decoding.push(bytes));
  }

  end(): void {
    this.#read(this.#decoding.end());
    const { unfinished, line } = this.#scanner;
    // An envelope's beginning is no record.
    if (unfinished.trim() !== '') {
      this.#sink.malformed(line, 'truncatedRecord');
    }
  }

  forget(): void {
    this.names.forget();
  }

  #read({ text, invalidAt }: DecodedText): void {
    if (invalidAt !== undefined) {
      this.#sink.invalid(this.#scanner.lineAhead(text, invalidAt));
    }
    this.#scanner.push(text);
  }

  #object({ text, line }: FoundObject): void {
    let object: object;
    try {
      object = JSON.parse(text) as object;
    } catch {
      this.#sink.malformed(line, 'badJson');
      return;
    }
    const before = this.#positions.size;
    const fields: string[] = [];
    flatten(object, (title, cell) => {
      const position = this.#positionOf(title);
      if (position >= 0) {
        fields[position] = cell;
      }
    });
    if (this.#positions.size > before) {
      this.#record.show([...this.#positions.keys()], line, false, this.#sink.plan, true);
      this.#sink.record(this.#record);
    }
    for (let position = 0; position < this.#positions.size; position++) {
      fields[position] ??= '';
    }
    this.#record.show(fields, line, false, this.#sink.plan);
    this.#sink.record(this.#record);
  }

  #positionOf(title: string): number {
    let position = this.#positions.get(title);
    if (position === undefined && this.#positions.size < MOST_TITLES) {
      position = this.#positions.size;
      this.#positions.set(title, position);
    }
    return position ?? -1;
  }
}
