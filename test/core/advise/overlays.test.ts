import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/advise/advisor';
import { overlayPaths } from '../../../src/advise/advisor';
import { createAdvisor } from '../../../src/advise/create';
import { findRoots } from '../../../src/manifest/roots';
import { renderMarkdown } from '../../../src/render/markdown/markdown';
import { renderHtml } from '../../../src/render/page/html';
import { advisor, analyzeFiles, bodies, noFiles, pack, today } from '../real-catalog';
import { marked } from './cursor';
import { manifestWith, overlayIn, regime, tool, withdrawal } from './overlay-sample';

/** Overlay folders of the policy: a catalog of the company, for the roots that name it. */

const folder = 'governance/catalog';
const manifest = manifestWith(`[${folder}]`);
const files = { 'ai-usage.yaml': manifest, ...overlayIn(folder) };
const gateway = {
  match: (glob: string) => (glob === 'deploy/gateway.yaml' ? [{ path: glob, empty: false }] : []),
};

const findings = ({ findings: found }: Analysis, rule: string) =>
  found.filter((finding) => finding.rule === rule);
const overlayFindings = (analysis: Analysis) => findings(analysis, 'catalog/overlay');

/** The text that a finding underlines in its own file. */
function underlined(analysis: Analysis, from: Readonly<Record<string, string>>): string[] {
  return overlayFindings(analysis).map(({ place: { file, range } }) => {
    const line = (from[file] ?? '').split('\n')[range.start.line] ?? '';
    return `${file}: ${line.slice(range.start.character, range.end.character)}`;
  });
}

describe('the answer of a root with an overlay', () => {
  const analysis = analyzeFiles(files, { repository: gateway });
  const root = analysis.answer({ questions: true, portfolio: true });
  const [system] = root.systems;

  it('has no finding about it when nothing is wrong', () => {
    expect(overlayFindings(analysis)).toEqual([]);
  });

  it("has the company's own rule, with its class and its duty", () => {
    const own = system?.regimes.find(({ id }) => id === 'house-rules');
    expect(own).toMatchObject({ applies: 'yes', binding: true });
    expect(own?.classes).toMatchObject([
      { id: 'house-rules.customer-data', verdict: 'yes', since: '2026-06-01' },
    ]);
    expect(own?.duties).toMatchObject([{ id: 'house-rules.redact', applies: 'yes', due: '2026-06-01' }]);
  });

  it("asks for the company's own control for that duty, and sees its evidence", () => {
    const own = system?.controls.find(({ id }) => id === 'house-gateway');
    expect(own).toMatchObject({
      asked: true,
      state: 'met',
      because: { duties: ['house-rules.redact'] },
      evidence: [{ path: 'deploy/gateway.yaml', exists: true, empty: false }],
    });
  });

  it("recommends the company's own tool where the control is missing, and never the withdrawn one", () => {
    const missing = { ...files, 'ai-usage.yaml': manifest.replace(/ {4}controls:\n.*\n/, '') };
    const { portfolio } = analyzeFiles(missing).answer({ questions: false, portfolio: true });
    const keeper = portfolio?.tools.find(({ tool }) => tool === 'house-keeper');
    expect(keeper).toMatchObject({ name: 'House keeper', inUse: true });
    expect(keeper?.closes).toContain('support-chat/pii-redaction/operate');
    expect(JSON.stringify(portfolio)).not.toContain('microsoft-presidio');
  });

  it('says which folders are laid over the catalog, what they change, and one hash of it all', () => {
    expect(root.catalog).toMatchObject({ version: pack.version, overlays: [folder] });
    expect(root.catalog.hash).not.toBe(pack.hash);
    expect(root.catalog.changes).toEqual([
      { kind: 'controls', id: 'house-gateway', how: 'added', file: `${folder}/controls/house-gateway.md` },
      { kind: 'regimes', id: 'house-rules', how: 'added', file: `${folder}/regimes/house-rules.md` },
      { kind: 'tools', id: 'house-keeper', how: 'added', file: `${folder}/tools/house-keeper.md` },
      {
        kind: 'tools',
        id: 'microsoft-presidio',
        how: 'withdrawn',
        file: `${folder}/tools/microsoft-presidio.md`,
        reason: 'The gateway does this for all of us.',
      },
    ]);
  });

  it('says of a withdrawn tool that is in use who withdrew it, and why', () => {
    const using = manifest.replace('[house-keeper]', '[microsoft-presidio]');
    const [found] = findings(analyzeFiles({ ...files, 'ai-usage.yaml': using }), 'catalog/unknown-id');
    expect(found?.message.text).toContain(
      'withdrawn by governance/catalog/tools/microsoft-presidio.md, so this says nothing: The gateway does this for all of us.',
    );
  });
});

describe('a root without overlays', () => {
  it('sees the bundled catalog itself, whatever others see', () => {
    analyzeFiles(files);
    const plain = analyzeFiles({ 'ai-usage.yaml': manifest.replace(/policy.*\n/, ''), ...overlayIn(folder) });
    expect(plain.catalog.pack).toBe(pack);
    const { catalog } = plain.answer({ questions: false, portfolio: false });
    expect(catalog).toEqual({ version: pack.version, hash: pack.hash, overlays: [] });
    expect(findings(plain, 'catalog/unknown-id').map(({ message }) => message.params['id'])).toEqual([
      'house-keeper',
      'house-gateway',
    ]);
  });
});

describe('overlays that are the same', () => {
  it('are merged once, for two roots and over an edit of the manifest', () => {
    const first = analyzeFiles(files);
    const other = analyzeFiles({ 'x/ai-usage.yaml': manifestWith(`[../${folder}]`), ...overlayIn(folder) });
    expect(other.catalog.pack).toBe(first.catalog.pack);
    const edited = { ...files, 'ai-usage.yaml': manifest.replace('informs', 'main-factor') };
    expect(analyzeFiles(edited, { previous: first }).catalog.pack).toBe(first.catalog.pack);
  });

  it('are read anew when one of their files changes, and everything concluded with it', () => {
    const first = analyzeFiles(files);
    const later = {
      ...files,
      [`${folder}/regimes/house-rules.md`]: regime.replace('day: 2026-06-01', 'day: 2027-01-01'),
    };
    const second = analyzeFiles(later, { previous: first });
    const due = (analysis: Analysis) =>
      analysis
        .answer({ questions: false, portfolio: false })
        .systems[0]?.regimes.find(({ id }) => id === 'house-rules')?.duties[0]?.due;
    expect([due(first), due(second)]).toEqual(['2026-06-01', '2027-01-01']);
    expect(second.findings).toEqual(analyzeFiles(later).findings);
  });
});

describe('a folder that is named', () => {
  it('is found from the folder of the file that names it: of the base, where the base does', () => {
    const inBase = {
      'org/ai-usage-base.yaml': 'policy: { catalogs: [catalog] }\n',
      'app/ai-usage.yaml': manifest.replace(/policy.*\n/, 'extends: ../org/ai-usage-base.yaml\n'),
      ...overlayIn('org/catalog'),
    };
    const { catalog, systems } = analyzeFiles(inBase).answer({ questions: false, portfolio: false });
    expect(catalog.overlays).toEqual(['org/catalog']);
    expect(systems[0]?.regimes.some(({ id }) => id === 'house-rules')).toBe(true);
  });

  it('goes before that of the base, unless the base has locked it', () => {
    const both = (locked: string) => ({
      'ai-usage-base.yaml': `policy: { catalogs: [base] }\n${locked}`,
      'ai-usage.yaml': `extends: ai-usage-base.yaml\n${manifestWith('[own]')}`,
      ...overlayIn('base'),
      ...overlayIn('own'),
    });
    const named = (given: Readonly<Record<string, string>>) =>
      analyzeFiles(given).answer({ questions: false, portfolio: false }).catalog.overlays;
    expect(named(both(''))).toEqual(['own']);
    expect(named(both('locked: [policy.catalogs]\n'))).toEqual(['base']);
  });

  it.each([
    ['leads out of the folder that is looked at', '../../elsewhere', 'outside'],
    ['leads out and in again', '../work/catalog', 'outside'],
    ['begins at the top of the machine', '/etc', 'outside'],
    ['begins at a drive', 'C:/catalog', 'outside'],
    ['is written with backslashes', 'governance\\\\catalog', 'outside'],
    ['holds the manifest', '.', 'around'],
    ['is not there', 'governance/catalogue', 'missing'],
  ])('and %s is a finding at its name, and nothing is read from it', (_says, path, message) => {
    const given = { ...files, 'ai-usage.yaml': manifestWith(`["${path}"]`) };
    const analysis = analyzeFiles(given);
    expect(overlayFindings(analysis).map((found) => found.message.id)).toEqual([message]);
    expect(underlined(analysis, given)).toEqual([`ai-usage.yaml: "${path}"`]);
    expect(analysis.catalog.pack).toBe(pack);
  });

  it('and holds too many files is a finding, and the first of them count', () => {
    const many = Array.from({ length: 600 }, (_, index) => [`${folder}/x/n${index}.md`, 'x'] as const);
    const given = { ...files, ...Object.fromEntries(many) };
    // One more than is read shows that there are more.
    expect(overlayPaths([folder], Object.keys(given))).toHaveLength(501);
    const analysis = analyzeFiles(given);
    expect(overlayFindings(analysis).filter(({ message }) => message.id === 'tooMany')).toHaveLength(1);
    expect(analysis.catalog.pack.tools.some(({ id }) => id === 'house-keeper')).toBe(true);
  });

  it('may hold a README, manifests and other files of people', () => {
    const notes = { [`${folder}/README.md`]: '# Ours', [`${folder}/tools/logo.svg`]: '<svg/>' };
    expect(overlayFindings(analyzeFiles({ ...files, ...notes }))).toEqual([]);
  });
});

describe('an entry with an error', () => {
  it('is a finding in its own file, at its place, with what to do; everything else counts', () => {
    const given = {
      ...files,
      [`${folder}/tools/house-keeper.md`]: tool.replace('price: public-service', 'price: nothing'),
    };
    const analysis = analyzeFiles(given);
    expect(underlined(analysis, given)).toEqual([`${folder}/tools/house-keeper.md: nothing`]);
    const [found] = overlayFindings(analysis);
    expect(found?.severity).toBe('error');
    expect(found?.message.text).toMatch(
      /price is not as it must be.*public-service.*Until then this entry is left out\.$/,
    );
    const changed = analysis.catalog.pack.overlays?.changes.map(({ id }) => id);
    expect(changed).toEqual(['house-gateway', 'house-rules', 'microsoft-presidio']);
  });

  it('is judged by the policy as any other finding', () => {
    const off = manifest.replace('catalogs:', 'severities: { catalog/overlay: off }, catalogs:');
    const given = { ...files, 'ai-usage.yaml': off, [`${folder}/tools/house-keeper.md`]: 'no front matter' };
    expect(overlayFindings(analyzeFiles(given))).toEqual([]);
  });
});

describe('an editor', () => {
  const analysis = analyzeFiles(files);
  const plain = analyzeFiles({ 'ai-usage.yaml': manifest.replace(/policy.*\n/, '') });

  it('offers the ids of the overlay to its root alone', () => {
    const { source, position } = marked(manifest.replace('id: house-gateway', 'id: |'));
    const labels = (of: Analysis) => advisor.complete(source, position, of).map(({ label }) => label);
    expect(labels(analysis)).toContain('house-gateway');
    expect(labels(plain)).not.toContain('house-gateway');
  });

  it('does not offer what is withdrawn', () => {
    const { source, position } = marked(manifest.replace('[house-keeper]', '[|]'));
    const labels = advisor.complete(source, position, analysis).map(({ label }) => label);
    expect(labels).toContain('house-keeper');
    expect(labels).not.toContain('microsoft-presidio');
  });

  it('shows what an id of the overlay means', () => {
    const { position } = marked(manifest.replace('[house-keeper]', '[house|-keeper]'));
    expect(advisor.hover(analysis, 'ai-usage.yaml', position)?.markdown).toContain('**House keeper**');
  });

  it('explains an entry of the overlay with its guidance, and says where it comes from', () => {
    const page = advisor.explain('house-gateway', analysis);
    expect(page).toMatchObject({ markdown: expect.stringContaining('Ask the platform team for a route.') });
    expect(page).toMatchObject({ markdown: expect.stringContaining(`${folder}/controls/house-gateway.md`) });
    expect(advisor.explain('house-gateway', plain)).toEqual({ nearest: [] });
  });

  it('explains what is withdrawn from the catalog, and says that it is', () => {
    const page = advisor.explain('microsoft-presidio', analysis);
    expect(page).toMatchObject({
      markdown: expect.stringMatching(/^> Withdrawn .*The gateway does this.*\n\n# /),
    });
  });
});

describe('the folders that a host is to read', () => {
  const [root] = findRoots(['ai-usage.yaml']);
  const foldersOf = (texts: Readonly<Record<string, string>>) =>
    root ? advisor.overlayFolders(root, new Map(Object.entries(texts))) : [];

  it('are those that may be read, once each', () => {
    const text = manifestWith('[b, a, ./b/, ../out, .]');
    expect(foldersOf({ 'ai-usage.yaml': text })).toEqual(['b', 'a']);
  });

  it('are none where none is named', () => {
    expect(foldersOf({ 'ai-usage.yaml': manifest.replace(/policy.*\n/, '') })).toEqual([]);
    expect(foldersOf({})).toEqual([]);
  });

  it('are found behind a key that is written with an escape', () => {
    const text = 'version: 1\npolicy: { "\\x63atalogs": [own] }\nsystems: []\n';
    expect(foldersOf({ 'ai-usage.yaml': text })).toEqual(['own']);
  });
});

describe('hostile text of an overlay', () => {
  const attack = '<img src=x onerror=alert(1)>';
  const given = {
    ...files,
    [`${folder}/controls/house-gateway.md`]:
      overlayIn(folder)
        [`${folder}/controls/house-gateway.md`]?.replace('title: House gateway', `title: '${attack}'`)
        .replace('Ask the platform team', attack) ?? '',
    [`${folder}/regimes/house-rules.md`]: regime.replace('title: House rules', `title: '${attack}'`),
    [`${folder}/tools/x.md`]: `---\n'${attack}': 1\n---\n`,
    [`${folder}/tools/microsoft-presidio.md`]: withdrawal.replace('The gateway', attack),
  };
  const analysis = analyzeFiles(given);
  const answer = {
    schemaVersion: 1,
    roots: [analysis.answer({ questions: true, portfolio: true })],
  } as const;

  it('is text in every report', () => {
    const options = { css: '', cssSha256: '', guidance: analysis.catalog.bodies };
    expect(renderHtml({ ...answer, roots: [...answer.roots] }, options)).not.toContain('<img');
    expect(renderMarkdown({ ...answer, roots: [...answer.roots] })).not.toMatch(/(?<!\\)<img/);
  });
});

describe('the catalog that the policy asks for', () => {
  const requiring = (range: string) =>
    `version: 1\npolicy: { requires: { catalog: ${range} } }\nsystems: []\n`;
  const found = (range: string) =>
    findings(analyzeFiles({ 'ai-usage.yaml': requiring(range) }), 'policy/catalog-version');

  it('is the one that is bundled: nothing is said', () => {
    expect(found('">=2026.11 <2099"')).toEqual([]);
    expect(
      findings(analyzeFiles({ 'ai-usage.yaml': 'version: 1\nsystems: []\n' }), 'policy/catalog-version'),
    ).toEqual([]);
  });

  it('is a newer one: where it is written, what is there, and what to do', () => {
    const [one, ...more] = found('">=2099.01"');
    expect(more).toEqual([]);
    expect(one?.place).toMatchObject({
      path: 'policy.requires.catalog',
      range: { start: { line: 1, character: 31 }, end: { line: 1, character: 42 } },
    });
    expect(one?.message.text).toContain(pack.version);
    expect(one?.message.text).toContain('Install another version of the extension or the npm package');
  });

  it('cannot be read: its grammar is told', () => {
    expect(found('^2026.11').map(({ message }) => message.id)).toEqual(['unreadable']);
    expect(found('^2026.11')[0]?.message.text).toContain('">=2026.11 <2028"');
  });

  it('is asked for by the base as well', () => {
    const given = {
      'ai-usage-base.yaml': 'policy: { requires: { catalog: ">=2099.01" } }\n',
      'ai-usage.yaml': 'version: 1\nextends: ai-usage-base.yaml\nsystems: []\n',
    };
    const [one] = findings(analyzeFiles(given), 'policy/catalog-version');
    expect(one?.place.file).toBe('ai-usage-base.yaml');
  });
});

describe('a host that reads no overlays', () => {
  it('is told that the folder has no entries, and nothing fails', () => {
    const [root] = findRoots(['ai-usage.yaml']);
    if (!root) throw new Error('no root');
    const texts = new Map([['ai-usage.yaml', manifest]]);
    const analysis = createAdvisor(pack, bodies).analyze({ files: root, texts, today, repository: noFiles });
    expect(overlayFindings(analysis).map(({ message }) => message.id)).toEqual(['missing']);
  });
});
