// What runs in a browser's page for readingWorker.test.mjs: reads exports with the reading worker, as the extension does.
import { Analysis, type AnalysisOptions } from '../../src/core/analyze';
import { expandFiles } from '../../src/core/expandFiles';
import { DEFAULT_THRESHOLDS } from '../../src/core/insights/thresholds';
import { dayOf } from '../../src/core/model/day';
import { readFiles } from '../../src/core/readFiles';
import { reportJson } from '../../src/core/report/json';
import type { FileInput } from '../../src/core/stretch/readers';
import { pause } from '../../src/platform/web/pause';
import { workerReaders } from '../../src/platform/web/workerReaders';

const OPTIONS: AnalysisOptions = {
  missingTlsMeansNone: false,
  dateOrder: 'monthFirst',
  today: dayOf(Date.now()),
  thresholds: DEFAULT_THRESHOLDS,
  typeOf: () => 'Unknown',
};

/** A file by its name in reports, where it lies, and the address of its bytes. */
interface NamedFile {
  readonly path: string;
  readonly location: string;
  readonly address: string;
}

/** The JSON report of files. `script`: the address of the reading worker. */
async function report(script: string, files: readonly NamedFile[]): Promise<object> {
  const named = await Promise.all(files.map(async (file) => ({ path: file.path, input: await inputOf(file) })));
  const readers = workerReaders(OPTIONS, script, pause);
  const expanded = await expandFiles(named, readers);
  const analysis = new Analysis(
    expanded.map(({ path }) => path),
    OPTIONS,
  );
  const inputs = expanded.map(({ input }) => input);
  await readFiles(analysis, inputs, readers, { pause, isCancelled: () => false });
  await analysis.finish({ pause });
  readers.dispose();
  return reportJson(analysis.report());
}

/**
 * Reads a log, as often as it takes to be so many bytes, and cancels after `after` ms: how long it took to stop in ms, and what
 * had been read then.
 */
async function cancelling(script: string, address: string, bytes: number, after: number): Promise<object> {
  const log = await inputOf({ path: '', location: 'long.log', address });
  const long = new Uint8Array(Math.max(bytes, log.bytes.length));
  for (let at = 0; at < long.length; at += log.bytes.length) {
    long.set(log.bytes.subarray(0, long.length - at), at);
  }
  const readers = workerReaders(OPTIONS, script, pause);
  const files = await expandFiles([{ path: 'long.log', input: { location: 'long.log', bytes: long } }], readers);
  const analysis = new Analysis(['long.log'], OPTIONS);
  let cancelled = 0;
  const inputs = files.map(({ input }) => input);
  const reading = readFiles(analysis, inputs, readers, { pause, isCancelled: () => cancelled > 0 });
  await new Promise((done) => setTimeout(done, after));
  cancelled = performance.now();
  readers.cancel();
  await reading;
  const took = performance.now() - cancelled;
  readers.dispose();
  const [file] = analysis.report().files;
  return { took, file };
}

async function inputOf({ location, address }: NamedFile): Promise<FileInput & { bytes: Uint8Array }> {
  return { location, bytes: new Uint8Array(await (await fetch(address)).arrayBuffer()) };
}

Object.assign(globalThis, { report, cancelling });
