import type { CountingOptions } from '../core/formats/format';
import type { WorkerPool } from '../core/stretch/workerPool';

/** What VS Code's extension hosts do each in its own way: the one in Node, and the one in a browser's worker. */
export interface Platform {
  /** Lets the extension host do something else. */
  pause(): Promise<void>;
  /** Readers on threads of their own, of which there is one at first. Dispose of them when everything has been read. */
  readers(options: CountingOptions): WorkerPool;
  /** How many threads read files of so many bytes in all. */
  threadsFor(bytes: number): number;
  /** Bytes that several threads read without a copy of their own, where it has such. */
  share?(bytes: Uint8Array): Promise<Uint8Array>;
  /** Where its readers open files of the `file` scheme by their place; a browser has only what VS Code hands out. */
  readonly disk?: Disk;
}

/** A disk that can be read in pieces. */
export interface Disk {
  /** The first bytes of a file, `count` of them or fewer where it is shorter. Rejects where it cannot be read. */
  readStart(location: string, count: number): Promise<Uint8Array>;
  /** A file's bytes from its beginning, in pieces. Throws where it cannot be read. */
  pieces(location: string): AsyncGenerator<Uint8Array>;
  /** Size in bytes, and when it was written, in milliseconds since 1970. Rejects where there is no such file. */
  stat(location: string): Promise<{ readonly size: number; readonly mtime: number }>;
  /** What lies in a folder, its own folders aside. Rejects where it cannot be listed. */
  names(folder: string): Promise<string[]>;
}
