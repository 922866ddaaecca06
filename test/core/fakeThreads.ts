import { Analysis, type AnalysisOptions } from '../../src/core/analyze';
import { readFiles } from '../../src/core/readFiles';
import type { MailFlowReport } from '../../src/core/report/report';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { serveRequest } from '../../src/core/stretch/serveRequest';
import type { FileBytes } from '../../src/core/stretch/stretch';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import type { WorkerReply, WorkerRequest } from '../../src/core/stretch/workerMessages';
import {
  type ReadingThread,
  type ThreadHost,
  type ThreadListener,
  WorkerPool,
} from '../../src/core/stretch/workerPool';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import { Random } from '../generate/random';
import { shown, type WholeFile } from './inStretches';

/** Requests are served one at a time, so that all threads can share the kernels. */
const scanning = ownScanning();

/** What goes wrong on threads. */
export interface Mischief {
  readonly seed?: number;
  /** True where serving the request, counted from 1, makes its thread crash. */
  crashesAt?(request: number): boolean;
  /** True where a guess, counted from 1, is read from a wrong place. */
  misleads?(guess: number): boolean;
  /** True where a part of a stretch, counted from 1, does not arrive. */
  loses?(part: number): boolean;
  /** Called before each request is served, with its number. */
  onRequest?(request: number): void;
  /** The bytes of a file as threads see them. */
  open?(file: WholeFile): FileBytes;
}

/** Threads that are none: requests are served on this one, later and in an order that a seed tells. */
export class FakeThreads implements ThreadHost {
  /** Requests served, and threads that were started and not ended. */
  requests = 0;
  running = 0;
  #guesses = 0;
  #parts = 0;
  #isCancelled = false;
  readonly #random: Random;
  readonly #handedOver = new WeakSet<ArrayBuffer>();

  constructor(
    readonly files: readonly WholeFile[],
    readonly options: AnalysisOptions,
    readonly mischief: Mischief = {},
  ) {
    this.#random = new Random(mischief.seed ?? 1);
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  start(listener: ThreadListener): ReadingThread {
    const worker = new StretchWorker(
      {
        scanning,
        inflateKernel: newInflateKernel,
        open: ({ location }) => this.#open(location),
        isCancelled: () => this.#isCancelled,
      },
      this.options,
    );
    let isGone = false;
    let last = Promise.resolve();
    const end = (): void => {
      this.running -= isGone ? 0 : 1;
      isGone = true;
    };
    const serve = async (request: WorkerRequest): Promise<void> => {
      await this.#wait();
      if (isGone) {
        return;
      }
      this.requests++;
      this.mischief.onRequest?.(this.requests);
      if (this.mischief.crashesAt?.(this.requests) === true) {
        end();
        listener.crashed('crashed on purpose');
        return;
      }
      const replies: WorkerReply[] = [];
      serveRequest(worker, this.#misled(request), (reply, buffers) => replies.push(this.#sent(reply, buffers)));
      for (const reply of replies) {
        await this.#wait();
        const isLost = reply.kind === 'part' && this.mischief.loses?.(++this.#parts) === true;
        if (!isGone && !isLost) {
          listener.reply(reply);
        }
      }
    };
    this.running++;
    return {
      post: (request) => {
        last = last.then(() => serve(request));
      },
      // What was given back cannot be looked at any more.
      giveBack: (memory) => {
        serveRequest(worker, structuredClone(memory, { transfer: [...memory.buffers] }), () => {});
      },
      stop: end,
    };
  }

  async #wait(): Promise<void> {
    for (let turns = this.#random.integer(0, 4); turns > 0; turns--) {
      await new Promise((done) => setImmediate(done));
    }
  }

  #open(location: string): FileBytes & { close(): void } {
    const file = this.files.find(({ path }) => path === location);
    if (file === undefined) {
      throw new Error(`no such file: ${location}`);
    }
    const bytes = this.mischief.open?.(file) ?? new MemoryBytes(file.bytes);
    return { size: bytes.size, read: (into, at) => bytes.read(into, at), close: () => {} };
  }

  /** Hands a message over as threads do: what was handed over before cannot be again. */
  #sent(reply: WorkerReply, buffers: ArrayBuffer[]): WorkerReply {
    for (const buffer of buffers) {
      if (this.#handedOver.has(buffer)) {
        throw new Error('A buffer was handed over twice');
      }
      this.#handedOver.add(buffer);
    }
    return structuredClone(reply, { transfer: buffers });
  }

  #misled(request: WorkerRequest): WorkerRequest {
    if (request.kind !== 'read' || request.task.isExact || this.mischief.misleads?.(++this.#guesses) !== true) {
      return request;
    }
    const { task } = request;
    const from = task.from + 2 * this.#random.integer(1, Math.max(1, (task.to - task.from) >> 2));
    return { ...request, task: { ...task, from, isExact: this.#random.chance(0.5) } };
  }
}

/** What came of reading files on fake threads. */
export interface FakeReading {
  readonly report: MailFlowReport;
  readonly host: FakeThreads;
}

/** The report of files that `count` fake threads read. `cancelAt`: the request at which reading is cancelled. */
export async function fakeReport(
  files: readonly WholeFile[],
  options: AnalysisOptions,
  count: number,
  mischief: Mischief = {},
  cancelAt = Number.POSITIVE_INFINITY,
): Promise<FakeReading> {
  let isCancelled = false;
  const host = new FakeThreads(files, options, {
    ...mischief,
    onRequest: (request) => {
      mischief.onRequest?.(request);
      if (request === cancelAt) {
        isCancelled = true;
        pool.cancel();
      }
    },
  });
  const pool = new WorkerPool(host, count);
  const paths = files.map(({ path }) => path);
  const analysis = new Analysis(paths, options);
  const surroundings = { pause: () => Promise.resolve(), isCancelled: () => isCancelled };
  try {
    const inputs = paths.map((location) => ({ location }));
    await readFiles(analysis, inputs, pool, surroundings);
    await analysis.finish(surroundings);
    return { report: shown(analysis.report()), host };
  } finally {
    pool.dispose();
  }
}
