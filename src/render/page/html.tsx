import { renderToString } from 'preact-render-to-string';
import type { Answer } from '../../answer/schema';
import { Page } from './page';

export interface HtmlOptions {
  /** The text of `media/report.css`. */
  readonly css: string;
  /** Its SHA-256 in base64, so that the policy lets in this style and no other; the caller has the means to hash. */
  readonly cssSha256: string;
  /** Guidance in Markdown by kind and id, as `tools/fairlearn`; only what the report offers is taken. */
  readonly guidance?: Readonly<Record<string, string>>;
}

/**
 * The report as one file that needs nothing else: no script, nothing to load, and a policy that says so. Places are
 * `file:line` in text. Every text of the answer is escaped.
 */
export function renderHtml(answer: Answer, { css, cssSha256, guidance = {} }: HtmlOptions): string {
  if (/<\/style/i.test(css)) throw new Error('the style must not hold an end tag of its own element');
  const policy = `default-src 'none'; style-src 'sha256-${cssSha256}'; base-uri 'none'; form-action 'none'`;
  const find = (id: string) => {
    const markdown = Object.hasOwn(guidance, id) ? guidance[id] : undefined;
    return markdown === undefined ? undefined : { markdown };
  };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>AI governance advice</title>
<style>${css}</style>
</head>
<body class="file">
${renderToString(<Page answer={answer} guidance={{ find }} />)}
</body>
</html>
`;
}
