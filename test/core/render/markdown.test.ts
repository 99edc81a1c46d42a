import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/schema';
import { code, link, md, table } from '../../../src/render/markdown/escape';
import { renderMarkdown } from '../../../src/render/markdown/markdown';
import { plain } from '../../../src/render/words/plain';
import { emptyAnswer, manySystems, purposeOnly, sampleAnswer } from '../../fixtures/answers';

/** A reader with everything on that GitHub has: tables, HTML, links made of bare addresses. */
const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyLink: false });

/** Text out of the characters that mean something in Markdown, mixed with any others. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from('\\`*_{}[]()<>#+-.!|~&$@:=/"\'\n\r\t '),
        '1.',
        '- ',
        '# ',
        '<b>',
        '<!--',
        '](',
        '![',
        '&amp;',
        '||',
        '```',
      ),
      fc.constantFrom('https://x.example/a', 'www.x.example', 'a@x.example', '[^1]', '~~a~~', '**a**'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What a text shows, and which kinds of tokens it is made of. */
function shown(markdown: string): { kinds: string[]; text: string } {
  const inline = reader.parseInline(markdown, {})[0]?.children ?? [];
  return {
    kinds: [...new Set(inline.map(({ type }) => type))],
    text: inline.map(({ content }) => content).join(''),
  };
}

describe('escaped text', () => {
  it('shows exactly what it was, as text and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { kinds, text: seen } = shown(md(text));
        expect(kinds.filter((kind) => kind !== 'text')).toEqual([]);
        expect(seen).toBe(plain(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is one paragraph, also at the start of a line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(plain(text) !== '');
        const kinds = reader.parse(md(text), {}).map(({ type }) => type);
        expect(kinds).toEqual(['paragraph_open', 'inline', 'paragraph_close']);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const tokens = reader.parse(table(['A', 'B'], [[md(one), md(other)]]), {});
        expect(tokens.filter(({ type }) => type === 'td_open')).toHaveLength(2);
        const cells = tokens.filter(({ type }) => type === 'inline').slice(2);
        const texts = cells.map(({ children }) => (children ?? []).map(({ content }) => content).join(''));
        expect(texts).toEqual([plain(one), plain(other)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('a code span shows exactly what it was', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(plain(text) !== '');
        expect(shown(code(text))).toEqual({ kinds: ['code_inline'], text: plain(text) });
      }),
      { numRuns: 1000 },
    );
  });

  it('a code span stays in its cell of a table', () => {
    const tokens = reader.parse(table(['A', 'B'], [[code('a|b'), 'c']]), {});
    expect(tokens.filter(({ type }) => type === 'td_open')).toHaveLength(2);
    expect(reader.renderer.render(tokens, reader.options, {})).toContain('<code>a|b</code>');
  });
});

describe('a link', () => {
  it('is made to an https address', () => {
    expect(reader.renderInline(link('Fair*learn*', 'https://fairlearn.org/a_b'))).toBe(
      '<a href="https://fairlearn.org/a_b">Fair*learn*</a>',
    );
  });

  it.each(['javascript:alert(1)', 'http://x.example', 'https://x.example/> <b>', 'https://x.example/\n"'])(
    'is not made to %j',
    (address) => {
      expect(reader.renderInline(link('name', address))).toBe('name');
    },
  );
});

function headings(answer: Answer): string[] {
  return renderMarkdown(answer)
    .split('\n')
    .filter((line) => line.startsWith('#'));
}

describe('the report in Markdown', () => {
  it('has a section for each system, the organization, tools, findings and what it rests on', () => {
    expect(headings(sampleAnswer())).toEqual([
      '# AI governance report: ai-usage.yaml',
      '## CV ranker',
      '## ops-agent',
      '## The organization',
      '## Tools',
      '## Findings',
      '## What this rests on',
    ]);
  });

  it('leaves out sections that have nothing to say', () => {
    expect(headings(purposeOnly())).toEqual([
      '# AI governance report: ai-usage.yaml',
      '## helper',
      '## The organization',
      '## What this rests on',
    ]);
  });

  it('tells a class with its date, ground, reason and line, and what came of a claim', () => {
    expect(renderMarkdown(sampleAnswer())).toContain(
      '- **high-risk** from 2027-12-02 (moved from 2026-08-02), by Regulation (EU) 2026/1744: Annex III 4(a), Recruitment; areas is employment.recruitment (`ai-usage.yaml:14`); the claim `eu-ai-act.art-6-3-a` is refused: influence is main-factor, not none or informs (`ai-usage.yaml:16`)',
    );
  });

  it('has a line for each duty with due day, article, state and controls', () => {
    const text = renderMarkdown(sampleAnswer());
    expect(text).toContain('| 2025-02-02 | AI literacy | Art. 4(1) | partial | Training in AI use |');
    expect(text).toContain('| 2027-12-02 (moved from 2026-08-02) | Logging by design | Art. 12 | missing |');
    expect(text).toContain('| no date | Interaction notice _(may apply)_ |');
  });

  it('says of a control what it lacks and why it is asked for', () => {
    expect(renderMarkdown(sampleAnswer())).toContain(
      '| **declared**: docs/oversight.md does not exist; no review date | Human review with time and power (`human-review`) | 2027-12-02 |',
    );
  });

  it('says of a tool what only it closes and what an alternative loses', () => {
    const text = renderMarkdown(sampleAnswer());
    expect(text).toContain('[Fairlearn](<https://fairlearn.org>)');
    expect(text).toContain('instead **AI Fairness 360**: loses bias metrics (operate, CV ranker)');
    expect(text).toContain('no tool in the catalog does it');
  });

  it('tells an ignored finding apart, with its reason', () => {
    expect(renderMarkdown(sampleAnswer())).toContain(
      '- `system/no-owner` at `ai-usage.yaml:35:9`: the desk is being reorganized, until 2027-01-31',
    );
  });

  it('says once that it is no legal advice', () => {
    expect(renderMarkdown(sampleAnswer()).match(/not legal advice/g)).toHaveLength(1);
    expect(renderMarkdown(emptyAnswer())).toBe('# AI governance report\n\nNo manifest was read.\n');
  });

  it('puts several roots under one heading, each with its own', () => {
    const [one] = sampleAnswer().roots;
    if (one === undefined) throw new Error('the sample has no root');
    const text = renderMarkdown({ schemaVersion: 1, roots: [one, { ...one, path: 'b/ai-usage.yaml' }] });
    expect(text.match(/^#{1,3} .*/gm)?.slice(0, 3)).toEqual([
      '# AI governance report',
      '## ai-usage.yaml',
      '### CV ranker',
    ]);
    expect(text).toContain('## b/ai-usage.yaml');
  });

  it('every table has as many cells in each row as in its head', () => {
    const tokens = reader.parse(renderMarkdown(manySystems(3)), {});
    const perRow: number[] = [];
    let heads = 0;
    let cells = 0;
    for (const { type } of tokens) {
      if (type === 'table_open') heads = 0;
      if (type === 'th_open') heads++;
      if (type === 'td_open') cells++;
      if (type === 'tr_close' && cells > 0) {
        perRow.push(cells - heads);
        cells = 0;
      }
    }
    expect(perRow.length).toBeGreaterThan(30);
    expect(perRow.every((difference) => difference === 0)).toBe(true);
  });

  it('lets nothing of a manifest become HTML, a heading or a link', () => {
    const bad = '<img src=x onerror=alert(1)> [a](http://x) \n# top | cell';
    const [one] = sampleAnswer().roots;
    const [first] = one?.systems ?? [];
    if (one === undefined || first === undefined) throw new Error('the sample has no system');
    const html = reader.render(
      renderMarkdown({
        schemaVersion: 1,
        roots: [{ ...one, systems: [{ ...first, name: bad, purpose: bad }] }],
      }),
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('href="http://x"');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; [a](http://x) # top | cell');
  });
});

describe('the days in the Markdown report', () => {
  const onDay = (asOf: string) => {
    const [root] = sampleAnswer().roots;
    if (root === undefined) throw new Error('the sample has no root');
    return renderMarkdown({ schemaVersion: 1, roots: [{ ...root, asOf }] });
  };
  const late = 'The catalog knows the law until 2026-11-20; what came later is not in this answer.';

  it('are both there, always', () => {
    expect(onDay('2026-11-20')).toContain(
      'As of **2026-11-20**; the catalog knows what happened until 2026-11-20.',
    );
    expect(onDay('2026-11-20')).not.toContain(late);
  });

  it('say in passing that the law is read some days later, and stand out long after', () => {
    expect(onDay('2026-11-21')).toContain(`As of **2026-11-21**. ${late}`);
    expect(onDay('2027-03-01')).toContain(`> **${late}**`);
  });
});

it('tells three questions with what their answers do, and the others by name', () => {
  const text = renderMarkdown(purposeOnly());
  expect(text).toContain('- `markets` settles 14 conclusions');
  expect(text).toContain('Then: `influence`, `autonomy` and `inputs`.');
  expect(renderMarkdown(sampleAnswer())).toContain(
    '  - `true`: transparency by Art. 50\\(1\\)'.replaceAll('\\', ''),
  );
});
