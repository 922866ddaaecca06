import * as vscode from 'vscode';
import type { ReportChoices } from '../protocol/choices';
import type { AnalysisState, HostMessage, PageKind, PageMessage, SourceNotes } from '../protocol/messages';
import type { PageStrings } from '../protocol/strings';
import { parsePageMessage } from '../protocol/validate';

/** What a page shows now. */
export interface Shown {
  readonly title: string;
  readonly state: AnalysisState;
  readonly notes: SourceNotes | null;
  /** What was chosen when this was shown last, where that is remembered. */
  readonly choices?: ReportChoices | null;
  /** What the page is to keep for VS Code to restore it by. */
  readonly kept?: string;
}

/** A page's requests, beside those that {@link Page} answers itself. */
export type PageRequest = Exclude<PageMessage, { type: 'ready' | 'copy' }>;

/** The host's end of the channel to one page: answers `ready`, checks every message, keeps the page up to date. */
export class Page implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  readonly #webview: vscode.Webview;
  #isReady = false;
  #isDisposed = false;
  #waiting: HostMessage[] = [];

  /** `shown` is asked for what to draw; `handle` carries out what the page asks for, and may answer. */
  constructor(
    webview: vscode.Webview,
    readonly kind: PageKind,
    private readonly strings: PageStrings,
    private readonly shown: () => Shown,
    handle: (request: PageRequest, answer: (message: HostMessage) => void) => void,
  ) {
    this.#webview = webview;
    this.#subscription = webview.onDidReceiveMessage((value: unknown) => {
      const message = parsePageMessage(value);
      if (message === undefined) {
        this.#send({ type: 'error', message: vscode.l10n.t('The page asked for something that does not exist.') });
      } else if (message.type === 'ready') {
        this.#start();
      } else if (message.type === 'copy') {
        void vscode.env.clipboard.writeText(message.text);
      } else {
        handle(message, (answer) => this.#send(answer));
      }
    });
  }

  /** Draws what is shown now. */
  update(): void {
    if (this.#isReady) {
      const { title, state, notes } = this.shown();
      this.#send({ type: 'state', title, state, notes });
    }
  }

  /** Says that the page was hidden: VS Code drops it, and it will say `ready` when it is drawn again. */
  hidden(): void {
    this.#isReady = false;
  }

  /** Tells the page something, as soon as it listens. */
  tell(message: HostMessage): void {
    if (this.#isReady) {
      this.#send(message);
    } else {
      this.#waiting.push(message);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#subscription.dispose();
  }

  /** A page says `ready` again when it was hidden and drawn anew. */
  #start(): void {
    this.#isReady = true;
    const { kind: page, strings } = this;
    const { title, state, notes, choices = null, kept = null } = this.shown();
    const locale = vscode.env.language;
    this.#send({ type: 'start', page, strings, locale, title, state, notes, kept, choices });
    for (const message of this.#waiting.splice(0)) {
      this.#send(message);
    }
  }

  /** An answer may take its time: the page may be gone by then. */
  #send(message: HostMessage): void {
    if (!this.#isDisposed) {
      void this.#webview.postMessage(message);
    }
  }
}
