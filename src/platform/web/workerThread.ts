import type { ColumnMapping } from '../../core/model/columnMapping';
import { START_BYTES } from '../../core/reading/startBytes';
import { recognizeFile } from '../../core/stretch/fileBeginning';
import { inputOf, type WorkerReply, type WorkerRequest, type WorkerStart } from '../../core/stretch/workerMessages';
import type { ReadingThread, ThreadListener } from '../../core/stretch/workerPool';
import { piecesOf, type WorkerInput, withoutBytes } from './workerInput';

/** A web worker that reads. What it still had to do when it is given up counts as read up to its last answer. */
export class WorkerThread implements ReadingThread {
  readonly #worker: Worker;
  readonly #listener: ThreadListener;
  readonly #pause: () => Promise<void>;
  readonly #mappings: readonly ColumnMapping[] | undefined;
  /** What it has been asked for and has not answered yet, in order. */
  readonly #pending = new Map<number, WorkerRequest>();
  /** Ends when it has been sent everything so far. */
  #sending: Promise<void> = Promise.resolve();
  /** The file that it has, or is being sent. */
  #file: Uint8Array | undefined;
  #isGone = false;

  /** `script`: the address of the built readingWorker.ts. */
  constructor(script: string, start: WorkerStart, listener: ThreadListener, pause: () => Promise<void>) {
    this.#listener = listener;
    this.#pause = pause;
    this.#mappings = start.options.columnMappings;
    this.#worker = new Worker(script);
    this.#worker.onmessage = ({ data }) => this.#reply(data as WorkerReply);
    this.#worker.onmessageerror = () => this.#crashed('a message cannot be read');
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#crashed(event.message ?? 'the worker cannot be started');
    };
    this.#send({ kind: 'start', start });
  }

  post(request: WorkerRequest): void {
    if (this.#isGone) {
      this.#answer(request);
      return;
    }
    this.#pending.set(request.id, request);
    this.#sending = this.#sending.then(() => this.#sendRequest(request));
  }

  stop(): void {
    this.#isGone = true;
    this.#worker.terminate();
  }

  /** Ends it at once, and answers in its place from now on. */
  giveUp(): void {
    if (!this.#isGone) {
      this.stop();
      for (const request of this.#pending.values()) {
        this.#answer(request);
      }
    }
  }

  /** A message is a copy: the bytes of a file are sent once, and with pauses. */
  async #sendRequest(request: WorkerRequest): Promise<void> {
    const { bytes } = inputOf(request);
    if (bytes !== undefined && bytes !== this.#file) {
      this.#file = bytes;
      for (const piece of piecesOf(bytes)) {
        this.#send(piece, [piece.bytes.buffer]);
        await this.#pause();
        if (this.#isGone) {
          return;
        }
      }
    }
    this.#send(withoutBytes(request));
  }

  #send(input: WorkerInput, handedOver: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(input, handedOver);
  }

  /** Later, as a worker would: whoever gives it up is busy with that. */
  #answer(request: WorkerRequest): void {
    queueMicrotask(() => this.#listener.reply(answerUnread(request, this.#mappings)));
  }

  #reply(reply: WorkerReply): void {
    if (this.#isGone) {
      return;
    }
    if (reply.kind !== 'part' && reply.kind !== 'position') {
      this.#pending.delete(reply.id);
    }
    this.#listener.reply(reply);
  }

  /** A browser's worker lives on after an error. */
  #crashed(reason: string): void {
    if (!this.#isGone) {
      this.stop();
      this.#listener.crashed(reason);
    }
  }
}

/** The answer of one who reads nothing: what the file is, without any part of it. */
function answerUnread(request: WorkerRequest, mappings: readonly ColumnMapping[] | undefined): WorkerReply {
  const { id } = request;
  const { bytes = new Uint8Array(0), entry, location } = inputOf(request);
  const size = bytes.length;
  switch (request.kind) {
    case 'list':
      return { kind: 'listed', id, file: { size } };
    case 'lines':
      return { kind: 'lines', id, lines: { first: 1, lines: [] } };
    case 'texts':
      return { kind: 'texts', id, texts: [] };
    case 'begin': {
      const beginning = entry === undefined ? recognizeFile(bytes.subarray(0, START_BYTES), mappings, location) : {};
      return { kind: 'begun', id, file: { beginning, size, parts: [] } };
    }
    case 'probe':
      // No file looks like that, so that nothing is read on from there.
      return { kind: 'probed', id, probe: { size, key: '' } };
    case 'read':
      return { kind: 'done', id };
  }
}
