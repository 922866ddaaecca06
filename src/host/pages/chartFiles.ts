import * as vscode from 'vscode';
import type { ChartPicture } from '../../protocol/chartPicture';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { proposedTarget } from '../export/exportChoice';

/** Writes charts that a page has drawn to where the user wants them. */
export class ChartFiles {
  /** Where the last one was written. */
  #folder: vscode.Uri | undefined;

  /** Asks where to, writes, and offers to open it. Rejects where it cannot be written. */
  async save({ name, format, content }: ChartPicture, analysis: ExportAnalysis): Promise<void> {
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save Chart'),
      defaultUri: proposedTarget(analysis.set, this.#folder, `${name}.${format}`),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (target === undefined) {
      return;
    }
    if (analysis.reads(target)) {
      throw new Error(vscode.l10n.t('The report cannot take the place of a file that it is about.'));
    }
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(target, bytes);
    this.#folder = vscode.Uri.joinPath(target, '..');
    const open = vscode.l10n.t('Open');
    const message = vscode.l10n.t('The chart was written to {0}.', vscode.workspace.asRelativePath(target));
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.commands.executeCommand('vscode.open', target);
    }
  }
}
