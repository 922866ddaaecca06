import type { ChangedHost } from '../report/report';
import { connectorLabel, fill } from '../report/wording';
import type { DocumentParts } from './documentParts';

/** A host that gave up old TLS, in the reader's words. */
export interface HostChangeRow extends ChangedHost {
  /** The connector's. */
  readonly label: string;
  /** What it does now. */
  readonly now: string;
}

/** Titles of the columns of a table of such rows. */
export const HOST_CHANGE_COLUMNS = [
  'hosts.host',
  'connectors.connector',
  'hostChanges.oldMessages',
  'hostChanges.lastOld',
  'hostChanges.since',
  'hostChanges.now',
] as const;

/** The hosts that gave up old TLS: those that lost TLS first. */
export function hostChangeRows({ strings, report }: DocumentParts): HostChangeRow[] {
  const all = report.hostChanges.map(({ direction, connector, connectorType, stopped, lost }) => ({
    label: connectorLabel(strings, { direction, name: connector, type: connectorType }),
    stopped,
    lost,
  }));
  return [
    ...all.flatMap(({ label, lost }) => lost.hosts.map((host) => ({ ...host, label, now: strings['tls.none'] }))),
    ...all.flatMap(({ label, stopped }) =>
      stopped.hosts.map((host) => ({ ...host, label, now: strings['hostChanges.stopped'] })),
    ),
  ];
}

/** Says that not all are listed, where that is so. */
export function hostChangesLeftOut({ strings, words, report }: DocumentParts): string | undefined {
  const all = report.hostChanges.flatMap(({ stopped, lost }) => [stopped, lost]);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const listed = all.reduce((sum, one) => sum + one.hosts.length, 0);
  return listed === count ? undefined : fill(strings['hostChanges.more'], words.count(listed), words.count(count));
}
