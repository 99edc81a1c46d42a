import { describe, expect, it } from 'vitest';
import { readBodiesText, readPackText } from '../../src/catalog/pack-file';
import { answerUnder, dataOf, packOf, sealed } from './small-packs';

const { places } = packOf();
const pack = dataOf(packOf());
const problem = (text: string) => {
  const read = readPackText(text);
  return 'problem' in read ? read.problem : 'none';
};

describe('a pack file', () => {
  it.each([
    ['as the build writes it', `${JSON.stringify(pack)}\n`],
    ['with another layout', JSON.stringify(pack, null, 2)],
  ])('is read as the pack that it is: %s', (_name, text) => {
    expect(readPackText(text)).toEqual({ pack });
  });

  it('of a time before frameworks is read too', () => {
    const older = Object.fromEntries(Object.entries(pack).filter(([key]) => key !== 'frameworks'));
    const read = readPackText(sealed(older));
    expect(read).toMatchObject({ pack: { frameworks: [], version: '2026.11.24' } });
  });

  it.each<[string, string, RegExp]>([
    ['that is no JSON', 'catalog', /^It is no JSON/],
    ['that is cut off', JSON.stringify(pack).slice(0, -9), /^It is no JSON/],
    ['that is other JSON', '[1]', /no catalog/],
    ['that is nothing', 'null', /no catalog/],
    ['of another schema', sealed({ ...pack, schemaVersion: 2 }), /schemaVersion is not 1/],
    ['that was changed', JSON.stringify({ ...pack, version: '2027.01.01' }), /hash does not match/],
    ['whose hash is no text', JSON.stringify({ ...pack, hash: 7 }), /hash does not match/],
    ['without a list', sealed({ ...pack, tools: undefined }), /tools.*is missing/],
    ['with a list that is none', sealed({ ...pack, risks: {} }), /risks/],
    [
      'with a wrong entry, which is named',
      sealed({ ...pack, tools: pack.tools.map((tool) => ({ ...tool, price: 'dear' })) }),
      /tools\/holder\/price: price is not as it must be/,
    ],
    ['with a key that nobody knows', sealed({ ...pack, extra: 1 }), /extra/],
    [
      'with an entry twice',
      sealed({ ...pack, risks: [...pack.risks, ...pack.risks] }),
      /two entries risks\/rash-action/,
    ],
    [
      'nested without end',
      `{"schemaVersion":1,"hash":"","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      /nested|no JSON/,
    ],
  ])('%s is refused in a sentence', (_name, text, words) => {
    expect(problem(text)).toMatch(words);
    expect(problem(text).length).toBeLessThan(600);
  });

  it('that points nowhere is refused or answers, and never throws', () => {
    const regimes = pack.regimes.map((regime) => ({
      ...regime,
      duties: regime.duties.map((duty) => ({
        ...duty,
        date: 'nowhere',
        penalty: 'none',
        exceptions: ['gone'],
      })),
      classes: regime.classes.map((ground) => ({ ...ground, exceptions: ['gone'], date: 'nowhere' })),
      scope: { ...regime.scope, condition: { path: 'system.no.such', exists: true } },
    }));
    const capabilities = pack.controls.map((control) => ({ ...control, capabilities: ['nothing'] }));
    const read = readPackText(sealed({ ...pack, regimes, controls: capabilities, capabilities: [] }));
    if ('problem' in read) throw new Error(read.problem);
    expect(answerUnder({ ...read.pack, places }).systems).toHaveLength(1);
  });
});

describe('the guidance beside it', () => {
  it('is a table of texts', () => {
    expect(readBodiesText('{"risks/a":"Think."}')).toEqual({ bodies: { 'risks/a': 'Think.' } });
  });

  it.each(['', '[]', '{"a":1}', 'null'])('%j is refused', (text) => {
    expect(readBodiesText(text)).toHaveProperty('problem');
  });
});
