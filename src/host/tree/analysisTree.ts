import * as vscode from 'vscode';
import type { PageStrings } from '../../protocol/strings';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { tickOff } from '../commands/walkthroughSteps';
import { ANALYSES_VIEW } from '../identifiers';
import { warningNotes } from '../problems/warningNotes';
import { countDistinct, isKnownWarning, isWarning } from '../problems/warnings';
import type { AnalysesView, TreeSource } from './analysesView';
import { ConnectorBadges } from './connectorBadges';
import { connectorsOf, hostsOf, statesOf } from './treeChildren';
import { treeItem } from './treeItem';
import type { AnalysisNode, TreeNode } from './treeNode';

/** While a file is read, figures in the tree follow no faster than this, in milliseconds. */
const FOLLOW_EVERY = 500;

/** How often a node is looked for in a tree that is being drawn, and after how many milliseconds again. */
const REVEAL_ATTEMPTS = 20;
const REVEAL_EVERY = 50;

/** The tree *Analyses*: exports that are open → connectors → TLS states → remote hosts, which are asked for only when unfolded. */
export class AnalysisTree implements TreeSource, vscode.Disposable {
  readonly #store: AnalysisStore;
  readonly #strings: PageStrings;
  readonly #shown: AnalysesView;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscription: vscode.Disposable;
  readonly #roots = new Map<ExportAnalysis, AnalysisNode>();
  /** Analyses whose new figures wait for their turn. */
  readonly #waiting = new Map<ExportAnalysis, ReturnType<typeof setTimeout>>();

  constructor(store: AnalysisStore, strings: PageStrings, shown: AnalysesView) {
    this.#store = store;
    this.#strings = strings;
    this.#shown = shown;
    this.#view = shown.view;
    this.#subscription = vscode.Disposable.from(
      new ConnectorBadges(),
      store.onDidChange((analysis) => this.#follow(analysis)),
      store.onDidRemove((analysis) => this.#remove(analysis)),
      store.onDidChangeCurrent((analysis) => this.#reveal(analysis)),
      this.#view.onDidChangeVisibility(() => this.#reveal(store.current)),
      this.#view.onDidExpandElement(({ element }) => element.kind === 'connector' && tickOff('connectors')),
    );
    this.#count();
    shown.show(this);
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const timer of this.#waiting.values()) {
      clearTimeout(timer);
    }
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.#strings);
  }

  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return [...this.#store.all].map((analysis) => this.#rootOf(analysis));
      case 'analysis':
        return connectorsOf(node);
      case 'connector':
        return statesOf(node);
      case 'tls':
        return hostsOf(node);
      default:
        return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'analysis' ? undefined : node.parent;
  }

  /** Shows the view, and an analysis in it where one is asked for. */
  async show(analysis: ExportAnalysis | undefined): Promise<void> {
    await vscode.commands.executeCommand(`${ANALYSES_VIEW}.focus`);
    if (analysis !== undefined) {
      const isWanted = (): boolean => this.#store.has(analysis);
      await this.#revealAsDrawn(analysis, isWanted, { select: true, focus: true, expand: true });
    }
  }

  /** VS Code finds no node while it draws the tree, which it does whenever the view appears: tries again as long as `isWanted`. */
  async #revealAsDrawn(
    analysis: ExportAnalysis,
    isWanted: () => boolean,
    options: Parameters<vscode.TreeView<TreeNode>['reveal']>[1],
  ) {
    for (let attempt = 0; attempt < REVEAL_ATTEMPTS && isWanted(); attempt++) {
      try {
        await this.#view.reveal(this.#rootOf(analysis), options);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, REVEAL_EVERY));
      }
    }
  }

  #rootOf(analysis: ExportAnalysis): AnalysisNode {
    const known = this.#roots.get(analysis) ?? { kind: 'analysis', analysis };
    this.#roots.set(analysis, known);
    return known;
  }

  /** A new analysis is a new node; of a known one only its own node is drawn anew, while it is read not all the time. */
  #follow(analysis: ExportAnalysis): void {
    const isNew = !this.#roots.has(analysis);
    const root = this.#rootOf(analysis);
    if (isNew || analysis.state.kind !== 'reading') {
      clearTimeout(this.#waiting.get(analysis));
      this.#waiting.delete(analysis);
      this.#shown.redraw(isNew ? undefined : root);
      this.#count();
    } else if (!this.#waiting.has(analysis)) {
      const draw = (): void => {
        this.#waiting.delete(analysis);
        this.#shown.redraw(this.#rootOf(analysis));
      };
      this.#waiting.set(analysis, setTimeout(draw, FOLLOW_EVERY));
    }
  }

  #remove(analysis: ExportAnalysis): void {
    clearTimeout(this.#waiting.get(analysis));
    this.#waiting.delete(analysis);
    this.#roots.delete(analysis);
    this.#shown.redraw(undefined);
    this.#count();
  }

  /** Follows the editor, without taking the focus from it. */
  #reveal(analysis: ExportAnalysis | undefined): void {
    if (analysis !== undefined && this.#view.visible && this.#roots.has(analysis)) {
      const isSelected = this.#view.selection.some((node) => node.analysis === analysis);
      if (!isSelected) {
        // Another editor may be the active one before the node is there.
        const isWanted = (): boolean => this.#store.has(analysis) && this.#store.current === analysis;
        void this.#revealAsDrawn(analysis, isWanted, { select: true, focus: false });
      }
    }
  }

  /** The number on the view: warnings of all analyses. */
  #count(): void {
    const all = [...this.#store.all];
    const value = countDistinct(all, isWarning);
    const tooltip = warningNotes(value, countDistinct(all, isKnownWarning)).join('\n');
    this.#view.badge = value === 0 ? undefined : { value, tooltip };
  }
}
