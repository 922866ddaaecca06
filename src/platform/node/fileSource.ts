import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { ByteSource } from '../../core/reading/pieces';

/** Bytes read from the disk at a time. */
const READ_BYTES = 262_144;

/** A file on this machine's disk, streamed. `path` is what reports call it, `location` where it lies. */
export function fileSource(path: string, location = path): ByteSource {
  return { path, location: resolve(location), open: () => createReadStream(location, { highWaterMark: READ_BYTES }) };
}

/** Lets timers, messages and requests of the program run before work goes on. */
export function pause(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
