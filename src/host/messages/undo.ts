import * as vscode from 'vscode';
import { messageOf } from '../../core/messageOf';

/** Says what was done, and takes it back where the user wants that. Nobody waits: a notification may stay as long as it likes. */
export function offerUndo(message: string, takeBack: () => Thenable<unknown>): void {
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, undo).then(async (answer) => {
    try {
      await (answer === undo ? takeBack() : undefined);
    } catch (error) {
      await vscode.window.showErrorMessage(messageOf(error));
    }
  });
}
