// What a measure depends on beside the code.
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** The machine's facts, for results.json. */
export const machineFacts = () => ({
  processor: os.cpus()[0]?.model ?? '',
  cores: os.availableParallelism(),
  memoryBytes: os.totalmem(),
  system: `${os.type()} ${os.release()} ${os.arch()}`,
  node: process.versions.node,
});

/**
 * The most memory this process has had so far, in bytes. Linux hands a new process the peak of the one that started it, but not
 * in `VmHWM`.
 */
export function peakMemory() {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
