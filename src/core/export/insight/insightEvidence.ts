import { formatCount } from '../../report/percent';
import { provingWords } from '../../report/provingWords';
import type { ProofLine } from '../../report/report';
import { fill, insightAdvice, insightMessage } from '../../report/wording';
import { markdownCode, markdownList, markdownText } from '../markdown/markdownText';
import type { InsightContent, InsightContext } from './insightContent';
import { peerTable } from './peerTable';

/** So many hosts have a line of their own. */
const MOST_HOSTS = 5;

/** What proves an insight, as Markdown for a ticket or a mail: the sentence, counts, hosts, and lines as `FILE:LINE`. */
export function insightEvidence(content: InsightContent, context: InsightContext): string {
  const { insight, peers, evidence } = content;
  const { strings, locale } = context;
  const { rule, severity, first, last, hosts } = insight;
  const isOne = first.file === last.file && first.line === last.line;
  const proof = (title: string, line: ProofLine): string => {
    const text = evidence.find((one) => one.file === line.file && one.line === line.line)?.text ?? '';
    const words = provingWords(text);
    return `${title}: ${markdownCode(place(line))}${words === '' ? '' : `: ${markdownCode(words)}`}`;
  };
  const lines = [
    proof(strings['findings.first'], first),
    ...(isOne ? [] : [proof(strings['findings.last'], last)]),
    ...hosts.slice(0, MOST_HOSTS).map((host) => {
      const count = formatCount(host.messages, locale);
      return `${markdownText(fill(strings['evidence.host'], host.host, count))}: ${markdownCode(place(host))}`;
    }),
  ];
  const blocks = [
    `**${strings[`insights.${severity}`]}** (${markdownText(rule)}): ${markdownText(insightMessage(strings, insight, locale))}`,
    markdownText(insightAdvice(strings, rule)),
    ...peerTable(peers, context),
    markdownList(lines),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function place({ file, line }: ProofLine): string {
  return `${file}:${line}`;
}
