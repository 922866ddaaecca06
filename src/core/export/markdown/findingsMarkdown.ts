import { introductionSentences } from '../../report/causeSentences';
import { provingWords } from '../../report/provingWords';
import type { Insight, OffendingHost, ProofLine } from '../../report/report';
import { fill, insightMessage } from '../../report/wording';
import type { DocumentParts } from '../documentParts';
import { causeSentences, goneSentences } from '../insightWords';
import { markdownCode, markdownList, markdownText } from './markdownText';

/** How many hosts are listed for an insight. */
const MOST_HOSTS = 10;

/** Insights with the lines that prove them and the hosts behind them. */
export function findingsMarkdown(parts: DocumentParts): string[] {
  const { strings, words, report } = parts;
  const gone = goneSentences(parts).map(markdownText);
  const silent = words.silent(report).map(markdownText);
  return [
    ...(report.insights.length === 0
      ? [markdownText(strings['findings.none'])]
      : report.insights.flatMap((insight) => finding(parts, insight))),
    ...(gone.length === 0 ? [] : [markdownList(gone)]),
    ...(report.mutedInsights.length === 0 ? [] : [`### ${strings['muted.heading']}`, muted(parts)]),
    ...(silent.length === 0 ? [] : [`### ${strings['silent.heading']}`, markdownList(silent)]),
  ];
}

function muted({ strings, report, context }: DocumentParts): string {
  return markdownList(
    report.mutedInsights.map((insight) => markdownText(insightMessage(strings, insight, context.locale))),
  );
}

function finding(parts: DocumentParts, insight: Insight): string[] {
  const { strings, context } = parts;
  const { first, last, hosts } = insight;
  const message = markdownText(insightMessage(strings, insight, context.locale));
  const isOne = first.file === last.file && first.line === last.line;
  const evidence = [
    proof(parts, strings['findings.first'], first),
    ...(isOne ? [] : [proof(parts, strings['findings.last'], last)]),
    ...hosts.slice(0, MOST_HOSTS).map((host) => markdownText(hostLine(parts, host))),
  ];
  evidence.push(...causeSentences(parts, insight).map(markdownText));
  const severity = strings[`insights.${insight.severity}`];
  return [`**${severity}** (${markdownText(insight.rule)}): ${message}`, markdownList(evidence)];
}

function hostLine(parts: DocumentParts, host: OffendingHost): string {
  const { strings, words } = parts;
  const { messages, firstSeen, lastSeen } = host;
  const values = [host.host, words.count(messages), where(parts, host), firstSeen, lastSeen];
  return [fill(strings['findings.hostLine'], ...values), ...introductionSentences(parts.strings, host)].join('. ');
}

function proof(parts: DocumentParts, title: string, line: ProofLine): string {
  const evidence = parts.content.evidence.find((one) => one.file === line.file && one.line === line.line);
  const words = provingWords(evidence?.text ?? '');
  return `${title}: ${markdownText(where(parts, line))}${words === '' ? '' : `: ${markdownCode(words)}`}`;
}

/** "export.csv, line 12". */
export function where({ strings }: DocumentParts, { file, line }: ProofLine): string {
  return fill(strings.lineOfFile, file, String(line));
}
