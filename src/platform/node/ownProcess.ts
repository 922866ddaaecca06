import { setFlagsFromString } from 'node:v8';

/**
 * Flags of V8, by its major version, with which it optimises a JavaScript function only after that has run about four to eight times as
 * often as it usually has to. A file is read in a second, nearly all of it in WebAssembly: what V8 spends on its second and third
 * compiling of functions that run some hundred times, on each thread, comes back too late.
 */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=500000'],
  12: ['--invocation-count-for-maglev=1600', '--invocation-count-for-turbofan=12000'],
  13: ['--invocation-count-for-maglev=1600', '--invocation-count-for-turbofan=12000'],
};

/** Those of a version as `process.versions.v8` has it; none of one that may not know them, and would say so. */
export function lateOptimizing(version: string): readonly string[] {
  return FLAGS[version.split('.')[0] ?? ''] ?? [];
}

/** Says that the process is there to read exports: a program of one's own begins with it. Flags hold for all that runs in a process. */
export function haveOwnProcess(): void {
  for (const flag of lateOptimizing(process.versions.v8)) {
    setFlagsFromString(flag);
  }
}
