import type { Analysis } from '../../src/core/analyze';
import { Analysis as AnAnalysis, type AnalysisOptions } from '../../src/core/analyze';
import { readHere } from '../../src/core/readHere';
import type { MailFlowReport } from '../../src/core/report/report';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import type { StretchTask } from '../../src/core/stretch/readers';
import type { StretchPart } from '../../src/core/stretch/stretch';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import type { Random } from '../generate/random';
import { OPTIONS } from './analyzing';

const scanning = ownScanning();

/** Options under which a report tells as many lines as it can: every message of TLS 1.0 is worth a warning. */
export const TELLING: AnalysisOptions = { ...OPTIONS, thresholds: { share: 0, messages: 0 }, typeOf: () => 'Partner' };

/** A file that is wholly in memory. */
export interface WholeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What came of reading files in stretches. */
export interface Stretched {
  readonly report: MailFlowReport;
  /** Stretches whose beginning was guessed rightly, and those that were read again. */
  readonly right: number;
  readonly wrong: number;
}

/** The report of files that the universal reader reads as a whole: what every other way has to give too. */
export async function wholeReport(files: readonly WholeFile[], options: AnalysisOptions): Promise<MailFlowReport> {
  const pause = (): Promise<void> => Promise.resolve();
  const analysis = new AnAnalysis(
    files.map(({ path }) => path),
    options,
  );
  for (const [index, { path, bytes }] of files.entries()) {
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes;
    };
    await readHere(analysis, index, { path, open }, { pause, isCancelled: () => false });
  }
  await analysis.finish({ pause });
  return shown(analysis.report());
}

/** The report of files that are read in stretches which end at `places`, as FileStretches does with larger ones. */
export async function stretchedReport(
  files: readonly WholeFile[],
  options: AnalysisOptions,
  placesIn: (bytes: Uint8Array) => readonly number[],
): Promise<Stretched> {
  const analysis = new AnAnalysis(
    files.map(({ path }) => path),
    options,
  );
  let [right, wrong] = [0, 0];
  for (const [index, file] of files.entries()) {
    const reading = new StretchedFile(analysis, index, file);
    reading.read(placesIn(file.bytes));
    right += reading.right;
    wrong += reading.wrong;
  }
  await analysis.finish({ pause: () => Promise.resolve() });
  return { report: shown(analysis.report()), right, wrong };
}

/** Ends of stretches of about `size` bytes. Whole code units, as larger stretches have them. */
export function somePlaces(length: number, size: number, random: Random): number[] {
  const places: number[] = [];
  for (let at = 2 * random.integer(1, size); at < length; at += 2 * random.integer(1, size)) {
    places.push(at);
  }
  return places;
}

/** Problems of the same line may come in any order. */
export function shown(report: MailFlowReport): MailFlowReport {
  const files = report.files.map((file) => ({
    ...file,
    problems: file.problems.toSorted((a, b) => a.line - b.line || (a.reason < b.reason ? -1 : 1)),
  }));
  return { ...report, files };
}

class StretchedFile {
  right = 0;
  wrong = 0;
  readonly #analysis: Analysis;
  readonly #file: number;
  readonly #whole: WholeFile;
  readonly #worker: StretchWorker;
  #end = 0;
  #state: string | undefined;
  #width = 0;

  constructor(analysis: Analysis, file: number, whole: WholeFile) {
    this.#analysis = analysis;
    this.#file = file;
    this.#whole = whole;
    const open = (): MemoryBytes => new MemoryBytes(whole.bytes);
    this.#worker = new StretchWorker(
      { scanning, inflateKernel: newInflateKernel, open, isCancelled: () => false },
      analysis.options,
    );
  }

  read(places: readonly number[]): void {
    const { path, bytes } = this.#whole;
    const [first = bytes.length, ...others] = places;
    const input = { location: path };
    const { beginning, parts } = this.#worker.begin(input, first);
    if (!this.#analysis.begin(this.#file, beginning) || beginning.kind === undefined) {
      return;
    }
    this.#accept(parts);
    const [state, width] = [this.#state, this.#width];
    const task = { input, kind: beginning.kind, width, isUniversal: false };
    let from = first;
    for (const to of parts.length === 0 ? [bytes.length] : [...others, bytes.length]) {
      if (to > this.#end) {
        const guess = this.#partsOf({ ...task, from, to, isExact: from === this.#end, state: state ?? '' });
        if (parts.length > 0 && guess[0]?.start === this.#end && state === this.#state) {
          this.right++;
          this.#accept(guess);
        } else {
          this.wrong++;
          this.#accept(
            this.#partsOf({ ...task, from: this.#end, to, isExact: true, state: this.#state, width: this.#width }),
          );
        }
      }
      from = to;
    }
    for (const _ of this.#analysis.settle()) {
      // No pause.
    }
    this.#analysis.end(this.#file);
  }

  #partsOf(task: StretchTask): StretchPart[] {
    const parts: StretchPart[] = [];
    this.#worker.read(task, (part) => parts.push(part));
    return parts;
  }

  #accept(parts: readonly StretchPart[]): void {
    for (const part of parts) {
      this.#end = part.end;
      this.#state = part.state;
      this.#width = part.width;
      for (const _ of this.#analysis.add(this.#file, part)) {
        // No pause.
      }
    }
  }
}
