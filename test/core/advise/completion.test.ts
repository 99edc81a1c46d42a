import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CompletionItem } from '../../../src/advise/advisor';
import { complete } from '../../../src/advise/completion';
import { fields } from '../../../src/manifest/fields';
import { validateValue } from '../../../src/manifest/validate';
import { full, smallest } from '../manifest/schema-examples';
import { pack } from '../real-catalog';
import { accepted, marked } from './cursor';

const ruleIds = ['agent/irreversible-without-approval', 'system/gaps'];

function at(text: string, path?: string): readonly CompletionItem[] {
  const { source, position } = marked(text, path);
  return complete(pack, source, position, ruleIds);
}

const labels = (text: string, path?: string) => at(text, path).map(({ label }) => label);

function accept(text: string, label: string, path?: string): string {
  const item = at(text, path).find((candidate) => candidate.label === label);
  if (!item) throw new Error(`${label} is not offered.`);
  return accepted(marked(text, path), item);
}

const valuesOf = (path: string) =>
  fields()
    .find((field) => field.path === path)
    ?.values?.map(({ id }) => id) ?? [];
const system = (fields: string) => `version: 1\nsystems:\n  - id: one\n${fields}`;
const json = 'ai-usage.json';

describe('keys', () => {
  it('of a root begin with those that must be there', () => {
    expect(labels('organization: { seat: DE }\n|').slice(0, 4)).toEqual([
      'version',
      'systems',
      '$schema',
      'extends',
    ]);
  });

  it('of a part are version, systems and defaults only', () => {
    expect(labels('x-note: 1\n|', 'web/chat.ai-usage.yaml')).toEqual([
      'version',
      'systems',
      '$schema',
      'defaults',
    ]);
  });

  it('of a base are those that roots share, and locked', () => {
    expect(labels('x-note: 1\n|', 'org/ai-usage-base.yaml')).toContain('locked');
    expect(labels('x-note: 1\n|', 'org/ai-usage-base.yaml')).not.toContain('systems');
  });

  it('of a new system begin with its id, then follow the schema', () => {
    expect(labels('version: 1\nsystems:\n  - |').slice(0, 4)).toEqual(['id', 'name', 'purpose', 'roles']);
  });

  it('that an object has already are not offered again', () => {
    const offered = labels(`${smallest}    |\n`);
    expect(offered).toContain('stage');
    for (const present of ['id', 'purpose', 'roles', 'areas', 'influence', 'markets']) {
      expect(offered).not.toContain(present);
    }
  });

  it('are offered while half a word is typed, and replace all of it', () => {
    const [item] = at(system('    sta|')).filter(({ label }) => label === 'stage');
    expect(item?.range).toEqual({ start: { line: 3, character: 4 }, end: { line: 3, character: 7 } });
    expect(accept(system('    sta|'), 'stage')).toBe(system('    stage: |'));
  });

  it('are offered between two other keys of a system', () => {
    expect(accept(system('    st|\n    name: One\n'), 'stage')).toBe(system('    stage: |\n    name: One\n'));
  });

  it('are replaced as names only where a colon follows', () => {
    expect(accept(system('    sta|: pilot\n'), 'stage')).toBe(system('    stage: pilot\n'));
  });

  it('of data, models, tools and controls are their own', () => {
    expect(labels(system('    data:\n      |'))).toEqual([
      'classes',
      'protected',
      'leaves',
      'trainsOnUserContent',
    ]);
    expect(labels(system('    models:\n      - |')).slice(0, 3)).toEqual(['id', 'provider', 'access']);
    expect(labels(system('    tools: [{ name: mail, | }]'))).toEqual([
      'access',
      'approval',
      'reversible',
      'protocol',
      'origin',
    ]);
    expect(labels(system('    controls:\n      - id: human-review\n        |'))[0]).toBe('status');
  });

  it('of a waiver begin with what it waives, until one of the two is there', () => {
    expect(labels(system('    waivers:\n      - |')).slice(0, 5)).toEqual([
      'control',
      'duty',
      'reason',
      'approvedBy',
      'expires',
    ]);
    expect(labels(system('    waivers:\n      - control: bias-testing\n        |'))).toEqual([
      'reason',
      'approvedBy',
      'expires',
      'duty',
    ]);
  });

  it('of defaults are those of a system without the id', () => {
    expect(labels('version: 1\ndefaults:\n  |')).toContain('markets');
    expect(labels('version: 1\ndefaults:\n  |')).not.toContain('id');
  });

  it('of severities are the rules that have none yet', () => {
    expect(labels('version: 1\npolicy:\n  severities:\n    system/gaps: off\n    |')).toEqual([
      'agent/irreversible-without-approval',
    ]);
  });

  it('are not offered in a comment, below a free key, or below one that is unknown', () => {
    expect(labels(`${smallest}    # |`)).toEqual([]);
    expect(labels('version: 1\nx-team:\n  |')).toEqual([]);
    expect(labels('version: 1\norganisation:\n  |')).toEqual([]);
  });

  it('open their value: a list in brackets, an object on the next line, a list of objects with its first key', () => {
    expect(accept(system('    |'), 'areas')).toBe(system('    areas: [|]'));
    expect(accept(system('    |'), 'data')).toBe(system('    data:\n      |'));
    expect(accept(system('    |'), 'tools')).toBe(system('    tools:\n      - name: |'));
    expect(accept('systems: []\n|', 'version')).toBe('systems: []\nversion: 1');
  });

  it('open their value at the right depth behind a dash too', () => {
    expect(accept('version: 1\nsystems:\n  - |', 'data')).toBe('version: 1\nsystems:\n  - data:\n      |');
    expect(accept('version: 1\nsystems:\n  - |', 'models')).toBe(
      'version: 1\nsystems:\n  - models:\n      - id: |',
    );
  });

  it('open their value in braces inside braces', () => {
    expect(accept('version: 1\nsystems: [{ id: a, | }]', 'data')).toBe(
      'version: 1\nsystems: [{ id: a, data: { | } }]',
    );
    expect(accept('version: 1\nsystems: [{ id: a, | }]', 'models')).toBe(
      'version: 1\nsystems: [{ id: a, models: [{ id: | }] }]',
    );
  });

  it('say what they hold, whether they are needed, what they mean and what they may say', () => {
    const [id, , , roles] = at('version: 1\nsystems:\n  - |');
    expect(id).toMatchObject({ kind: 'key', detail: 'text, needed' });
    expect(roles?.detail).toBe('list of values');
    expect(roles?.documentation).toContain('`deployer`');
  });

  it('sort as they are listed', () => {
    const sorts = at(system('    |')).map(({ sortText }) => sortText);
    expect(sorts).toEqual(sorts.toSorted());
    expect(new Set(sorts).size).toBe(sorts.length);
  });
});

describe('values', () => {
  it('of an enumeration come in its order, with what they mean, and unknown last', () => {
    const items = at(system('    influence: |'));
    expect(items.map(({ label }) => label)).toEqual(['none', 'informs', 'main-factor', 'decides', 'unknown']);
    expect(items.every(({ kind, documentation }) => kind === 'value' && documentation !== '')).toBe(true);
  });

  it('of yes or no are true and false', () => {
    expect(labels(system('    profiling: |'))).toEqual(['true', 'false', 'unknown']);
    expect(accept(system('    profiling: t|'), 'true')).toBe(system('    profiling: true'));
  });

  it('of a list leave out what it has already, in brackets and behind dashes', () => {
    const rest = [
      ...valuesOf('system.roles').filter((id) => id !== 'deployer' && id !== 'provider'),
      'unknown',
    ];
    expect(labels(system('    roles: [deployer, |, provider]'))).toEqual(rest);
    expect(labels(system('    roles: [deployer, provider, |'))).toEqual(rest);
    expect(labels(system('    roles:\n      - deployer\n      - |\n      - provider\n'))).toEqual(rest);
    expect(labels(system('    roles:\n      - deployer\n      - provider\n      - im|\n'))).toEqual(rest);
  });

  it('go into brackets where the list is still to be opened', () => {
    expect(accept(system('    areas: |'), 'housing')).toBe(system('    areas: [housing]'));
    expect(accept(system('    areas: emp|'), 'employment.recruitment')).toBe(
      system('    areas: [employment.recruitment]'),
    );
    expect(accept(system('    areas: |'), 'unknown')).toBe(system('    areas: unknown'));
  });

  it('bring the space that is missing behind a colon', () => {
    expect(accept(system('    stage:|'), 'pilot')).toBe(system('    stage: pilot'));
  });

  it('replace a whole dotted word around the cursor', () => {
    expect(accept(system('    areas: [employment.rec|ruit]'), 'employment.recruitment')).toBe(
      system('    areas: [employment.recruitment]'),
    );
  });

  it('keep the quotes that were typed', () => {
    expect(accept(system('    stage: "pi|"'), 'pilot')).toBe(system('    stage: "pilot"'));
    expect(accept(system("    stage: '|'"), 'pilot')).toBe(system("    stage: 'pilot'"));
  });

  it('of an object are its keys in braces', () => {
    expect(accept(system('    data: |'), 'classes')).toBe(system('    data: { classes: [|] }'));
    expect(accept(system('    tools: [|]'), 'access')).toBe(system('    tools: [{ access: | }]'));
    expect(accept(system('    tools: |'), 'name')).toBe(system('    tools: [{ name: | }]'));
  });

  it('of a severity are the severities', () => {
    expect(labels('version: 1\npolicy:\n  severities:\n    system/gaps: |')).toEqual([
      'error',
      'warning',
      'information',
      'hint',
      'off',
      'unknown',
    ]);
  });

  it('of free text are none', () => {
    expect(labels(system('    purpose: |'))).toEqual([]);
    expect(labels(system('    purpose: Sorts incoming cl|'))).toEqual([]);
    expect(labels('version: 1\nsystems:\n  - id: |')).toEqual([]);
  });
});

describe('ids', () => {
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  const claimable = pack.regimes.flatMap(({ exceptions, exclusions }) =>
    [...exceptions, ...exclusions].filter(({ automatic }) => !automatic),
  );

  const cases: Record<string, [text: string, expected: readonly string[]]> = {
    'of controls where a control is named': [system('    controls: [{ id: | }]'), ids(pack.controls)],
    'of controls where one is waived': [system('    waivers: [{ control: | }]'), ids(pack.controls)],
    'of duties where one is waived': [
      system('    waivers: [{ duty: | }]'),
      [...new Set(pack.regimes.flatMap(({ duties }) => ids(duties)))],
    ],
    'of exceptions that need a claim where one is claimed': [
      system('    claims: [{ exemption: | }]'),
      [...new Set(ids(claimable))],
    ],
    'of regimes where a class is declared': [system('    declares: [{ regime: | }]'), ids(pack.regimes)],
    'of classes where one is declared': [
      system('    declares: [{ class: | }]'),
      [...new Set(pack.regimes.flatMap(({ id, classes }) => classes.map((basis) => `${id}.${basis.class}`)))],
    ],
    'of tools in use': ['version: 1\npreferences: { toolsInUse: [|] }', ids(pack.tools)],
    'of tools to leave out': ['version: 1\npreferences: { toolsExcluded: [|] }', ids(pack.tools)],
    'of rules where findings are ignored': ['version: 1\nignore:\n  - rule: |', ruleIds],
    'of rules in a system too': [system('    ignore: [{ rule: | }]'), ruleIds],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`${name} are all of them, and nothing else`, () => {
      expect(expected.length).toBeGreaterThan(0);
      expect(labels(text)).toEqual(expected);
    });
  }

  it('of exceptions that work by themselves are not offered for a claim', () => {
    const automatic = pack.regimes.flatMap(({ exceptions }) =>
      exceptions.filter((exception) => exception.automatic),
    );
    expect(automatic.length).toBeGreaterThan(0);
    const offered = labels(system('    claims: [{ exemption: | }]'));
    for (const { id } of automatic) expect(offered).not.toContain(id);
  });

  it('of systems are offered nowhere', () => {
    const text = full.replace('path: systems.cv-ranker.tools.send-mail', 'path: |');
    expect(labels(text)).toEqual([]);
  });

  it('carry their title and statement', () => {
    const [first] = at(system('    controls: [{ id: | }]'));
    expect(first?.documentation).toContain(pack.controls[0]?.title);
    expect(first?.documentation).toContain(pack.controls[0]?.statement);
  });
});

describe('places', () => {
  it('are countries and unions before anything is typed, with their names', () => {
    const items = at(system('    markets: [|]'));
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['DE', 'EU', 'SG', 'US']));
    expect(items.find(({ label }) => label === 'DE')?.detail).toBe('Germany');
    expect(items.filter(({ label }) => label.includes('-'))).toEqual([]);
  });

  it('are those that begin as typed, in small letters too', () => {
    const states = labels(system('    markets: [DE, us-c|]'));
    expect(states).toEqual(expect.arrayContaining(['US-CA', 'US-CO', 'US-CT']));
    expect(states.filter((id) => !id.startsWith('US-C') && id !== 'unknown')).toEqual([]);
    expect(accept(system('    markets: [DE, us-c|]'), 'US-CO')).toBe(system('    markets: [DE, US-CO]'));
  });

  it('are not offered twice in one list', () => {
    expect(labels(system('    markets: [DE, |]'))).not.toContain('DE');
  });
});

describe('in JSON', () => {
  const inSystem = (fields: string) =>
    `{\n  "version": 1,\n  "systems": [\n    { "id": "one"${fields} }\n  ]\n}\n`;

  it('keys and values bring their quotes, or take those that are there', () => {
    expect(accept(inSystem(', |'), 'stage', json)).toBe(inSystem(', "stage": "|"'));
    expect(accept(inSystem(', "sta|"'), 'stage', json)).toBe(inSystem(', "stage": "|"'));
    expect(accept(inSystem(', "stage": |'), 'pilot', json)).toBe(inSystem(', "stage": "pilot"'));
    expect(accept(inSystem(', "stage": "pi|"'), 'pilot', json)).toBe(inSystem(', "stage": "pilot"'));
    expect(accept(inSystem(', "profiling": |'), 'true', json)).toBe(inSystem(', "profiling": true'));
    expect(accept(inSystem(', "areas": |'), 'housing', json)).toBe(inSystem(', "areas": ["housing"]'));
    expect(accept(inSystem(', "areas": ["housing", "|"]'), 'other', json)).toBe(
      inSystem(', "areas": ["housing", "other"]'),
    );
  });

  it('a key before another brings its comma', () => {
    expect(accept('{\n  |\n  "systems": []\n}', 'version', json)).toBe(
      '{\n  "version": 1,\n  "systems": []\n}',
    );
  });

  it('keys open lists and objects on the line', () => {
    expect(accept(inSystem(', |'), 'data', json)).toBe(inSystem(', "data": { | }'));
    expect(accept(inSystem(', |'), 'tools', json)).toBe(inSystem(', "tools": [{ "name": "|" }]'));
    expect(accept(inSystem(', |'), 'learns', json)).toBe(inSystem(', "learns": |'));
  });

  it('members that the list has already are left out', () => {
    expect(labels(inSystem(', "roles": ["deployer", |]'), json)).not.toContain('deployer');
  });
});

describe('an empty file', () => {
  for (const [path, format] of [
    ['ai-usage.yaml', 'YAML'],
    [json, 'JSON'],
  ] as const) {
    it(`offers a small and a full manifest first, in ${format}, and both are right as they stand`, () => {
      expect(labels('|', path).slice(0, 2)).toEqual(['Small manifest', 'Full manifest']);
      for (const label of ['Small manifest', 'Full manifest']) {
        expect(validateValue('root', parse(accept('|', label, path).replace('|', '')))).toEqual([]);
      }
    });
  }

  it('offers the same manifests in both formats', () => {
    for (const label of ['Small manifest', 'Full manifest']) {
      const yaml: unknown = parse(accept('|', label).replace('|', ''));
      expect(JSON.parse(accept('|', label, json).replace('|', ''))).toEqual(yaml);
    }
  });

  it('offers the smallest useful manifest as it is documented', () => {
    expect(accept('|', 'Small manifest')).toBe(`${smallest}|`);
  });

  it('may hold a comment, and a word that is begun', () => {
    expect(labels('# yaml-language-server: $schema=x\n|')[0]).toBe('Small manifest');
    expect(labels('sm|')[0]).toBe('Small manifest');
    expect(labels('version: 1\n|')).not.toContain('Small manifest');
  });

  it('offers a part the small one only, and a base none', () => {
    const offered = (path: string) => labels('|', path).filter((label) => label.includes('manifest'));
    expect(offered('chat.ai-usage.yaml')).toEqual(['Small manifest']);
    expect(offered('ai-usage-base.yaml')).toEqual([]);
  });
});

describe('whatever is accepted', () => {
  /** The full example with a fresh line for each field of a system, and the value to be written. */
  const scalars = fields().filter(
    ({ path, kind, type }) =>
      /^system\.[a-zA-Z]+$/.test(path) &&
      (kind === 'scalar' || kind === 'list') &&
      ['enum', 'area', 'boolean'].includes(type),
  );

  it('every value that is offered is one that the schema accepts', () => {
    expect(scalars.length).toBeGreaterThan(20);
    for (const { key, kind } of scalars) {
      const text = system(kind === 'list' ? `    ${key}: [|]\n` : `    ${key}: |\n`);
      const items = at(text);
      expect(items.length, key).toBeGreaterThan(1);
      for (const item of items) {
        expect(validateValue('root', parse(accepted(marked(text), item))), `${key}: ${item.label}`).toEqual(
          [],
        );
      }
    }
  });

  it('every key that is offered is one that the schema knows, and leaves the text readable', () => {
    for (const text of [
      system('    |\n'),
      'version: 1\nsystems:\n  - id: a\n|',
      system('    data:\n      |\n'),
    ]) {
      for (const item of at(text)) {
        const value: unknown = parse(accepted(marked(text), item).replace('|', 'unknown'));
        const codes = validateValue('root', value).map(({ code }) => code);
        expect(codes, item.label).not.toContain('unknown-key');
      }
    }
  });

  it('nothing throws, wherever the cursor is in half of a file', () => {
    for (let offset = 0; offset < full.length; offset += 29) {
      for (const text of [`${full.slice(0, offset)}|`, `${full.slice(0, offset)}|${full.slice(offset)}`]) {
        expect(() => at(text)).not.toThrow();
        expect(() => at(text, json)).not.toThrow();
      }
    }
  });
});
