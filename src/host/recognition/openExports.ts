import * as vscode from 'vscode';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { App } from '../app';
import { tickOff } from '../commands/walkthroughSteps';
import { EVIDENCE_SCHEME, REPORT_VIEW_TYPE } from '../identifiers';
import type { Lazy } from '../lazy';
import type { Platform } from '../platform';
import { COLUMN_MAPPINGS, SECTION } from '../settings/settingNames';
import type { ExportSource } from '../sources/exportSource';

/** The context key that lists the paths of open exports, for menus. */
const PATHS_KEY = 'mailFlow.paths';

const EDITOR_ONLY = new Set([EVIDENCE_SCHEME, 'untitled', 'output', 'git', 'vscode-userdata', 'debug']);

/**
 * Watches the tabs: a tab with an export, recognised by its first bytes, is analysed; when its last tab closes, the
 * analysis is dropped. Tabs rather than documents, because files above 50 MB, containers and UTF-16 files that VS Code takes
 * for binary never become documents.
 */
export class OpenExports implements vscode.Disposable {
  readonly #app: Lazy<App>;
  readonly #source: ExportSource;
  readonly #platform: Platform;
  readonly #subscription: vscode.Disposable;
  /** By uri: whether the open file is an export. */
  readonly #recognized = new Map<string, Promise<boolean>>();

  constructor(app: Lazy<App>, source: ExportSource, platform: Platform) {
    this.#app = app;
    this.#source = source;
    this.#platform = platform;
    this.#subscription = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(() => this.#update()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#update()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#saved(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.${COLUMN_MAPPINGS}`)) {
          this.#recognized.clear();
          this.#update();
        }
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(): void {
    const open = openUris();
    for (const key of this.#recognized.keys()) {
      if (!open.has(key)) {
        this.#recognized.delete(key);
      }
    }
    this.#store?.keep((uri) => open.has(uri.toString()));
    for (const [key, uri] of open) {
      if (!this.#recognized.has(key)) {
        this.#recognized.set(key, this.#recognize(uri));
      }
    }
    void this.#followActiveTab();
  }

  /** A saved file may have become an export; one that is read already is read again. */
  #saved(uri: vscode.Uri): void {
    this.#store?.readAgain(uri);
    if (this.#store?.get(uri) === undefined && this.#recognized.delete(uri.toString())) {
      this.#update();
    }
  }

  async #recognize(uri: vscode.Uri): Promise<boolean> {
    const { isExport } = await import('./recognizeExport');
    const isOne = await isExport(uri, this.#source, this.#platform);
    const store = isOne ? (await this.#app.get()).store : this.#store;
    if (isOne && openUris().has(uri.toString())) {
      store?.open(uri);
      tickOff('open');
      this.#publishPaths();
    } else if (!isOne && !hasReport(uri)) {
      store?.close(uri);
    }
    return isOne;
  }

  async #followActiveTab(): Promise<void> {
    const key = activeTabUri()?.toString();
    const isOne = key !== undefined && (await this.#recognized.get(key)) === true;
    const uri = activeTabUri();
    if (isOne && uri?.toString() === key) {
      this.#store?.setCurrent(uri === undefined ? undefined : this.#store.get(uri));
    }
    this.#publishPaths();
  }

  /** The open analyses; undefined before there was any. */
  get #store(): AnalysisStore | undefined {
    return this.#app.ifMade?.store;
  }

  #publishPaths(): void {
    const paths = [...openUris().values()]
      .filter((uri) => this.#store?.get(uri) !== undefined)
      .map((uri) => uri.fsPath);
    void vscode.commands.executeCommand('setContext', PATHS_KEY, [...new Set(paths)]);
  }
}

/** The file of the active tab: of a text editor, of our report, or of what VS Code shows as binary. */
export function activeTabUri(): vscode.Uri | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab === undefined ? undefined : uriOf(tab);
}

/** Closes every tab with a file, as text or as its report. */
export async function closeTabsOf(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter((tab) => uriOf(tab)?.toString() === uri.toString()));
}

/** The files of all tabs that show one, by their address as text. */
export function openUris(): Map<string, vscode.Uri> {
  const uris = new Map<string, vscode.Uri>();
  for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    const uri = uriOf(tab);
    if (uri !== undefined) {
      uris.set(uri.toString(), uri);
    }
  }
  return uris;
}

function uriOf(tab: vscode.Tab): vscode.Uri | undefined {
  const { input } = tab;
  if (input instanceof vscode.TabInputCustom && input.viewType === REPORT_VIEW_TYPE) {
    return input.uri;
  }
  // Documents that exist only in the editor (untitled, output, comparisons) have no file to read.
  const isFile = input instanceof vscode.TabInputText && !EDITOR_ONLY.has(input.uri.scheme);
  return isFile ? input.uri : undefined;
}

/** True where a report editor shows a file, which also says why it cannot be read. */
function hasReport(uri: vscode.Uri): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.input));
  return inputs.some((input) => input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString());
}
