// results.json: everything that was measured, with what it depends on.
import { writeFileSync } from 'node:fs';
import { median } from './comparison.mjs';
import { machineFacts } from './machine.mjs';
import { resultsFile } from './paths.mjs';
import { rivalVersions } from './rivals.mjs';

/**
 * @param {object} results
 * @param {readonly import('./rounds.mjs').Run[]} results.runs
 * @param {{ measures: readonly import('./host/measureHost.mjs').HostMeasure[], reason: string | undefined }} results.host
 * @param {readonly import('./targets.mjs').Target[]} results.targets
 */
export function writeResults({ runs, host, targets }) {
  const results = { machine: machineFacts(), rivals: rivalVersions, runs: runs.map(asJson), host, targets };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
}

/** Times of rounds in seconds, delays in milliseconds. @param {import('./rounds.mjs').Run} run */
const asJson = ({ implementation, data, reason, measures, watched, differs }) => ({
  export: data.kindName,
  size: data.size,
  bytes: data.bytes,
  rows: data.rows,
  messages: data.messages,
  implementation: implementation.id,
  threads: implementation.threads,
  reason,
  differs,
  seconds: measures.map(({ seconds }) => seconds),
  peakBytes: measures.map(({ peakBytes }) => peakBytes),
  firstFigures: median({ measures }, 'firstFigures'),
  longestDelay: median({ measures }, 'longestDelay'),
  longestSlice: watched?.longestSlice,
});
