import * as vscode from 'vscode';
import { errorKind } from './logLines';

/** What a command does; VS Code hands over what it was called on. */
export type CommandHandler = (...args: readonly unknown[]) => Promise<void> | void;

/**
 * Runs a command: an error is logged and shown once, with a way to the log. What an error says may name files, hosts or addresses: the user sees it, the log gets it only where the user has asked it for
 * more than usual.
 */
export async function runGuarded(
  id: string,
  log: vscode.LogOutputChannel,
  run: () => Promise<void> | void,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) {
      return;
    }
    log.error(`${id}: ${errorKind(error)}`);
    log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await showError(error instanceof Error ? error.message : String(error), log);
  }
}

let shown: Promise<unknown> | undefined;

/** Shows an error with a way to the log; one at a time, each as soon as the one before is gone. */
async function showError(message: string, log: vscode.LogOutputChannel): Promise<void> {
  await shown;
  const showLog = vscode.l10n.t('Show Log');
  const answer = vscode.window.showErrorMessage(message, showLog);
  shown = Promise.resolve(answer);
  if ((await answer) === showLog) {
    log.show(true);
  }
}
