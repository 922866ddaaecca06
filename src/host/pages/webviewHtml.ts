import * as vscode from 'vscode';
import type { PageCode } from './pageCode';

/** Prepares a webview for our page: scripts on, no resources at all, and the frame that the script draws into. */
export function showPage(webview: vscode.Webview, { script, style }: PageCode, title: string): void {
  webview.options = { enableScripts: true, localResourceRoots: [] };
  const nonce = newNonce();
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    // Charts are drawn as PNG by way of a picture that the page made itself.
    'img-src blob:',
  ].join('; ');
  // The toolkit takes the nonce for its style elements from the meta element.
  webview.html = `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body><div id="root"></div><script nonce="${nonce}">${script}</script></body>
</html>`;
}

/** 128 random bits that no file and no page can guess. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
