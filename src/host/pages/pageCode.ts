import * as vscode from 'vscode';

/** What pages are made of, as it stands in them. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
}

/**
 * Reads the code of pages. It is written into each page, since what a page asks for comes by way of a service worker, VS Code's window
 * and the extension host: that took longer than all that the page does until it is seen.
 */
export async function readPageCode(extension: vscode.Uri): Promise<PageCode> {
  const read = async (name: string): Promise<string> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
    return new TextDecoder().decode(bytes);
  };
  const [script, style] = await Promise.all([read('webview.js'), read('webview.css')]);
  // What would end the element that it stands in, or begin another one; all of it is in texts.
  return { script: script.replace(/<(?=!--|\/?script)/gi, '\\x3c'), style: style.replaceAll('</', '<\\/') };
}
