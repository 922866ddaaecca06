import type { Dialect } from './dialect';
import type { EncodingGuess } from './encoding';
import { Names } from './names';
import type { RecordSink } from './recordCursor';
import { RecordReader, type Start } from './recordReader';
import { type DecodedText, TextDecoding } from './textDecoding';

/** Turns a file's bytes into records, piece by piece, and hands them to a sink. */
export interface RecordSource {
  push(bytes: Uint8Array): void;
  /** Hands over what has been read and not been told yet. */
  settle?(): void;
  /** The file has ended: the last record may lack its line break. */
  end(): void;
  /** The line of the next record. */
  readonly line: number;
  /** The texts behind the numbers that cursors give. */
  readonly names: Names;
  /** Forgets those texts: numbers given before mean nothing any more. */
  forget(): void;
}

/** The universal way: every encoding and dialect, all bytes to text, papaparse to records. */
export class TextRecords implements RecordSource {
  readonly #decoding: TextDecoding;
  readonly #reader: RecordReader;
  readonly #sink: RecordSink;
  readonly names: Names;

  constructor(guess: EncodingGuess, dialect: Dialect, sink: RecordSink, start: Start = {}) {
    this.names = start.names ?? new Names();
    this.#decoding = new TextDecoding(guess);
    this.#reader = new RecordReader(dialect, sink, { ...start, names: this.names });
    this.#sink = sink;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#decoding.push(bytes));
  }

  end(): void {
    this.#read(this.#decoding.end());
    this.#reader.end();
  }

  get line(): number {
    return this.#reader.line;
  }

  forget(): void {
    this.names.forget();
  }

  #read({ text, invalidAt }: DecodedText): void {
    if (invalidAt !== undefined) {
      this.#sink.invalid(this.#reader.lineAhead(text, invalidAt));
    }
    this.#reader.push(text);
  }
}
