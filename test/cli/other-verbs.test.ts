import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { run } from './command';
import { folderWith, removeFolders } from './folders';
import { ranker, wrong } from './manifests';

afterAll(removeFolders);

describe('report', () => {
  it('prints Markdown, and findings do not make it fail', async () => {
    const { code, out, err } = await run(['report'], { in: folderWith({ 'ai-usage.yaml': wrong }) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# AI governance report: ai-usage\.yaml\n/);
    expect(out).toContain('## Findings');
  });

  it('writes one HTML file by the name of the output, and prints nothing', async () => {
    const folder = folderWith({ 'cv/ai-usage.yaml': ranker });
    const { code, out } = await run(['report', 'cv', '--output', 'out.html'], { in: folder });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const html = readFileSync(join(folder, 'out.html'), 'utf8');
    expect(html).toMatch(/^<!DOCTYPE html>/);
    expect(html).toContain('cv-ranker');
    expect(html).not.toMatch(/<script|<link|src=/);
  });

  it('tells in the HTML file how to close the gaps', async () => {
    const { out } = await run(['report', '--format', 'html'], {
      in: folderWith({ 'ai-usage.yaml': ranker }),
    });
    expect(out).toContain('How to do it');
    expect(out).toContain('Oversight is judged by what it changes.');
  });

  it('writes the format that was asked for, whatever the output is called', async () => {
    const folder = folderWith({ 'ai-usage.yaml': ranker });
    await run(['report', '--format', 'md', '-o', 'out.html'], { in: folder });
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toMatch(/^# AI governance report/);
  });

  it('ends with 2 where it cannot write', async () => {
    const folder = folderWith({ 'ai-usage.yaml': ranker });
    const { code, err } = await run(['report', '-o', 'no/such/folder/out.md'], { in: folder });
    expect(code).toBe(2);
    expect(err).toMatch(
      /Cannot write no\/such\/folder\/out\.md: it does not exist\. Name a file in a folder that exists/,
    );
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

describe('explain', () => {
  it.each(['eu-ai-act', 'bias-testing', 'system/gaps', 'areas'])('%s is told in Markdown', async (id) => {
    const { code, out, err } = await run(['explain', id]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^#+ /);
  });

  it('an id that nobody knows ends with 2 and the nearest ones', async () => {
    const { code, out, err } = await run(['explain', 'bias-tseting']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Nothing is called "bias-tseting".*Did you mean .*bias-testing/);
  });

  it('without an id ends with 2', async () => {
    const { code, err } = await run(['explain']);
    expect(code).toBe(2);
    expect(err).toContain("missing required argument 'id'");
  });
});

describe('schema', () => {
  it('prints the schema of the manifest, by which a small manifest is right and a wrong one is not', async () => {
    const { code, out } = await run(['schema']);
    expect(code).toBe(0);
    const validate = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(
      withoutDialect(JSON.parse(out)),
    );
    expect(validate({ version: 1, systems: [{ id: 'helper' }] })).toBe(true);
    expect(validate({ version: 1, systems: [{ id: 7 }] })).toBe(false);
  });

  it('prints the schema of the answer, which the answer keeps', async () => {
    const { out } = await run(['schema', 'answer']);
    const validate = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(
      withoutDialect(JSON.parse(out)),
    );
    const answer = await run(['check', '--format', 'json'], { in: folderWith({ 'ai-usage.yaml': ranker }) });
    expect(validate(JSON.parse(answer.out))).toBe(true);
    expect(validate({ schemaVersion: 2, roots: [] })).toBe(false);
  });
});

/** Ajv's main entry knows draft-07 alone by name; what the schemas use means the same in both. */
function withoutDialect(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null) throw new Error('a schema is an object');
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}

describe('the program', () => {
  it('says its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('says what it can do, with examples and exit codes', async () => {
    const { code, out, err } = await run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const verb of ['check', 'report', 'explain', 'schema', 'lsp'])
      expect(out).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'));
    expect(out).toContain('Exit codes: 0 clean, 1 findings at the bar, 2');
  });

  it.each([[[]], [['chekc']], [['report', 'a', 'b']]])('%j is told how to use it, with 2', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/ai-governance/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
