import { rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from './vscode-host';

/**
 * Makes the workbench load the extension in its web host (a Web Worker), as vscode.dev does. The host takes extensions
 * from the workbench's own origin only, so their folders are linked beside the workbench's files. Call it before the page is
 * opened: the configuration that the page brings is changed when it arrives.
 */
export async function serveToWebHost(
  host: Host,
  page: Page,
  options: { extensionPath: string; testsPath?: string },
): Promise<{ url: (folder: string) => string; remove: () => Promise<void> }> {
  const links: string[] = [];
  const base = `/stable-${host.commit}/static/out`;
  const link = async (folder: string): Promise<string> => {
    const name = `linked-${process.pid}-${Date.now().toString(36)}-${links.length}`;
    const path = join(host.serverFolder, 'out', name);
    await symlink(resolve(folder), path, 'junction');
    links.push(path);
    return `${base}/${name}`;
  };
  const extension = await link(options.extensionPath);
  const payload = [['skipWelcome', 'true']];
  if (options.testsPath !== undefined) {
    const tests = await link(dirname(options.testsPath));
    payload.push(['extensionTestsPath', `${host.origin}${tests}/${basename(options.testsPath)}`]);
  }
  const { host: authority } = new URL(host.origin);
  await page.addInitScript(addDevelopedExtension, { scheme: 'http', authority, path: extension });
  return {
    url: (folder) => {
      const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(payload) });
      return `${host.origin}/?${query.toString()}`;
    },
    remove: async () => {
      await Promise.all(links.map((path) => rm(path, { force: true })));
    },
  };
}

/**
 * Runs in the page before its own scripts: adds the extension at `uri` to the configuration that the workbench reads
 * from an element of the page, as soon as that element is there.
 */
function addDevelopedExtension(uri: { scheme: string; authority: string; path: string }): void {
  const observer = new MutationObserver(() => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    const settings = element?.getAttribute('data-settings');
    if (!element || !settings) return;
    observer.disconnect();
    const configuration: { developmentOptions?: object } = JSON.parse(settings);
    const developmentOptions = { ...configuration.developmentOptions, extensions: [uri] };
    element.setAttribute('data-settings', JSON.stringify({ ...configuration, developmentOptions }));
  });
  observer.observe(document, { childList: true, subtree: true });
}
