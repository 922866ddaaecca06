import * as vscode from 'vscode';
import { isMuted } from '../../core/insights/mute';
import { insightConnectorKey } from '../../core/report/connectorReport';
import type { InsightRequest } from '../../protocol/insightActions';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { mutes } from '../settings/settings';
import { savedSet } from '../sources/sourceSet';
import type { InsightRef } from './insightRef';

/** Does what a page asks for about an insight of its report: the same commands as at entries in Problems. */
export function actOnInsight({ uri, set, state }: ExportAnalysis, { action, rule, connector }: InsightRequest): void {
  const run = (command: string, ...given: readonly unknown[]): void => {
    void vscode.commands.executeCommand(`mailFlow.${command}`, ...given);
  };
  if (action === 'showGuidance') {
    run(action, rule);
  } else if (action === 'unmute') {
    const muted = state.kind === 'done' ? state.report.mutedInsights : [];
    const insight = muted.find((one) => one.rule === rule && insightConnectorKey(one) === connector);
    if (insight !== undefined) {
      const own = mutes(uri).filter((mute) => isMuted(insight, [mute]));
      run('mutedConnectors', uri, own);
    }
  } else {
    run(action, uri, { rule, connector, set: savedSet(set) } satisfies InsightRef);
  }
}
