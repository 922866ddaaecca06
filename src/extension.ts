import type * as vscode from 'vscode';
import { start } from './host/start';
import { namesIn, piecesOf, readStart, statOf } from './platform/node/fileBytes';
import { pause } from './platform/node/pause';
import { RestingThreads } from './platform/node/restingThreads';
import { share } from './platform/node/share';
import { threadReaders, threadsFor } from './platform/node/threadReaders';

/** The extension in Node: on a desktop, or on the machine that a remote window works on. */
export function activate(context: vscode.ExtensionContext): void {
  const thread = context.asAbsolutePath('dist/readingThread.js');
  const resting = new RestingThreads();
  context.subscriptions.push(resting);
  start(context, {
    pause,
    readers: (options) => threadReaders(options, 1, thread, resting),
    threadsFor,
    share,
    disk: { readStart, pieces: piecesOf, stat: statOf, names: namesIn },
  });
}
