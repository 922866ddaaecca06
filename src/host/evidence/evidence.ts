import * as vscode from 'vscode';
import { expandFiles } from '../../core/expandFiles';
import type { ShownLines } from '../../core/stretch/linesAround';
import type { WorkerPool } from '../../core/stretch/workerPool';
import { EVIDENCE_SCHEME } from '../identifiers';
import type { Platform } from '../platform';
import { analysisOptions } from '../settings/settings';
import { type ExportSource, pathOf, sizeOf } from '../sources/exportSource';

/** Lines that are shown before and behind the one that is asked for. */
const AROUND = 200;
/** Searching that takes longer than this, in milliseconds, shows its progress. */
const QUIET_FOR = 700;

/** A line of a file in a container. */
interface Evidence {
  readonly container: vscode.Uri;
  /** What the file's path in reports has more than the container's: nothing, or `/folder/export.csv`. */
  readonly inside: string;
  /** 1-based. */
  readonly line: number;
}

/** The address of the document that shows a line (1-based) of a file in a container. `inside`: see {@link Evidence}. */
export function evidenceUri(container: vscode.Uri, inside: string, line: number): vscode.Uri {
  const query = JSON.stringify({ container: container.toString(), inside, line });
  return vscode.Uri.from({ scheme: EVIDENCE_SCHEME, path: `${container.path}${inside}`, query });
}

/** Where in that document the line stands, 0-based: one line before all others says what they are. */
export function rowOf(line: number): number {
  return 1 + Math.min(AROUND, line - 1);
}

/** Read-only documents with the lines around one of a file in a container, which no editor of VS Code's opens. */
export class EvidenceDocuments implements vscode.TextDocumentContentProvider {
  readonly #source: ExportSource;
  readonly #platform: Platform;

  constructor(source: ExportSource, platform: Platform) {
    this.#source = source;
    this.#platform = platform;
  }

  /** Throws where the address is none, the file is gone or cannot be read, and where the user cancels. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const evidence = parse(uri.query);
    if (evidence === undefined) {
      throw new Error(vscode.l10n.t('This address names no line of a compressed file.'));
    }
    return textOf(evidence, await this.#find(evidence, token));
  }

  async #find(evidence: Evidence, token: vscode.CancellationToken): Promise<ShownLines> {
    const readers = this.#platform.readers(analysisOptions(evidence.container));
    const search = new Search();
    const subscription = token.onCancellationRequested(() => search.cancel());
    try {
      const found = this.#read(evidence, readers, search);
      search.show(found, vscode.l10n.t('Looking for line {0} of {1}', evidence.line, nameOf(evidence)));
      return await Promise.race([found, search.cancelled]);
    } finally {
      subscription.dispose();
      readers.dispose();
    }
  }

  async #read({ container, inside, line }: Evidence, readers: WorkerPool, search: Search): Promise<ShownLines> {
    const [input, size] = await Promise.all([this.#source.input(container), sizeOf(container)]);
    const files = await expandFiles([{ path: '', input }], readers);
    const file = files.find(({ path }) => path === inside);
    if (file === undefined) {
      throw new Error(vscode.l10n.t('{0} does not hold this file any more.', pathOf(container)));
    }
    const { entry } = file.input;
    const [start, length] = entry?.kind === 'zip' ? [entry.header, entry.packed] : [0, size];
    return readers.lines(file.input, line, AROUND, (position) => search.tell((position - start) / length));
  }
}

/** What the user sees of a search, and how it ends before it has found anything. */
class Search {
  /** Rejects where it is cancelled. */
  readonly cancelled: Promise<never>;
  #reject: (error: Error) => void = () => {};
  #report: ((share: number) => void) | undefined;

  constructor() {
    this.cancelled = new Promise((_, reject) => {
      this.#reject = reject;
    });
    // Whoever waits for what is found sees it too.
    this.cancelled.catch(() => {});
  }

  cancel(): void {
    this.#reject(new vscode.CancellationError());
  }

  /** How much has been searched through, 0 to 1. */
  tell(share: number): void {
    this.#report?.(share);
  }

  /** Shows a notification until the search ends, if that takes long. */
  show(found: Promise<unknown>, title: string): void {
    const ended = Promise.race([found, this.cancelled]).catch(() => {});
    const timer = setTimeout(() => {
      const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
      void vscode.window.withProgress(options, (progress, token) => {
        let shown = 0;
        this.#report = (share) => {
          progress.report({ increment: 100 * Math.max(0, share - shown) });
          shown = Math.max(shown, share);
        };
        token.onCancellationRequested(() => this.cancel());
        return ended;
      });
    }, QUIET_FOR);
    void ended.then(() => clearTimeout(timer));
  }
}

/** The file's name in reports. */
function nameOf({ container, inside }: Evidence): string {
  return `${pathOf(container)}${inside}`;
}

function textOf(evidence: Evidence, { first, lines }: ShownLines): string {
  const number = new Intl.NumberFormat(vscode.env.language);
  const name = nameOf(evidence);
  if (first + lines.length <= evidence.line) {
    return vscode.l10n.t('{0} has no line {1}.', name, number.format(evidence.line));
  }
  const [from, to, line] = [first, first + lines.length - 1, evidence.line].map((each) => number.format(each));
  const sentence = vscode.l10n.t('Lines {0} to {1} of {2}, around line {3}', from ?? '', to ?? '', name, line ?? '');
  return [sentence, ...lines].join('\n');
}

/** Checks an address: anyone can make one. */
function parse(query: string): Evidence | undefined {
  try {
    const { container, inside, line } = JSON.parse(query) as Record<string, unknown>;
    const isRight =
      typeof container === 'string' &&
      typeof inside === 'string' &&
      typeof line === 'number' &&
      Number.isSafeInteger(line) &&
      line > 0;
    return isRight ? { container: vscode.Uri.parse(container, true), inside, line } : undefined;
  } catch {
    return undefined;
  }
}
