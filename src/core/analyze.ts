import { MailFlow } from './aggregate/mailFlow';
import { FileAccount } from './formats/fileAccount';
import type { CountingOptions, Format } from './formats/format';
import { recognize } from './formats/formats';
import { SessionStore } from './formats/protocolLog/sessionStore';
import { readFileStart, START_BYTES, shownStart } from './reading/fileStart';
import { type ByteSource, chain, piecesOf, takeStart } from './reading/pieces';
import { RecordReader } from './reading/recordReader';
import { type DecodedText, TextDecoding } from './reading/textDecoding';
import { buildReport, type ReportOptions } from './report/buildReport';
import type { MailFlowReport } from './report/report';

/** How an analysis works together with the program around it. */
export interface Surroundings {
  /** Lets the program do something else; called at least every {@link SLICE} milliseconds of work. */
  pause(): Promise<void>;
  /** True where what has been read so far is all that is wanted. */
  isCancelled(): boolean;
  /** Told after each piece: the file's position among the sources, and its bytes so far. */
  onProgress?(file: number, bytesRead: number): void;
}

/** How long work may go on without a pause, in milliseconds. */
export const SLICE = 8;

export type AnalysisOptions = CountingOptions & ReportOptions;

/**
 * Reads export files into one aggregate: bytes → text → records → message-flow facts → MailFlow. Never throws on
 * content: what cannot be used is in the report, with its line.
 */
export class Analysis {
  readonly #flow = new MailFlow();
  readonly #accounts: FileAccount[];
  readonly #sessions: SessionStore;
  readonly #options: AnalysisOptions;

  /** `paths`: all files, in the report's order. */
  constructor(paths: readonly string[], options: AnalysisOptions) {
    this.#accounts = paths.map((path, index) => new FileAccount(index, path));
    this.#sessions = new SessionStore(this.#flow, this.#accounts);
    this.#options = options;
  }

  /** Reads the file at a position of the report's order. Files may be read in any order, one after the other. */
  async read(index: number, source: ByteSource, surroundings: Surroundings): Promise<void> {
    const account = this.#accounts[index] as FileAccount;
    try {
      await new FileReading(account, this.#flow, this.#sessions, this.#options).read(source, surroundings);
    } catch (error) {
      account.problem(0, 'unreadable', error instanceof Error ? error.message : String(error));
    }
  }

  /** Counts what only the end of all files decides. */
  async finish(surroundings: Pick<Surroundings, 'pause'>): Promise<void> {
    let since = Date.now();
    for (const _ of this.#sessions.finish()) {
      if (Date.now() - since >= SLICE) {
        await surroundings.pause();
        since = Date.now();
      }
    }
  }

  /** The report of what has been read so far. */
  report(): MailFlowReport {
    return buildReport(this.#flow, this.#accounts, this.#options);
  }
}

/** One file on its way through the pipeline. */
class FileReading {
  readonly #account: FileAccount;
  readonly #flow: MailFlow;
  readonly #sessions: SessionStore;
  readonly #options: AnalysisOptions;

  constructor(account: FileAccount, flow: MailFlow, sessions: SessionStore, options: AnalysisOptions) {
    this.#account = account;
    this.#flow = flow;
    this.#sessions = sessions;
    this.#options = options;
  }

  async read(source: ByteSource, surroundings: Surroundings): Promise<void> {
    const pieces = piecesOf(source);
    const start = await takeStart(pieces, START_BYTES);
    if (start.length === 0) {
      this.#account.problem(1, 'emptyFile');
      return;
    }
    const { encoding, dialect, text, columns } = readFileStart(start);
    this.#account.encoding = encoding.encoding;
    const format = encoding.binary ? undefined : recognize({ text, columns });
    if (format === undefined) {
      this.#account.problem(1, encoding.binary ? 'binaryFile' : 'unknownFormat', shownStart(text));
      return;
    }
    const reading = this.#open(format, dialect);
    const decoding = new TextDecoding(encoding);
    let bytesRead = 0;
    let since = Date.now();
    for await (const bytes of chain(start, pieces)) {
      reading.push(decoding.push(bytes));
      bytesRead += bytes.length;
      surroundings.onProgress?.(this.#account.index, bytesRead);
      if (Date.now() - since >= SLICE) {
        await surroundings.pause();
        since = Date.now();
      }
      if (surroundings.isCancelled()) {
        reading.stop();
        return;
      }
    }
    reading.push(decoding.end());
    reading.end();
  }

  #open(format: Format, dialect: ConstructorParameters<typeof RecordReader>[0]) {
    const account = this.#account;
    account.format = format.id;
    const context = { account, flow: this.#flow, sessions: this.#sessions, options: this.#options };
    const reader = format.open(context);
    let records = 0;
    const cutter = new RecordReader(dialect, {
      record: (record) => {
        records += reader.record(record) ? 1 : 0;
      },
      malformed: (line, reason) => {
        records++;
        account.reject(line, reason);
      },
    });
    return {
      push: ({ text, invalidAt }: DecodedText): void => {
        if (invalidAt !== undefined) {
          account.problem(cutter.lineAhead(text, invalidAt), 'invalidUtf8');
        }
        cutter.push(text);
      },
      /** Ends before the end of the file: what is unfinished is no fault of the file's. */
      stop: (): void => reader.end(),
      end: (): void => {
        cutter.end();
        reader.end();
        if (records === 0) {
          account.problem(1, 'headerOnly');
        }
      },
    };
  }
}
