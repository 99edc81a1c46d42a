import { describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/built-catalog';
import { holes } from '../../src/catalog/checks/holes';
import { changed, filesOf, inEditor, placeOf, problemsOf, withFiles } from './small-catalog';

const act = 'regimes/moon-act/moon-act.md';
const article = 'regimes/moon-act/article-1.md';
const control = 'controls/gate.md';
const risk = 'risks/rash-action.md';
const tool = 'tools/holder.md';
const capability = 'capabilities/approval.md';

/** What a test breaks: in which file, what becomes what, where the problem stands, its code, and words of its message. */
interface Break {
  readonly says: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The problem stands where this text begins, in the same file or in another one. */
  readonly at: string;
  readonly in?: string;
  readonly code: string;
  readonly words: string;
  /** It leaves a hole, which is no mistake by itself. */
  readonly hole?: true;
}

/** Codes of holes: what a mistake leaves open beside itself. */
const holeCodes: readonly string[] = ['unused', 'no-tool', 'no-control', 'no-process', 'bare-duty', 'gap'];

const breaks: readonly Break[] = [
  {
    says: 'a key that no schema knows is named with the nearest one',
    file: tool,
    from: 'limits: Holds',
    to: 'limit: Holds',
    at: 'limit: Holds',
    code: 'unknown-key',
    words: 'Did you mean limits?',
  },
  {
    says: 'a key that is not known deep inside an entry stands at its own place',
    file: act,
    from: 'by: Act 2 }',
    to: 'by: Act 2, bye: now }',
    at: 'bye: now',
    code: 'unknown-key',
    words: 'bye is not known here',
  },
  {
    says: 'a value outside its range stands at the value',
    file: risk,
    from: 'base: 3',
    to: 'base: 9',
    at: '9\n  raises',
    code: 'schema',
    words: 'base is not as it must be',
  },
  {
    says: 'a word that an enumeration does not have stands at the value',
    file: capability,
    from: 'family: guardrail',
    to: 'family: shield',
    at: 'shield',
    code: 'schema',
    words: 'family is not as it must be',
  },
  {
    says: 'a missing key stands at the key that should hold it',
    file: risk,
    from: '      by: 1\n',
    to: '',
    at: 'when: { path: system.tools',
    code: 'schema',
    words: 'The key by is missing',
  },
  {
    says: 'a misspelled operator of a condition is found inside the condition',
    file: risk,
    from: 'includes: EU',
    to: 'include: EU',
    at: 'include: EU',
    code: 'unknown-key',
    words: 'Did you mean includes?',
  },
  {
    says: 'a condition path that is no path is found inside the condition',
    file: act,
    from: '{ path: system.markets, includes: DE }',
    to: '{ path: markets, includes: DE }',
    at: 'markets, includes',
    code: 'schema',
    words: 'a path is system.',
  },
  {
    says: 'a control that wants a capability that is not there is an error',
    file: control,
    from: 'capabilities: [approval]',
    to: 'capabilities: [approval, aproval]',
    at: 'aproval]',
    code: 'unknown-id',
    words: 'There is no capability with the id aproval. Did you mean approval?',
  },
  {
    says: 'a control that answers a risk that is not there is an error',
    file: control,
    from: 'mitigates: [{',
    to: 'mitigates: [{ risk: rash-actions, strength: partial }, {',
    at: 'rash-actions',
    code: 'unknown-id',
    words: 'There is no risk',
  },
  {
    says: 'a control that names a duty that is not there is an error',
    file: control,
    from: 'duties: [moon-act.art-1]',
    to: 'duties: [moon-act.art-1, moon-act.art-2]',
    at: 'moon-act.art-2',
    code: 'unknown-id',
    words: 'There is no duty with the id moon-act.art-2. Did you mean moon-act.art-1?',
  },
  {
    says: 'a control that names a theme that is not there is an error',
    file: control,
    from: 'themes: [human-oversight]',
    to: 'themes: [human-oversights]',
    at: 'human-oversights',
    code: 'unknown-id',
    words: 'There is no theme',
  },
  {
    says: 'a capability that is told apart from one that is not there is an error',
    file: capability,
    from: 'runtime: true',
    to: 'runtime: true\nnear: [{ id: review, differs: afterwards }]',
    at: 'review',
    code: 'unknown-id',
    words: 'There is no capability',
  },
  {
    says: 'a tool with a capability that is not there is an error',
    file: tool,
    from: '- { id: approval, basis',
    to: '- { id: magic, basis: judged }\n  - { id: approval, basis',
    at: 'magic',
    code: 'unknown-id',
    words: 'There is no capability with the id magic',
  },
  {
    says: 'a tool that has one capability twice is an error',
    file: tool,
    from: 'where: README }',
    to: 'where: README }\n  - { basis: judged, id: approval }',
    at: 'approval }',
    code: 'duplicate-id',
    words: 'twice',
  },
  {
    says: 'a documented capability says where',
    file: tool,
    from: ', where: README',
    to: '',
    at: '{ id: approval',
    code: 'schema',
    words: 'The key where is missing',
  },
  {
    says: 'a tool without a sign of life is an error',
    file: tool,
    from: '  seen: { what: release 1.0, date: 2026-10-01 }\n',
    to: '',
    at: 'status:',
    code: 'status-unseen',
    words: 'no sign of life',
  },
  {
    says: 'a sign of life after the last day that the catalog has seen is an error',
    file: tool,
    from: 'date: 2026-10-01',
    to: 'date: 2026-12-01',
    at: '2026-12-01',
    code: 'date',
    words: 'after 2026-11-23',
  },
  {
    says: 'a duty with a theme that is not there is an error',
    file: article,
    from: 'themes: [human-oversight]',
    to: 'themes: [human-oversight, oversight]',
    at: 'oversight]',
    code: 'unknown-id',
    words: 'There is no theme with the id oversight',
  },
  {
    says: 'a duty with a role that no manifest has is an error',
    file: article,
    from: 'roles: [deployer]',
    to: 'roles: [deployer, deployers]',
    at: 'deployers',
    code: 'unknown-id',
    words: 'There is no role with the id deployers. Did you mean deployer?',
  },
  {
    says: 'a duty of a class that its regime does not have is an error',
    file: article,
    from: 'classes: [high]',
    to: 'classes: [high, higher]',
    at: 'higher',
    code: 'unknown-id',
    words: 'There is no class',
  },
  {
    says: 'a duty of a ground that its regime does not have is an error',
    file: article,
    from: 'classes: [high]',
    to: 'classes: [high]\n    bases: [moon-act.art-7]',
    at: 'moon-act.art-7',
    code: 'unknown-id',
    words: 'There is no class basis',
  },
  {
    says: 'a class with an exception that its regime does not have is an error',
    file: article,
    from: 'exceptions: [moon-act.small]',
    to: 'exceptions: [moon-act.small, moon-act.tiny]',
    at: 'moon-act.tiny',
    code: 'unknown-id',
    words: 'There is no exception',
  },
  {
    says: 'a class with a date group that its regime does not have is an error',
    file: article,
    from: 'date: general',
    to: 'date: generally',
    at: 'generally',
    code: 'unknown-id',
    words: 'There is no date group with the id generally. Did you mean general?',
  },
  {
    says: 'a duty with a penalty that its regime does not have is an error',
    file: article,
    from: 'penalty: fine',
    to: 'penalty: prison',
    at: 'prison',
    code: 'unknown-id',
    words: 'There is no penalty',
  },
  {
    says: 'a fact with a source that its regime does not have is an error',
    file: act,
    from: 'what: Signed., sources: [S1]',
    to: 'what: Signed., sources: [S1, S4]',
    at: 'S4',
    code: 'unknown-id',
    words: 'There is no source',
  },
  {
    says: 'a jurisdiction that is no place is an error',
    file: act,
    from: 'jurisdiction: DE',
    to: 'jurisdiction: UK',
    at: 'UK',
    code: 'unknown-id',
    words: 'UK is no place',
  },
  {
    says: 'the owner of a tool in a country that is no place is an error',
    file: tool,
    from: 'country: INT',
    to: 'country: UK',
    at: 'UK',
    code: 'unknown-id',
    words: 'UK is no place',
  },
  {
    says: 'a place where the scope is open with a source that its regime does not have is an error',
    file: act,
    from: 'includes: DE }\n',
    to: `includes: DE }
  open:
    statement: The treaty may reach Austria.
    condition: { path: system.markets, includes: AT }
    sources: [S8]
    confidence: low
`,
    at: 'S8',
    code: 'unknown-id',
    words: 'There is no source with the id S8',
  },
  {
    says: 'an id that does not begin with its regime is an error',
    file: article,
    from: '- id: moon-act.art-1\n    class',
    to: '- id: sun-act.art-1\n    class',
    at: 'sun-act.art-1',
    code: 'schema',
    words: 'Begin it with moon-act.',
  },
  {
    says: 'a date by class without a class is an error',
    file: article,
    from: '    classes: [high]\n',
    to: '',
    at: 'by-class',
    code: 'date',
    words: 'names no class',
  },
  {
    says: 'a condition on a path that the manifest does not have is an error, with the nearest path',
    file: risk,
    from: 'path: system.kind',
    to: 'path: system.kinds',
    at: 'system.kinds',
    code: 'unknown-path',
    words: 'Did you mean system.kind?',
  },
  {
    says: 'a condition on a value that the field never has is an error',
    file: risk,
    from: 'oneOf: [agent]',
    to: 'oneOf: [agent, agents]',
    at: 'agents',
    code: 'wrong-value',
    words: 'Did you mean agent?',
  },
  {
    says: 'a condition on a place that is none is an error',
    file: act,
    from: 'includes: DE',
    to: 'includes: [DE, XX-9]',
    at: 'XX-9',
    code: 'wrong-value',
    words: 'XX-9 is no place',
  },
  {
    says: 'a condition that compares a list as if it were one value is an error',
    file: act,
    from: 'includes: DE',
    to: 'equals: DE',
    at: 'equals',
    code: 'wrong-operator',
    words: 'system.markets is a list',
  },
  {
    says: 'a condition that asks a field without order for at least is an error',
    file: article,
    from: 'organization.size, oneOf: [micro, small]',
    to: 'organization.publicBody, atLeast: none',
    at: 'atLeast',
    code: 'wrong-operator',
    words: 'which atLeast cannot ask',
  },
  {
    says: 'a condition on a field that the members of a list do not have is an error',
    file: risk,
    from: 'access: pay, approval',
    to: 'acess: pay, approval',
    at: 'acess',
    code: 'unknown-path',
    words: 'Did you mean access?',
  },
  {
    says: 'a condition on a value that a member never has is an error',
    file: risk,
    from: 'approval: none',
    to: 'approval: never',
    at: 'never',
    code: 'wrong-value',
    words: 'system.tools.approval never has the value never',
  },
  {
    says: 'a condition that asks a derived fact for anything but yes or no is an error',
    file: article,
    from: 'path: derived.irreversibleAction, equals: true',
    to: 'path: derived.irreversibleAction, exists: true',
    at: '{ path: derived',
    code: 'wrong-operator',
    words: 'is yes or no',
  },
  {
    says: 'a history that runs backwards is an error',
    file: act,
    from: 'date: 2025-01-01, status',
    to: 'date: 2023-01-01, status',
    at: '2023-01-01',
    code: 'date',
    words: '2023-01-01 stands after 2024-01-01',
  },
  {
    says: 'a date group whose steps run backwards is an error',
    file: act,
    from: 'from: 2025-06-01',
    to: 'from: 2023-06-01',
    at: '2023-06-01',
    code: 'date',
    words: '2023-06-01 stands after 2024-01-01',
  },
  {
    says: 'a duty that ends before it begins is an error',
    file: article,
    from: 'until: 2030-01-01',
    to: 'until: 2020-01-01',
    at: '2020-01-01',
    code: 'date',
    words: 'before it begins',
  },
  {
    says: 'a day that no calendar has is an error',
    file: article,
    from: 'until: 2030-01-01',
    to: 'until: 2030-02-29',
    at: '2030-02-29',
    code: 'date',
    words: 'There is no day 2030-02-29',
  },
  {
    says: 'a penalty that nothing uses is a hole',
    file: article,
    from: '    penalty: fine\n',
    to: '',
    in: act,
    at: 'fine, article',
    code: 'unused',
    words: 'Nothing uses the penalty fine',
    hole: true,
  },
  {
    says: 'an exception that nothing uses is a hole',
    file: article,
    from: '    exceptions: [moon-act.small]\n',
    to: '',
    at: 'moon-act.small',
    code: 'unused',
    words: 'the exception moon-act.small',
    hole: true,
  },
  {
    says: 'a theme that no duty has is a hole',
    file: 'vocabularies/themes.md',
    from: 'title: Oversight }',
    to: 'title: Oversight }\n  - { id: security, title: Security }',
    at: 'security',
    code: 'unused',
    words: 'No duty has the theme security',
    hole: true,
  },
  {
    says: 'a moment at which no living tool does what is wanted is a hole',
    file: capability,
    from: 'moments: [operate]',
    to: 'moments: [operate, test]',
    at: 'test]',
    code: 'no-tool',
    words: 'approval at the moment test',
    hole: true,
  },
  {
    says: 'a risk without a primary answer is a hole',
    file: control,
    from: 'strength: primary',
    to: 'strength: partial',
    in: risk,
    at: 'title: Rash action',
    code: 'no-control',
    words: 'rash-action',
    hole: true,
  },
];

describe('the build of a catalog', () => {
  it('finds nothing wrong with a catalog where everything is there', () => {
    expect(problemsOf(withFiles({}))).toEqual([]);
  });

  for (const { says, file, from, to, at, in: where = file, code, words, hole = false } of breaks) {
    it(says, () => {
      const files = changed(file, from, to);
      const found = problemsOf(files).filter((problem) => holeCodes.includes(problem.code) === hole);
      expect(found.map(inEditor)).toEqual([`${placeOf(files, where, at)} ${code}`]);
      expect(found[0]?.message).toContain(words);
      expect(found[0]?.severity).toBe(hole ? holes : 'error');
    });
  }

  it('reports the fourth control that claims to be the primary fulfillment of a duty', () => {
    const gate = (title: string, statement: string) =>
      (withFiles({})[control] ?? '')
        .replace('Gate', title)
        .replace(/statement: .*/, `statement: ${statement}`);
    const files = withFiles({
      'controls/a.md': gate('Limit', 'Let nobody pay more than a sum.'),
      'controls/b.md': gate('Second look', 'Two people allow a payment.'),
      'controls/c.md': gate('Delay', 'Pay on the next day.'),
    });
    const duty = placeOf(files, control, 'moon-act.art-1');
    const theme = placeOf(files, control, 'human-oversight]');
    expect(problemsOf(files).map(inEditor)).toEqual([`${duty} crowded-duty`, `${theme} crowded-duty`]);
  });

  it('reports the second of two duties with one id, in whichever file it stands', () => {
    const part = withFiles({})[article] ?? '';
    const files = withFiles({ 'regimes/moon-act/article-2.md': part });
    const second = 'regimes/moon-act/article-2.md';
    expect(problemsOf(files).map(inEditor)).toEqual([
      `${second}:4:9 duplicate-id`,
      `${second}:13:9 duplicate-id`,
      `${second}:24:9 duplicate-id`,
    ]);
  });

  it('reports a regime that is written twice', () => {
    const files = withFiles({ 'regimes/moon-act.md': withFiles({})[act] });
    expect(problemsOf(files).map(inEditor)).toEqual([`${act}:2:1 duplicate-id`]);
  });

  it('reports a part of a regime that has no main file', () => {
    const files = withFiles({ 'regimes/sun-act/article-1.md': '---\ntitle: Article 1\n---\n' });
    expect(problemsOf(files).map(inEditor)).toEqual(['regimes/sun-act/article-1.md:2:1 file']);
  });

  it('reports a file in a folder that holds no entries', () => {
    const files = withFiles({ 'tool/other.md': '---\ntitle: Other\n---\n' });
    expect(problemsOf(files).map(inEditor)).toEqual(['tool/other.md:2:1 file']);
  });

  it('reports a file name that is no id', () => {
    const other = (withFiles({})[capability] ?? '')
      .replace('title: Approval', 'title: Review')
      .replace(/meaning: .*/, 'meaning: Lets people look at what was done.');
    const files = withFiles({ 'capabilities/Approval Two.md': other });
    const errors = problemsOf(files).filter(({ code }) => !holeCodes.includes(code));
    expect(errors.map(inEditor)).toEqual(['capabilities/Approval Two.md:2:1 file']);
  });

  it('reports an entry without front matter', () => {
    const files = withFiles({ 'risks/other.md': '# Other\n' });
    expect(problemsOf(files).map(inEditor)).toEqual(['risks/other.md:1:1 file']);
  });

  it('reports front matter that is no YAML on its line, and nothing about what points at the entry', () => {
    const files = changed(act, 'shortTitle: Moon act', 'shortTitle: "Moon act');
    const errors = problemsOf(files).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, code }) => `${file} ${code}`)).toContain(`${act} syntax`);
    expect(errors.filter(({ file }) => file !== act)).toEqual([]);
  });

  it('reports a catalog without a version', () => {
    expect(problemsOf(withFiles({ 'catalog.yaml': undefined })).map(inEditor)).toEqual([
      'catalog.yaml:1:1 file',
    ]);
  });

  it('places problems right behind a byte order mark and carriage returns', () => {
    const text = (changed(tool, 'license: MIT', 'licence: MIT')[tool] ?? '').replaceAll('\n', '\r\n');
    const files = withFiles({ [tool]: `\uFEFF${text}` });
    const places = problemsOf(files).map(inEditor);
    expect(places).toContain(`${tool}:6:1 unknown-key`);
  });

  it('merges the files of a regime in the order of their names and keeps their guidance apart', () => {
    const second = (withFiles({})[article] ?? '')
      .replaceAll('moon-act.', 'moon-act.more.')
      .replace(/---\n$/, '---\nMore.\n');
    const { pack, bodies } = buildFiles(filesOf(withFiles({ 'regimes/moon-act/article-2.md': second })));
    const [regime] = pack.regimes;
    expect(regime?.id).toBe('moon-act');
    expect(regime?.duties.map(({ id }) => id)).toEqual(['moon-act.art-1', 'moon-act.more.art-1']);
    expect(bodies).toEqual({
      'regimes/moon-act': 'The main file.',
      'regimes/moon-act/article-2': 'More.',
      'risks/rash-action': 'Think before you pay.',
    });
  });

  it('turns whatever a file holds into problems, never into an exception', () => {
    const fronts = [
      '',
      '42',
      '- a\n- b',
      'title: [',
      '{',
      '\ta: b',
      'a: &a [*a]',
      '? [x]\n: y',
      '['.repeat(500),
      '__proto__: { a: 1 }',
    ];
    for (const path of Object.keys(withFiles({}))) {
      for (const front of fronts) {
        const text = path.endsWith('.md') ? `---\n${front}\n---\n` : front;
        const errors = problemsOf(withFiles({ [path]: text })).filter(({ severity }) => severity === 'error');
        expect(
          errors.map(({ file }) => file),
          `${path} with ${front}`,
        ).toContain(path);
      }
    }
  });

  it('gives the same bytes whatever the order of the files, and another hash when a word changes', () => {
    const files = filesOf(withFiles({}));
    const built = buildFiles(files);
    expect(JSON.stringify(buildFiles([...files].reverse()))).toBe(JSON.stringify(built));
    const other = buildFiles(filesOf(changed(tool, 'Holds actions.', 'Holds acts.')));
    expect(built.pack.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.pack.hash).not.toBe(built.pack.hash);
  });
});
