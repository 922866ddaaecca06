import * as vscode from 'vscode';
import { type Baseline, type BaselineVerdict, heldAgainst, readBaseline } from '../../core/compare/baseline';
import { NoReport } from '../../core/compare/snapshot';
import { messageOf } from '../../core/messageOf';
import type { MailFlowReport } from '../../core/report/report';
import type { HeldBaseline } from '../../protocol/messages';
import { resolvePath } from '../settings/pathSettings';
import { baselinePath } from '../settings/settings';

/** A baseline has a few hundred insights at most: what is larger is something else. In bytes. */
const LARGEST = 16 * 1024 * 1024;

/** The file that holds the baseline for a file or folder; undefined where settings name none. */
export function baselineUri(home: vscode.Uri): vscode.Uri | undefined {
  const path = baselinePath(home);
  return path === undefined ? undefined : resolvePath(path, home);
}

/** A baseline as it was read, or why it cannot be used. */
type BaselineReading =
  | { readonly name: string; readonly baseline: Baseline }
  | { readonly name: string; readonly problem: string };

/** Reads the baseline for a file or folder; null where settings name none. Never rejects. */
export async function readBaselineOf(home: vscode.Uri): Promise<BaselineReading | null> {
  const uri = baselineUri(home);
  if (uri === undefined) {
    return null;
  }
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) {
      return { name, problem: vscode.l10n.t('it is no baseline') };
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const baseline = readBaseline(JSON.parse(text));
    return { name, baseline: { ...baseline, saved: baseline.saved ?? mtime } };
  } catch (error) {
    return { name, problem: reasonOf(error) };
  }
}

/** Holds a report against a baseline. */
export function heldBaseline(reading: BaselineReading | null, report: MailFlowReport): HeldBaseline | null {
  if (reading === null || 'problem' in reading) {
    return reading;
  }
  const { name, baseline } = reading;
  return { name, saved: baseline.saved, verdict: heldAgainst(baseline, report) };
}

/** What a baseline makes of a report; undefined where there is none, or it cannot be used. */
export function verdictOf(held: HeldBaseline | null | undefined): BaselineVerdict | undefined {
  return held && 'verdict' in held ? held.verdict : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) {
    return vscode.l10n.t('it is no JSON');
  }
  if (error instanceof NoReport) {
    return vscode.l10n.t('it is no baseline');
  }
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
    return vscode.l10n.t('there is no such file');
  }
  return messageOf(error);
}
