import { volumeOf } from '../../model/tls';
import { fill } from '../../report/wording';
import type { ExportContent, ExportContext } from '../content';
import { redactionSentences } from '../exportWording';
import { Markup, type MarkupValue, markup } from '../markup';
import { utcTime } from '../times';
import { AuditParts, section } from './auditParts';
import { AUDIT_STYLE, AUDIT_STYLE_HASH } from './auditStyle';
import { connectorsSection } from './connectorsSection';
import { daysSection } from './daysSection';
import { findingsSection } from './findingsSection';
import { hostsSection } from './hostsSection';
import { overTimeSection } from './overTimeSection';
import { readSection } from './readSection';
import { resultSection } from './resultSection';

/** Nothing is fetched and nothing runs; the one style is known by its hash. */
const POLICY = `default-src 'none'; style-src '${AUDIT_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * The whole report as one HTML file for an auditor: no script, nothing fetched, made to be printed on A4. Remote hosts are
 * those of `content.peers`.
 */
export function auditPage(content: ExportContent, context: ExportContext): string {
  const parts = new AuditParts(content, context);
  const { strings } = context;
  const page = markup`<!DOCTYPE html>
<html lang="${context.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${strings['export.title']}: ${parts.words.period(content.report)}</title>
<style>${new Markup(AUDIT_STYLE)}</style>
</head>
<body>
${heading(parts)}
<main>
${resultSection(parts)}${findingsSection(parts)}${connectorsSection(parts)}${daysSection(parts)}${overTimeSection(parts)}${hostsSection(parts)}${readSection(parts)}${rulesSection(parts)}</main>
${aboutSection(parts)}
</body>
</html>
`;
  return page.text;
}

function heading(parts: AuditParts): Markup {
  const { strings, words, report, context } = parts;
  const used = report.files.filter((file) => file.used > 0).length;
  const records = volumeOf(report.files.map((file) => file.records));
  const usedRecords = volumeOf(report.files.map((file) => file.used));
  const facts: readonly (readonly [string, MarkupValue])[] = [
    [strings['export.period'], words.period(report)],
    [strings['export.files'], fill(strings['export.fileCount'], words.count(report.files.length), words.count(used))],
    [
      strings['export.records'],
      fill(
        strings['export.recordCount'],
        ...[records, usedRecords, records - usedRecords].map((one) => words.count(one)),
      ),
    ],
    [strings['export.made'], fill(strings['export.madeAt'], utcTime(context.time))],
    [strings['export.program'], `Mail Flow Insights ${context.version}`],
  ];
  return markup`<header><p class="overline">Mail Flow Insights</p><h1>${strings['export.title']}</h1><p class="lead">${strings['export.lead']}</p><dl class="facts">${facts.map(
    ([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl>${parts.content.redaction === null ? undefined : markup`<div class="redaction">${redactionParts(parts)}</div>`}</header>`;
}

function redactionParts({ strings, content }: AuditParts): Markup[] {
  return redactionSentences(strings, content.redaction).map((sentence) => markup`<p>${sentence}</p>`);
}

function rulesSection({ strings, words, report }: AuditParts): Markup {
  const rules = words.rules(report).map((rule) => markup`<li>${rule}</li>`);
  return section('counting', strings['counting.heading'], markup`<ul class="rules">${rules}</ul>`);
}

function aboutSection(parts: AuditParts): Markup {
  const { strings, context } = parts;
  const made = fill(strings['about.made'], context.version, utcTime(context.time));
  return markup`<footer>${section('about', strings['about.heading'], markup`<p>${made}</p>`, redactionParts(parts))}</footer>`;
}
