import * as vscode from 'vscode';
import { isProtocolLog } from '../../core/document/logSessions';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { EVIDENCE_SCHEME } from '../identifiers';
import type { Platform } from '../platform';
import { SECTION } from '../settings/settingNames';
import { documentStrings } from '../strings';
import { DocumentSessions } from './documentSessions';
import { ExportHover } from './exportHover';
import { ExportOutline } from './exportOutline';
import { type LastReading, type ReadingOf, ReportLens } from './reportLens';
import { SessionFolding } from './sessionFolding';

/** What is registered for a file. */
interface Registered extends LastReading {
  readonly features: vscode.Disposable;
  readonly outline: vscode.Disposable;
}

/**
 * Code lens, hover, outline and folding in the text of exports. They are registered for each file that turned out to be one, by
 * its path: other files, other CSV tools and other languages never hear of them.
 */
export class ExportFeatures implements vscode.Disposable {
  readonly #platform: Platform;
  readonly #store: AnalysisStore;
  readonly #byUri = new Map<string, Registered>();
  readonly #subscription: vscode.Disposable;
  /** Made when the first export is there. */
  #providers: Providers | undefined;

  constructor(store: AnalysisStore, platform: Platform) {
    this.#store = store;
    this.#platform = platform;
    this.#subscription = vscode.Disposable.from(
      store.onDidChange((analysis) => analysis.set.kind === 'file' && this.#update(analysis)),
      store.onDidRemove(({ set }) => set.kind === 'file' && this.#remove(set.uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) {
          this.#providers?.lens.refresh();
        }
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { features, outline } of this.#byUri.values()) {
      features.dispose();
      outline.dispose();
    }
    this.#providers?.lens.dispose();
    this.#providers?.ofEvidence.dispose();
  }

  /** A file that is read again keeps what it has until it has been. */
  #update(analysis: ExportAnalysis): void {
    const { state, uri } = analysis;
    if (state.kind === 'failed') {
      this.#remove(uri);
    } else if (state.kind === 'done') {
      this.#read(uri, state);
    }
  }

  #read(uri: vscode.Uri, { report, cancelled }: LastReading): void {
    const key = uri.toString();
    const before = this.#byUri.get(key);
    const isLog = isProtocolLog(report);
    const isSame = before !== undefined && isProtocolLog(before.report) === isLog;
    if (!isSame) {
      before?.features.dispose();
    }
    before?.outline.dispose();
    this.#providers ??= createProviders(this.#store, this.#platform, (of) => this.#byUri.get(of.toString()));
    const features = isSame ? before.features : this.#register(this.#providers, uri, isLog);
    // Anew each time: that is how an outline is told that there is another one.
    const outline = vscode.languages.registerDocumentSymbolProvider(only(uri), this.#providers.outline, OUTLINE);
    this.#byUri.set(key, { features, outline, report, cancelled });
    this.#providers.lens.refresh();
  }

  #remove(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#byUri.get(key)?.features.dispose();
    this.#byUri.get(key)?.outline.dispose();
    this.#byUri.delete(key);
  }

  #register({ lens, hover, folding }: Providers, uri: vscode.Uri, isLog: boolean): vscode.Disposable {
    const selector = only(uri);
    return vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider(selector, lens),
      vscode.languages.registerHoverProvider(selector, hover),
      ...(isLog ? [vscode.languages.registerFoldingRangeProvider(selector, folding)] : []),
    );
  }
}

/** What the outline is called where there are several. */
const OUTLINE = { label: 'Mail Flow' };

/** One file alone: its path as it is matches that very file, whatever characters it has. */
function only({ scheme, fsPath }: vscode.Uri): vscode.DocumentFilter {
  return { scheme, pattern: fsPath };
}

type Providers = ReturnType<typeof createProviders>;

/** `readingOf`: what was read last of a file. */
function createProviders(store: AnalysisStore, platform: Platform, readingOf: ReadingOf) {
  const strings = documentStrings();
  const sessions = new DocumentSessions(platform);
  const hover = new ExportHover(strings);
  return {
    lens: new ReportLens(strings, readingOf),
    hover,
    outline: new ExportOutline(sessions, strings, readingOf, (uri) => store.get(uri)),
    folding: new SessionFolding(sessions),
    ofEvidence: vscode.languages.registerHoverProvider({ scheme: EVIDENCE_SCHEME }, hover),
  };
}
