import { volumeOf } from '../../model/tls';
import type { FileReport } from '../../report/report';
import { fill, leftOutMessage, problemMessage } from '../../report/wording';
import { leftOutOf } from '../leftOut';
import { type Markup, type MarkupValue, markup } from '../markup';
import { type AuditParts, own, section, sub, table } from './auditParts';

/** How many problems are listed. */
const MOST_PROBLEMS = 50;

/** The files, what of them was used and left out, and why. */
export function readSection(parts: AuditParts): Markup {
  const { strings } = parts;
  return section(
    'read',
    strings['read.heading'],
    filesTable(parts),
    markup`<p class="note">${strings['read.sum']}</p>`,
    reasonsTable(parts),
    problemsTable(parts),
  );
}

function filesTable(parts: AuditParts): Markup {
  const { strings, report } = parts;
  return table(
    [
      { title: strings['read.file'], width: 35 },
      { title: strings['read.format'], width: 25 },
      { title: strings['read.records'], isNumber: true },
      { title: strings['read.used'], isNumber: true },
      { title: strings['read.leftOut'], isNumber: true },
    ],
    report.files.map((file) => fileRow(parts, file)),
  );
}

function fileRow({ strings, words }: AuditParts, file: FileReport): MarkupValue[] {
  const { sessions } = file;
  const about = [
    strings[`format.${file.format ?? 'unknown'}`],
    file.encoding === '' ? undefined : sub(file.encoding),
    sessions === undefined
      ? undefined
      : sub(fill(strings['read.sessions'], words.count(sessions.total), words.count(sessions.withoutMessage))),
  ];
  return [
    own(file.path),
    about,
    words.count(file.records),
    words.count(file.used),
    words.count(file.records - file.used),
  ];
}

function reasonsTable({ strings, words, report }: AuditParts): Markup | undefined {
  const reasons = leftOutOf(report);
  return reasons.length === 0
    ? undefined
    : table(
        [{ title: strings['read.reason'] }, { title: strings['read.records'], isNumber: true }],
        reasons.map(([reason, records]) => [leftOutMessage(strings, reason), words.count(records)]),
        { caption: strings['read.reasons'] },
      );
}

function problemsTable({ strings, words, report }: AuditParts): Markup {
  const total = volumeOf(report.files.map(({ problemCount }) => problemCount));
  const problems = report.files.flatMap((file) => file.problems.map((problem) => ({ path: file.path, ...problem })));
  const listed = problems.slice(0, MOST_PROBLEMS);
  if (total === 0) {
    return markup`<p>${strings['read.noProblems']}</p>`;
  }
  const more = fill(strings['read.more'], words.count(listed.length), words.count(total));
  return markup`${table(
    [
      { title: strings['read.file'], width: 30 },
      { title: strings['hosts.line'], isNumber: true, width: 10 },
      { title: strings['read.problem'] },
    ],
    listed.map(({ path, line, reason, detail }) => [
      own(path),
      line === 0 ? strings['read.wholeFile'] : String(line),
      own(problemMessage(strings, reason, detail)),
    ]),
    { caption: strings['read.problems'] },
  )}${listed.length < total ? markup`<p class="note">${more}</p>` : undefined}`;
}
