import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomeWords } from '../../src/render/words/effects';
import { sentence } from '../../src/render/words/sentence';

/** Ids of the texts that the core makes, read off its source: `text('control.planned')`, `text(id, …)` apart. */
function saidIds(): string[] {
  const source = join(__dirname, '..', '..', 'src');
  const texts = ['assess', 'select', 'advise'].flatMap((part) =>
    readdirSync(join(source, part), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(source, part, file), 'utf8')),
  );
  const said = texts.flatMap((text) =>
    [...text.matchAll(/\btext\(\s*'([a-z.-]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(said)].sort();
}

describe('what the core says by id', () => {
  it('has words in English', () => {
    const ids = saidIds();
    expect(ids.length).toBeGreaterThan(20);
    // Without words, a sentence is the id itself. What an answer brings has a table of its own.
    const words = (id: string) => (id.startsWith('outcome.') ? outcomeWords : sentence)({ id, params: {} });
    expect(ids.filter((id) => words(id) === id)).toEqual([]);
  });
});
