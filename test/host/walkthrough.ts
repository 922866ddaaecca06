import * as vscode from 'vscode';
import { workbench } from './page';

/** A step of the walkthrough that is shown. */
export const STEP = '.gettingStartedContainer .step-list-container .getting-started-step';

export async function openWalkthrough(): Promise<void> {
  const id = 'mail-flow-insights.mail-flow-insights#start';
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', id, false);
}

/** Which of the steps are ticked off, in the walkthrough that is shown. */
export async function ticked(): Promise<boolean[]> {
  const marks = [0, 1, 2, 3].map((step) =>
    workbench.texts(`${STEP} >> nth=${step} >> .codicon-getting-started-step-checked.complete`),
  );
  return (await Promise.all(marks)).map(({ length }) => length > 0);
}
