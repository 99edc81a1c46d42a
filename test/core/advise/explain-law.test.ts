import { describe, expect, it } from 'vitest';
import { durationWords } from '../../../src/advise/explain-law';
import { advisor, pack } from '../real-catalog';

function pageOf(id: string): string {
  const found = advisor.explain(id);
  if (!('markdown' in found)) throw new Error(`Nothing is called ${id}.`);
  return found.markdown;
}

describe('the page of a regime', () => {
  it('tells how it came to be, with its days', () => {
    expect(pageOf('us-nyc-ll144')).toContain('- 2021-12-11, adopted: Enacted by the City Council.');
  });

  it('tells its clocks, by duty: 20-871(b) wants ten business days', () => {
    const page = pageOf('us-nyc-ll144');
    expect(page).toContain('## Clocks');
    expect(page).toMatch(/- within 10 business days, from .*`us-nyc-ll144\.notice`/);
  });

  it('tells which conflicts it is in, and what to do', () => {
    expect(pageOf('us-nyc-ll144')).toMatch(/## Conflicts\n\n- `C1` Testing for bias .*Measure everywhere/);
    expect(pageOf('sg-ai-verify')).not.toContain('## Conflicts');
  });

  it('tells every clock of the catalog in words', () => {
    const clocks = pack.regimes.flatMap(({ deadlines }) =>
      deadlines.map(({ within }) => durationWords(within)),
    );
    expect(clocks.filter((words) => !/^(?:at once|within \d+ [a-z ]+)$/.test(words))).toEqual([]);
  });

  it.each([
    ['P0D', 'at once'],
    ['P1Y', 'within 1 year'],
    ['P10BD', 'within 10 business days'],
    ['PT72H', 'within 72 hours'],
  ])('says %s as %s', (within, words) => {
    expect(durationWords(within)).toBe(words);
  });
});

describe('the page of a conflict', () => {
  it('says what clashes, who stands where, what to do, and where it was read', () => {
    const page = pageOf('C8');
    expect(page).toMatch(/^# C8: Decisions by machine alone/);
    expect(page).toContain('**United Kingdom**: Allowed, with notice');
    expect(page).toContain('`uk-gdpr-adm-duaa-2025`');
    expect(page).toContain('What to do: Build the flow of the EU');
    expect(page).toContain('## Sources');
  });

  it('is found for each of the nine', () => {
    for (const { id, title } of pack.conflicts) expect(pageOf(id)).toContain(title);
    expect(pack.conflicts.length).toBe(9);
  });

  it('is offered where a number is mistyped', () => {
    expect(advisor.explain('C99')).toEqual({ nearest: ['C9'] });
  });
});

describe('the background of the United Nations', () => {
  const page = pageOf('un-and-the-united-states');

  it('tells the vote of 2026-02-12 (GA/12751) and that no text binds a firm', () => {
    expect(page).toMatch(/2026-02-12: .*117 to 2, the United States and Paraguay against/);
    expect(page).toContain('No text of the United Nations binds a firm.');
  });

  it('knows that the convention of the Council of Europe is not in force', () => {
    expect(page).toMatch(/CETS 225.*one ratification.*not in force/);
  });

  it('marks what was not read at its source', () => {
    expect(page).toMatch(/2026-07-07: .*\(reported, check\)/);
  });
});
