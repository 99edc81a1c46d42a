import * as vscode from 'vscode';
import { equal, eventually, given, isTrue, matches } from '../harness/check';
import { replaceText, withCursor, workspaceFile, writeFile } from '../harness/workspace';

const sound = `version: 1
systems:
  - id: cv-ranker
    purpose: Orders applications
    roles: [deployer]
    areas: [employment.recruitment]
    influence: main-factor
    markets: [DE]
`;

/** The findings of a file that have a rule, once there is one. */
function findings(file: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`a finding ${rule} in ${file.path}`, () =>
    ours(file).find(({ code }) => typeof code === 'object' && code.value === rule),
  );
}

function ours(file: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'AI Governance');
}

function noErrors(file: vscode.Uri): Promise<true> {
  return eventually(`no errors in ${file.path}`, () =>
    ours(file).every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error) ? true : undefined,
  );
}

describe('editing a manifest', () => {
  let document: vscode.TextDocument;

  before(async () => {
    const file = await writeFile('editing/ai-usage.yaml', sound);
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
  });

  beforeEach(() => replaceText(document, sound));

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(workspaceFile('editing'), { recursive: true });
  });

  it('a wrong value gets a squiggle at the value, and loses it when it is put right', async () => {
    await replaceText(document, sound.replace('main-factor', 'decide'));
    const finding = await findings(document.uri, 'manifest/wrong-value');
    equal(document.getText(finding.range), 'decide');
    isTrue(
      typeof finding.code === 'object' && /page\.md$/.test(finding.code.target.path),
      'a link to the rule',
    );
    await replaceText(document, sound);
    await noErrors(document.uri);
  });

  it('a duplicate id points to the other one', async () => {
    await replaceText(document, `${sound}  - id: cv-ranker\n`);
    const finding = await findings(document.uri, 'manifest/duplicate-id');
    equal(document.getText(finding.range), 'cv-ranker');
    const [other] = given(finding.relatedInformation, 'related places');
    isTrue(
      given(other, 'a related place').location.range.start.line !== finding.range.start.line,
      'another line',
    );
    await replaceText(document, sound);
    await noErrors(document.uri);
  });

  it('a fix is offered and puts the value right, without a change elsewhere', async () => {
    const broken = sound.replace('main-factor', 'main-facter # as far as we know');
    await replaceText(document, broken);
    const { range } = await findings(document.uri, 'manifest/wrong-value');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = given(
      actions.find(({ edit }) => edit !== undefined),
      'a fix',
    );
    await vscode.workspace.applyEdit(given(fix.edit, 'the edit of the fix'));
    equal(document.getText(), broken.replace('main-facter', 'main-factor'));
    const explain = given(
      actions.find(({ command }) => command?.command === 'aiGovernance.explainRule'),
      'an explanation',
    );
    equal(explain.command?.arguments, ['manifest/wrong-value']);
  });

  it('completion names the values of a field, in half-typed text', async () => {
    const { text, position } = withCursor('version: 1\nsystems:\n  - id: a\n    influence: |\n');
    await replaceText(document, text);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const value of ['none', 'informs', 'main-factor', 'decides']) isTrue(labels.includes(value), value);
  });

  it('completion names missing keys first', async () => {
    const { text, position } = withCursor('version: 1\nsystems:\n  - id: a\n    inf|\n');
    await replaceText(document, text);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const influence = given(
      items.find(({ label }) => label === 'influence'),
      'influence',
    );
    equal(influence.kind, vscode.CompletionItemKind.Property);
  });

  it('hover explains a field', async () => {
    const { position } = withCursor(sound.replace('influence', 'inf|luence'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    matches(text, /influence/i);
  });

  it('systems are symbols of the document', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    equal(
      symbols.map(({ name }) => name),
      ['cv-ranker'],
    );
  });

  it('an unsaved document without a file has findings too', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'ai-usage',
      content: sound.replace('main-factor', 'decide'),
    });
    await findings(untitled.uri, 'manifest/wrong-value');
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('manifests that nobody opened', () => {
  const file = () => workspaceFile('made/größe 大/ai-usage.yaml');

  after(async () => {
    for (const made of ['ai-usage.yaml', 'parts/x.ai-usage.json']) {
      await vscode.workspace.fs
        .delete(workspaceFile(`made/größe 大/${made}`))
        .then(undefined, () => undefined);
    }
  });

  it('have findings as soon as they are there', async () => {
    await writeFile('made/größe 大/ai-usage.yaml', sound.replace('main-factor', 'decide'));
    await findings(file(), 'manifest/wrong-value');
  });

  it('have them in their parts too', async () => {
    const part = await writeFile(
      'made/größe 大/parts/x.ai-usage.json',
      '{ "version": 1, "systems": [{ "id": 7 }] }',
    );
    await eventually('a finding in the part', () => ours(part).length > 0);
  });

  it('lose them when they are deleted', async () => {
    await vscode.workspace.fs.delete(file());
    await eventually('no findings', () => ours(file()).length === 0);
  });
});
