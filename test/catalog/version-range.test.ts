import { describe, expect, it } from 'vitest';
import { inRange } from '../../src/catalog/version-range';

describe('a range of catalog versions', () => {
  it.each([
    ['>=2026.11', true],
    ['>=2026.11.24', true],
    ['>=2026.11.25', false],
    ['>=2026.9', true],
    ['>=2026.09', true],
    ['>=2026', true],
    ['>2026.11', false],
    ['>2026.10', true],
    ['>2026.11.23', true],
    ['>2026', false],
    ['<=2026.11', true],
    ['<=2026.11.23', false],
    ['<2026.11', false],
    ['<2026.12', true],
    ['<2027', true],
    ['=2026.11', true],
    ['=2026.11.24', true],
    ['=2026.11.23', false],
    ['>=2026.11 <2027', true],
    ['>=2026.11 <2026.11.24', false],
    ['  >= 2026.11   < 2027 ', true],
  ])('%s: 2026.11.24 is in it: %s', (range, is) => {
    expect(inRange('2026.11.24', range)).toBe(is);
  });

  it.each([
    '',
    ' ',
    '2026.11',
    '^2026.11',
    '~2026',
    '>=2026.13',
    '>=2026.11.32',
    '>=2026.00',
    '>=26.11',
    '>=2026.11.24.1',
    '>=2026.11-beta',
    '>=2026.11<2027',
    '>=2026.11 || <2025',
    '>=',
    '*',
    '>=2026 '.repeat(50),
    `>=${' '.repeat(5000)}2026`,
  ])('%j cannot be read', (range) => {
    expect(inRange('2026.11.24', range)).toBeUndefined();
  });
});
