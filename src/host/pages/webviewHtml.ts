import * as vscode from 'vscode';
import { OPENING_SCRIPT } from '../../protocol/openingScript';

/** Prepares a webview for our page: scripts on, resources only from dist/, and the frame that the script draws into. */
export function showPage(webview: vscode.Webview, extension: vscode.Uri, title: string): void {
  const dist = vscode.Uri.joinPath(extension, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.css')).toString();
  const nonce = newNonce();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    // Charts are drawn as PNG by way of a picture that the page made itself.
    `img-src ${webview.cspSource} blob:`,
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
<script nonce="${nonce}">${OPENING_SCRIPT}</script>
<link rel="stylesheet" nonce="${nonce}" href="${escapeHtml(style)}">
</head>
<body><div id="root"></div><script nonce="${nonce}" src="${escapeHtml(script)}"></script></body>
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
