import * as vscode from 'vscode';
import { ANALYSES_VIEW } from '../identifiers';
import type { TreeNode } from './treeNode';

/** What the view shows, once there is something to show. */
export interface TreeSource {
  getTreeItem(node: TreeNode): vscode.TreeItem;
  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]>;
  getParent(node: TreeNode): TreeNode | undefined;
}

const EMPTY: TreeSource = {
  getTreeItem: () => new vscode.TreeItem(''),
  getChildren: () => [],
  getParent: () => undefined,
};

/** The view *Analyses*: there from the start, and empty until something is analysed. */
export class AnalysesView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  #source = EMPTY;

  /** Fires with the node that is to be drawn anew with all that is below it; with undefined for the whole tree. */
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view = vscode.window.createTreeView(ANALYSES_VIEW, { treeDataProvider: this });

  /** Shows something else from now on. */
  show(source: TreeSource): void {
    this.#source = source;
    this.redraw(undefined);
  }

  /** Draws a node anew with all that is below it; without one, the whole tree. */
  redraw(node: TreeNode | undefined): void {
    this.#changed.fire(node);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return this.#source.getTreeItem(node);
  }

  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]> {
    return this.#source.getChildren(node);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#source.getParent(node);
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
