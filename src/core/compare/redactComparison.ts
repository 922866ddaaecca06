import { Pseudonyms } from '../export/pseudonyms';
import type { Comparison } from './compare';

/** Replaces names of connectors by stand-ins: the same name has the same one everywhere. A comparison names nobody else. */
export function redactComparison(comparison: Comparison): Comparison {
  const insights = comparison.insights.flatMap(({ before, now }) => [before, now]);
  const names = new Pseudonyms([
    ...comparison.connectors.map(({ connector }) => connector?.name ?? ''),
    ...insights.map((insight) => insight?.connector ?? ''),
  ]);
  const standIn = (name: string | null): string | null => (name === null ? null : names.of('connector', name));
  return {
    ...comparison,
    redacted: ['connectors'],
    connectors: comparison.connectors.map((change) => ({
      ...change,
      connector: change.connector && { ...change.connector, name: standIn(change.connector.name) },
    })),
    insights: comparison.insights.map(({ before, now }) => ({
      before: before && { ...before, connector: standIn(before.connector) },
      now: now && { ...now, connector: standIn(now.connector) },
    })),
  };
}
