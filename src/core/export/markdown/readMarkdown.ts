import { volumeOf } from '../../model/tls';
import { fill, leftOutMessage, problemMessage } from '../../report/wording';
import type { DocumentParts } from '../documentParts';
import { leftOutOf } from '../leftOut';
import { where } from './findingsMarkdown';
import { columnsFrom, markdownList, markdownTable, markdownText } from './markdownText';

/** How many problems are listed. */
const MOST_PROBLEMS = 20;

/** The files, what of them was used and left out, and why. */
export function readMarkdown(parts: DocumentParts): string[] {
  const { strings, words, report } = parts;
  const header = ['read.file', 'read.format', 'read.encoding', 'read.records', 'read.used', 'read.leftOut'] as const;
  const rows = report.files.map((file) => [
    markdownText(file.path),
    strings[`format.${file.format ?? 'unknown'}`],
    markdownText(file.encoding),
    words.count(file.records),
    words.count(file.used),
    words.count(file.records - file.used),
  ]);
  const titles = header.map((key) => strings[key]);
  return [
    markdownTable(titles, rows, columnsFrom(3, header.length)),
    markdownText(strings['read.sum']),
    ...reasons(parts),
    ...problems(parts),
  ];
}

function reasons({ strings, words, report }: DocumentParts): string[] {
  const rows = leftOutOf(report).map(([reason, records]) => [
    markdownText(leftOutMessage(strings, reason)),
    words.count(records),
  ]);
  const header = [strings['read.reason'], strings['read.records']];
  return rows.length === 0
    ? []
    : [`### ${strings['read.reasons']}`, markdownTable(header, rows, columnsFrom(1, header.length))];
}

function problems(parts: DocumentParts): string[] {
  const { strings, words, report } = parts;
  const total = volumeOf(report.files.map(({ problemCount }) => problemCount));
  if (total === 0) {
    return [];
  }
  const all = report.files.flatMap((file) => file.problems.map((problem) => ({ file: file.path, ...problem })));
  const listed = all.slice(0, MOST_PROBLEMS).map(({ file, line, reason, detail }) => {
    const place = line === 0 ? file : where(parts, { file, line });
    return markdownText(`${place}: ${problemMessage(strings, reason, detail)}`);
  });
  const more = fill(strings['read.more'], words.count(listed.length), words.count(total));
  return [
    `### ${strings['read.problems']}`,
    markdownList(listed),
    ...(listed.length < total ? [markdownText(more)] : []),
  ];
}
