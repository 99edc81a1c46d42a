import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { root } from '../../scripts/paths';
import { type Answer, answerSchema } from '../../src/answer/schema';
import type { AnswerParams, FolderAnswer } from '../../src/doors/server/protocol';
import { run } from '../cli/command';
import { folderWith, removeFolders } from '../cli/folders';
import { eventually, TestClient } from './test-client';

/** Editor and CI must agree on a commit: what the built server shows and what the built command line prints. */

afterAll(removeFolders);

interface Shown {
  readonly answer: Answer;
  /** Diagnostics by file, relative to the folder. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Opens a folder in the server as an editor does, and takes all that it shows. */
async function inEditor(folder: string, chosen: Partial<AnswerParams> = {}): Promise<Shown> {
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    [join(root, 'dist', 'server.js'), '--stdio'],
    { cwd: folder },
  );
  const client = new TestClient(
    createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
  );
  const base = pathToFileURL(folder).href;
  await client.initialize([base], { options: { wantsAnalyzed: true } });
  const asked: AnswerParams = { questions: true, portfolio: true, ...chosen };
  const answers = await client.connection.sendRequest<FolderAnswer[]>('aiGovernance/answer', asked);
  const answer = answerSchema.parse(answers[0]?.answer);
  const files = answer.roots.flatMap(({ path, parts }) => [path, ...parts]);
  const uriOf = (file: string) => `${base}/${file.split('/').map(encodeURIComponent).join('/')}`;
  await eventually(
    () => files.every((file) => client.diagnostics.has(uriOf(file))),
    () => `no diagnostics of ${files.filter((file) => !client.diagnostics.has(uriOf(file))).join()}`,
    10_000,
  );
  const diagnostics = new Map(
    [...client.diagnostics].map(([uri, params]) => [
      decodeURIComponent(uri.slice(base.length + 1)),
      params.diagnostics,
    ]),
  );
  const closed = once(child, 'close');
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  await closed;
  client.connection.dispose();
  return { answer, diagnostics };
}

/** What the command line prints of a folder, on the day that the editor read the law. */
async function inCi(folder: string, asOf: readonly string[]): Promise<Answer> {
  const { out } = await run(['check', '.', '--format', 'json', ...asOf], { in: folder });
  return answerSchema.parse(JSON.parse(out));
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Each finding that is shown, in a line that says all of it. */
function linesOf(answer: Answer): string[] {
  return answer.roots
    .flatMap(({ findings }) => findings)
    .filter(({ ignored }) => ignored === undefined)
    .map(({ place, severity, rule, message }) =>
      lineOf(place.file, place.range, severity, rule, message.text),
    )
    .sort();
}

function linesShown({ diagnostics }: Shown): string[] {
  return [...diagnostics]
    .flatMap(([file, list]) =>
      list.map(({ range, severity = 1, code, message }) =>
        lineOf(file, range, severities[severity - 1] ?? 'error', String(code), textOf(message)),
      ),
    )
    .sort();
}

/** Newer clients may be sent Markdown; this server sends plain text. */
function textOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

function lineOf(file: string, { start, end }: Diagnostic['range'], ...said: string[]): string {
  return [file, `${start.line}:${start.character}-${end.line}:${end.character}`, ...said].join(' ');
}

/** A workspace in which much is odd: parts, a base, locks, ignores, evidence, half-typed text, other folders. */
const odd: Readonly<Record<string, string>> = {
  'org/ai-usage-base.yaml': [
    'organization: { name: Example, seat: DE, size: small }',
    'policy: { asOf: 2027-01-15, severities: { system/gaps: information } }',
    'locked: [organization.size]',
    'defaults: { markets: [DE], owner: team@example.com }',
    '',
  ].join('\n'),
  'app/ai-usage.yaml': [
    '\uFEFFversion: 1',
    'extends: ../org/ai-usage-base.yaml',
    'organization: { size: large }',
    'systems:',
    '  - id: größe',
    '    purpose: "Sortiert 大 Bewerbungen 😀"',
    '    roles: [provider, deployer]',
    '    areas: [employment.recruitment]',
    '    infleunce: decides',
    '    controls:',
    '      - { id: human-oversight, status: done, evidence: [docs/*.md, docs/leer.md], owner: me, reviewBy: 2027-06-01 }',
    '      - { id: audit-log, status: done, evidence: [missing.md], owner: me, reviewBy: 2026-06-01 }',
    '    waivers:',
    '      - { control: bias-testing, reason: later, approvedBy: cto, expires: 2027-01-15 }',
    'ignore:',
    `  - { rule: manifest/unknown-key, path: 'systems["größe"]', reason: kept on purpose, until: 2027-02-01 }`,
    '',
  ].join('\r\n'),
  'app/docs/oversight.md': 'Who may stop it: the recruiter.\n',
  'app/docs/leer.md': '',
  'app/services/chat.ai-usage.json':
    '{ "version": 1, "preferences": {}, "systems": [ { "id": "chat", "roles": ["deployr"], "content": { "interacts": true } }, ] }',
  'app/node_modules/x/ai-usage.yaml': 'version: 1\nsystems: [{ id: not-ours }]\n',
  '.git/ai-usage.yaml': 'version: 1\nsystems: [{ id: not-ours }]\n',
  'lone/half.ai-usage.yaml': 'version: 1\nsystems:\n  - id: half\n    roles: [depl\n    areas:',
  'nothing/here.md': 'No manifest.\n',
};

describe('editor and command line', () => {
  const projects = readdirSync(join(root, 'test', 'projects'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it.each(projects)('say the same of the project %s', async (name) => {
    const folder = folderWith({});
    cpSync(join(root, 'test', 'projects', name), folder, { recursive: true });
    const shown = await inEditor(folder);
    const answer = await inCi(folder, ['--as-of', shown.answer.roots[0]?.asOf ?? '']);
    expect(answer).toEqual(shown.answer);
    expect(linesShown(shown)).toEqual(linesOf(answer));
  });

  it('choose the same tools under preferences that are asked for, with the same plan for a trial', async () => {
    const folder = folderWith({
      'ai-usage.yaml': [
        'version: 1',
        'organization: { seat: DE }',
        'policy: { asOf: 2026-11-24 }',
        'systems:',
        '  - { id: ranker, purpose: Ranks, roles: [deployer], areas: [employment.recruitment], influence: main-factor, markets: [DE] }',
        '',
      ].join('\n'),
    });
    const preferences = { maxTools: 3, budget: 'free', without: ['fairlearn'] };
    const { answer } = await inEditor(folder, { questions: false, preferences, trial: true });
    const chosen = ['--max', '3', '--budget', 'free', '--without', 'fairlearn'];
    const { out } = await run(['tools', '--format', 'json', '--trial', ...chosen], { in: folder });
    expect(answerSchema.parse(JSON.parse(out))).toEqual(answer);
    const tools = answer.roots[0]?.portfolio?.tools.map(({ tool }) => tool) ?? [];
    expect(tools.length).toBeGreaterThan(0);
    expect(tools).not.toContain('fairlearn');
    const wrong = inEditor(folder, { preferences: { maxTools: 0, budget: 'fre', without: ['fairlern'] } });
    await expect(wrong).rejects.toThrow(/such as 1\.[^]*Did you mean free\?[^]*Did you mean fairlearn\?/);
  });

  it('say the same of a workspace in which much is odd, on the day of its policy', async () => {
    const folder = folderWith(odd);
    const shown = await inEditor(folder);
    const answer = await inCi(folder, []);
    // `lone` has no policy of its own: it is read on the day of the clock.
    expect(answer.roots.map(({ path, asOf }) => [path, path.startsWith('app') ? asOf : 'today'])).toEqual([
      [posix.join('app', 'ai-usage.yaml'), '2027-01-15'],
      [posix.join('lone', 'half.ai-usage.yaml'), 'today'],
    ]);
    expect(answer).toEqual(shown.answer);
    const lines = linesOf(answer);
    expect(linesShown(shown)).toEqual(lines);
    expect(lines.some((line) => line.includes('manifest/locked'))).toBe(true);
    expect(lines.some((line) => line.includes('infleunce'))).toBe(false);
    expect(lines.some((line) => line.startsWith('app/services/chat.ai-usage.json'))).toBe(true);
  });
});
