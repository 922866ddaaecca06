import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileBytes } from '../../core/stretch/stretch';

/** A file on this machine's disk, read at once: for threads that have nothing else to do. Close it when done. */
export class DiskBytes implements FileBytes {
  readonly size: number;
  readonly #file: number;

  constructor(location: string) {
    this.#file = openSync(location, 'r');
    this.size = fstatSync(this.#file).size;
  }

  read(into: Uint8Array, at: number): number {
    return into.length === 0 ? 0 : readSync(this.#file, into, 0, into.length, at);
  }

  close(): void {
    closeSync(this.#file);
  }
}
