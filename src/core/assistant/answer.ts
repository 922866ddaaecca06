import { REDACT_ALL, redact } from '../export/redact';
import { knownOf, TLS_STATES } from '../model/tls';
import { weakestFirst } from '../report/glance';
import { roundPercent } from '../report/percent';
import type { MailFlowReport } from '../report/report';
import { connectorLabel, ENGLISH_WORDING } from '../report/wording';
import type { AssistantQuestion } from './question';

/** Of one analysis; the answer says how many there are. */
const MOST_CONNECTORS = 50;

/** An analysis that an assistant may hear of. */
export interface AskedAnalysis {
  readonly title: string;
  readonly report: MailFlowReport;
}

/**
 * What an assistant is told: connectors with messages in the states that it asks for, with what their days add up to. No hosts, no
 * senders, no lines. `withNames`: connectors and files by their names; else each is a stand-in.
 */
export function assistantAnswer(
  analyses: readonly AskedAnalysis[],
  question: AssistantQuestion,
  withNames: boolean,
): object {
  return {
    question,
    namesAreStandIns: !withNames,
    note: 'Counts are messages. Percentages are of messages whose TLS state is known; "unknown" is not "none" (without TLS).',
    analyses: analyses.map(({ title, report }, position) => ({
      name: withNames ? title : `Analysis ${position + 1}`,
      ...figures(withNames ? report : withoutNames(report), question),
    })),
  };
}

function withoutNames(report: MailFlowReport): MailFlowReport {
  return redact({ report, peers: [], evidence: [], redaction: null }, REDACT_ALL).report;
}

function figures(report: MailFlowReport, { tls: asked, direction }: AssistantQuestion): object {
  const positions = asked.map((state) => TLS_STATES.indexOf(state));
  const inDirection = report.connectors.filter((one) => direction === null || one.direction === direction);
  const found = weakestFirst(inDirection).filter(({ tls }) => positions.some((position) => (tls[position] ?? 0) > 0));
  return {
    period: report.period,
    connectors: inDirection.length,
    connectorsFound: found.length,
    found: found.slice(0, MOST_CONNECTORS).map(({ connector, messages, tls, approximate }) => ({
      connector: connectorLabel(ENGLISH_WORDING, connector),
      direction: connector.direction,
      type: connector.type,
      forcedTls: connector.forcedTls,
      messages,
      approximate,
      tls: Object.fromEntries(
        TLS_STATES.flatMap((state, position) => {
          const count = tls[position] ?? 0;
          const percent = state === 'unknown' ? {} : { percent: roundPercent(count, knownOf(tls), 1) };
          return count === 0 ? [] : [[state, { messages: count, ...percent }]];
        }),
      ),
    })),
  };
}
