import { describe, expect, it } from 'vitest';
import { explainRegimeFact } from '../../../src/advise/explain-regime';
import { bodies, pack } from '../real-catalog';

const page = (name: string) => explainRegimeFact(pack, bodies, `eu-ai-act.${name}`) ?? '';

describe('the page of a duty', () => {
  it('says whom it binds, how sure that is, and where it was read', () => {
    expect(page('art-26-1')).toContain('Art. 26(1)-(3). For: deployer. Grade: high.');
    expect(page('art-26-1')).toContain('https://eur-lex.europa.eu/eli/reg/2024/1689/oj');
  });

  it('gives every day that may count, and how it moved', () => {
    expect(page('art-26-1')).toContain('2027-12-02 (moved from 2026-08-02 by Regulation (EU) 2026/1744)');
    expect(page('art-26-1')).toContain('2028-08-02 (moved from 2027-08-02 by Regulation (EU) 2026/1744)');
    expect(page('art-86')).not.toContain('2028-08-02');
  });

  it('says who was there before and has longer', () => {
    expect(page('art-26-1')).toContain('2 August 2030');
    expect(page('art-50-1')).not.toContain('2 August 2030');
    expect(page('art-53-1-c')).toContain('2027-08-02');
  });

  it('of what stays after Art. 6(3) gives the day of Annex III alone', () => {
    expect(page('art-6-4')).toContain('2027-12-02');
    expect(page('art-6-4')).not.toContain('2028-08-02');
  });

  it('names its themes in words', () => {
    expect(page('art-26-1')).toContain('**Themes**: Human oversight and review.');
  });

  it('says for whom it is lighter, by which article', () => {
    expect(page('art-11')).toMatch(/\*\*Lighter\*\*: Art\. 11\(1\): .*small mid-caps/);
    expect(page('art-26-1')).not.toContain('**Lighter**');
  });

  it('says what a breach may cost, and each penalty where there are several', () => {
    expect(page('art-26-1')).toContain('**Fine**: Art. 99(4), since 2025-08-02: EUR 15 million or 3 %');
    expect(page('art-5')).toContain('EUR 35 million or 7 %');
    expect(page('art-5')).toContain('EUR 750 000');
  });

  it('tells the newest words and, where these changed, those before', () => {
    expect(page('art-4')).toContain('No level has to be guaranteed');
    expect(page('art-4')).toMatch(
      /\*\*How it read before\*\*: Up to the day before 2026-07-24, Art\. 4: .*sufficient level/,
    );
    expect(page('art-9')).not.toContain('How it read before');
    expect(page('art-50-2')).not.toContain('How it read before');
  });

  it('is not longer than 4 000 characters for any duty', () => {
    for (const { id } of pack.regimes.flatMap(({ duties }) => duties)) {
      expect(explainRegimeFact(pack, bodies, id)?.length, id).toBeLessThan(4000);
    }
  });
});
