import { introductionSentences } from '../../report/causeSentences';
import { provingParts } from '../../report/provingWords';
import type { Insight, ProofLine } from '../../report/report';
import { connectorLabel, insightMessage, insightTitle } from '../../report/wording';
import { causeSentences, goneSentences } from '../insightWords';
import { type Markup, markup } from '../markup';
import { type AuditParts, around, own, section, sub, table } from './auditParts';

/** How many hosts are listed for an insight. */
const MOST_HOSTS = 10;

/** Insights with what proves them. */
export function findingsSection(parts: AuditParts): Markup {
  const { strings, report } = parts;
  return section(
    'findings',
    strings['findings.heading'],
    report.insights.length === 0
      ? markup`<p>${strings['findings.none']}</p>`
      : report.insights.map((insight) => finding(parts, insight)),
    gone(parts),
    mutedInsights(parts),
    silentRules(parts),
  );
}

function gone(parts: AuditParts): Markup | undefined {
  const sentences = goneSentences(parts).map((sentence) => markup`<li>${sentence}</li>`);
  return sentences.length === 0 ? undefined : markup`<ul class="rules">${sentences}</ul>`;
}

function mutedInsights({ strings, report, context }: AuditParts): Markup | undefined {
  const sentences = report.mutedInsights.map(
    (insight) => markup`<li>${insightMessage(strings, insight, context.locale)}</li>`,
  );
  return sentences.length === 0
    ? undefined
    : markup`<h3>${strings['muted.heading']}</h3><ul class="rules">${sentences}</ul>`;
}

function silentRules({ strings, words, report }: AuditParts): Markup | undefined {
  const sentences = words.silent(report).map((sentence) => markup`<li>${sentence}</li>`);
  return sentences.length === 0
    ? undefined
    : markup`<h3>${strings['silent.heading']}</h3><ul class="rules">${sentences}</ul>`;
}

function finding(parts: AuditParts, insight: Insight): Markup {
  const { strings, context } = parts;
  const { severity, rule, isNearMiss, first, last } = insight;
  const label = connectorLabel(strings, {
    direction: insight.direction,
    name: insight.connector,
    type: insight.connectorType,
  });
  const title = insightTitle(strings, rule, isNearMiss);
  const whole = insightMessage(strings, insight, context.locale);
  const message = whole.startsWith(`${title}: `) ? whole.slice(title.length + 2) : whole;
  const isOne = first.file === last.file && first.line === last.line;
  return markup`<article class="finding ${severity}"><h3><span class="severity">${strings[`insights.${severity}`]}</span>${title}</h3><p>${around(message, label)}</p>${proof(parts, strings['findings.first'], first)}${isOne ? undefined : proof(parts, strings['findings.last'], last)}${hosts(parts, insight)}${causes(parts, insight)}</article>\n`;
}

/** Where a line is, and its text where that is known. */
function proof(parts: AuditParts, title: string, line: ProofLine): Markup {
  const evidence = parts.content.evidence.find((one) => one.file === line.file && one.line === line.line);
  const text =
    evidence === undefined || evidence.text === ''
      ? undefined
      : markup`<pre class="evidence">${provingParts(evidence.text).map(({ text, isProof }) =>
          isProof ? markup`<strong>${text}</strong>` : text,
        )}${evidence.isCut ? ' …' : undefined}</pre>`;
  return markup`<p${text === undefined ? undefined : markup` class="proof"`}>${title}: <span class="where">${parts.where(line)}</span></p>${text}`;
}

function causes(parts: AuditParts, insight: Insight): Markup | undefined {
  const sentences = causeSentences(parts, insight).map((sentence) => markup`<li>${sentence}</li>`);
  return sentences.length === 0 ? undefined : markup`<ul class="rules">${sentences}</ul>`;
}

function hosts(parts: AuditParts, insight: Insight): Markup | undefined {
  const { strings, words } = parts;
  if (insight.hosts.length === 0) {
    return undefined;
  }
  return table(
    [
      { title: strings['hosts.host'], width: 30 },
      { title: strings['tls.messages'], isNumber: true, width: 10 },
      { title: strings['hosts.seen'], width: 22 },
      { title: strings['hosts.proof'] },
    ],
    insight.hosts
      .slice(0, MOST_HOSTS)
      .map((host) => [
        [own(host.host), introductionSentences(parts.strings, host).map((sentence) => sub(own(sentence)))],
        words.count(host.messages),
        [host.firstSeen, sub(host.lastSeen)],
        parts.where(host),
      ]),
    { caption: strings['findings.hosts'] },
  );
}
