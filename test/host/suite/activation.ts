import * as vscode from 'vscode';
import { equal, eventually, given, isTrue } from '../harness/check';
import { launch } from '../harness/launch';
import { workspaceFile, writeFile } from '../harness/workspace';

describe('the extension', () => {
  const extension = () => given(vscode.extensions.getExtension(launch.extension), launch.extension);

  it('sleeps in a folder without a manifest', () => {
    equal(extension().isActive, false, 'active');
  });

  it('sleeps on when other YAML is opened', async () => {
    const file = await writeFile('values.yaml', 'version: 1\n');
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    equal(document.languageId, 'yaml');
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(extension().isActive, false, 'active');
  });

  it('wakes when a manifest is opened', async () => {
    const file = await writeFile('awake/ai-usage.yaml', 'version: 1\nsystems: []\n');
    await vscode.window.showTextDocument(file);
    await eventually('the extension is active', () => extension().isActive);
  });

  it('knows every name of a manifest, in YAML and JSON', async () => {
    for (const [name, language] of [
      ['ai-usage.yaml', 'ai-usage'],
      ['ai-usage.yml', 'ai-usage'],
      ['cv ranker.ai-usage.yaml', 'ai-usage'],
      ['ai-usage-base.yaml', 'ai-usage'],
      ['ai-usage.json', 'ai-usage-json'],
      ['cv.ai-usage.json', 'ai-usage-json'],
      ['other.yaml', 'yaml'],
    ] as const) {
      const file = await writeFile(`names/${name}`, '');
      equal((await vscode.workspace.openTextDocument(file)).languageId, language, name);
    }
    await vscode.workspace.fs.delete(workspaceFile('names'), { recursive: true });
  });

  it('has the commands that it contributes', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ['showAdvice', 'newManifest', 'explainRule']) {
      isTrue(commands.includes(`aiGovernance.${command}`), command);
    }
  });
});
