import MarkdownIt from 'markdown-it';
import { isHttps } from './https';

/**
 * A piece of guidance: text, or an element out of a closed list with what is in it. This is all that a body can become,
 * whatever is written in it: no HTML of its own, no image, no style, no class, no address but https.
 */
export type GuidanceNode = string | GuidanceElement;

export type GuidanceElement =
  | { readonly tag: (typeof plainTags)[number]; readonly children: readonly GuidanceNode[] }
  | { readonly tag: 'ol'; readonly start: number; readonly children: readonly GuidanceNode[] }
  | { readonly tag: 'a'; readonly href: string; readonly children: readonly GuidanceNode[] }
  /** `depth` is 1 for the outermost headings and never skips a step, whatever levels are written. */
  | { readonly tag: 'heading'; readonly depth: number; readonly children: readonly GuidanceNode[] };

const plainTags = [
  ...(['p', 'blockquote', 'pre', 'ul', 'li', 'hr', 'br', 'em', 'strong', 's', 'code'] as const),
  ...(['table', 'thead', 'tbody', 'tr', 'th', 'td'] as const),
] as const;

/** Elements lie in each other at most so deep; what is deeper stands beside. Emphasis alone could nest without end. */
const deepest = 30;

const reader = new MarkdownIt({ html: false, linkify: false });
// Every link is read as one, so that of one that leads nowhere the words remain, and not its Markdown.
reader.validateLink = () => true;

type Token = ReturnType<typeof reader.parse>[number];

/** Reads the body of a catalog entry, Markdown that anybody may have written. Never throws. */
export function readGuidance(markdown: string): readonly GuidanceNode[] {
  const nodes: GuidanceNode[] = [];
  const open: { readonly element?: GuidanceElement; readonly children: GuidanceNode[] }[] = [];
  const headings: number[] = [];
  for (const token of reader.parse(markdown, {}).flatMap((block) => block.children ?? block)) {
    const within = open.at(-1)?.children ?? nodes;
    if (token.nesting === 0) within.push(...leaf(token));
    else if (token.nesting < 0) open.pop();
    else {
      const children: GuidanceNode[] = [];
      const element = open.length < deepest ? elementOf(token, children, headings) : undefined;
      const inLink = element?.tag === 'a' && open.some((outer) => outer.element?.tag === 'a');
      if (element === undefined || inLink) open.push({ children: within });
      else {
        within.push(element);
        open.push({ element, children });
      }
    }
  }
  return nodes;
}

function leaf({ type, content }: Token): GuidanceNode[] {
  switch (type) {
    case 'code_inline':
      return [{ tag: 'code', children: [content] }];
    case 'fence':
    case 'code_block':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [content] }] }];
    case 'softbreak':
      return ['\n'];
    case 'hardbreak':
      return [{ tag: 'br', children: [] }];
    case 'hr':
      return [{ tag: 'hr', children: [] }];
    default:
      // Text, and of an image what it says in words.
      return [content];
  }
}

/** The element that a token opens; undefined where only what is in it stays. `headings` are the levels around it. */
function elementOf(
  token: Token,
  children: readonly GuidanceNode[],
  headings: number[],
): GuidanceElement | undefined {
  if (token.hidden) return undefined;
  switch (token.type) {
    case 'link_open': {
      const href = String(token.attrGet('href'));
      return isHttps(href) ? { tag: 'a', href, children } : undefined;
    }
    case 'heading_open': {
      const level = Number(token.tag.slice(1));
      while ((headings.at(-1) ?? 0) >= level) headings.pop();
      return { tag: 'heading', depth: headings.push(level), children };
    }
    case 'ordered_list_open':
      return { tag: 'ol', start: Number(token.attrGet('start') ?? 1), children };
    default: {
      const tag = plainTags.find((each) => each === token.tag);
      return tag && { tag, children };
    }
  }
}
