// A window that runs tests shows VS Code's default colours, whatever the settings say, until the settings change.
import * as vscode from 'vscode';

/** Takes the colour theme out of the settings and puts it back. */
export async function restoreTheme(): Promise<void> {
  const theme = vscode.workspace.getConfiguration('workbench').inspect<string>('colorTheme')?.globalValue;
  for (const value of [undefined, theme]) {
    const settings = vscode.workspace.getConfiguration('workbench');
    await settings.update('colorTheme', value, vscode.ConfigurationTarget.Global);
  }
}
