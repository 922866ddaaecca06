import { TLS_STATES, volumeOf } from '../../model/tls';
import { keyOf } from '../../report/connectorReport';
import type { HostRow, PeerReport } from '../../report/drillDown';
import type { ConnectorFlow } from '../../report/report';
import { connectorLabel } from '../../report/wording';
import type { ExportContent } from '../content';
import { type ExportStrings, hostName, redactedKinds, tlsName } from '../exportWording';
import { utcDay } from '../times';
import { type CsvCell, type CsvOptions, csvText } from './csvText';

/**
 * Who stood at the other side, a row per connector, remote host, sender, TLS state and cipher. All messages of the connectors
 * are in it: what is not listed one by one, or told as numbers only, has rows of its own.
 */
export function peersCsv(
  { report, peers, redaction }: Pick<ExportContent, 'report' | 'peers' | 'redaction'>,
  strings: ExportStrings,
  options: CsvOptions,
): string {
  const redacted = redaction === null ? [] : [redactedKinds(strings, redaction).join(', ')];
  const header = [
    strings['details.connector'],
    strings['details.type'],
    strings['hosts.host'],
    strings['hosts.names'],
    strings['hosts.sender'],
    strings['hosts.tls'],
    strings['hosts.cipher'],
    strings['tls.messages'],
    strings['hosts.firstSeen'],
    strings['hosts.lastSeen'],
    strings['hosts.file'],
    strings['hosts.line'],
    ...redacted.map(() => strings['redaction.column']),
  ];
  const rows = peers.flatMap((one) => {
    const connector = report.connectors.find((candidate) => keyOf(candidate) === one.connector);
    return connector === undefined ? [] : connectorRows(one, connector, strings);
  });
  return csvText([header, ...rows.map((row) => [...row, ...redacted])], options);
}

function connectorRows(peers: PeerReport, connector: ConnectorFlow, strings: ExportStrings): CsvCell[][] {
  const begin = [connectorLabel(strings, connector), strings[`type.${connector.type}`]];
  const rest = (host: string, tls: string, messages: number): CsvCell[] => {
    return [...begin, host, null, null, tls, null, messages, null, null, null, null];
  };
  const rows = peers.hosts.flatMap((host) => hostRows(host, begin, strings));
  if (peers.notListed.messages > 0) {
    rows.push(rest(strings['hosts.others'], '', peers.notListed.messages));
  }
  peers.aggregated.forEach((messages, state) => {
    if (messages > 0) {
      rows.push(rest(strings['hosts.aggregated'], tlsName(strings, TLS_STATES[state] ?? 'unknown'), messages));
    }
  });
  return rows;
}

function hostRows(host: HostRow, begin: readonly string[], strings: ExportStrings): CsvCell[][] {
  const who = [...begin, hostName(strings, host), host.names.join(', ')];
  const rows = host.peers.map((peer): CsvCell[] => [
    ...who,
    peer.sender,
    tlsName(strings, peer.tls),
    peer.cipher,
    peer.messages,
    utcDay(peer.firstSeen),
    utcDay(peer.lastSeen),
    peer.first.file,
    peer.first.line,
  ]);
  const others = host.messages - volumeOf(host.peers.map(({ messages }) => messages));
  if (others > 0) {
    rows.push([...who, strings['hosts.others'], null, null, others, null, null, null, null]);
  }
  return rows;
}
