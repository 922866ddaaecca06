import type { Scanning } from '../../core/reading/scanner/kernel';
import { newKernel, ownKernels } from '../kernels';

/** Up to so many characters, putting them together one by one is quicker than a call of the browser's decoder. */
const SHORT = 16;

const ascii = new TextDecoder('latin1');
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Scanning in a browser. */
export const scanning: Scanning = {
  kernel: newKernel,
  ascii: (bytes, start, end) => {
    if (end - start > SHORT) {
      return ascii.decode(bytes.subarray(start, end));
    }
    let text = '';
    for (let at = start; at < end; at++) {
      text += String.fromCharCode(bytes[at] as number);
    }
    return text;
  },
  utf16: (bytes, start, end) => {
    if (end - start > 2 * SHORT) {
      return utf16.decode(bytes.subarray(start, end));
    }
    let text = '';
    for (let at = start; at + 1 < end; at += 2) {
      text += String.fromCharCode((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
    }
    return text;
  },
};

/** The same for one reader at a time, with the same kernels again and again. */
export function ownScanning(): Scanning {
  return { ...scanning, kernel: ownKernels() };
}
