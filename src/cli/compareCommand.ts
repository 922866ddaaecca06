import { readFile } from 'node:fs/promises';
import { compare } from '../core/compare/compare';
import { comparisonMarkdown } from '../core/compare/comparisonMarkdown';
import { NoReport, readSnapshot, type Snapshot } from '../core/compare/snapshot';
import { ENGLISH_WORDING } from '../core/report/wording';
import { UsageError } from './arguments';

/**
 * Holds a report against an earlier one, both as `report --format json` printed them; returns Markdown. Throws
 * {@link UsageError} for anything else than two such files.
 */
export async function compareReports(args: readonly string[]): Promise<string> {
  const [before, now, ...more] = args;
  if (before === undefined || now === undefined || more.length > 0 || args.some((name) => name.startsWith('-'))) {
    throw new UsageError('compare takes two files that report --format json has written: BEFORE.json NOW.json');
  }
  const comparison = compare(await snapshotIn(before), await snapshotIn(now));
  return comparisonMarkdown(comparison, ENGLISH_WORDING, 'en');
}

async function snapshotIn(path: string): Promise<Snapshot> {
  try {
    return readSnapshot(JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')));
  } catch (error) {
    const isKnown = error instanceof NoReport || error instanceof SyntaxError;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(isKnown ? `${path} is no report in JSON: ${reason}` : reason);
  }
}
