import { describe, expect, it } from 'vitest';
import { pack } from '../real-catalog';
import { compared, type Plain } from './comparing';

/**
 * Each conflict on a manifest that it concerns, and on one as near as can be that it does not. The pairs are written
 * from what each law asks: whoever is asked by one side alone has no conflict.
 */

const hiring: Plain = {
  roles: ['deployer'],
  areas: ['employment.recruitment'],
  influence: 'main-factor',
  affects: ['applicants'],
  data: { classes: ['personal'] },
};
const credit: Plain = {
  roles: ['deployer'],
  areas: ['credit.scoring'],
  influence: 'decides',
  effect: 'access-or-terms',
  affects: ['borrowers'],
  data: { classes: ['financial'] },
};
const chatbot: Plain = {
  roles: ['provider', 'deployer'],
  audience: 'public',
  content: { interacts: true, generates: ['text'] },
  data: { classes: ['personal'] },
};
const images: Plain = {
  roles: ['provider'],
  audience: 'public',
  content: { generates: ['image'] },
  data: { classes: ['none'] },
};

interface Pair {
  readonly id: string;
  readonly why: string;
  readonly fires: Plain;
  readonly between: readonly string[];
  readonly silent: Plain;
  readonly near: string;
}

const pairs: readonly Pair[] = [
  {
    id: 'C1',
    why: 'the city wants audits by group, federal policy turns from effects',
    fires: { ...hiring, markets: ['US-NY-NYC'] },
    between: ['us-federal-eo-preemption', 'us-nyc-ll144', 'us-title-vii'],
    silent: { ...hiring, markets: ['US-FL'] },
    near: 'Title VII and federal policy are of one place, and no state pulls',
  },
  {
    id: 'C2',
    why: 'China wants core values, federal policy no altered output',
    fires: { ...chatbot, markets: ['CN', 'US-CO'] },
    between: [
      'cn-algorithm-recommendation',
      'cn-deep-synthesis',
      'cn-genai-measures',
      'us-federal-eo-preemption',
    ],
    silent: { ...chatbot, audience: 'internal', markets: ['CN', 'US-CO'] },
    near: 'the Chinese measures speak of services to the public (art. 2)',
  },
  {
    id: 'C3',
    why: 'Colorado wants notice, federal policy contests its act',
    fires: { ...hiring, markets: ['US-CO'] },
    between: ['us-co-sb26-189', 'us-federal-eo-preemption'],
    silent: { ...hiring, influence: 'none', markets: ['US-CO'] },
    near: 'no decision rests on it, so the act asks nothing',
  },
  {
    id: 'C4',
    why: 'Korea keeps five years, the GDPR deletes',
    fires: { ...credit, markets: ['KR', 'DE'] },
    between: ['eu-ai-act', 'eu-gdpr', 'kr-ai-basic-act'],
    silent: { ...credit, markets: ['DE'] },
    near: 'the act and the GDPR are law of one place',
  },
  {
    id: 'C5',
    why: 'marks of China, California and the EU differ',
    fires: { ...images, markets: ['CN', 'DE', 'US-CA'] },
    between: ['cn-deep-synthesis', 'cn-labeling-measures', 'eu-ai-act', 'us-ca-sb942'],
    silent: { ...images, content: { generates: [] }, markets: ['CN', 'DE', 'US-CA'] },
    near: 'nothing is generated',
  },
  {
    id: 'C6',
    why: 'China and the EEA both restrict the way out of personal data',
    fires: { ...chatbot, markets: ['CN', 'DE'] },
    between: ['cn-pipl-adm', 'eu-gdpr'],
    silent: { ...chatbot, data: { classes: ['none'] }, markets: ['CN', 'DE'] },
    near: 'there is no personal data',
  },
  {
    id: 'C7',
    why: 'China checks real names, the GDPR minimizes',
    fires: { ...chatbot, markets: ['CN', 'DE'] },
    between: ['cn-deep-synthesis', 'eu-gdpr'],
    silent: { ...chatbot, markets: ['CN', 'SG'] },
    near: 'Singapore has no such law in the sheet',
  },
  {
    id: 'C8',
    why: 'a ban in the EU, permission in the UK, a right to refuse in Korea',
    fires: { ...credit, markets: ['DE', 'GB', 'KR'] },
    between: ['eu-consumer-credit', 'eu-gdpr', 'kr-pipa-automated', 'uk-gdpr-adm-duaa-2025'],
    silent: { ...credit, influence: 'informs', markets: ['DE', 'GB', 'KR'] },
    near: 'a person decides',
  },
  {
    id: 'C9',
    why: 'C-203/22 wants the logic, Colorado leaves trade secrets',
    fires: { ...credit, markets: ['DE', 'US-CO'] },
    between: ['eu-gdpr', 'us-co-sb26-189'],
    silent: { ...credit, markets: ['DE', 'US-CA'] },
    near: 'California has no such limit',
  },
];

const found = (system: Plain, id: string, asOf?: string) =>
  compared(system, asOf === undefined ? {} : { asOf }).conflicts.find((conflict) => conflict.id === id);

describe('a conflict', () => {
  it('of every id in the catalog has a pair here', () => {
    expect(pairs.map(({ id }) => id)).toEqual(pack.conflicts.map(({ id }) => id));
  });

  it.each(pairs)('$id concerns a system: $why', ({ id, fires, between }) => {
    const conflict = found(fires, id);
    expect(conflict?.between).toEqual(between);
    expect(conflict?.systems).toEqual(['s']);
    expect(conflict?.advice).not.toBe('');
    expect(conflict?.reasons.length).toBeGreaterThan(1);
    expect(conflict?.reasons.every(({ places }) => places.length > 0)).toBe(true);
  });

  it.each(pairs)('$id is silent: $near', ({ id, silent }) => {
    expect(found(silent, id)).toBeUndefined();
  });

  it('is not told where it is only possible that a side stands', () => {
    const unstated = { ...hiring, influence: 'unknown' };
    expect(found({ ...unstated, markets: ['US-CO'] }, 'C3')).toBeUndefined();
    expect(found({ ...hiring, markets: ['US'] }, 'C3')).toBeUndefined();
  });

  it('is not there before the policy that brought it, Executive Order 14365 of 2025-12-11', () => {
    const chicago = { ...hiring, markets: ['US-IL'] };
    expect(found(chicago, 'C3', '2025-12-10')).toBeUndefined();
    expect(found(chicago, 'C3', '2025-12-11')?.between).toEqual(['us-federal-eo-preemption', 'us-il-hb3773']);
  });
});
