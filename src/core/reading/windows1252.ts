/** The characters of bytes 0x80 to 0x9f; where the code page has none, the control character of that number. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const latin1 = new TextDecoder('windows-1252');

/**
 * Decodes Windows-1252. Some versions of Node decode it as Latin-1, which leaves control characters where quotation
 * marks, dashes and the euro sign are meant; these are put right here.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return latin1
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => SPECIAL[control.charCodeAt(0) - 0x80] ?? control);
}
