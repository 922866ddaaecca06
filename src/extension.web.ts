import * as vscode from 'vscode';
import { start } from './host/start';
import { pause } from './platform/web/pause';
import { WORKERS, workerReaders } from './platform/web/workerReaders';

/** The extension in a browser. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = await readingWorker(context.extensionUri);
  context.subscriptions.push({ dispose: () => URL.revokeObjectURL(script) });
  start(context, { pause, readers: (options) => workerReaders(options, script, pause), threadsFor: () => WORKERS });
}

/** An address that a worker can be started from: VS Code starts none from an extension's own one where a server keeps it. */
async function readingWorker(extension: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(extension, 'dist', 'web', 'readingWorker.js');
  const script = await vscode.workspace.fs.readFile(file);
  return URL.createObjectURL(new Blob([script as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
}
