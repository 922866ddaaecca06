import * as vscode from 'vscode';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { tickOff } from '../commands/walkthroughSteps';
import { evidenceUri, rowOf } from './evidence';

/** Where a line of an analysed file is shown. */
export interface LinePlace {
  readonly uri: vscode.Uri;
  /** 0-based. */
  readonly row: number;
  /** The document is made of the lines around: the file is in a container. */
  readonly isEvidence: boolean;
}

/** Where a line (1-based) of the file that a report calls `path` is shown. */
export function placeOf(analysis: ExportAnalysis, path: string, line: number): LinePlace {
  const file = analysis.fileNamed(path);
  const uri = file?.uri ?? analysis.uri;
  if (file?.input.entry === undefined) {
    return { uri, row: Math.max(0, line - 1), isEvidence: false };
  }
  const inside = path.slice(file.container.length);
  return { uri: evidenceUri(uri, inside, Math.max(1, line)), row: rowOf(Math.max(1, line)), isEvidence: true };
}

/** Opens a file as text at a line. Rejects where that fails, or the user cancels. */
export async function openLine({ uri, row, isEvidence }: LinePlace): Promise<void> {
  if (isEvidence) {
    await openEvidence(uri, row);
  } else {
    await openFile(uri, row);
  }
  tickOff('proof');
}

/** The command, because `showTextDocument` refuses files above 50 MB. */
async function openFile(uri: vscode.Uri, row: number): Promise<void> {
  const position = new vscode.Position(row, 0);
  const selection = new vscode.Range(position, position);
  await vscode.commands.executeCommand('vscode.open', uri, { selection, preview: false }, undefined);
}

/** With the line selected, which is not at the beginning of anything else. */
async function openEvidence(uri: vscode.Uri, row: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = document.lineAt(Math.min(row, document.lineCount - 1)).range;
  await vscode.window.showTextDocument(document, { selection, preview: false });
}
