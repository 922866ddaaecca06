import type { MailFlow } from './aggregate/mailFlow';
import type { FileAccount } from './formats/fileAccount';
import type { CountingOptions, Format, FormatReader } from './formats/format';
import { recognize } from './formats/formats';
import type { SessionStore } from './formats/protocolLog/sessionStore';
import type { Dialect } from './reading/dialect';
import { readFileStart, START_BYTES, shownStart } from './reading/fileStart';
import { type ByteSource, chain, piecesOf, takeStart } from './reading/pieces';
import { RecordReader } from './reading/recordReader';
import { type DecodedText, TextDecoding } from './reading/textDecoding';
import { Slices, type Surroundings } from './surroundings';

/** What the files of an analysis are read into. */
export interface ReadingTarget {
  readonly flow: MailFlow;
  readonly sessions: SessionStore;
  readonly options: CountingOptions;
}

/** Reads one file: recognises it by its start, then sends piece after piece through the pipeline. */
export async function readFile(
  account: FileAccount,
  source: ByteSource,
  target: ReadingTarget,
  surroundings: Surroundings,
): Promise<void> {
  const pieces = piecesOf(source);
  try {
    const start = await takeStart(pieces, START_BYTES);
    if (start.length === 0) {
      account.problem(1, 'emptyFile');
      return;
    }
    const { encoding, dialect, text, columns } = readFileStart(start);
    account.encoding = encoding.encoding;
    const format = encoding.binary ? undefined : recognize({ text, columns });
    if (format === undefined) {
      account.problem(1, encoding.binary ? 'binaryFile' : 'unknownFormat', shownStart(text));
      return;
    }
    const reading = new KnownFile(account, format, dialect, new TextDecoding(encoding), target);
    await reading.read(chain(start, pieces), surroundings);
  } finally {
    // Closes the file, also where nothing more of it was wanted.
    await pieces.return(undefined);
  }
}

/** A file whose format is known, on its way through the pipeline. */
class KnownFile {
  readonly #account: FileAccount;
  readonly #decoding: TextDecoding;
  readonly #reader: FormatReader;
  readonly #cutter: RecordReader;
  #records = 0;

  constructor(account: FileAccount, format: Format, dialect: Dialect, decoding: TextDecoding, target: ReadingTarget) {
    this.#account = account;
    this.#decoding = decoding;
    account.format = format.id;
    this.#reader = format.open({ account, ...target });
    this.#cutter = new RecordReader(dialect, {
      record: (record) => {
        this.#records += this.#reader.record(record) ? 1 : 0;
      },
      malformed: (line, reason) => {
        this.#records++;
        account.reject(line, reason);
      },
    });
  }

  async read(pieces: AsyncIterable<Uint8Array>, surroundings: Surroundings): Promise<void> {
    const slices = new Slices(surroundings);
    try {
      if (await this.#readAll(pieces, surroundings, slices)) {
        this.#push(this.#decoding.end());
        this.#cutter.end();
        if (this.#records === 0) {
          this.#account.problem(1, 'headerOnly');
        }
      }
    } finally {
      // Also where the bytes end with an error, or the user stopped: what has been read is counted.
      await slices.all(this.#reader.end());
    }
  }

  /** Reads the pieces; false where it was cancelled before their end. */
  async #readAll(pieces: AsyncIterable<Uint8Array>, surroundings: Surroundings, slices: Slices): Promise<boolean> {
    let bytesRead = 0;
    for await (const bytes of pieces) {
      this.#push(this.#decoding.push(bytes));
      bytesRead += bytes.length;
      surroundings.onProgress?.(this.#account.index, bytesRead);
      await slices.rest();
      if (surroundings.isCancelled()) {
        return false;
      }
    }
    return true;
  }

  #push({ text, invalidAt }: DecodedText): void {
    if (invalidAt !== undefined) {
      this.#account.problem(this.#cutter.lineAhead(text, invalidAt), 'invalidUtf8');
    }
    this.#cutter.push(text);
  }
}
