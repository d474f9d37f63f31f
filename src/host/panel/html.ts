import * as vscode from 'vscode';

/** The webview's page: one script and its style sheets, named by nonce and source; nothing inline, nothing from elsewhere. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = makeNonce();
  const at = (...path: string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const policy = [
    `default-src 'none'`,
    // the nonce for the page's own scripts, the source for the rooms that they load; core's kernels are compiled
    `script-src 'nonce-${nonce}' ${webview.cspSource} 'wasm-unsafe-eval'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src data: blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${at('dist', 'webview', 'codicon.css')}">
<link rel="stylesheet" href="${at('media', 'webview.css')}">
<title>Activation Lens</title>
</head>
<body>
<al-app></al-app>
<script nonce="${nonce}" src="${at('dist', 'webview', 'formulas.js')}" defer></script>
<script nonce="${nonce}" src="${at('dist', 'webview', 'main.js')}" type="module"></script>
</body>
</html>`;
}

function makeNonce(): string {
  // Both extension hosts have it; the host's types know neither Node nor the DOM.
  const { crypto } = globalThis as unknown as { crypto: { getRandomValues(bytes: Uint8Array): Uint8Array } };
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
