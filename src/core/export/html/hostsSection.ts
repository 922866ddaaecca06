import { TLS_STATES, type TlsState, volumeOf } from '../../model/tls';
import { namesSentence } from '../../report/causeSentences';
import { keyOf } from '../../report/connectorReport';
import type { HostRow, PeerReport, PeerRow } from '../../report/drillDown';
import type { ProofLine } from '../../report/report';
import { countOf } from '../../report/shownStates';
import { connectorLabel, fill } from '../../report/wording';
import { hostName, tlsName } from '../exportWording';
import { type Markup, type MarkupValue, markup } from '../markup';
import { OLD_STATES } from '../reportWords';
import { utcDay } from '../times';
import { type AuditParts, type Column, own, type RowGroup, section, sub, table } from './auditParts';

/** How many hosts are listed for a connector, and how many senders and ciphers for a host. */
const MOST_HOSTS = 25;
const MOST_NAMES = 4;

/** Who stood at the other side of messages without TLS, or on a version that is too old. */
export function hostsSection(parts: AuditParts): Markup {
  const { strings } = parts;
  const groups = parts.content.peers.flatMap((peers) => connectorGroup(parts, peers) ?? []);
  const columns: readonly Column[] = [
    { title: strings['hosts.host'], width: 35 },
    { title: strings['hosts.tls'], width: 15 },
    { title: strings['tls.messages'], isNumber: true, width: 10 },
    { title: strings['hosts.seen'], width: 15 },
    { title: strings['hosts.proof'] },
  ];
  return section(
    'hosts',
    strings['hosts.heading'],
    markup`<p>${strings['hosts.lead']}</p>`,
    groups.length === 0 ? markup`<p>${strings['hosts.none']}</p>` : table(columns, groups),
  );
}

/** A host, as far as its old messages go. */
interface OldHost {
  readonly host: HostRow;
  readonly messages: number;
  /** Those of its rows that are old. */
  readonly rows: readonly PeerRow[];
}

function connectorGroup(parts: AuditParts, peers: PeerReport): RowGroup | undefined {
  const { strings, words, report } = parts;
  const connector = report.connectors.find((one) => keyOf(one) === peers.connector);
  const total = oldOf(peers.counts);
  const numbers = oldOf(peers.aggregated);
  if (connector === undefined || total + numbers === 0) {
    return undefined;
  }
  const old = peers.hosts
    .map((host): OldHost => ({ host, messages: oldOf(host.tls), rows: host.peers.filter(({ tls }) => isOld(tls)) }))
    .filter(({ messages }) => messages > 0)
    .sort((a, b) => b.messages - a.messages);
  const listed = old.slice(0, MOST_HOSTS);
  const others = total - volumeOf(listed.map(({ messages }) => messages));
  const rest = (name: string, messages: number): MarkupValue[][] =>
    messages === 0 ? [] : [[markup`<em>${name}</em>`, '', words.count(messages), '', '']];
  const more = old.length - listed.length + peers.notListed.hosts;
  const moreHosts = fill(strings['hosts.otherHosts'], words.count(more));
  return {
    heading: own(connectorLabel(strings, connector)),
    rows: [
      ...listed.map((host) => hostRow(parts, host)),
      ...rest(more > 0 ? moreHosts : strings['hosts.others'], others),
      ...rest(strings['hosts.aggregated'], numbers),
    ],
  };
}

function hostRow(parts: AuditParts, { host, messages, rows }: OldHost): MarkupValue[] {
  const { strings, words } = parts;
  const states = OLD_STATES.filter((state) => countOf(host.tls, state) > 0);
  const seen = rows.length === 0 ? [host] : rows;
  const first = Math.min(...seen.map(({ firstSeen }) => firstSeen));
  const last = Math.max(...seen.map(({ lastSeen }) => lastSeen));
  const lines = seen.map((row) => row.first).sort((a, b) => order(parts, a) - order(parts, b) || a.line - b.line);
  const { file, line } = lines[0] ?? host.first;
  return [
    markup`${own(hostName(strings, host))}${namesSentence(strings, host.names).map((name) => sub(own(name)))}${names(
      parts,
      rows.map(({ sender }) => sender),
    )}`,
    markup`${states.map((state) => tlsName(strings, state)).join(', ')}${names(
      parts,
      rows.map(({ cipher }) => cipher),
    )}`,
    words.count(messages),
    markup`${utcDay(first)}${utcDay(first) === utcDay(last) ? undefined : sub(utcDay(last))}`,
    markup`${fill(strings['hosts.lineNumber'], String(line))}${sub(own(file))}`,
  ];
}

/** The different ones of them, the first few by name. */
function names(parts: AuditParts, all: readonly string[]): Markup | undefined {
  const { strings, words } = parts;
  const different = [...new Set(all.filter((name) => name !== ''))];
  const more = different.length - MOST_NAMES;
  const shown = different.slice(0, MOST_NAMES).map((name, index) => markup`${index === 0 ? '' : ', '}${own(name)}`);
  const rest = more > 0 ? ` ${words.amount(strings['hosts.more.one'], strings['hosts.more.many'], more)}` : undefined;
  return different.length === 0 ? undefined : sub([shown, rest]);
}

/** A file's place in the report. */
function order({ report }: AuditParts, { file }: ProofLine): number {
  return report.files.findIndex(({ path }) => path === file);
}

function isOld(state: TlsState): boolean {
  return OLD_STATES.includes(state);
}

function oldOf(counts: readonly number[]): number {
  return volumeOf(TLS_STATES.map((state, position) => (isOld(state) ? (counts[position] ?? 0) : 0)));
}
