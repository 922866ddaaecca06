import { buffersOf, type Facts } from '../facts/facts';
import type { LineText } from '../reading/textOfLines';
import type { ShownLines } from './linesAround';
import {
  type BegunFile,
  type ContainerReaders,
  type FileInput,
  type LineReaders,
  type ListedFile,
  type Probe,
  ReaderCrash,
  type StretchReaders,
  type StretchTask,
} from './readers';
import { PartReceiver } from './sentParts';
import type { StretchPart } from './stretch';
import { inputOf, type SpareMemory, type WorkerReply, type WorkerRequest } from './workerMessages';

/** A reading thread, as whoever starts it sees it. */
export interface ReadingThread {
  post(request: WorkerRequest): void;
  /** Hands memory back; threads that have no use for it do not have this. */
  giveBack?(memory: SpareMemory): void;
  /** Lets it go, which has nothing to do, for others to use; those that nobody else can use do not have this. */
  rest?(): void;
  /** Ends it, whatever it does. */
  stop(): void;
}

/** What a thread tells; `crashed` at most once, and nothing afterwards. */
export interface ThreadListener {
  reply(reply: WorkerReply): void;
  crashed(reason: string): void;
}

/** Starts threads, and lets them all know that reading is cancelled. */
export interface ThreadHost {
  start(listener: ThreadListener): ReadingThread;
  cancel(): void;
}

/** A request on its way, and who waits for its answer. */
interface Job {
  readonly request: WorkerRequest;
  readonly onPart: (part: StretchPart) => void;
  readonly onRead: (position: number) => void;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

type Answer = ListedFile | BegunFile | Probe | ShownLines | readonly LineText[] | undefined;

/** Fewer bytes are sooner collected than sent back. */
const WORTH_SENDING = 1 << 15;
/** How many requests a thread has at most: while it sends an answer, it can begin with the next. */
const JOBS_A_THREAD = 2;

/** Reading threads with one queue of requests. A thread that crashes is replaced; what it had to do is not done again. */
export class WorkerPool implements StretchReaders, ContainerReaders, LineReaders {
  /** May be raised as long as it is read: the others start with the next request. */
  count: number;
  readonly #host: ThreadHost;
  readonly #waiting: Job[] = [];
  readonly #threads: PoolThread[] = [];
  /** Who has a file of a container open, by the input: any other one would inflate it from its beginning. */
  readonly #owners = new WeakMap<FileInput, PoolThread>();
  /** Whose memory facts are in. */
  readonly #writers = new WeakMap<Facts, PoolThread>();
  #nextId = 1;
  #isDisposed = false;

  /** `count` threads, which take a while to start: all begin with the first request, or with {@link start}. */
  constructor(host: ThreadHost, count: number) {
    this.#host = host;
    this.count = count;
  }

  /** Starts the threads before there is something to do for them, where that is known to come. */
  start(): void {
    if (!this.#isDisposed) {
      this.#idlest();
    }
  }

  async list(input: FileInput, isQuick: boolean): Promise<ListedFile> {
    const request = { kind: 'list', id: this.#nextId++, input, isQuick } as const;
    return (await this.#do(request, () => {}, false)) as ListedFile;
  }

  async begin(input: FileInput, to: number): Promise<BegunFile> {
    const request = { kind: 'begin', id: this.#nextId++, input, to } as const;
    return (await this.#do(request, () => {}, false)) as BegunFile;
  }

  async read(task: StretchTask, onPart: (part: StretchPart) => void, isUrgent: boolean): Promise<void> {
    await this.#do({ kind: 'read', id: this.#nextId++, task }, onPart, isUrgent);
  }

  async probe(input: FileInput, end: number): Promise<Probe> {
    const request = { kind: 'probe', id: this.#nextId++, input, end } as const;
    return (await this.#do(request, () => {}, true)) as Probe;
  }

  async lines(input: FileInput, line: number, around: number, onRead: (position: number) => void): Promise<ShownLines> {
    const request = { kind: 'lines', id: this.#nextId++, input, line, around } as const;
    return (await this.#do(request, () => {}, true, onRead)) as ShownLines;
  }

  giveBack(facts: Facts): void {
    this.#writers.get(facts)?.giveBack(buffersOf(facts));
    this.#writers.delete(facts);
  }

  async texts(input: FileInput, lines: readonly number[]): Promise<readonly LineText[]> {
    const request = { kind: 'texts', id: this.#nextId++, input, lines } as const;
    return (await this.#do(request, () => {}, true)) as readonly LineText[];
  }

  cancel(): void {
    this.#host.cancel();
    const cancelled = new Error('Reading was cancelled');
    for (const job of this.#waiting.splice(0)) {
      job.reject(cancelled);
    }
  }

  /** Ends all threads. Nothing may be asked of the pool any more. */
  dispose(): void {
    this.#isDisposed = true;
    this.cancel();
    for (const thread of this.#threads.splice(0)) {
      thread.stop();
    }
  }

  #do(
    request: WorkerRequest,
    onPart: Job['onPart'],
    isUrgent: boolean,
    onRead: Job['onRead'] = () => {},
  ): Promise<Answer> {
    if (this.#isDisposed) {
      return Promise.reject(new Error('Reading was stopped'));
    }
    return new Promise((resolve, reject) => {
      const job = { request, onPart, onRead, resolve, reject };
      if (isUrgent) {
        this.#waiting.unshift(job);
      } else {
        this.#waiting.push(job);
      }
      this.#dispatch();
    });
  }

  #dispatch(): void {
    for (let index = 0; index < this.#waiting.length && this.#idlest() !== undefined; ) {
      const job = this.#waiting[index] as Job;
      const input = inputOf(job.request);
      const thread = this.#threadFor(input);
      if (thread === undefined) {
        index++;
        continue;
      }
      this.#waiting.splice(index, 1);
      if (input.entry !== undefined) {
        this.#owners.set(input, thread);
      }
      thread.give(job);
    }
  }

  /** A thread that a request about a file may be given to now, if there is one. */
  #threadFor(input: FileInput): PoolThread | undefined {
    const owner = this.#owners.get(input);
    if (owner !== undefined && this.#threads.includes(owner)) {
      return owner.jobs.size < JOBS_A_THREAD ? owner : undefined;
    }
    return this.#idlest();
  }

  /** The thread with the least to do; undefined where all have enough. */
  #idlest(): PoolThread | undefined {
    while (this.#threads.length < this.count) {
      this.#threads.push(this.#newThread());
    }
    const [first] = [...this.#threads].sort((a, b) => a.jobs.size - b.jobs.size);
    return first !== undefined && first.jobs.size < JOBS_A_THREAD ? first : undefined;
  }

  #newThread(): PoolThread {
    const thread = new PoolThread(this.#host, {
      idle: () => this.#dispatch(),
      wrote: (facts) => this.#writers.set(facts, thread),
      gone: (notBegun) => {
        this.#threads.splice(this.#threads.indexOf(thread), 1);
        this.#waiting.unshift(...notBegun);
        this.#dispatch();
      },
    });
    return thread;
  }
}

/** What a thread tells its pool. */
interface PoolOfThread {
  /** It has less to do. */
  idle(): void;
  /** Facts have come from it. */
  wrote(facts: Facts): void;
  /** It has crashed; what it had not begun yet is to be done by others. */
  gone(notBegun: readonly Job[]): void;
}

/** A thread of the pool and what it has to do. */
class PoolThread implements ThreadListener {
  readonly jobs = new Map<number, Job>();
  readonly #thread: ReadingThread;
  readonly #pool: PoolOfThread;
  readonly #receiver = new PartReceiver();

  constructor(host: ThreadHost, pool: PoolOfThread) {
    this.#pool = pool;
    this.#thread = host.start(this);
  }

  give(job: Job): void {
    this.jobs.set(job.request.id, job);
    this.#thread.post(job.request);
  }

  giveBack(all: readonly ArrayBuffer[]): void {
    const buffers = all.filter(({ byteLength }) => byteLength >= WORTH_SENDING);
    if (buffers.length > 0) {
      this.#thread.giveBack?.({ kind: 'spare', buffers });
    }
  }

  stop(): void {
    if (this.jobs.size === 0 && this.#thread.rest !== undefined) {
      this.#thread.rest();
      return;
    }
    this.#thread.stop();
    this.#drop(new Error('Reading was stopped'));
  }

  /** An answer that makes no sense, since something that was sent before it is missing, is that of a thread that has crashed. */
  reply(reply: WorkerReply): void {
    const job = this.jobs.get(reply.id);
    if (job === undefined) {
      return;
    }
    let tell: () => void;
    try {
      tell = this.#received(reply, job);
    } catch (error) {
      this.#thread.stop();
      this.crashed(error instanceof Error ? error.message : String(error));
      return;
    }
    tell();
  }

  /** What there is to do about an answer, which has been understood. */
  #received(reply: WorkerReply, job: Job): () => void {
    switch (reply.kind) {
      case 'part': {
        const part = this.#receiver.part(reply.part);
        return () => {
          this.#pool.wrote(part.facts);
          job.onPart(part);
        };
      }
      case 'position':
        return () => job.onRead(reply.position);
      case 'failed':
        return () => this.#end(reply.id, () => job.reject(new Error(reply.message)));
      default: {
        const answer = this.#answerOf(reply);
        return () => this.#end(reply.id, () => job.resolve(answer));
      }
    }
  }

  #end(id: number, tell: () => void): void {
    this.jobs.delete(id);
    tell();
    this.#pool.idle();
  }

  crashed(reason: string): void {
    // Requests are served in order: it was the first one.
    const [running, ...notBegun] = this.jobs.values();
    this.jobs.clear();
    running?.reject(new ReaderCrash(reason));
    this.#pool.gone(notBegun);
  }

  #answerOf(reply: Exclude<WorkerReply, { kind: 'part' | 'position' | 'failed' }>): Answer {
    switch (reply.kind) {
      case 'listed':
        return reply.file;
      case 'begun':
        return this.#receiver.file(reply.file);
      case 'probed':
        return reply.probe;
      case 'lines':
        return reply.lines;
      case 'texts':
        return reply.texts;
      case 'done':
        return undefined;
    }
  }

  #drop(error: Error): void {
    for (const job of this.jobs.values()) {
      job.reject(error);
    }
    this.jobs.clear();
  }
}
