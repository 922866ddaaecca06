import type * as vscode from 'vscode';
import { showError } from '../messages/errors';

/** What a command does; VS Code hands over what it was called on. */
export type CommandHandler = (...args: readonly unknown[]) => Promise<void> | void;

/** Runs a command: an error is logged and shown once, with a way to the log. */
export async function runGuarded(
  id: string,
  log: vscode.LogOutputChannel,
  run: () => Promise<void> | void,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    showError(id, error, log);
  }
}
