import { describe, expect, it } from 'vitest';
import { emptyModel, factsGiven } from '../given';

const fact = (path: string, system: object) => {
  const found = factsGiven(emptyModel, { system: { ...system } }).get(path);
  return found.kind === 'scalar' ? found.value : found.kind;
};
const section = (product: object) => fact('system.product.section', { product });
const named = (system: object) => fact('derived.productNamed', system);

describe('the section of Annex I', () => {
  it('follows from the product law where it is not said', () => {
    expect(section({ law: 'toys' })).toBe('A');
    expect(section({ law: 'machinery' })).toBe('B');
  });

  it('is what the manifest says where it is said', () => {
    expect(section({ law: 'machinery', section: 'A' })).toBe('A');
    expect(section({ law: 'toys', section: 'unknown' })).toBe('unknown');
  });

  it('is not known without a law, or with one that is no law of Annex I', () => {
    expect(section({ role: 'product' })).toBe('unknown');
    expect(section({ law: 'cosmetics' })).toBe('unknown');
    expect(section({ law: 'unknown' })).toBe('unknown');
  });
});

describe('a product', () => {
  it.each([
    { law: 'toys' },
    { section: 'A' },
    { role: 'none' },
    { thirdPartyAssessment: false },
    { onlyRadioOrEmc: true },
    { law: 'unknown' },
  ])('is named by %o', (product) => {
    expect(named({ product })).toBe(true);
  });

  it('is not named by a manifest that says nothing of it', () => {
    expect(named({})).toBe(false);
    expect(named({ areas: ['product.safety'] })).toBe(false);
  });
});
