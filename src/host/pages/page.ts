import * as vscode from 'vscode';
import type { ReportChoices } from '../../protocol/choices';
import type {
  AnalysisState,
  HostMessage,
  PageKind,
  PageMessage,
  ShownComparison,
  SourceNotes,
} from '../../protocol/messages';
import type { PageStrings } from '../../protocol/strings';
import { parsePageMessage } from '../../protocol/validate';
import { DrillDownAnswers } from './drillDown';

/** What a page shows now. */
export interface Shown {
  readonly title: string;
  readonly state: AnalysisState;
  readonly notes: SourceNotes | null;
  /** What was chosen when this was shown last, where that is remembered. */
  readonly choices?: ReportChoices | null;
  /** The comparison that lies over the report. */
  readonly comparison?: ShownComparison | null;
  /** What the page is to keep for VS Code to restore it by. */
  readonly kept?: string;
}

/** A page's requests, beside those that {@link Page} answers itself. */
export type PageRequest = Exclude<PageMessage, { type: 'ready' | 'copy' }>;

/**
 * The host's end of the channel to one page: answers `ready`, checks every message, keeps the page up to date as long as it is
 * seen. While it is hidden nothing is worked out for it, and nothing sent: VS Code has dropped it, and it says `ready` when it is
 * drawn anew.
 */
export class Page implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  readonly #webview: vscode.Webview;
  /** It listens, and is seen. */
  #isReady = false;
  #isVisible = true;
  /** It said `ready` while it was hidden. */
  #isReadyUnseen = false;
  /** Counts the times it was drawn: what it asked before it was hidden, nobody waits for. */
  #drawing = 0;
  #isDisposed = false;
  #waiting: HostMessage[] = [];

  /** Answers its questions about connectors. */
  readonly drillDown = new DrillDownAnswers();

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
        const drawing = this.#drawing;
        handle(message, (answer) => drawing === this.#drawing && this.#send(answer));
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

  /** Says whether the page is seen. */
  setVisible(isVisible: boolean): void {
    if (isVisible === this.#isVisible) {
      return;
    }
    this.#isVisible = isVisible;
    if (!isVisible) {
      this.#isReady = false;
      this.#drawing++;
      this.drillDown.cancel();
    } else if (this.#isReadyUnseen) {
      this.#start();
    }
    this.#isReadyUnseen = false;
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
    this.drillDown.cancel();
    this.#subscription.dispose();
  }

  /** A page says `ready` again when it was hidden and drawn anew. */
  #start(): void {
    if (!this.#isVisible) {
      this.#isReadyUnseen = true;
      return;
    }
    this.#isReady = true;
    this.#drawing++;
    const { kind: page, strings } = this;
    const { title, state, notes, choices = null, kept = null, comparison = null } = this.shown();
    const locale = vscode.env.language;
    this.#send({ type: 'start', page, strings, locale, title, state, notes, kept, choices, comparison });
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
