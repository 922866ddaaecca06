// This extension's engine, as its hosts use it.
import { Analysis, type AnalysisOptions } from '../../../src/core/analyze';
import { DEFAULT_THRESHOLDS } from '../../../src/core/insights/thresholds';
import { dayOf } from '../../../src/core/model/day';
import { TLS_STATES } from '../../../src/core/model/tls';
import { readFiles } from '../../../src/core/readFiles';
import type { ConnectorFlow, MailFlowReport } from '../../../src/core/report/report';
import type { WorkerPool } from '../../../src/core/stretch/workerPool';
import { haveOwnProcess } from '../../../src/platform/node/ownProcess';
import { pause } from '../../../src/platform/node/pause';
import { threadReaders } from '../../../src/platform/node/threadReaders';
import { watchEventLoop } from './eventLoop';

interface Job {
  readonly files: readonly string[];
  readonly threads: number;
  readonly watchesSlices: boolean;
  readonly isCold: boolean;
}

type Figure = readonly [direction: string, connector: string, day: string, state: number, messages: number];

const OPTIONS: AnalysisOptions = {
  missingTlsMeansNone: false,
  dateOrder: 'monthFirst',
  // After every export that is generated, whatever the machine's clock says.
  today: dayOf(Date.UTC(2030, 0, 1)),
  thresholds: DEFAULT_THRESHOLDS,
  typeOf: () => 'Unknown',
};

/** Unless it is to be cold, its threads run before it is measured, as those of the others do; they have read nothing. */
export async function prepare({ files, threads, watchesSlices, isCold }: Job) {
  // As in a terminal.
  haveOwnProcess();
  const started = isCold ? undefined : await startedReaders(threads);
  return async () => {
    const began = performance.now();
    const readers = started ?? newReaders(threads);
    let firstFigures: number | undefined;
    const stopWatching = watchEventLoop(watchesSlices);
    const report = await analyze(files, readers, (partial) => {
      if (firstFigures === undefined && [...figuresOf(partial())].length > 0) {
        firstFigures = performance.now() - began;
      }
    });
    const seconds = (performance.now() - began) / 1000;
    return {
      seconds,
      firstFigures,
      ...(await stopWatching()),
      answer: { figures: figuresOf(report), internal: report.internal },
    };
  };
}

/** As the extension starts them. */
function newReaders(threads: number): WorkerPool {
  const readers = threadReaders(OPTIONS, threads);
  readers.start();
  return readers;
}

/** All of them have answered. */
async function startedReaders(threads: number): Promise<WorkerPool> {
  const readers = newReaders(threads);
  const nothing = { location: '', bytes: new Uint8Array(0) };
  await Promise.all(Array.from({ length: threads }, () => readers.list(nothing, true)));
  return readers;
}

/** The one place that knows how the engine is called. */
async function analyze(
  files: readonly string[],
  readers: WorkerPool,
  progress: (partial: () => MailFlowReport) => void,
): Promise<MailFlowReport> {
  const analysis = new Analysis(files, OPTIONS);
  const surroundings = {
    pause,
    isCancelled: () => false,
    onProgress: () => progress(() => analysis.partialReport()),
  };
  const inputs = files.map((file) => ({ location: file }));
  await readFiles(analysis, inputs, readers, surroundings);
  await analysis.finish(surroundings);
  readers.dispose();
  return analysis.report();
}

function* figuresOf({ connectors }: MailFlowReport): Generator<Figure> {
  for (const connector of connectors) {
    for (const { date, tls } of connector.days) {
      for (const state of TLS_STATES.keys()) {
        const messages = tls[state] ?? 0;
        if (messages > 0) {
          yield [connector.direction, nameOf(connector), date, state, messages];
        }
      }
    }
  }
}

function nameOf({ name, type }: ConnectorFlow): string {
  return name?.toLowerCase() ?? (type === 'NoConnector' ? '(none)' : '(untold)');
}
