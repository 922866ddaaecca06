import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
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

/** The first bytes of a file, `count` of them or fewer where it is shorter. Rejects where it cannot be read. */
export async function readStart(location: string, count: number): Promise<Uint8Array> {
  const file = await open(location, 'r');
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file's bytes from its beginning, in pieces; it is closed once nobody wants more. Throws where it cannot be read. */
export async function* piecesOf(location: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(location);
  try {
    yield* stream;
  } finally {
    stream.destroy();
  }
}

/** A file's size in bytes, and when it was written, in milliseconds since 1970. Rejects where there is no such file. */
export async function statOf(location: string): Promise<{ readonly size: number; readonly mtime: number }> {
  const { size, mtime } = await stat(location);
  return { size, mtime: mtime.getTime() };
}

/** What lies in a folder, its own folders aside: files, and links to whatever. Rejects where it cannot be listed. */
export async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
}
