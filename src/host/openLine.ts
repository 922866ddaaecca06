import * as vscode from 'vscode';

/** Opens a file as text at a line (1-based). The command, because `showTextDocument` refuses files above 50 MB. */
export async function openLine(uri: vscode.Uri, line: number): Promise<void> {
  const position = new vscode.Position(line - 1, 0);
  const selection = new vscode.Range(position, position);
  await vscode.commands.executeCommand('vscode.open', uri, { selection, preview: false }, undefined);
}
