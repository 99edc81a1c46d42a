import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../../../scripts/host/workbench';
import { root } from '../../../scripts/paths';

/** The same advice where less is allowed: in a folder that is not trusted, and in a browser without Node. */

const manifest = `version: 1
systems:
  - id: cv-ranker
    roles: [deployer]
    areas: [employment.recruitment]
    influence: decide
    markets: [DE]
    controls:
      - { id: human-review, status: done, owner: jane, reviewBy: 2099-01-01, evidence: [docs/oversight.md, docs/none.md] }
`;

let folder: string;
let bench: Workbench | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'advice-'));
  await mkdir(join(folder, 'docs'));
  await writeFile(join(folder, 'ai-usage.yaml'), manifest);
  await writeFile(join(folder, 'docs', 'oversight.md'), 'Who watches, and when.');
});

afterEach(async () => {
  await bench?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('advice', () => {
  it.each([
    ['in Restricted Mode', { trusted: false }],
    ['in a browser without Node', { web: true }],
  ])(
    '%s is there in full: squiggle, report, and what the files show',
    async (_, options) => {
      bench = await openWorkbench({ folder, extensionPath: root, ...options });
      await bench.openFile('ai-usage.yaml');
      await bench.waitForSquiggle('error');
      await bench.runCommand('AI Governance: Show Advice');
      const page = await bench.webviewFrame(
        async (frame) => (await frame.getByRole('heading', { name: 'cv-ranker' }).count()) > 0,
      );
      await page.getByText('Annex III 4(a)').first().waitFor();
      const text = await page.locator('#page').textContent();
      expect(text).toContain('docs/none.md does not exist');
      expect(text).not.toContain('docs/oversight.md does not exist');
    },
    180_000,
  );
});
