import * as vscode from 'vscode';
import { RULE_STATES } from '../../core/model/ruleStates';
import { insightConnectorKey } from '../../core/report/connectorReport';
import type { Insight } from '../../core/report/report';
import { NOTHING_OPEN, type ReportChoices } from '../../protocol/choices';
import type { HostMessage, ShownComparison } from '../../protocol/messages';
import type { PageStrings } from '../../protocol/strings';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import type { ExportSource } from '../sources/exportSource';
import { keyOf, type SourceSet, savedSet } from '../sources/sourceSet';
import { Page, type PageRequest } from './page';
import type { RememberedChoices } from './rememberedChoices';
import { ReportRequests, type ShowOptions } from './reportRequests';
import { showPage } from './webviewHtml';

/** What report pages work with. */
export interface ReportContext {
  readonly extension: vscode.Uri;
  readonly store: AnalysisStore;
  readonly source: ExportSource;
  readonly strings: PageStrings;
  readonly remembered: RememberedChoices;
}

/** A page, and what it is of. */
interface OpenPage {
  readonly set: SourceSet;
  readonly page: Page;
  /** What lies over the report. */
  comparison: ShownComparison | null;
}

/** The open report pages, whatever they lie in: an editor of one file, or a panel of several. */
export class ReportPages {
  readonly #context: ReportContext;
  readonly #requests: ReportRequests;
  readonly #open = new Map<vscode.WebviewPanel, OpenPage>();

  constructor(context: ReportContext) {
    this.#context = context;
    this.#requests = new ReportRequests(context.source);
  }

  /** Draws the report of a set into a panel, until that is closed. */
  open(panel: vscode.WebviewPanel, set: SourceSet): void {
    const { store, remembered, strings, extension } = this.#context;
    // Asked for anew each time: the store drops an analysis whose tabs are gone, and tabs come and go while they move.
    const analysis = (): ExportAnalysis => store.openSet(set);
    const key = keyOf(set);
    // Of several editors of a file each keeps its own, as long as it is there.
    let choices = remembered.of(key);
    const remember = (next: ReportChoices): void => {
      choices = next;
      remembered.remember(key, next);
    };
    const shown = () => {
      const { title, state, notes } = analysis();
      return { title, state, notes, choices, kept: savedSet(set), comparison: open.comparison };
    };
    const handle = (request: PageRequest, answer: (message: HostMessage) => void): void => {
      if (request.type === 'remember') {
        remember(request.choices);
      } else if (request.type === 'closeComparison') {
        open.comparison = null;
      } else {
        this.#requests.handle(request, analysis(), page, answer);
      }
    };
    const page: Page = new Page(panel.webview, 'report', strings, shown, handle);
    const open: OpenPage = { set, page, comparison: null };
    this.#open.set(panel, open);
    const update = (changed: ExportAnalysis): void => {
      if (changed.key === key) {
        page.update();
      }
    };
    const subscriptions = vscode.Disposable.from(
      page,
      store.onDidChange(update),
      store.onDidChangeNotes(update),
      panel.onDidChangeViewState(() => page.setVisible(panel.visible)),
    );
    panel.onDidDispose(() => {
      this.#open.delete(panel);
      if (choices !== null && (choices.flyoutOpen || choices.drill !== null || choices.whatIf !== null)) {
        remember({ ...choices, ...NOTHING_OPEN });
      }
      subscriptions.dispose();
    });
    showPage(panel.webview, extension, vscode.l10n.t('Connector report'));
    // Reading begins while the page is loaded.
    analysis();
  }

  /** The panel with the report of a set: the active one of several. */
  panelOf(set: SourceSet): vscode.WebviewPanel | undefined {
    const key = keyOf(set);
    const panels = [...this.#open].filter(([, open]) => keyOf(open.set) === key).map(([panel]) => panel);
    return panels.find(({ active }) => active) ?? panels.at(-1);
  }

  /** True where a report page is there for an analysis; `isActive`: one that the user looks at. */
  isShown({ set }: ExportAnalysis, isActive = false): boolean {
    const panel = this.panelOf(set);
    return panel !== undefined && (!isActive || panel.active);
  }

  /** What the active report page is of, where there is one. */
  get active(): SourceSet | undefined {
    return [...this.#open].find(([panel]) => panel.active)?.[1].set;
  }

  /** Leads the open report of a set to something. */
  async lead(set: SourceSet, { flyout, mapping, direction, insight, comparison, tell }: ShowOptions): Promise<void> {
    const panel = this.panelOf(set);
    const open = panel && this.#open.get(panel);
    const page = open?.page;
    if (flyout === true) {
      page?.tell({ type: 'showFlyout' });
    }
    if (mapping === true && page !== undefined && set.kind === 'file') {
      await this.#requests.showMapping(set.uri, page);
    }
    if (direction !== undefined) {
      page?.tell({ type: 'showDirection', direction });
    }
    if (comparison !== undefined && open !== undefined) {
      open.comparison = comparison;
      page?.tell({ type: 'showComparison', comparison });
    }
    if (insight !== undefined) {
      page?.tell(whatItIsAbout(insight));
    }
    if (tell !== undefined) {
      page?.tell(tell);
    }
  }
}

/** The connector's mail in the TLS states that an insight is about, over the whole analysis period. */
function whatItIsAbout(insight: Insight): HostMessage {
  const { rule, direction, period } = insight;
  const connector = insightConnectorKey(insight);
  return { type: 'showConnector', connector, direction, tls: RULE_STATES[rule], period };
}
