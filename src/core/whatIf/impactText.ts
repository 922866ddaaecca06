import { ENGLISH_EXPORT_STRINGS } from '../export/exportWording';
import { amount } from '../report/amount';
import { printable } from '../report/printable';
import { connectorLabel } from '../report/wording';
import {
  type ConnectorImpact,
  type HostNumbers,
  hostsHit,
  type Impact,
  type ImpactHost,
  type PeriodDay,
} from './impact';
import { ImpactWords } from './impactWords';

/** How many hosts of a connector are printed. */
const MOST_HOSTS = 25;

/** An impact for a terminal, in English. */
export function impactText(impact: Impact): string {
  const words = new ImpactWords(ENGLISH_EXPORT_STRINGS, 'en');
  const days = impact.days.filter(({ messages }) => messages > 0);
  return `${[
    words.title(impact),
    '',
    ...words.sentences(impact),
    ...(days.length === 0 ? [] : ['', 'Per day (UTC)', ...days.map((day) => dayLine(day, words))]),
    ...impact.connectors.flatMap((connector) => ['', ...connectorLines(connector, words)]),
  ].join('\n')}\n`;
}

function dayLine(day: PeriodDay, words: ImpactWords): string {
  const { date, messages, volume, connectors } = day;
  const who = `${hosts(day, words)}, ${amount(connectors, 'connector')}`;
  return `  ${date}: ${words.count(messages)} of ${amount(volume, 'message')}, ${who}`;
}

/** "at least 1 host". */
function hosts(numbers: HostNumbers, words: ImpactWords): string {
  return `${words.hosts(numbers)} ${hostsHit(numbers).count === 1 ? 'host' : 'hosts'}`;
}

function connectorLines(connector: ConnectorImpact, words: ImpactWords): string[] {
  const { messages, volume, unknown, versionUntold, hosts, hostUntold, days } = connector;
  const label = printable(connectorLabel(ENGLISH_EXPORT_STRINGS, connector));
  const untold = [
    ...(unknown === 0 ? [] : [`unknown: ${words.count(unknown)}`]),
    ...(versionUntold === 0 ? [] : [`version not told: ${words.count(versionUntold)}`]),
  ];
  const about = untold.length === 0 ? '' : ` – cannot be told: ${untold.join(', ')}`;
  const more = hosts.length - Math.min(hosts.length, MOST_HOSTS);
  return [
    `${label}: ${words.count(messages)} of ${amount(volume, 'message')} (${words.share(connector)}) on ${amount(days.length, 'day')}${about}`,
    ...hosts.slice(0, MOST_HOSTS).map((host) => hostLine(host, words)),
    ...(more > 0 ? [`  and ${amount(more, 'more host')}`] : []),
    ...(hostUntold > 0 ? [`  host not told: ${amount(hostUntold, 'message')}`] : []),
  ];
}

function hostLine({ host, messages, known, firstSeen, lastSeen }: ImpactHost, words: ImpactWords): string {
  const rest = messages === known ? 'all its mail' : `of ${words.count(known)}`;
  const days = firstSeen === lastSeen ? firstSeen : `${firstSeen} to ${lastSeen}`;
  return printable(`  ${host}: ${amount(messages, 'message')} (${rest}), ${days}`);
}
