import * as vscode from 'vscode';
import { showError } from './errors';

/** What a command does; VS Code hands over what it was called on. */
export type CommandHandler = (...args: readonly unknown[]) => Promise<void> | void;

/** Registers commands in one wrapper for all: an error is logged and shown once, with a way to the log. */
export function registerAll(
  commands: Readonly<Record<string, CommandHandler>>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const registered = Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, (...args: readonly unknown[]) => guarded(id, log, () => run(...args))),
  );
  return vscode.Disposable.from(...registered);
}

async function guarded(id: string, log: vscode.LogOutputChannel, run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    showError(id, error, log);
  }
}
