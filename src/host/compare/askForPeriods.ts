import * as vscode from 'vscode';
import { type ComparedPeriods, readPeriod } from '../../core/compare/comparedPeriods';
import type { Period } from '../../core/model/day';

/** Asks for days that no pair suggests; undefined where the user changes their mind. */
export async function askForPeriods(data: Period): Promise<ComparedPeriods | undefined> {
  const before = await askForPeriod(vscode.l10n.t('The earlier days, as 2026-03-01 to 2026-03-07'), data);
  const now = before && (await askForPeriod(vscode.l10n.t('The later days, which are held against them'), data));
  return before === undefined || now === undefined ? undefined : { before, now };
}

async function askForPeriod(prompt: string, data: Period): Promise<Period | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Compare with'),
    prompt,
    value: `${data.start} – ${data.end}`,
    validateInput: (text) =>
      readPeriod(text, data) === undefined
        ? vscode.l10n.t('Two days from {0} to {1}, the earlier one first.', data.start, data.end)
        : undefined,
  });
  return typed === undefined ? undefined : readPeriod(typed, data);
}
