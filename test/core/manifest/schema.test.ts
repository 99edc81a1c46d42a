import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifestSchema from '../../../schemas/ai-usage.schema.json';
import answerSchema from '../../../schemas/answer.schema.json';
import { answerJsonSchema, manifestJsonSchema } from '../../../scripts/json-schema';
import { rootSchema } from '../../../src/manifest/schema';
import { type SchemaIssue, validateSystem, validateValue } from '../../../src/manifest/validate';
import { full, smallest } from './schema-examples';

const ajv = new Ajv({ allErrors: true });
ajv.addVocabulary(['markdownDescription', 'enumDescriptions']);
const publishedAccepts = ajv.compile(manifestSchema);

/** One system around a field, as YAML. */
const system = (fields: string) => `version: 1\nsystems:\n  - id: one\n    ${fields}\n`;

const good: Record<string, string> = {
  'the smallest manifest': smallest,
  'the full example': full,
  'a manifest without systems yet': 'version: 1\nsystems: []',
  'a $schema at the top': '$schema: https://example.com/s.json\nversion: 1\nsystems: []',
  'a file that it extends': 'version: 1\nextends: ../org/ai-usage-base.yaml\nsystems: []',
  'free keys at every level':
    'version: 1\nx-team: 7\norganization: { x-unit: [1, { a: b }] }\nsystems: [{ id: a, x-note: null, data: { x-y: z } }]',
  'unknown instead of a scalar': system('stage: unknown'),
  'unknown instead of a yes or no': system('profiling: unknown'),
  'unknown instead of a day': system('since: unknown'),
  'unknown instead of a number': system('models: [{ trainingCompute: unknown }]'),
  'unknown instead of a place': 'version: 1\norganization: { seat: unknown }\nsystems: []',
  'unknown instead of a list': system('areas: unknown'),
  'unknown as a member of a list': system('areas: [employment.recruitment, unknown]'),
  'unknown instead of an object': system('data: unknown'),
  'unknown as a member of a list of objects': system('tools: [{ name: mail }, unknown]'),
  'unknown instead of an amount': 'version: 1\norganization: { revenue: unknown }\nsystems: []',
  'an empty list': system('tools: []'),
  'a family of areas': system('areas: [employment, elections]'),
  'areas that have no family': system('areas: [housing, other]'),
  'a leap day': system('since: 2028-02-29'),
  'a country, a state, a city, the Union': system('markets: [DE, US-CO, US-NY-NYC, EU, EEA, GB-ENG, FR-75]'),
  'compute in powers of ten': system('models: [{ trainingCompute: 1e25, changeCompute: 0.33 }]'),
  'a waiver of a duty': system(
    'waivers: [{ duty: eu-ai-act.art-4, reason: r, approvedBy: a, expires: 2026-12-31 }]',
  ),
  'licenses by SPDX id': 'version: 1\npreferences: { licenses: [open-source, EUPL-1.2] }\nsystems: []',
  'severities of rules': 'version: 1\npolicy: { severities: { system/gaps: off, a/b: hint } }\nsystems: []',
  'an id in any script': 'version: 1\nsystems: [{ id: bewerber-prüfung }, { id: 审核.v2 }]',
};

type Expected = [path: string, code: SchemaIssue['code'], params?: Partial<SchemaIssue['params']>];

const bad: Record<string, [manifest: string, ...issues: Expected[]]> = {
  'no version and no systems': [
    'organization: { seat: DE }',
    ['', 'missing-key', { allowed: ['version'] }],
    ['', 'missing-key', { allowed: ['systems'] }],
  ],
  'a system without an id': [
    'version: 1\nsystems: [{ name: x }]',
    ['systems/0', 'missing-key', { allowed: ['id'] }],
  ],
  'a version in quotes': [
    'version: "1"\nsystems: []',
    ['version', 'wrong-type', { expected: 'number', got: 'text', nearest: '1' }],
  ],
  'a version from the future': [
    'version: 2\nsystems: []',
    ['version', 'wrong-value', { got: '2', allowed: ['1'] }],
  ],
  'a file that is a list': ['- version: 1', ['', 'wrong-type', { expected: 'object', got: 'list' }]],
  'a file that is a word': ['version', ['', 'wrong-type', { expected: 'object', got: 'text' }]],
  'a month that no year has': [
    system('since: 2026-13-01'),
    ['systems/0/since', 'wrong-value', { expected: 'day', got: '2026-13-01' }],
  ],
  'a day that no month has': [
    system('since: 2026-02-30'),
    ['systems/0/since', 'wrong-value', { expected: 'day' }],
  ],
  'a leap day in a common year': [
    system('since: 2027-02-29'),
    ['systems/0/since', 'wrong-value', { expected: 'day' }],
  ],
  'a day without zeros': [
    system('since: 2026-3-1'),
    ['systems/0/since', 'wrong-value', { expected: 'day', nearest: '2026-03-01' }],
  ],
  'a year alone': [
    system('since: 2026'),
    ['systems/0/since', 'wrong-type', { expected: 'day', got: 'number' }],
  ],
  'a yes in quotes where true belongs': [
    system('profiling: "yes"'),
    ['systems/0/profiling', 'wrong-type', { expected: 'boolean', got: 'text', nearest: 'true', meant: true }],
  ],
  'a plain no where false belongs': [
    system('learns: no'),
    ['systems/0/learns', 'wrong-type', { expected: 'boolean', got: 'text', nearest: 'false', meant: false }],
  ],
  'true where yes belongs': [
    system('reversible: true'),
    [
      'systems/0/reversible',
      'wrong-value',
      { allowed: ['yes', 'costly', 'no'], got: 'true', nearest: 'yes' },
    ],
  ],
  'a number in quotes': [
    'version: 1\npreferences: { maxTools: "5" }\nsystems: []',
    ['preferences/maxTools', 'wrong-type', { expected: 'number', got: 'text', nearest: '5', meant: 5 }],
  ],
  'a number of tools below zero': [
    'version: 1\npreferences: { maxTools: -1 }\nsystems: []',
    ['preferences/maxTools', 'wrong-value', { expected: 'number', got: '-1' }],
  ],
  'a share above one': [
    system('models: [{ changeCompute: 33 }]'),
    ['systems/0/models/0/changeCompute', 'wrong-value', { got: '33' }],
  ],
  'a budget as an amount': [
    'version: 1\npreferences: { budget: 5000 }\nsystems: []',
    ['preferences/budget', 'wrong-value', { got: '5000', allowed: ['free', 'low', 'medium', 'high'] }],
  ],
  'a budget as a price': [
    'version: 1\npreferences: { budget: 500 EUR }\nsystems: []',
    ['preferences/budget', 'wrong-value', { got: '500 EUR' }],
  ],
  'a value with a slip': [
    system('stage: prodution'),
    ['systems/0/stage', 'wrong-value', { expected: 'enum', got: 'prodution', nearest: 'production' }],
  ],
  'an area with a slip': [
    system('areas: [employment.recruitement]'),
    ['systems/0/areas/0', 'wrong-value', { expected: 'area', nearest: 'employment.recruitment' }],
  ],
  'one wrong member among right ones': [
    system('roles: [deployer, boss, provider]'),
    ['systems/0/roles/1', 'wrong-value', { got: 'boss' }],
  ],
  'a name that is a number': [
    system('name: 7'),
    ['systems/0/name', 'wrong-type', { expected: 'text', got: 'number', nearest: '"7"', meant: '7' }],
  ],
  'text with nothing in it': [system('owner: " "'), ['systems/0/owner', 'wrong-value', { expected: 'text' }]],
  'a value that is still to be written': [
    system('stage:'),
    ['systems/0/stage', 'wrong-type', { expected: 'enum', got: 'nothing' }],
  ],
  'a list that is still to be written': [
    system('areas:'),
    ['systems/0/areas', 'wrong-type', { expected: 'list', got: 'nothing' }],
  ],
  'a key with a slip': [system('role: [deployer]'), ['systems/0/role', 'unknown-key', { nearest: 'roles' }]],
  'a key in the wrong place': [
    system('deepfake: true'),
    ['systems/0/deepfake', 'unknown-key', { elsewhere: 'system.content.deepfake' }],
  ],
  'an unknown key, however deep its value': [
    'version: 1\nsystems: []\nzzz: [[[{ a: [{ b: 1 }] }]]]',
    ['zzz', 'unknown-key', { got: 'zzz' }],
  ],
  'a scalar where a list belongs': [
    system('areas: housing'),
    ['systems/0/areas', 'list-expected', { expected: 'area' }],
  ],
  'a wrong scalar where a list belongs': [
    system('areas: hosing'),
    ['systems/0/areas', 'wrong-value', { got: 'hosing', nearest: 'housing' }],
  ],
  'one tool where a list of tools belongs': [
    system('tools: { name: mail, access: sends }'),
    ['systems/0/tools', 'list-expected', { expected: 'object' }],
    ['systems/0/tools/access', 'wrong-value', { nearest: 'send' }],
  ],
  'one system where a list of systems belongs': [
    'version: 1\nsystems: { id: a }',
    ['systems', 'wrong-type', { expected: 'list', got: 'object' }],
  ],
  'an object where a list of words belongs': [
    system('markets: { DE: true }'),
    ['systems/0/markets', 'wrong-type', { expected: 'list', got: 'object' }],
  ],
  'a list inside a list': [system('markets: [[DE]]'), ['systems/0/markets/0', 'wrong-type', { got: 'list' }]],
  'a list where one value belongs': [
    system('stage: [pilot, production]'),
    ['systems/0/stage', 'wrong-type', { expected: 'enum', got: 'list' }],
  ],
  'a word where an object belongs': [
    system('data: personal'),
    ['systems/0/data', 'wrong-type', { expected: 'object', got: 'text' }],
  ],
  'a word among models': [
    system('models: [gpt-4o]'),
    ['systems/0/models/0', 'wrong-type', { expected: 'object', got: 'text' }],
  ],
  'a system that is a word': [
    'version: 1\nsystems: [chatbot]',
    ['systems/0', 'wrong-type', { expected: 'object', got: 'text' }],
  ],
  'unknown instead of the systems': [
    'version: 1\nsystems: unknown',
    ['systems', 'wrong-type', { expected: 'list' }],
  ],
  'a place in small letters': [
    system('markets: [us-co]'),
    ['systems/0/markets/0', 'wrong-value', { expected: 'place', nearest: 'US-CO' }],
  ],
  'a place in words': [
    system('markets: [Germany]'),
    ['systems/0/markets/0', 'wrong-value', { expected: 'place' }],
  ],
  'a waiver of nothing': [
    system('waivers: [{ reason: r, approvedBy: a, expires: 2026-12-31 }]'),
    ['systems/0/waivers/0', 'missing-key', { allowed: ['control', 'duty'] }],
  ],
  'a waiver without an end': [
    system('waivers: [{ control: c, reason: r, approvedBy: a }]'),
    ['systems/0/waivers/0', 'missing-key', { allowed: ['expires'] }],
  ],
  'a claim without a reason': [
    system('claims: [{ exemption: eu-ai-act.art-6-3-a }]'),
    ['systems/0/claims/0', 'missing-key', { allowed: ['reason'] }],
  ],
  'a severity that is none': [
    'version: 1\npolicy: { severities: { system/gaps: fatal } }\nsystems: []',
    ['policy/severities/system/gaps', 'wrong-value', { got: 'fatal' }],
  ],
  'a default id': ['version: 1\ndefaults: { id: a }\nsystems: []', ['defaults/id', 'unknown-key']],
  'an id with a space': [
    'version: 1\nsystems: [{ id: my system }]',
    ['systems/0/id', 'wrong-value', { got: 'my system' }],
  ],
  'a currency in words': [
    'version: 1\norganization: { revenue: { amount: 5, currency: euro } }\nsystems: []',
    ['organization/revenue/currency', 'wrong-value', { got: 'euro' }],
  ],
};

function issuesOf(manifest: string): readonly SchemaIssue[] {
  return validateValue('root', parse(manifest));
}

describe('what a manifest may say', () => {
  for (const [name, manifest] of Object.entries(good)) {
    it(`${name} is accepted, here and by the published schema`, () => {
      expect(issuesOf(manifest)).toEqual([]);
      expect(publishedAccepts(parse(manifest))).toBe(true);
    });
  }

  for (const [name, [manifest, ...expected]] of Object.entries(bad)) {
    it(`${name} is refused, here and by the published schema`, () => {
      const issues = issuesOf(manifest);
      expect(issues.map(({ path, code }) => [path.join('/'), code])).toEqual(
        expected.map(([path, code]) => [path, code]),
      );
      for (const [index, [, , params]] of expected.entries()) {
        expect(issues[index]?.params).toMatchObject(params ?? {});
      }
      expect(publishedAccepts(parse(manifest))).toBe(false);
    });
  }

  it('an entry of systems alone has the same issues, with paths from the entry on', () => {
    const issues = validateSystem(parse('{ id: a, stage: prodution, data: { clases: [] } }'));
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      [['stage'], 'wrong-value'],
      [['data', 'clases'], 'unknown-key'],
    ]);
  });

  it('a part may hold version, systems and defaults only', () => {
    const part = parse(
      'version: 1\norganization: {}\npreferences: {}\npolicy: {}\nextends: x\nignore: []\ndefaults: { stage: pilot }\nsystems: []',
    );
    const issues = validateValue('part', part);
    expect(issues.map(({ path, code, params }) => [path.join('/'), code, params.elsewhere])).toEqual(
      ['organization', 'preferences', 'policy', 'extends', 'ignore'].map((key) => [key, 'unknown-key', key]),
    );
  });

  it('a base may hold what roots share, and locks, but no systems', () => {
    const base = parse(
      'organization: { size: large }\npreferences: { budget: low }\npolicy: { failOn: warning }\ndefaults: {}\nignore: []\nlocked: [policy.failOn]',
    );
    expect(validateValue('base', base)).toEqual([]);
    expect(
      validateValue('base', { systems: [], extends: 'x' }).map(({ path, code }) => [path[0], code]),
    ).toEqual([
      ['systems', 'unknown-key'],
      ['extends', 'unknown-key'],
    ]);
    expect(validateValue('root', { version: 1, systems: [], locked: [] })).toMatchObject([
      { path: ['locked'], code: 'unknown-key', params: { elsewhere: 'locked' } },
    ]);
  });
});

describe('the published schemas', () => {
  it('are what the code says today', () => {
    expect(manifestSchema).toEqual(JSON.parse(JSON.stringify(manifestJsonSchema())));
    expect(answerSchema).toEqual(JSON.parse(JSON.stringify(answerJsonSchema())));
  });

  it('say of every value what it means', () => {
    const { stage } = manifestSchema.definitions.system.properties;
    expect(stage.enumDescriptions).toHaveLength(stage.enum.length);
    expect(stage.enum.at(-1)).toBe('unknown');
  });
});

const fullValue: unknown = parse(full);

/** Somewhere in the full example, something else, or nothing. */
const spoiled = fc
  .record({
    where: fc.array(fc.nat(50), { maxLength: 5 }),
    what: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constant(undefined),
      fc.constantFrom('unknown', 'yes', '1', 'DE', 'housing', '2026-03-01', 'done', 'open-source'),
    ),
  })
  .map(({ where, what }) => spoil(structuredClone(fullValue), where, what));

function spoil(value: unknown, where: readonly number[], what: unknown): unknown {
  const [first, ...rest] = where;
  if (first === undefined || typeof value !== 'object' || value === null) return what;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return what;
  const inner: unknown = Reflect.get(value, key);
  const spoiledInner = spoil(inner, rest, what);
  if (spoiledInner !== undefined) Reflect.set(value, key, spoiledInner);
  else if (Array.isArray(value)) value.splice(Number(key), 1);
  else Reflect.deleteProperty(value, key);
  return value;
}

describe('whatever is written', () => {
  it('our check, the zod schema and the published schema agree on whether it is right', () => {
    fc.assert(
      fc.property(spoiled, (value) => {
        const accepted = validateValue('root', value).length === 0;
        expect(publishedAccepts(value)).toBe(accepted);
        expect(rootSchema.safeParse(value).success).toBe(accepted);
      }),
      { seed: 20261123, numRuns: 1000 },
    );
  });

  it('no value makes the check throw, and no place has two issues of one code for one key', () => {
    fc.assert(
      fc.property(
        fc.oneof(spoiled, fc.anything({ withNullPrototype: true })),
        fc.constantFrom<'root' | 'part' | 'base'>('root', 'part', 'base'),
        (value, kind) => {
          const issues = validateValue(kind, value);
          const seen = issues.map(({ path, code, params }) => JSON.stringify([path, code, params.allowed]));
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { seed: 20261123, numRuns: 1000 },
    );
  });

  it('objects without a prototype, as the text gives them, are read like others', () => {
    const bare = (entries: object): object => {
      Object.setPrototypeOf(entries, null);
      return entries;
    };
    const value = bare({ version: 1, systems: [bare({ id: 'a', __proto__x: 1 })] });
    expect(validateValue('root', value)).toMatchObject([
      { path: ['systems', 0, '__proto__x'], code: 'unknown-key' },
    ]);
  });

  it('a hundred thousand mistakes in one list are all told, without a hang', () => {
    const areas = Array.from({ length: 100_000 }, (_, index) => `employment.mistake-${index}`);
    const issues = validateValue('root', { version: 1, systems: [{ id: 'a', areas }] });
    expect(issues).toHaveLength(100_000);
  }, 20_000);
});
