import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { transformSync } from 'esbuild';
import { OPENING_SCRIPT } from '../../src/protocol/openingScript';
import type { Host } from '../../webview/host';

type Listener = (event: { readonly data: unknown }) => void;

/** A page's window, as far as its channel to VS Code needs one. */
class FakeWindow {
  readonly posted: unknown[] = [];
  readonly #listeners = new Set<Listener>();
  #asked = 0;
  readonly #context: vm.Context;

  constructor() {
    this.#context = vm.createContext({
      acquireVsCodeApi: () => {
        assert.equal(++this.#asked, 1, 'VS Code allows it once');
        return { postMessage: (message: unknown) => this.posted.push(message) };
      },
      addEventListener: (_: string, listener: Listener) => this.#listeners.add(listener),
      removeEventListener: (_: string, listener: Listener) => this.#listeners.delete(listener),
      module: { exports: {} },
    });
    vm.runInContext('window = globalThis;', this.#context);
    vm.runInContext(OPENING_SCRIPT, this.#context);
  }

  /** VS Code says something. */
  says(data: unknown): void {
    for (const listener of [...this.#listeners]) {
      listener({ data });
    }
  }

  /** The page's own script has come. */
  connect(): Host {
    const source = readFileSync('webview/connectHost.ts', 'utf8');
    vm.runInContext(transformSync(source, { loader: 'ts', format: 'cjs' }).code, this.#context);
    return vm.runInContext('module.exports.connectHost()', this.#context) as Host;
  }
}

describe('a page that is being loaded', () => {
  it('asks for its report before its own script is there', () => {
    assert.equal(JSON.stringify(new FakeWindow().posted), '[{"type":"ready"}]');
  });

  it('hears every answer once and in order, whenever it comes', () => {
    const window = new FakeWindow();
    window.says(1);
    window.says(2);
    const host = window.connect();
    window.says(3);
    const heard: unknown[] = [];
    const end = host.listen((data) => heard.push(data));
    window.says(4);
    end();
    window.says(5);
    host.listen((data) => heard.push(data));
    assert.deepEqual(heard, [1, 2, 3, 4]);
  });
});
