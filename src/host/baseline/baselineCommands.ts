import * as vscode from 'vscode';
import { baselineJson } from '../../core/compare/baseline';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { reportOf } from '../analysis/whenRead';
import { offerUndo } from '../messages/undo';
import { resolvePath, writtenPath } from '../settings/pathSettings';
import { BASELINE, SECTION } from '../settings/settingNames';
import { targetOf, writeRest } from '../settings/writtenSettings';
import { baselineUri } from './baselineFile';

/** Where a baseline is written to if nobody says otherwise: in the workspace, where it can be put under version control. */
const USUAL_PLACE = '.vscode/mail-flow-baseline.json';

/**
 * Writes what is known now, and has later readings held against it. `given`: where to, if that need not be asked for. True
 * where a baseline was written.
 */
export async function saveBaseline(analysis: ExportAnalysis, given: unknown, store: AnalysisStore): Promise<boolean> {
  const report = await reportOf(analysis, store);
  if (report.period === null) {
    throw new Error(vscode.l10n.t('There is nothing to save: no message was counted.'));
  }
  const { uri } = analysis;
  const target = given instanceof vscode.Uri ? given : await askForPlace(uri);
  if (target === undefined) {
    return false;
  }
  if (analysis.reads(target)) {
    throw new Error(vscode.l10n.t('The baseline cannot take the place of a file that the report is about.'));
  }
  const text = `${JSON.stringify(baselineJson(report, Date.now()), null, 2)}\n`;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const path = writtenPath(target, uri);
  if (settings.get(BASELINE) !== path) {
    await settings.update(BASELINE, path, targetOf(settings, BASELINE));
  }
  const message = vscode.l10n.t('Baseline saved to {0}.', vscode.workspace.asRelativePath(target));
  vscode.window.setStatusBarMessage(message, 8000);
  return true;
}

/** Has nothing held against a baseline any more. The file stays where it is. */
export async function forgetBaseline(home: vscode.Uri | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, home);
  if (home === undefined || baselineUri(home) === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no baseline.'));
    return;
  }
  const path = settings.get<string>(BASELINE);
  const target = await writeRest(settings, BASELINE, '', true);
  const message = vscode.l10n.t('Nothing is held against the baseline any more. Its file stays.');
  offerUndo(message, () => settings.update(BASELINE, path, target));
}

function askForPlace(home: vscode.Uri): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save as Baseline'),
    defaultUri: baselineUri(home) ?? resolvePath(USUAL_PLACE, home),
    filters: { JSON: ['json'] },
  });
}
