import type { Control, Portfolio } from '../../../src/answer/schema';
import { createModel } from '../../../src/assess/model';
import type { ToolEntry } from '../../../src/catalog/schema/tool';
import type { NeedySystem } from '../../../src/select/needs';
import { choosePortfolio } from '../../../src/select/portfolio';
import type { Preferences } from '../../../src/select/preferences';
import { pack } from '../real-catalog';

/** A catalog of four capabilities, each wanted by one control at one moment, in which every number is known by hand. */

const sources: ToolEntry['sources'] = [
  { title: 'A source', url: 'https://example.org', read: '2026-11-01', kind: 'primary' },
];

const families = {
  filter: 'guardrail',
  log: 'governance',
  metrics: 'testing',
  review: 'governance',
} as const;
export type Capability = keyof typeof families;
const all: readonly Capability[] = ['filter', 'log', 'metrics', 'review'];

const capabilities = all.map((id) => ({
  id,
  title: id,
  meaning: id,
  moments: ['operate' as const],
  family: families[id],
  runtime: false,
  near: [],
}));

const [pattern] = pack.controls;
if (!pattern) throw new Error('The catalog has no control.');
const controls = [
  ...all.map((id) => ({ ...pattern, id: `do-${id}`, capabilities: [id] })),
  { ...pattern, id: 'talk', capabilities: [], statement: 'Talk to people.' },
];

type Given = Partial<Omit<ToolEntry, 'capabilities' | 'status' | 'owner'>> & {
  readonly status?: Partial<ToolEntry['status']>;
  readonly owner?: Partial<ToolEntry['owner']>;
  readonly judged?: readonly Capability[];
  readonly paid?: readonly Capability[];
};

/** A free library under MIT that does the capabilities, as a source says, unless something else is given. */
export function tool(id: string, does: readonly Capability[], given: Given = {}): ToolEntry {
  const { status, owner, judged = [], paid = [], ...rest } = given;
  return {
    id,
    title: id.toUpperCase(),
    sources,
    confidence: 'high',
    summary: `${id} does it.`,
    category: 'guardrail',
    license: 'MIT',
    openSource: true,
    price: 'free-oss',
    hosting: ['library'],
    dataLeaves: 'no',
    ecosystems: ['python'],
    kinds: ['generative'],
    lifecycle: ['operate'],
    limits: 'none seen.',
    homepage: 'https://example.org',
    lookalikes: [],
    advisories: [],
    ...rest,
    owner: { name: 'Example', country: 'DE', sellsModels: false, ...owner },
    status: { state: 'active', ...status },
    capabilities: does.map((capability) => ({
      id: capability,
      ...(judged.includes(capability)
        ? { basis: 'judged' as const }
        : { basis: 'documented' as const, where: 'README' }),
      ...(paid.includes(capability) ? { edition: 'paid' as const } : {}),
    })),
  };
}

/** A control that is asked for: its need weighs the severity, and 5 more with the law behind it. */
export function asked(capability: Capability | 'talk', severity: number, legal = false): Control {
  return {
    id: capability === 'talk' ? 'talk' : `do-${capability}`,
    title: capability,
    statement: capability,
    asked: true,
    legal,
    state: 'missing',
    lacks: [],
    severity,
    weight: severity + (legal ? 5 : 0),
    due: null,
    because: { duties: [], risks: [] },
    evidence: [],
    grade: 'high',
  };
}

export function system(
  id: string,
  wants: readonly Control[],
  providers: readonly string[] = [],
): NeedySystem {
  return { id, controls: wants, kinds: ['generative'], providers };
}

export const anything: Preferences = {
  budget: undefined,
  licenses: undefined,
  hosting: undefined,
  dataMayLeave: true,
  ecosystems: undefined,
  toolsInUse: [],
  toolsExcluded: [],
  maxTools: 5,
};

/** The portfolio of a catalog with these tools alone. */
export function choose(
  tools: readonly ToolEntry[],
  systems: readonly NeedySystem[],
  preferences: Partial<Preferences> = {},
): Portfolio {
  const model = createModel({ ...pack, tools: [...tools], controls, capabilities });
  return choosePortfolio(model, systems, { ...anything, ...preferences });
}

/** `desk/filter/operate`: id of a need. */
export const need = (capability: Capability, of = 'desk') => `${of}/${capability}/operate`;
