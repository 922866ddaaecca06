import * as vscode from 'vscode';

const SCHEME = 'mail-flow-connector';
/** A badge has room for two characters. */
const MOST = 9;

/** The address of nothing but a badge: that of a connector with so many warnings in Problems. */
export function connectorUri(warnings: number): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: '/', query: String(warnings) });
}

/** Puts a number beside connectors in the tree that have warnings in Problems, in the colour that VS Code has for warnings. */
export class ConnectorBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #registration = vscode.window.registerFileDecorationProvider(this);

  provideFileDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
    const warnings = Number(query);
    if (scheme !== SCHEME || !(warnings > 0)) {
      return undefined;
    }
    const badge = warnings > MOST ? `${MOST}+` : String(warnings);
    const tooltip = vscode.l10n.t('Warnings in Problems: {0}', String(warnings));
    return new vscode.FileDecoration(badge, tooltip, new vscode.ThemeColor('list.warningForeground'));
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
