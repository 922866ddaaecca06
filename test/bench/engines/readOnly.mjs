// Reads every byte and looks at none: what JavaScript can have at most.
import { closeSync, openSync, readSync } from 'node:fs';

const block = Buffer.allocUnsafe(524_288);

/** @param {import('../child.mjs').Job} job */
export const prepare =
  async ({ files }) =>
  async () => {
    for (const file of files) {
      const opened = openSync(file, 'r');
      while (readSync(opened, block) > 0) {}
      closeSync(opened);
    }
    return {};
  };
