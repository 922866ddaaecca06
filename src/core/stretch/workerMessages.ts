import type { CountingOptions } from '../formats/format';
import type { LineText } from '../reading/textOfLines';
import type { ShownLines } from './linesAround';
import type { FileInput, ListedFile, Probe, StretchTask } from './readers';
import type { SentFile, SentPart } from './sentParts';

/** What a reading thread is told before it is asked for anything. */
export interface WorkerStart {
  readonly options: CountingOptions;
  /** One 32-bit number that all threads share: not 0 once reading is cancelled. */
  readonly cancelled: SharedArrayBuffer | undefined;
}

/** To a reading thread that may serve one pool after the other: whom it serves now; or that it is to let go of all that it read. */
export type ThreadOrder = { readonly kind: 'serve'; readonly start: WorkerStart } | { readonly kind: 'rest' };

/** To a reading thread: memory that it sent with facts, to be used again. There is no answer. */
export interface SpareMemory {
  readonly kind: 'spare';
  readonly buffers: readonly ArrayBuffer[];
}

/** To a reading thread. `id` comes back with the answers. */
export type WorkerRequest =
  | { readonly kind: 'list'; readonly id: number; readonly input: FileInput; readonly isQuick: boolean }
  | { readonly kind: 'begin'; readonly id: number; readonly input: FileInput; readonly to: number }
  | { readonly kind: 'read'; readonly id: number; readonly task: StretchTask }
  | { readonly kind: 'probe'; readonly id: number; readonly input: FileInput; readonly end: number }
  | {
      readonly kind: 'lines';
      readonly id: number;
      readonly input: FileInput;
      readonly line: number;
      readonly around: number;
    }
  | { readonly kind: 'texts'; readonly id: number; readonly input: FileInput; readonly lines: readonly number[] };

/** From a reading thread. */
export type WorkerReply =
  | { readonly kind: 'listed'; readonly id: number; readonly file: ListedFile }
  | { readonly kind: 'begun'; readonly id: number; readonly file: SentFile }
  | { readonly kind: 'part'; readonly id: number; readonly part: SentPart }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'probed'; readonly id: number; readonly probe: Probe }
  | { readonly kind: 'position'; readonly id: number; readonly position: number }
  | { readonly kind: 'lines'; readonly id: number; readonly lines: ShownLines }
  | { readonly kind: 'texts'; readonly id: number; readonly texts: readonly LineText[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** The file that a request is about. */
export function inputOf(request: WorkerRequest): FileInput {
  return request.kind === 'read' ? request.task.input : request.input;
}
