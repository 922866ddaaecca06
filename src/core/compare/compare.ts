import { DIRECTIONS, type Direction } from '../model/connector';
import type { Period } from '../model/day';
import { addCounts, noCounts, type TlsCounts, volumeOf } from '../model/tls';
import { type Change, changeBetween } from '../report/change';
import type { RedactedKind } from '../report/json';
import { insightKey, type Snapshot, type SnapshotConnector, type SnapshotInsight } from './snapshot';

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
  /** What was replaced by stand-ins, where anything was. */
  readonly redacted?: readonly RedactedKind[];
  readonly before: Period | null;
  readonly now: Period | null;
  readonly directions: readonly ConnectorChange[];
  /** What became worse or appeared first. */
  readonly connectors: readonly ConnectorChange[];
  readonly insights: readonly InsightChange[];
}

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

function changeOf(
  direction: Direction,
  connector: SnapshotConnector | null,
  before: TlsCounts = noCounts(),
  now: TlsCounts = noCounts(),
): ConnectorChange {
  return { direction, connector, change: changeBetween(before, now), before, now };
}

function insightChanges(before: readonly SnapshotInsight[], now: readonly SnapshotInsight[]): InsightChange[] {
  const [old, fresh] = [byInsight(before), byInsight(now)];
  return [...new Set([...fresh.keys(), ...old.keys()])].map((key) => ({
    before: old.get(key) ?? null,
    now: fresh.get(key) ?? null,
  }));
}

function byInsight(insights: readonly SnapshotInsight[]): Map<string, SnapshotInsight> {
  return new Map(insights.map((one) => [insightKey(one), one] as const));
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
