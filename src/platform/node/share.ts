import { pause } from './pause';

/** Bytes that are copied at a time: few, so that nothing else is blocked for long. */
const PIECE = 1 << 22;

/** A copy of bytes that threads read without one of their own. */
export async function share(bytes: Uint8Array): Promise<Uint8Array> {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  for (let at = 0; at < bytes.length; at += PIECE) {
    copy.set(bytes.subarray(at, at + PIECE), at);
    await pause();
  }
  return copy;
}
