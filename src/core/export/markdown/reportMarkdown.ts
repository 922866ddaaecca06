import { fill } from '../../report/wording';
import type { ExportContent, ExportContext } from '../content';
import { DocumentParts } from '../documentParts';
import { redactionSentences } from '../exportWording';
import { utcTime } from '../times';
import { connectorsMarkdown, resultMarkdown } from './figuresMarkdown';
import { findingsMarkdown } from './findingsMarkdown';
import { markdownList, markdownText } from './markdownText';
import { overTimeMarkdown } from './overTimeMarkdown';
import { readMarkdown } from './readMarkdown';

/** The report as a Markdown summary: for a ticket, a wiki, a merge request. Of lines it shows the words that prove something. */
export function reportMarkdown(content: ExportContent, context: ExportContext): string {
  const parts = new DocumentParts(content, context);
  const { strings, words, report } = parts;
  const blocks = [
    `# ${strings['export.title']}`,
    `**${strings['export.period']}:** ${markdownText(words.period(report))}`,
    `## ${strings['result.heading']}`,
    ...resultMarkdown(parts),
    `## ${strings['findings.heading']}`,
    ...findingsMarkdown(parts),
    `## ${strings['connectors.heading']}`,
    ...connectorsMarkdown(parts),
    `## ${strings['trend.heading']}`,
    ...overTimeMarkdown(parts),
    `## ${strings['read.heading']}`,
    ...readMarkdown(parts),
    `## ${strings['counting.heading']}`,
    markdownList(words.rules(report).map(markdownText)),
    `## ${strings['about.heading']}`,
    markdownText(fill(strings['about.made'], context.version, utcTime(context.time))),
    markdownText(redactionSentences(strings, content.redaction).join(' ')),
  ];
  return `${blocks.join('\n\n')}\n`;
}
