import { Analysis, type AnalysisOptions } from '../../src/core/analyze';
import { dayOf } from '../../src/core/model/day';
import { readHere } from '../../src/core/readHere';
import type { Scanning } from '../../src/core/reading/scanner/kernel';
import { reportJson } from '../../src/core/report/json';
import type { MailFlowReport } from '../../src/core/report/report';
import type { ReportJson } from './reportContract';

/** A file as a test hands it to the engine: whole, or in the pieces in which it arrives. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array | Iterable<Uint8Array>;
}

/** Every test's today, so that "in the future" means the same tomorrow. */
export const TODAY = '2026-03-31';

export const OPTIONS: AnalysisOptions = {
  missingTlsMeansNone: false,
  dateOrder: 'monthFirst',
  today: dayOf(Date.parse(TODAY)),
  thresholds: { share: 0.01, messages: 10 },
  typeOf: () => 'Unknown',
};

/**
 * `order`: the positions in the order in which the files are read; the report's order stays that of `inputs`. `way`: the
 * fast reader, else the universal one reads. `definitionsFrom`: the first file that is given as connector definitions.
 */
export async function analyze(
  inputs: readonly Input[],
  options: Partial<AnalysisOptions> = {},
  order?: readonly number[],
  way?: Scanning,
  definitionsFrom?: number,
): Promise<MailFlowReport> {
  return (await analysisOf(inputs, options, order, way, definitionsFrom)).report();
}

/** The analysis itself, finished. Parameters as those of {@link analyze}. */
export async function analysisOf(
  inputs: readonly Input[],
  options: Partial<AnalysisOptions> = {},
  order: readonly number[] = inputs.map((_, index) => index),
  way?: Scanning,
  definitionsFrom?: number,
): Promise<Analysis> {
  const pause = (): Promise<void> => Promise.resolve();
  const analysis = new Analysis(
    inputs.map((input) => input.path),
    { ...OPTIONS, ...options },
    definitionsFrom,
  );
  for (const index of order) {
    const { path, bytes } = inputs[index] as Input;
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield* bytes instanceof Uint8Array ? [bytes] : bytes;
    };
    await readHere(analysis, index, { path, open }, { pause, isCancelled: () => false }, way);
  }
  await analysis.finish({ pause });
  return analysis;
}

/** Does all steps of a work. */
export function done<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** The report as JSON, which is what most tests look at. */
export async function reportOf(
  inputs: readonly Input[],
  options: Partial<AnalysisOptions> = {},
  order?: readonly number[],
  way?: Scanning,
  definitionsFrom?: number,
): Promise<ReportJson> {
  const report = await analyze(inputs, options, order, way, definitionsFrom);
  return JSON.parse(JSON.stringify(reportJson(report))) as ReportJson;
}

/** A file of text, in UTF-8. */
export function textInput(text: string, path = 'export.csv'): Input {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** The bytes in pieces of `size`. */
export function* piecesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) {
    yield bytes.subarray(from, from + size);
  }
}

/** What a report counts, without what it says about files: equal for equal mail, however it was read. */
export function figuresOf({ period, directions, internal, connectors }: ReportJson): object {
  return { period, directions, internal, connectors };
}
