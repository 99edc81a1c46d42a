/** A Markdown file cut at its front matter. Offsets are those of the whole file. */
export interface FrontMatter {
  /** The YAML between the two lines of dashes, and where it begins. */
  readonly front: string;
  readonly frontStart: number;
  /** The Markdown behind it, without blank lines around it, and where it begins. */
  readonly body: string;
  readonly bodyStart: number;
}

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/m;

/** Splits a Markdown file; undefined where it does not begin with a front matter or the front matter never ends. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const frontStart = opening.exec(text)?.[0].length;
  if (frontStart === undefined) return undefined;
  const rest = text.slice(frontStart);
  const end = closing.exec(rest);
  if (!end) return undefined;
  const afterEnd = frontStart + end.index + end[0].length;
  const behind = text.slice(afterEnd);
  const body = behind.trim();
  return {
    front: rest.slice(0, end.index),
    frontStart,
    body,
    bodyStart: body === '' ? text.length : afterEnd + behind.indexOf(body),
  };
}
