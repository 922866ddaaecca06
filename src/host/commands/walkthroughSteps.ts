import * as vscode from 'vscode';

/** Steps of the walkthrough, as package.json has them. */
export type WalkthroughStep = 'open' | 'week' | 'connectors' | 'proof';

/** VS Code knows its walkthroughs so long after it has opened the page with them, in milliseconds. */
const KNOWN_AFTER = 1500;

const done = new Set<WalkthroughStep>();
let isKnown = false;

/**
 * Ticks a step of the walkthrough off: the user has done it, whichever way led there. VS Code by itself sees only commands that
 * it runs for somebody, and views that are opened though they may have nothing to show.
 */
export function tickOff(step: WalkthroughStep): void {
  if (!done.has(step)) {
    done.add(step);
    tell([step]);
  }
}

/**
 * Waits for a page with walkthroughs: VS Code never ticks off what was said to be done before it has opened one. Such a tab is one
 * of those that have no input that extensions know.
 */
export function followWalkthrough(): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    if (timer === undefined && tabs.some(({ input }) => input === undefined)) {
      timer = setTimeout(() => {
        isKnown = true;
        tell(done);
      }, KNOWN_AFTER);
    }
  };
  look();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function tell(steps: Iterable<WalkthroughStep>): void {
  for (const step of isKnown ? steps : []) {
    void vscode.commands.executeCommand('setContext', `mailFlow.walkthrough.${step}`, true);
  }
}
