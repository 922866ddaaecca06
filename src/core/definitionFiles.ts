import { recognizeFile } from './stretch/fileBeginning';

/** How many files beside an export are looked at: whether they define connectors, only their beginnings tell. */
export const MOST_BESIDE = 50;
/** Larger files are no definitions, in bytes: a connector takes about two thousand. */
export const LARGEST_BESIDE = 5_000_000;

/** Those among the names of a folder's files that are looked at, the likeliest first. */
export function likelyDefinitions(names: readonly string[]): string[] {
  const likely = names.filter((name) => /\.(csv|json|txt)$/i.test(name)).sort();
  const isCalledSo = (name: string): number => Number(!/connector/i.test(name));
  return likely.sort((a, b) => isCalledSo(a) - isCalledSo(b)).slice(0, MOST_BESIDE);
}

/** True where a file that begins with these bytes (`START_BYTES` of them, fewer only where it is shorter) defines connectors. */
export function definesConnectors(start: Uint8Array): boolean {
  return recognizeFile(start).kind?.format === 'connector-definitions';
}
