import * as vscode from 'vscode';
import { formatCount } from '../../core/report/percent';

/** Says how many warnings there are, and how many of what the baseline knows are none: the same words wherever they are counted. */
export function warningNotes(warnings: number, known: number): string[] {
  const count = (number: number): string => formatCount(number, vscode.env.language);
  return [
    ...(warnings === 0 ? [] : [vscode.l10n.t('Warnings in Problems: {0}', count(warnings))]),
    ...(known === 0 ? [] : [vscode.l10n.t('Known from the baseline, no warnings: {0}', count(known))]),
  ];
}
