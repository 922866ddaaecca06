import { DIRECTIONS, type Direction } from '../model/connector';
import type { Period } from '../model/day';
import { addCounts, knownOf, noCounts, Tls, type TlsCounts, volumeOf } from '../model/tls';
import type { Snapshot, SnapshotConnector, SnapshotInsight } from './snapshot';

/**
 * How a connector's mail has changed. `improved`, `worse`: the share without TLS or with old TLS, by one percentage point or more;
 * `untold`: in one of the two nothing is known of its TLS state.
 */
export type Change = 'appeared' | 'disappeared' | 'improved' | 'worse' | 'same' | 'untold';

/** A connector, or a whole direction, then and now. */
export interface ConnectorChange {
  readonly direction: Direction;
  /** Null: all connectors of the direction. */
  readonly connector: SnapshotConnector | null;
  readonly change: Change;
  readonly before: TlsCounts;
  readonly now: TlsCounts;
}

/** An insight then and now; null where it was, or is, none. */
export interface InsightChange {
  readonly before: SnapshotInsight | null;
  readonly now: SnapshotInsight | null;
}

/** What has changed between two reports. */
export interface Comparison {
  readonly before: Period | null;
  readonly now: Period | null;
  readonly directions: readonly ConnectorChange[];
  /** What became worse or appeared first. */
  readonly connectors: readonly ConnectorChange[];
  readonly insights: readonly InsightChange[];
}

/** Shares of so much less difference are the same. */
const LEAST_DIFFERENCE = 0.01;
const ORDER: readonly Change[] = ['worse', 'appeared', 'improved', 'disappeared', 'untold', 'same'];

/** Holds a report against an earlier one. A connector is its direction and its name without regard to case. */
export function compare(before: Snapshot, now: Snapshot): Comparison {
  const [old, fresh] = [byKey(before.connectors), byKey(now.connectors)];
  const connectors = [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), fresh.get(key)];
    const connector = b ?? a;
    return connector === undefined ? [] : [changeOf(connector.direction, connector, a?.tls, b?.tls)];
  });
  return {
    before: before.period,
    now: now.period,
    directions: DIRECTIONS.map((direction) =>
      changeOf(direction, null, sum(before.connectors, direction), sum(now.connectors, direction)),
    ),
    connectors: connectors
      .filter(({ before: a, now: b }) => volumeOf(a) + volumeOf(b) > 0)
      .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || volumeOf(b.now) - volumeOf(a.now)),
    insights: insightChanges(before.insights, now.insights),
  };
}

/** Messages without TLS, or with SSL 3.0, TLS 1.0 or 1.1. */
export function weakOf(tls: TlsCounts): number {
  return [Tls.none, Tls.ssl30, Tls.tls10, Tls.tls11].reduce<number>((total, state) => total + (tls[state] ?? 0), 0);
}

function changeOf(
  direction: Direction,
  connector: SnapshotConnector | null,
  before: TlsCounts = noCounts(),
  now: TlsCounts = noCounts(),
): ConnectorChange {
  return { direction, connector, change: kindOf(before, now), before, now };
}

function kindOf(before: TlsCounts, now: TlsCounts): Change {
  if (volumeOf(before) === 0 || volumeOf(now) === 0) {
    return volumeOf(now) > 0 ? 'appeared' : volumeOf(before) > 0 ? 'disappeared' : 'same';
  }
  if (knownOf(before) === 0 || knownOf(now) === 0) {
    return 'untold';
  }
  const difference = weakOf(now) / knownOf(now) - weakOf(before) / knownOf(before);
  return Math.abs(difference) < LEAST_DIFFERENCE ? 'same' : difference > 0 ? 'worse' : 'improved';
}

function insightChanges(before: readonly SnapshotInsight[], now: readonly SnapshotInsight[]): InsightChange[] {
  const [old, fresh] = [byInsight(before), byInsight(now)];
  return [...new Set([...fresh.keys(), ...old.keys()])].map((key) => ({
    before: old.get(key) ?? null,
    now: fresh.get(key) ?? null,
  }));
}

function byInsight(insights: readonly SnapshotInsight[]): Map<string, SnapshotInsight> {
  return new Map(
    insights.map((one) => [`${one.rule} ${one.direction} ${one.connector?.toLowerCase() ?? '\n'}`, one] as const),
  );
}

/** Connectors that only a later record gave a type, or another spelling, are the same. */
function byKey(connectors: readonly SnapshotConnector[]): Map<string, SnapshotConnector> {
  return new Map(
    connectors.map((one) => {
      const name = one.name?.toLowerCase() ?? (one.type === 'NoConnector' ? '\nnone' : '\nuntold');
      return [`${one.direction} ${name}`, one] as const;
    }),
  );
}

function sum(connectors: readonly SnapshotConnector[], direction: Direction): TlsCounts {
  const total = noCounts();
  for (const connector of connectors) {
    if (connector.direction === direction) {
      addCounts(total, connector.tls);
    }
  }
  return total;
}
