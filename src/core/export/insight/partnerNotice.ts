import { dayOf, formatDay } from '../../model/day';
import { RULE_STATES } from '../../model/ruleStates';
import type { RuleId } from '../../model/ruleTable';
import { formatCount, formatPercent } from '../../report/percent';
import { provingWords } from '../../report/provingWords';
import type { Insight } from '../../report/report';
import { fill } from '../../report/wording';
import { type ExportStrings, tlsName } from '../exportWording';
import { markdownList, markdownName, markdownText } from '../markdown/markdownText';
import type { InsightContent, InsightContext } from './insightContent';
import { peerTable } from './peerTable';

/** What a letter is about. */
type Matter = 'old' | 'none' | 'cipher' | 'force';

const MATTER_OF: Readonly<Record<RuleId, Matter>> = {
  'inbound-partner-tls10': 'old',
  'inbound-onpremises-tls10': 'old',
  'inbound-unknown-tls10': 'old',
  'inbound-tls11': 'old',
  'outbound-old-tls': 'old',
  'connector-without-tls': 'none',
  'forced-tls-broken': 'none',
  'tls10-turned-none': 'none',
  'weak-cipher': 'cipher',
  'could-force-tls': 'force',
  'protection-fell': 'none',
};

/** Whoever gets the letter has so many days. */
const DAYS_TO_ACT = 30;

/**
 * A letter about an insight to whoever runs the servers at the other side, in Markdown: connector, hosts, dates, counts, what to
 * change, by when. To be read before it is sent.
 */
export function partnerNotice(content: InsightContent, context: InsightContext): string {
  const { insight, peers } = content;
  const { strings } = context;
  const matter = MATTER_OF[insight.rule];
  const by = formatDay(dayOf(context.time) + DAYS_TO_ACT);
  const hosts = peerTable(peers, context);
  const blocks = [
    `# ${strings[`notice.title.${matter}`]}`,
    strings['notice.greeting'],
    `${foundSentence(insight, matter, context)} ${markdownText(strings[`notice.why.${matter}`])}`,
    ...(hosts.length === 0 ? [] : [`## ${strings['notice.hosts']}`, ...hosts]),
    ...exampleOf(content, strings),
    `## ${strings['notice.change']}`,
    markdownList(changes(insight, matter, strings).map(markdownText)),
    `## ${strings['notice.by']}`,
    fill(markdownText(strings[matter === 'force' ? 'notice.byDay.force' : 'notice.byDay']), `**${by}**`),
    `## ${strings['notice.check']}`,
    ...(insight.direction === 'inbound' ? [markdownText(strings['notice.check.inbound'])] : openSsl(strings)),
    strings['notice.regards'],
  ];
  return `${blocks.join('\n\n')}\n`;
}

function foundSentence(insight: Insight, matter: Matter, { strings, locale }: InsightContext): string {
  const { rule, direction, connector, messages, known, period, approximate } = insight;
  const versions = RULE_STATES[rule].map((state) => tlsName(strings, state)).join(' / ');
  const sentence =
    connector === null ? strings[`notice.found.noConnector.${direction}`] : strings[`notice.found.${direction}`];
  const found = fill(
    markdownText(fill(sentence, '{0}', '{1}', '{2}', formatCount(known, locale), formatCount(messages, locale))),
    period.start,
    period.end,
    markdownName(connector ?? ''),
    formatCount(known, locale),
    formatCount(messages, locale),
    formatPercent(messages, known, 1, locale),
    fill(strings[`notice.how.${matter}`], versions),
  );
  return approximate ? `${found} ${markdownText(strings['notice.approximate'])}` : found;
}

/** The words of the first proving line of a file, which need not be the first by date; the name of the file means nothing to the other side. */
function exampleOf({ insight, evidence }: InsightContent, strings: ExportStrings): string[] {
  const { file, line } = insight.first;
  const words = provingWords(evidence.find((one) => one.file === file && one.line === line)?.text ?? '');
  return words === '' ? [] : [fill(markdownText(strings['notice.example']), markdownName(words))];
}

function changes({ direction }: Insight, matter: Matter, strings: ExportStrings): string[] {
  switch (matter) {
    case 'old':
      return [
        strings[`notice.change.old.${direction}`],
        strings['notice.change.later'],
        ...(direction === 'inbound' ? [strings['notice.change.devices']] : []),
      ];
    case 'none':
      return [
        strings[`notice.change.none.${direction}`],
        ...(direction === 'inbound' ? [strings['notice.change.devices']] : []),
      ];
    default:
      return [strings[`notice.change.${matter}`]];
  }
}

function openSsl(strings: ExportStrings): string[] {
  const command = 'openssl s_client -connect HOST:25 -starttls smtp -tls1_2';
  return [markdownText(strings['notice.check.outbound']), `\`\`\`\n${command}\n\`\`\``];
}
