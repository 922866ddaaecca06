import type { Dialect } from './dialect';
import type { EncodingGuess } from './encoding';
import { RecordReader, type RecordSink } from './recordReader';
import { type DecodedText, TextDecoding } from './textDecoding';

/** Turns a file's bytes into records, piece by piece, and hands them to a sink. */
export interface RecordSource {
  push(bytes: Uint8Array): void;
  /** The file has ended: the last record may lack its line break. */
  end(): void;
}

/** The universal way: every encoding and dialect, all bytes to text, papaparse to records. */
export class TextRecords implements RecordSource {
  readonly #decoding: TextDecoding;
  readonly #reader: RecordReader;
  readonly #sink: RecordSink;

  /** `line`: that of the first byte that is pushed. */
  constructor(guess: EncodingGuess, dialect: Dialect, sink: RecordSink, line = 1) {
    this.#decoding = new TextDecoding(guess);
    this.#reader = new RecordReader(dialect, sink, line);
    this.#sink = sink;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#decoding.push(bytes));
  }

  end(): void {
    this.#read(this.#decoding.end());
    this.#reader.end();
  }

  #read({ text, invalidAt }: DecodedText): void {
    if (invalidAt !== undefined) {
      this.#sink.invalid(this.#reader.lineAhead(text, invalidAt));
    }
    this.#reader.push(text);
  }
}
