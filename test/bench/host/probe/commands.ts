// What the bench can ask for. Times are in milliseconds, points in time since 1970; the page has the same clock.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { watchEventLoop } from '../../engines/eventLoop';

const MEASURED = 'mail-flow-insights.mail-flow-insights';

let stopWatching: ReturnType<typeof watchEventLoop> | undefined;

export const commands = {
  /** Activates the extension that is measured, for the first time; how long that took. */
  async activate(): Promise<number> {
    const extension = vscode.extensions.getExtension(MEASURED);
    if (extension === undefined || extension.isActive) {
      throw new Error(`${MEASURED} is ${extension === undefined ? 'not installed' : 'active already'}`);
    }
    const started = performance.now();
    await extension.activate();
    return performance.now() - started;
  },

  /** Opens a file with a custom editor; when that was asked for. */
  async open(file: string, viewType: string): Promise<number> {
    const asked = performance.timeOrigin + performance.now();
    await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(file), viewType);
    return asked;
  },

  async closeAll(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },

  /** Begins to watch the event loop; `kind` is `delays`, or `slices`: from turn to turn, which keeps it busy. */
  async watch(kind: string): Promise<void> {
    stopWatching = watchEventLoop(kind === 'slices');
  },

  async stopWatching() {
    return stopWatching?.();
  },

  /** Bytes of the extension host, after its garbage was collected: what it holds of memory, and the most it held so far. */
  async memory(): Promise<{ resident: number; heap: number; peak: number }> {
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const { rss, heapUsed } = process.memoryUsage();
    return { resident: rss, heap: heapUsed, peak: process.resourceUsage().maxRSS * 1024 };
  },
} satisfies Record<string, (...args: never[]) => Promise<unknown>>;

export type Command = keyof typeof commands;
