import type { FileInput } from '../../core/stretch/readers';
import { inputOf, type WorkerRequest, type WorkerStart } from '../../core/stretch/workerMessages';

/**
 * What a reading worker is told, in this order: how to read; then, before the first request for a file, its bytes in
 * pieces; then requests, without bytes.
 */
export type WorkerInput = { readonly kind: 'start'; readonly start: WorkerStart } | FilePiece | WorkerRequest;

/** A piece of a file that VS Code handed out whole. */
export interface FilePiece {
  readonly kind: 'piece';
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** Where the piece begins. The one at 0 comes first, and takes the place of any file before. */
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of a piece: few, so that copying one blocks nothing else for long. */
const PIECE = 1 << 22;

/** A file in pieces, each a copy that can be handed over. */
export function* piecesOf(bytes: Uint8Array): Generator<FilePiece> {
  const size = bytes.length;
  for (let at = 0; at < size || at === 0; at += PIECE) {
    yield { kind: 'piece', size, at, bytes: new Uint8Array(bytes.subarray(at, at + PIECE)) };
  }
}

/** The request of one who has the bytes already. */
export function withoutBytes(request: WorkerRequest): WorkerRequest {
  const { location, entry } = inputOf(request);
  const input: FileInput = { location, ...(entry === undefined ? {} : { entry }) };
  return request.kind === 'read' ? { ...request, task: { ...request.task, input } } : { ...request, input };
}
