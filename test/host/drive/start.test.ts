import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveProject } from '../../../scripts/host/serve-project';
import { root } from '../../../scripts/paths';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm start` with the given words, and without a terminal, as CI does. */
function npmStart(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const program = [process.execPath, '--import', 'tsx', join(root, 'scripts', 'start.ts')] as const;
  const child = spawn(program[0], [...program.slice(1), ...words], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })));
}

/** A PATH with Node alone: no desktop VS Code is found on it. */
const bare = { PATH: join(process.execPath, '..') };

describe('npm start', () => {
  it('prints the advice for the sample and what it would open, with --print', async () => {
    const { code, out, err } = await npmStart(['--print'], { ...bare, CI: '' });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('cv-ranker');
    expect(out).toMatch(/Would open VS Code [\d.]+, served to a browser on 127\.0\.0\.1/);
  });

  it('does the same for a project that is named, without a terminal', async () => {
    const { code, out } = await npmStart(['test/projects/motor-claims'], { ...bare, CI: '1' });
    expect(code).toBe(0);
    expect(out).toContain('motor-claims');
    expect(out).toContain('Would open VS Code');
  });

  it('says how large what it would fetch is, when it is not there yet', async () => {
    const { out } = await npmStart(['--print'], {
      ...bare,
      AI_GOVERNANCE_CACHE: join(root, 'dist', 'no-cache'),
    });
    expect(out).toMatch(
      /It would first fetch .*VS Code [\d.]+ \(code-server [\d.]+\) from the npm registry: about \d{3} MB, kept in .*no-cache/,
    );
  });

  it('ends with 2 for a project that is not there, and says so', async () => {
    const { code, err } = await npmStart(['no/such/project'], bare);
    expect(code).toBe(2);
    expect(err).toContain(`There is no ${join(root, 'no', 'such', 'project')}`);
  });
});

describe('the served VS Code of npm start', () => {
  it('answers at the address it says, until it is asked to end', async () => {
    let interrupt: () => void = () => undefined;
    const until = new Promise<void>((done) => {
      interrupt = done;
    });
    const said: string[] = [];
    const address = new Promise<string>((found) => {
      const say = (line: string): void => {
        said.push(line);
        const [, url] = /(http:\S+)/.exec(line) ?? [];
        if (url !== undefined) found(url);
      };
      const project = join(root, 'test', 'projects', 'cv-ranker');
      const extensionPath = join(root, 'test', 'fixtures', 'host', 'probe-extension');
      ended = serveProject({ project, extensionPath, say }, until);
    });
    const url = await address;
    expect(await (await fetch(url)).text()).toContain('vscode-workbench-web-configuration');
    interrupt();
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
  let ended: Promise<number> = Promise.resolve(-1);
});
