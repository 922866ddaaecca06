import * as vscode from 'vscode';
import { isProtocolLog } from '../../core/document/logSessions';
import type { AnalysisStore } from '../analysisStore';
import { EVIDENCE_SCHEME } from '../evidence';
import type { ExportAnalysis } from '../exportAnalysis';
import type { Platform } from '../platform';
import { SECTION } from '../settings';
import { documentStrings } from '../strings';
import { DocumentSessions } from './documentSessions';
import { ExportHover } from './exportHover';
import { ExportOutline } from './exportOutline';
import { type LastReading, type ReadingOf, ReportLens } from './reportLens';
import { SessionFolding } from './sessionFolding';

/** What is registered for a file. */
interface Registered extends LastReading {
  readonly features: vscode.Disposable;
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
    for (const { features } of this.#byUri.values()) {
      features.dispose();
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
      const key = uri.toString();
      const before = this.#byUri.get(key);
      const isLog = isProtocolLog(state.report);
      const isSame = before !== undefined && isProtocolLog(before.report) === isLog;
      if (!isSame) {
        before?.features.dispose();
      }
      const features = isSame ? before.features : this.#register(uri, isLog);
      this.#byUri.set(key, { features, report: state.report, cancelled: state.cancelled });
      this.#providers?.lens.refresh();
    }
  }

  #remove(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#byUri.get(key)?.features.dispose();
    this.#byUri.delete(key);
  }

  /** The path as it is matches that very file, whatever characters it has. */
  #register({ scheme, fsPath }: vscode.Uri, isLog: boolean): vscode.Disposable {
    this.#providers ??= createProviders(this.#store, this.#platform, (of) => this.#byUri.get(of.toString()));
    const { lens, hover, outline, folding } = this.#providers;
    const selector: vscode.DocumentFilter = { scheme, pattern: fsPath };
    return vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider(selector, lens),
      vscode.languages.registerHoverProvider(selector, hover),
      vscode.languages.registerDocumentSymbolProvider(selector, outline, { label: 'Mail Flow' }),
      ...(isLog ? [vscode.languages.registerFoldingRangeProvider(selector, folding)] : []),
    );
  }
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
