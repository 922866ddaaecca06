import type { SnapshotInsight } from '../compare/snapshot';
import type { HostChanges, Insight, OffendingName, Repair } from '../report/report';
import type { StandIns } from './standIns';

/** An insight, whoever is behind it. */
export function redactInsight(insight: Insight, names: StandIns): Insight {
  const { rule, severity, isNearMiss, values, direction, connector, connectorType, messages, known, share } = insight;
  return {
    rule,
    severity,
    isNearMiss,
    values: values.map((value) => names.ciphers(value)),
    direction,
    connector: connector === null ? null : names.connector(connector),
    connectorType,
    messages,
    known,
    share,
    approximate: insight.approximate,
    period: insight.period,
    thresholds: insight.thresholds,
    first: names.proof(insight.first),
    last: names.proof(insight.last),
    hosts: insight.hosts.map(({ host, messages, firstSeen, lastSeen, names: calledSo, certificates, ...first }) => ({
      host: names.host(host),
      messages,
      firstSeen,
      lastSeen,
      names: calledSo.map((name) => names.host(name)),
      certificates: certificates.map(({ subject, expires }) => ({
        subject: names.of('certificate', subject),
        expires,
      })),
      ...names.proof(first),
    })),
    hostCount: insight.hostCount,
    hostUntold: insight.hostUntold,
    senders: insight.senders.map((one) => offending(one, names.of('domain', one.name))),
    ciphers: insight.ciphers.map((one) => offending(one, names.ciphers(one.name))),
    repair: insight.repair === null ? null : repairOf(insight.repair, names),
  };
}

/** What a baseline has of an insight. */
export function redactGone(insight: SnapshotInsight, names: StandIns): SnapshotInsight {
  const { rule, severity, direction, connector, connectorType, messages, share } = insight;
  const name = connector === null ? null : names.connector(connector);
  return { rule, severity, direction, connector: name, connectorType, messages, share };
}

function offending({ messages, firstSeen, lastSeen }: OffendingName, name: string): OffendingName {
  return { name, messages, firstSeen, lastSeen };
}

function repairOf({ hosts, hostCount, messages, remaining, isEnough }: Repair, names: StandIns): Repair {
  return { hosts: hosts.map((host) => names.host(host)), hostCount, messages, remaining, isEnough };
}

/** Hosts that gave up old TLS. */
export function redactHostChanges(changes: HostChanges, names: StandIns): HostChanges {
  const { direction, connector, connectorType, stopped, lost } = changes;
  const changed = ({ count, hosts }: HostChanges['lost']): HostChanges['lost'] => ({
    count,
    hosts: hosts.map(({ host, messages, lastOld, since }) => ({ host: names.host(host), messages, lastOld, since })),
  });
  const name = connector === null ? null : names.connector(connector);
  return { direction, connector: name, connectorType, stopped: changed(stopped), lost: changed(lost) };
}
