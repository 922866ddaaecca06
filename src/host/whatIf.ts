import * as vscode from 'vscode';
import { peersOfAll } from '../core/export/exportReport';
import { keyOf } from '../core/report/connectorReport';
import { type Impact, impactOf, WITHOUT_TLS } from '../core/whatIf/impact';
import { impactMarkdown } from '../core/whatIf/impactMarkdown';
import { ImpactWords } from '../core/whatIf/impactWords';
import { MOST_IMPACT_HOSTS, type ShownImpact } from '../protocol/messages';
import { refusedStates, type Supposed } from '../protocol/supposed';
import type { ExportAnalysis } from './exportAnalysis';
import { exportStrings } from './strings';

/** Works out what would have come of something; null while the files are being read, or where there is no such connector. */
export async function whatIf(analysis: ExportAnalysis, supposed: Supposed): Promise<ShownImpact | null> {
  const { state } = analysis;
  if (state.kind !== 'done') {
    return null;
  }
  const { report } = state;
  const isMeant = supposed.kind === 'refuse' || report.connectors.some((one) => keyOf(one) === supposed.connector);
  const peers = isMeant ? await analysis.ask((asked) => peersOfAll(asked, report)) : null;
  if (peers === null) {
    return null;
  }
  const impact =
    supposed.kind === 'refuse'
      ? impactOf(report, peers, refusedStates(supposed.upTo))
      : impactOf(report, peers, WITHOUT_TLS, (one) => keyOf(one) === supposed.connector);
  return shown(impact);
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
    hostCounts: impact.connectors.map(({ hosts }) => hosts.length),
    markdown: impactMarkdown(impact, strings, language),
  };
}
