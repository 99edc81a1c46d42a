/** What the page's shell needs of the webview that holds it. */
export interface PageShell {
  /** A fresh random word for each load; only the script that carries it may run. */
  readonly nonce: string;
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** `asWebviewUri` of the page's bundle. */
  readonly scriptUri: string;
  /** `asWebviewUri` of `media/report.css`. */
  readonly styleUri: string;
  readonly title: string;
}

/** The policy under which the page works: nothing inline, nothing remote, one script. */
export function contentSecurityPolicy(nonce: string, cspSource: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
  ].join('; ');
}

/** The HTML of the webview: an empty page that the script fills. Data come by message, never in this text. */
export function pageShell({ nonce, cspSource, scriptUri, styleUri, title }: PageShell): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(contentSecurityPolicy(nonce, cspSource))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
</head>
<body class="webview">
<div id="page"></div>
<script nonce="${attribute(nonce)}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

function attribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
