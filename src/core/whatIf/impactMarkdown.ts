import type { ExportStrings } from '../export/exportWording';
import { markdownTable, markdownText } from '../export/markdown/markdownText';
import { connectorLabel, fill } from '../report/wording';
import type { ConnectorImpact, Impact } from './impact';
import { ImpactWords } from './impactWords';

/** How many hosts of a connector are listed. */
const MOST_HOSTS = 50;

/** An impact as a Markdown document. */
export function impactMarkdown(impact: Impact, strings: ExportStrings, locale: string): string {
  const words = new ImpactWords(strings, locale);
  const days = impact.days
    .filter(({ messages }) => messages > 0)
    .map((day) => [
      day.date,
      words.count(day.messages),
      words.count(day.volume),
      words.hosts(day),
      words.count(day.connectors),
    ]);
  const header = [
    strings['details.date'],
    strings['whatIf.refused'],
    strings['details.volume'],
    strings['whatIf.hostsHit'],
    strings['whatIf.connectorsHit'],
  ];
  const blocks = [
    `# ${markdownText(words.title(impact))}`,
    ...words.sentences(impact).map(markdownText),
    ...(days.length === 0 ? [] : [markdownTable(header, days, new Set([1, 2, 3, 4]))]),
    ...impact.connectors.flatMap((connector) => connectorBlocks(connector, strings, words)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function connectorBlocks(connector: ConnectorImpact, strings: ExportStrings, words: ImpactWords): string[] {
  const { messages, volume, unknown, hosts, hostUntold } = connector;
  const rows = hosts
    .slice(0, MOST_HOSTS)
    .map(({ host, messages: hit, known, firstSeen, lastSeen }) => [
      markdownText(host),
      words.count(hit),
      hit === known ? strings['details.yes'] : strings['details.no'],
      firstSeen,
      lastSeen,
    ]);
  const header = ['hosts.host', 'whatIf.refused', 'whatIf.allOfIt', 'hosts.firstSeen', 'hosts.lastSeen'] as const;
  const counts = [words.count(messages), words.count(volume), words.share(connector)];
  const left = hosts.length - rows.length;
  return [
    `## ${markdownText(connectorLabel(strings, connector))}`,
    markdownText(fill(strings['whatIf.connector'], ...counts)),
    ...(unknown === 0 ? [] : [markdownText(fill(strings['whatIf.unknown'], words.count(unknown)))]),
    ...(rows.length === 0
      ? []
      : [
          markdownTable(
            header.map((title) => strings[title]),
            rows,
            new Set([1]),
          ),
        ]),
    ...(left === 0 ? [] : [markdownText(fill(strings['hosts.otherHosts'], words.count(left)))]),
    ...(hostUntold === 0 ? [] : [markdownText(fill(strings['causes.untold'], words.count(hostUntold)))]),
  ];
}
