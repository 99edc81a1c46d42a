import { createModel, type Model } from '../../src/assess/model';
import type { Pack } from '../../src/catalog/pack';
import { withDerived } from '../../src/logic/derived';
import type { Facts } from '../../src/manifest/fact';
import { type Layer, readFacts } from '../../src/manifest/facts';
import type { Lines } from '../../src/text/lines';
import type { Node } from '../../src/text/tree';

/** Facts from plain values, for tests that have nothing to say about texts and places. */

const origin = { line: 0, character: 0 };
const noLines: Lines = {
  count: 1,
  positionAt: () => origin,
  offsetAt: () => 0,
  rangeOf: () => ({ start: origin, end: origin }),
};

export function nodeOf(value: unknown): Node {
  const span = { start: 0, end: 0 };
  if (Array.isArray(value)) return { kind: 'sequence', items: value.map(nodeOf), ...span };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => ({
      key,
      keySpan: span,
      value: nodeOf(inner),
    }));
    return { kind: 'mapping', entries, ...span };
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, ...span };
  }
  return { kind: 'scalar', value: null, ...span };
}

function layer(path: string, value: unknown): Layer {
  return {
    node: nodeOf(value),
    from: 'given',
    file: 'ai-usage.yaml',
    lines: noLines,
    path,
    refused: new Set(),
    anchor: { start: 0, end: 0 },
  };
}

export interface Given {
  readonly system?: Readonly<Record<string, unknown>>;
  readonly organization?: Readonly<Record<string, unknown>>;
  readonly preferences?: Readonly<Record<string, unknown>>;
}

/** Facts of one system, without what is derived. */
export function plainFacts({ system = {}, organization = {}, preferences = {} }: Given): Facts {
  return readFacts({
    system: [layer('systems.s', system)],
    organization: [layer('organization', organization)],
    preferences: [layer('preferences', preferences)],
    policy: [layer('policy', {})],
  });
}

/** Facts of one system with what follows from them. */
export function factsGiven(model: Model, given: Given): Facts {
  return withDerived(plainFacts(given), model.terms);
}

/** A pack without entries but some places: enough for conditions. */
export const emptyPack: Pack = {
  schemaVersion: 1,
  version: '2026.11.1',
  knownUntil: '2026-11-23',
  hash: '',
  regimes: [],
  conflicts: [],
  comparisons: [],
  frameworks: [],
  background: [],
  risks: [],
  controls: [],
  templates: [],
  capabilities: [],
  tools: [],
  vocabularies: [],
  places: [
    { id: 'EEA', name: 'European Economic Area', parents: [] },
    { id: 'EU', name: 'European Union', parents: ['EEA'] },
    { id: 'DE', name: 'Germany', parents: ['EU', 'EEA'] },
    { id: 'US', name: 'United States', parents: [] },
    { id: 'US-CO', name: 'Colorado', parents: ['US'] },
    { id: 'SG', name: 'Singapore', parents: [] },
  ],
};

export const emptyModel = createModel(emptyPack);
