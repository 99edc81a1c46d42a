import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LevelContext } from '../../../src/render/page/context';
import { type GuidanceNode, readGuidance } from '../../../src/render/page/guidance';
import { GuidanceText } from '../../../src/render/page/guidance-text';

/** The page around it has headings down to the third level. */
function shown(markdown: string): string {
  const html = renderToString(
    <LevelContext.Provider value={4}>
      <GuidanceText markdown={markdown} />
    </LevelContext.Provider>,
  );
  return html.replace(/^<div class="guidance">(.*)<\/div>$/s, '$1');
}

const tags =
  'p|blockquote|pre|ul|ol|li|hr|br|em|strong|s|code|table|thead|tbody|tr|th|td|a|span|h4|h5|h6'.split('|');
const attributes = /^(?: start="\d+"| href="https:\/\/[^"<>]+" rel="noopener noreferrer")?$/i;

/** The tags of an HTML text that guidance may not have, or not with these attributes. In text `<` is escaped. */
function foreign(html: string): string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((found) => {
    const [, tag = '', rest = ''] = /^<\/?([a-z0-9]+)(.*?)\/?>$/s.exec(found) ?? [];
    return !tags.includes(tag) || !attributes.test(rest);
  });
}

function depthOf(nodes: readonly GuidanceNode[]): number {
  return Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depthOf(node.children))));
}

describe('guidance', () => {
  it.each([
    [
      '**Good at** tables, *crossings* and ~~more~~ `code`.',
      '<p><strong>Good at</strong> tables, <em>crossings</em> and <s>more</s> <code>code</code>.</p>',
    ],
    ['one\ntwo  \nthree', '<p>one\ntwo<br/>three</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> a\n\n---', '<blockquote><p>a</p></blockquote><hr/>'],
    ['```sh\nnpm i <x>\n```', '<pre><code>npm i &lt;x>\n</code></pre>'],
    ['    indented', '<pre><code>indented\n</code></pre>'],
    [
      '[guide](https://fairlearn.org/a_b "title")',
      '<p><a href="https://fairlearn.org/a_b" rel="noopener noreferrer">guide</a></p>',
    ],
    [
      '<https://fairlearn.org>',
      '<p><a href="https://fairlearn.org" rel="noopener noreferrer">https://fairlearn.org</a></p>',
    ],
  ])('%j is shown as it is meant', (markdown, html) => {
    expect(shown(markdown)).toBe(html);
  });

  it('has its headings below those of the page, one step at a time, whatever levels are written', () => {
    const levels = (markdown: string) => shown(markdown).match(/<h\d/g);
    expect(levels('# a\n## b\n### c\n#### d\n# e')).toEqual(['<h4', '<h5', '<h6', '<h6', '<h4']);
    expect(levels('#### a\n# b\n##### c\n## d')).toEqual(['<h4', '<h4', '<h5', '<h5']);
    expect(levels('a\n===\n\nb\n---')).toEqual(['<h4', '<h5']);
  });

  it('keeps a table without the inline style that would align it', () => {
    const html = shown('| a | b |\n| :-- | --: |\n| 1 | 2 |');
    expect(html).toBe(
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
  });
});

describe('hostile guidance', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x">b</b> <!-- c -->',
    '<style>*{display:none}</style>\n\n<iframe src="https://x.example"></iframe>',
    '<details open ontoggle=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '```"><img src=x onerror=alert(1)>\ncode\n```',
  ])('%j has no HTML of its own', (markdown) => {
    const html = shown(markdown);
    expect(foreign(html)).toEqual([]);
    expect(html).not.toMatch(/<(script|img|b|style|iframe|details)/);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    'java&Tab;script:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AAAA',
    'http://x.example',
    '//x.example',
    'https:x.example',
    'https:///x.example',
    'file:///etc/passwd',
    'command:workbench.action.terminal.new',
    'vscode://x.y/z',
    'mailto:a@b.example',
    '#tools',
    'page.md',
  ])('a link to %j leaves its words', (address) => {
    for (const markdown of [`[words](<${address}>)`, `[words][a]\n\n[a]: <${address}>`]) {
      expect(shown(markdown)).toBe('<p>words</p>');
    }
  });

  it('an address that stands for itself is no link unless it is https', () => {
    expect(shown('<javascript:alert(1)>')).toBe('<p>javascript:alert(1)</p>');
    expect(shown('https://x.example www.x.example a@x.example')).not.toContain('<a');
  });

  it.each(['data:image/svg+xml,x', 'https://x.example/pixel.png', 'javascript:x'])(
    'an image from %j is its words, and asks for nothing',
    (address) => {
      expect(shown(`![a chart](${address} "t")`)).toBe('<p>a chart</p>');
      expect(shown(`![a chart][a]\n\n[a]: ${address}`)).toBe('<p>a chart</p>');
    },
  );

  it('a link never holds another', () => {
    const html = shown('[a <https://b.example> ![c](https://d.example)](https://e.example)');
    expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
  });

  const much = 20_000;
  it.each([
    ['quotes', '>'.repeat(much)],
    ['lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['lists in one line', '- '.repeat(much)],
    ['emphasis', `${'*a **b '.repeat(much / 10)}${'c** d* '.repeat(much / 10)}`],
    ['brackets', '['.repeat(much)],
    ['images', '!['.repeat(much)],
    ['links', '[a]('.repeat(much)],
    ['quotes with lists', '> - '.repeat(much)],
  ])('%s, nested without end, neither break it nor lie deep', (_name, markdown) => {
    expect(foreign(shown(markdown))).toEqual([]);
    expect(depthOf(readGuidance(markdown))).toBeLessThanOrEqual(32);
  });

  it('of any text nothing comes but the few elements that guidance may have', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...Array.from('\\`*_{}[]()<>#+-.!|~&$@:=/"\'\n\r\t ')),
      fc.constantFrom(
        '<b a="x">',
        '<!--',
        '-->',
        '](',
        '![',
        '&lt;',
        '&quot;',
        '```',
        '    ',
        '\n\n',
        '- ',
        '1. ',
      ),
      fc.constantFrom(
        'https://x.example',
        'javascript:x',
        'data:x',
        '[a]: https://x"y',
        '|a|\n|:-:|\n',
        '# ',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(foreign(shown(parts.join('')))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
