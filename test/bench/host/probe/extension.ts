// Installed beside the extension that is measured, in the same extension host. Listens on this machine's own address for what the
// bench asks, and has an empty custom editor to compare with.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as vscode from 'vscode';
import { type Command, commands } from './commands';

/** What the bench sends. */
interface Request {
  readonly command: Command;
  readonly args: readonly string[];
}

export function activate(context: vscode.ExtensionContext): void {
  const empty: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor: (_document, panel) => {
      // The bench's own script, which notes the time, is one too.
      panel.webview.options = { enableScripts: true };
      panel.webview.html = '<!DOCTYPE html><title>Empty</title><main data-state="done">Empty</main>';
    },
  };
  // Nothing but the bench knows the path, so that no web page can ask for anything.
  const secret = `/${randomUUID()}`;
  const server = http.createServer((request, response) => {
    if (request.url === secret) {
      void answer(request).then((reply) => response.end(JSON.stringify(reply)));
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    writeFileSync(process.env.BENCH_PROBE ?? '', `http://127.0.0.1:${port}${secret}`);
  });
  context.subscriptions.push(vscode.window.registerCustomEditorProvider('benchProbe.empty', empty), {
    dispose: () => server.close(),
  });
}

async function answer(request: http.IncomingMessage): Promise<{ value: unknown } | { error: string }> {
  try {
    const { command, args } = JSON.parse(await text(request)) as Request;
    const run: (...given: string[]) => Promise<unknown> = commands[command];
    return { value: await run(...args) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
