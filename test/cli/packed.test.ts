import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { root } from '../../scripts/paths';
import { ranker, wrong } from './manifests';

/** The tarball that npm would publish, run as `npx` runs it, where nothing else is and no network is used. */

let folder: string;
let tarball: string;

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs npm with a cache of its own, so that nothing comes from elsewhere. */
function runNpm(args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(
    npm,
    ['--offline', '--cache', join(folder, 'cache'), ...args],
    {
      cwd,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1', npm_config_update_notifier: 'false' },
    },
  );
  return { status, stdout, stderr };
}

/** `npx ai-governance …` in an empty folder, from the tarball. */
function npx(args: readonly string[], cwd = join(folder)) {
  return runNpm(['exec', '--yes', '--package', tarball, '--', 'ai-governance', ...args], cwd);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
  // The build is what the tests of this level run against already: it is packed as it is.
  const { status, stderr } = runNpm(['pack', '--ignore-scripts', '--pack-destination', folder], root);
  if (status !== 0) throw new Error(stderr);
  tarball = join(folder, `ai-governance-advisor-${version}.tgz`);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed command line', () => {
  it('runs by npx in an empty folder', () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { status, stdout } = npx(['--version'], empty);
    expect({ status, out: stdout.trim() }).toEqual({ status: 0, out: version });
  });

  it('gives advice, fails on errors, and tells what a rule means', () => {
    const project = mkdtempSync(join(folder, 'project-'));
    writeFileSync(join(project, 'ai-usage.yaml'), ranker);
    const checked = npx(['check', '--as-of', '2026-11-23'], project);
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toContain('high-risk from 2027-12-02');
    writeFileSync(join(project, 'ai-usage.yaml'), wrong);
    expect(npx(['check'], project).status).toBe(1);
    expect(npx(['explain', 'system/gaps'], project).stdout).toContain('system/gaps');
  });

  it('brings the report, the schema and the language server along', () => {
    const project = mkdtempSync(join(folder, 'whole-'));
    writeFileSync(join(project, 'ai-usage.yaml'), ranker);
    expect(npx(['report', '--format', 'html', '-o', 'out.html'], project).status).toBe(0);
    expect(readFileSync(join(project, 'out.html'), 'utf8')).toContain('cv-ranker');
    expect(JSON.parse(npx(['schema'], project).stdout)).toMatchObject({ type: 'object' });
    // Its input is at its end at once: a server that was found and started ends by itself.
    const served = npx(['lsp', '--stdio'], project);
    expect(served.stderr).not.toMatch(/Cannot find|MODULE_NOT_FOUND/);
  });

  it('installs itself and nothing else', () => {
    const alone = mkdtempSync(join(folder, 'alone-'));
    writeFileSync(join(alone, 'package.json'), '{ "private": true }');
    expect(runNpm(['install', tarball, '--no-audit', '--no-fund'], alone).status).toBe(0);
    const installed = readdirSync(join(alone, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed).toEqual(['ai-governance-advisor']);
    const { dependencies } = JSON.parse(
      readFileSync(join(alone, 'node_modules', 'ai-governance-advisor', 'package.json'), 'utf8'),
    ) as { dependencies?: object };
    expect(dependencies ?? {}).toEqual({});
  });
});
