import * as vscode from 'vscode';
import { equal, given, isTrue } from '../harness/check';
import { launch } from '../harness/launch';

describe('the launched VS Code', () => {
  it('has the extension under test, and can wake it', async () => {
    const extension = given(vscode.extensions.getExtension(launch.extension), launch.extension);
    await extension.activate();
    isTrue(extension.isActive, `${launch.extension} is active`);
  });

  it(launch.trusted ? 'trusts the open folder' : 'is in Restricted Mode', () => {
    equal(vscode.workspace.isTrusted, launch.trusted);
  });

  it('has a folder of its own open', async () => {
    const [folder] = given(vscode.workspace.workspaceFolders, 'an open folder');
    const entries = await vscode.workspace.fs.readDirectory(given(folder, 'an open folder').uri);
    isTrue(entries.length > 0, 'the folder has files');
  });

  if (launch.web) {
    it('runs extensions in a Web Worker, without Node', () => {
      equal(typeof process, 'undefined');
      equal(vscode.env.uiKind, vscode.UIKind.Web);
    });
  } else {
    it('runs extensions in Node', () => {
      equal(typeof process, 'object');
    });
  }

  if (launch.host !== undefined) {
    it('is the version that was asked for', () => {
      equal(vscode.version, launch.host);
    });
  }
});
