import * as vscode from 'vscode';
import { equal, eventually, given, isTrue, matches } from '../harness/check';
import { readFile, workspaceFile, writeFile } from '../harness/workspace';

const viewType = /aiGovernance\.report$/;

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

function reportTabs(): readonly vscode.Tab[] {
  return tabs().filter(
    ({ input }) => input instanceof vscode.TabInputWebview && viewType.test(input.viewType),
  );
}

async function closeAll(): Promise<void> {
  await vscode.window.tabGroups.close([...tabs()]);
}

describe('Show Advice', () => {
  let manifest: vscode.Uri;

  before(async () => {
    await closeAll();
    manifest = await writeFile(
      'advice/ai-usage.yaml',
      'version: 1\nsystems:\n  - { id: a, areas: [employment.recruitment], markets: [DE], influence: decides }\n',
    );
  });

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceFile('advice'), { recursive: true });
  });

  it('opens the report beside the manifest that is edited', async () => {
    await vscode.window.showTextDocument(manifest);
    await vscode.commands.executeCommand('aiGovernance.showAdvice');
    await eventually('a report', () => reportTabs().length === 1);
    equal(vscode.window.tabGroups.all.length, 2, 'groups');
  });

  it('takes the same report for the manifest that is clicked in the explorer', async () => {
    await vscode.commands.executeCommand('aiGovernance.showAdvice', manifest, [manifest]);
    await eventually('one report', () => reportTabs().length === 1);
    isTrue(given(reportTabs()[0], 'the report').isActive, 'the report is in front');
  });
});

describe('New Manifest', () => {
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceFile('fresh'), { recursive: true });
  });

  it('writes a manifest that has no errors, and selects its first field', async () => {
    const folder = workspaceFile('fresh');
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.commands.executeCommand('aiGovernance.newManifest', folder);
    const editor = await eventually('an editor', () => vscode.window.activeTextEditor);
    equal(editor.document.uri.path, workspaceFile('fresh/ai-usage.yaml').path);
    equal(editor.document.languageId, 'ai-usage');
    equal(editor.document.getText(editor.selection), 'my-system');
    equal(editor.document.isDirty, false, 'unsaved');
    matches(await readFile(editor.document.uri), /^version: 1$/m);
    const errors = () =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    equal(
      errors().map(({ message }) => message),
      [],
    );
  });

  it('never writes over a manifest that is there', async () => {
    const manifest = await writeFile('fresh/ai-usage.yaml', '# mine\n');
    await vscode.commands.executeCommand('aiGovernance.newManifest', workspaceFile('fresh'));
    equal(await readFile(manifest), '# mine\n');
  });
});

describe('Explain Rule', () => {
  after(closeAll);

  it('opens the bundled page as a preview', async () => {
    await vscode.commands.executeCommand('aiGovernance.explainRule', 'system/gaps');
    await eventually('a preview', () => tabs().some(({ label }) => /system-gaps/.test(label)));
  });
});
