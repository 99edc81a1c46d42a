import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, run } from './command';
import { folderWith, removeFolders } from './folders';
import { clean, ranker } from './manifests';

afterAll(removeFolders);

describe('the process', () => {
  it('is quiet when whoever reads it stops early', async () => {
    const systems = Array.from({ length: 4 }, (_, index) =>
      ranker.replace(/^[^]*systems:\n/, '').replace('cv-ranker', `s${index}`),
    );
    const folder = folderWith({ 'ai-usage.yaml': `version: 1\nsystems:\n${systems.join('')}` });
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    const received = await new Promise<number>((resolve) => {
      child.stdout.once('data', (chunk: Buffer) => {
        child.stdout.destroy();
        resolve(chunk.length);
      });
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(received).toBeGreaterThan(0);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('tells a failure of its own in one line, without a stack, and ends with 2', async () => {
    // A copy without its catalog.
    const broken = folderWith({ 'ai-usage.yaml': clean });
    mkdirSync(join(broken, 'dist'));
    copyFileSync(cli, join(broken, 'dist', 'cli.js'));
    const { code, out, err } = await run(['check'], { in: broken, program: join(broken, 'dist', 'cli.js') });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^ai-governance \S+ failed: cannot read the catalog .*Please report it.*\n$/);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('serves an editor with lsp', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const said = await new Promise<string>((resolve) => {
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        out += chunk;
        if (out.includes('"id":1')) resolve(out);
      });
      child.on('close', () => resolve(out));
    });
    child.kill();
    expect(said).toContain('"capabilities"');
  });
});
