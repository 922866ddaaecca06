import { knownOf, TLS_STATES, type TlsCounts, volumeOf } from '../model/tls';
import { weakOf } from '../report/change';
import { connectorLabel, ENGLISH_WORDING } from '../report/wording';
import type { Comparison, ConnectorChange } from './compare';

/** A comparison for programs. */
export function comparisonJson({ redacted, before, now, directions, connectors, insights }: Comparison): object {
  return {
    version: 1,
    ...(redacted === undefined ? {} : { redacted }),
    before,
    now,
    directions: Object.fromEntries(directions.map((change) => [change.direction, figures(change)])),
    connectors: connectors.map((change) => ({
      direction: change.direction,
      connector: change.connector?.name ?? null,
      type: change.connector?.type,
      label: change.connector === null ? null : connectorLabel(ENGLISH_WORDING, change.connector),
      ...figures(change),
    })),
    insights: insights.map((change) => ({
      change: change.before === null ? 'appeared' : change.now === null ? 'disappeared' : 'stays',
      before: change.before,
      now: change.now,
    })),
  };
}

function figures({ change, before, now }: ConnectorChange): object {
  return { change, before: counts(before), now: counts(now) };
}

function counts(tls: TlsCounts): object {
  const told = TLS_STATES.map((state, position) => [state, tls[position] ?? 0] as const);
  return {
    messages: volumeOf(tls),
    known: knownOf(tls),
    weak: weakOf(tls),
    tls: Object.fromEntries(told.filter(([, count]) => count > 0)),
  };
}
