import type * as vscode from 'vscode';
import { Slices, type Surroundings } from '../../core/surroundings';

/** Does a work's steps in slices, as long as somebody waits for what it comes to; undefined where nobody does any more. */
export async function stepwise<T>(
  steps: Generator<void, T>,
  surroundings: Pick<Surroundings, 'pause'>,
  token: vscode.CancellationToken,
): Promise<T | undefined> {
  const slices = new Slices(surroundings);
  while (!token.isCancellationRequested) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    await slices.rest();
  }
  return undefined;
}
