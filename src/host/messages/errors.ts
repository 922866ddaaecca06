import * as vscode from 'vscode';
import { messageOf } from '../../core/messageOf';
import { errorKind } from './logLines';

/** One that stays in the way this long without an answer, in milliseconds, may have been put out of sight: the next one is shown. */
const PATIENCE = 8000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Logs an error of something that the user has asked for, and shows it once, with a way to the log: one at a time. What it says
 * may name files, hosts or addresses: the user sees it, the log gets it only where the user has asked it for more than usual.
 */
export function showError(what: string, error: unknown, log: vscode.LogOutputChannel): void {
  if (error instanceof vscode.CancellationError) {
    return;
  }
  log.error(`${what}: ${errorKind(error)}`);
  log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const message = messageOf(error);
  turn = turn.then(() => show(message, log));
}

/** Resolves when the message is gone, or has been there for long. */
async function show(message: string, log: vscode.LogOutputChannel): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const answered = vscode.window.showErrorMessage(message, showLog).then((answer) => {
    if (answer === showLog) {
      log.show(true);
    }
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([answered, patience]);
  clearTimeout(timer);
}
