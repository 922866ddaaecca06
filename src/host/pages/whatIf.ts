import * as vscode from 'vscode';
import { keyOf } from '../../core/report/connectorReport';
import type { ConnectorFlow } from '../../core/report/report';
import { askImpact } from '../../core/whatIf/askImpact';
import { type Impact, WITHOUT_TLS } from '../../core/whatIf/impact';
import { impactMarkdown } from '../../core/whatIf/impactMarkdown';
import { ImpactWords } from '../../core/whatIf/impactWords';
import { redactImpact } from '../../core/whatIf/redactImpact';
import { MOST_IMPACT_HOSTS, type ShownImpact } from '../../protocol/messages';
import { refusedStates, type Supposed } from '../../protocol/supposed';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { exportStrings } from '../strings';

/** Works out what would have come of something; null while the files are being read, or where there is no such connector. */
export async function whatIf(analysis: ExportAnalysis, supposed: Supposed): Promise<ShownImpact | null> {
  const { state } = analysis;
  if (state.kind !== 'done') {
    return null;
  }
  const { report } = state;
  const isAsked = (one: ConnectorFlow): boolean => supposed.kind === 'refuse' || keyOf(one) === supposed.connector;
  if (supposed.kind === 'force' && !report.connectors.some(isAsked)) {
    return null;
  }
  const states = supposed.kind === 'refuse' ? refusedStates(supposed.upTo) : WITHOUT_TLS;
  const impact = await analysis.ask((asked) => askImpact(asked, report, states, isAsked));
  return impact === null ? null : shown(impact);
}

function shown(impact: Impact): ShownImpact {
  const [strings, { language }] = [exportStrings(), vscode.env];
  const words = new ImpactWords(strings, language);
  return {
    title: words.title(impact),
    sentences: words.sentences(impact),
    impact: {
      ...impact,
      connectors: impact.connectors.map((one) => ({ ...one, hosts: one.hosts.slice(0, MOST_IMPACT_HOSTS) })),
    },
    markdown: impactMarkdown(impact, strings, language),
    redactedMarkdown: impactMarkdown(redactImpact(impact, { connectors: true }), strings, language),
  };
}
