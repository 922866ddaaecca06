import type { BaselineState, BaselineVerdict } from '../compare/baseline';
import { snapshotWords } from '../compare/insightSentence';
import { amount } from './amount';
import { ENGLISH_NAMES } from './names';
import { formatCount } from './percent';
import { printable } from './printable';
import type { ChangedHost, HostChanges, Insight, MailFlowReport, OffendingHost, OffendingName } from './report';
import { silentRuleSentence } from './silentRule';
import { connectorLabel, ENGLISH_WORDING, insightMessage } from './wording';

/** How many names a line has. */
const MOST_NAMES = 5;
/** How many hosts that changed are printed, of a connector and a kind. */
const MOST_CHANGED = 10;

/** Who is behind each warning, and whose repair would end it, in English. */
export function causeLines({ insights }: MailFlowReport): string[] {
  return insights.filter(({ severity }) => severity === 'warning').flatMap(causesOf);
}

function causesOf(insight: Insight): string[] {
  const { rule, direction, connector, connectorType, hosts, hostCount, hostUntold, senders, ciphers } = insight;
  const label = connectorLabel(ENGLISH_WORDING, { direction, name: connector, type: connectorType });
  const hostNames = hosts.map((host) => ({ ...host, name: hostAndNames(host) }));
  const untold = hostUntold === null || hostUntold === 0 ? [] : [`host not told: ${amount(hostUntold, 'message')}`];
  return [
    `  ${rule}, ${label}`,
    ...[
      ...nameList('hosts', hostNames, hostCount),
      ...untold,
      ...nameList('senders', senders, senders.length),
      ...nameList('ciphers', ciphers, ciphers.length),
      ...repairOf(insight),
    ].map((line) => `    ${line}`),
  ].map(printable);
}

/** "192.0.2.7 = mail.fabrikam.example [CN=mail.fabrikam.example, expires 2026-05-01]" */
function hostAndNames({ host, names, certificates }: OffendingHost): string {
  const [name] = names;
  const [certificate] = certificates;
  const until = (certificate?.expires ?? null) === null ? '' : `, expires ${certificate?.expires}`;
  const shown = certificate === undefined ? '' : ` [${certificate.subject}${until}]`;
  return `${host}${name === undefined ? '' : ` = ${name}`}${shown}`;
}

/** "hosts: 192.0.2.7 (120, 2026-03-02 to 2026-03-07) · and 3 more" */
function nameList(title: string, names: readonly OffendingName[], count: number): string[] {
  const shown = names.slice(0, MOST_NAMES).map(({ name, messages, firstSeen, lastSeen }) => {
    const days = firstSeen === lastSeen ? firstSeen : `${firstSeen} to ${lastSeen}`;
    return `${name} (${formatCount(messages, 'en')}, ${days})`;
  });
  const more = count - shown.length;
  return shown.length === 0 ? [] : [`${title}: ${[...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(' · ')}`];
}

function repairOf({ repair }: Insight): string[] {
  if (repair === null) {
    return [];
  }
  const { hosts, hostCount, remaining, isEnough } = repair;
  const left = `${amount(remaining, 'message')} would be left`;
  if (!isEnough) {
    return [`repair of every host that is told would not clear it: ${left}`];
  }
  const more = hostCount - Math.min(hosts.length, MOST_NAMES);
  const names = hosts.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [`cleared by repair of ${amount(hostCount, 'host')}: ${names}; ${left}`];
}

/** Which hosts gave up TLS 1.0 and 1.1, and for what, in English. */
export function hostChangeLines({ hostChanges }: MailFlowReport): string[] {
  return hostChanges.flatMap(({ direction, connector, connectorType, stopped, lost }) => [
    printable(`  ${connectorLabel(ENGLISH_WORDING, { direction, name: connector, type: connectorType })}`),
    ...changedLines('for plain text', lost),
    ...changedLines('for TLS 1.2 or newer', stopped),
  ]);
}

function changedLines(what: string, { count, hosts }: HostChanges['lost']): string[] {
  const line = ({ host, messages, lastOld, since }: ChangedHost): string =>
    printable(`      ${host}: ${amount(messages, 'message')} with old TLS until ${lastOld}, otherwise since ${since}`);
  const shown = hosts.slice(0, MOST_CHANGED);
  const more = count - shown.length;
  return count === 0
    ? []
    : [
        `    ${what}: ${amount(count, 'host')}`,
        ...shown.map(line),
        ...(more > 0 ? [`      and ${amount(more, 'more host')}`] : []),
      ];
}

/** What the baseline knows already, and what of it is gone, in English. */
export function baselineLines(report: MailFlowReport, { period, states, gone }: BaselineVerdict): string[] {
  const count = (state: BaselineState): number => states.filter((one) => one === state).length;
  const known = report.insights.filter((_, index) => states[index] === 'known');
  const days = period === null ? 'without messages' : `of ${period.start} to ${period.end} (UTC)`;
  return [
    `  Baseline ${days}: ${count('new')} new, ${count('worse')} worse, ${count('known')} known, ${gone.length} gone`,
    ...quietLines(known).map((line) => line.replace('  ', '  known: ')),
    ...gone.map((insight) => {
      const { connector } = snapshotWords(ENGLISH_WORDING, insight);
      return printable(`  gone: ${insight.rule}: ${connector} (${insight.direction})`);
    }),
  ];
}

/** The rules that say nothing for want of data: their silence is no good sign. */
export function silentLines({ silentRules }: MailFlowReport): string[] {
  return silentRules.map((silent) => `  ${silentRuleSentence({ ...ENGLISH_WORDING, ...ENGLISH_NAMES }, silent)}`);
}

/** Not in the form of what is warned about, which other programs look for. */
export function quietLines(insights: readonly Insight[]): string[] {
  return insights.map((insight) => `  ${insight.rule}: ${printable(insightMessage(ENGLISH_WORDING, insight, 'en'))}`);
}
