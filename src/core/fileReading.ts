import type { MailFlow } from './aggregate/mailFlow';
import type { FileAccount } from './formats/fileAccount';
import type { CountingOptions, Format, FormatReader } from './formats/format';
import { recognize } from './formats/formats';
import type { SessionStore } from './formats/protocolLog/sessionStore';
import { type FileStart, readFileStart, START_BYTES, shownStart } from './reading/fileStart';
import { type ByteSource, chain, piecesOf, takeStart } from './reading/pieces';
import type { RecordSink } from './reading/recordReader';
import { type RecordSource, TextRecords } from './reading/recordSource';
import type { Scanning } from './reading/scanner/kernel';
import { isScannable, ScanReader } from './reading/scanner/scanReader';
import { Slices, type Surroundings } from './surroundings';

/** What the files of an analysis are read into. */
export interface ReadingTarget {
  readonly flow: MailFlow;
  readonly sessions: SessionStore;
  readonly options: CountingOptions;
  /** The fast way to records, where the host has it. */
  readonly scanning: Scanning | undefined;
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
    const shown = readFileStart(start);
    const { encoding, text } = shown;
    account.encoding = encoding.encoding;
    const format = encoding.binary ? undefined : recognize(shown);
    if (format === undefined) {
      account.problem(1, encoding.binary ? 'binaryFile' : 'unknownFormat', shownStart(text));
      return;
    }
    // Recognising runs code for the first time, and so will reading: not both without a pause between them.
    await surroundings.pause();
    const reading = new KnownFile(account, format, shown, target);
    await reading.read(chain(start, pieces), surroundings);
  } finally {
    // Closes the file, also where nothing more of it was wanted.
    await pieces.return(undefined);
  }
}

/** A file whose format is known, on its way through the pipeline. */
class KnownFile {
  readonly #account: FileAccount;
  readonly #reader: FormatReader;
  readonly #source: RecordSource;
  #records = 0;

  constructor(account: FileAccount, format: Format, { encoding, dialect }: FileStart, target: ReadingTarget) {
    this.#account = account;
    account.format = format.id;
    this.#reader = format.open({ account, ...target });
    const sink: RecordSink = {
      record: (record) => {
        this.#records += this.#reader.record(record) ? 1 : 0;
      },
      malformed: (line, reason) => {
        this.#records++;
        account.reject(line, reason);
      },
      invalid: (line) => account.problem(line, 'invalidUtf8'),
    };
    this.#source =
      target.scanning !== undefined && isScannable(encoding, dialect)
        ? new ScanReader(target.scanning, encoding, dialect, sink)
        : new TextRecords(encoding, dialect, sink);
  }

  async read(pieces: AsyncIterable<Uint8Array>, surroundings: Surroundings): Promise<void> {
    const slices = new Slices(surroundings);
    try {
      if (await this.#readAll(pieces, surroundings, slices)) {
        this.#source.end();
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
      this.#source.push(bytes);
      bytesRead += bytes.length;
      surroundings.onProgress?.(this.#account.index, bytesRead);
      await slices.rest();
      if (surroundings.isCancelled()) {
        return false;
      }
    }
    return true;
  }
}
