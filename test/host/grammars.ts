// VS Code's own engine for grammars, with the grammars that the extension contributes.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { extension } from './exports';

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

interface Grammar {
  tokenizeLine(line: string, state: unknown): { readonly tokens: readonly Token[]; readonly ruleStack: unknown };
}

interface Textmate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(content: string, file: string): object;
}

interface Oniguruma {
  loadWASM(program: ArrayBuffer): Promise<void>;
  readonly OnigScanner: new (patterns: string[]) => object;
  readonly OnigString: new (text: string) => object;
}

/** A piece of a line and the most particular scope that a grammar gives it. */
export type ScopedText = readonly [text: string, scope: string];

/** Cuts lines of a language into what its grammar gives a scope of its own. */
export async function tokenizer(language: string): Promise<(line: string) => ScopedText[]> {
  const { textmate, oniguruma } = await engine();
  const { contributes } = extension().packageJSON as { contributes: { grammars: GrammarEntry[] } };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const entry = contributes.grammars.find(({ scopeName }) => scopeName === scope);
      const file = path.join(extension().extensionPath, entry?.path ?? '');
      return textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
  const entry = contributes.grammars.find((one) => one.language === language);
  const grammar = await registry.loadGrammar(entry?.scopeName ?? '');
  let state = textmate.INITIAL;
  return (line) => {
    const { tokens, ruleStack } = grammar?.tokenizeLine(line, state) ?? { tokens: [], ruleStack: state };
    state = ruleStack;
    return tokens
      .filter(({ scopes }) => scopes.length > 1)
      .map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.at(-1) ?? ''] as const);
  };
}

interface GrammarEntry {
  readonly language: string;
  readonly scopeName: string;
  readonly path: string;
}

async function engine(): Promise<{ textmate: Textmate; oniguruma: Oniguruma }> {
  const textmate = createRequire(__filename)(find('vscode-textmate')) as Textmate;
  const oniguruma = createRequire(__filename)(find('vscode-oniguruma')) as Oniguruma;
  loaded ??= oniguruma.loadWASM(new Uint8Array(readFileSync(find('vscode-oniguruma/release/onig.wasm'))).buffer);
  await loaded;
  return { textmate, oniguruma };
}

let loaded: Promise<void> | undefined;

/** Desktop VS Code packs its modules, but what is no script. */
function find(name: string): string {
  const folders = ['node_modules', 'node_modules.asar', 'node_modules.asar.unpacked'];
  const found = folders.map((folder) => path.join(vscode.env.appRoot, folder, name)).find((file) => existsSync(file));
  if (found === undefined) {
    throw new Error(`${name} is not where VS Code has its modules: ${vscode.env.appRoot}`);
  }
  return found;
}
