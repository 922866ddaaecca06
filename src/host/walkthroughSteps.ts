import * as vscode from 'vscode';

/** Steps of the walkthrough, as package.json has them. */
export type WalkthroughStep = 'open' | 'week' | 'connectors' | 'proof';

const done = new Set<WalkthroughStep>();

/**
 * Ticks a step of the walkthrough off: the user has done it, whichever way led there. VS Code by itself sees only commands that
 * it runs for somebody, and views that are opened though they may have nothing to show.
 */
export function tickOff(step: WalkthroughStep): void {
  if (!done.has(step)) {
    done.add(step);
    void vscode.commands.executeCommand('setContext', `mailFlow.walkthrough.${step}`, true);
  }
}
