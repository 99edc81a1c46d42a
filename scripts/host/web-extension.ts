import { readdir, rm, symlink } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { isRunning } from './processes';
import { type Host, workbenchAddress } from './vscode-host';

/**
 * Makes the workbench load the extension in its web host (a Web Worker), as vscode.dev does, and run tests there if
 * `testsPath` names some inside the extension's folder. That host takes extensions from the workbench's own origin only,
 * so their folder is linked beside the workbench's files. Call it before the page is opened: the configuration that the
 * page brings is changed when it arrives. Gives the page's address, and what removes the link.
 */
export async function serveToWebHost(
  host: Host,
  page: Page,
  { folder, extensionPath, testsPath }: { folder: string; extensionPath: string; testsPath?: string },
): Promise<{ url: string; remove: () => Promise<void> }> {
  const tests =
    testsPath === undefined ? undefined : relative(extensionPath, testsPath).replaceAll('\\', '/');
  // The workbench looks for the extension that a test belongs to by its place.
  if (tests?.startsWith('..'))
    throw new Error(`${String(testsPath)} is not inside the extension's folder ${extensionPath}.`);
  const out = join(host.serverFolder, 'out');
  await removeAbandonedLinks(out);
  const name = `${linkPrefix}${process.pid}-${Date.now().toString(36)}`;
  const link = join(out, name);
  await symlink(resolve(extensionPath), link, 'junction');
  const path = `/stable-${host.commit}/static/out/${name}`;
  const uri = { scheme: 'http', authority: new URL(host.origin).host, path };
  await page.addInitScript(addDevelopedExtension, uri);
  const told = tests === undefined ? [] : [['extensionTestsPath', `${host.origin}${path}/${tests}`] as const];
  return { url: workbenchAddress(host.origin, folder, told), remove: () => rm(link, { force: true }) };
}

const linkPrefix = 'extension-of-';

/** Removes the links of processes that were killed before they could. */
async function removeAbandonedLinks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(linkPrefix) ? Number.parseInt(name.slice(linkPrefix.length), 10) : undefined;
    if (pid !== undefined && !isRunning(pid)) await rm(join(folder, name), { force: true });
  }
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
    const configuration = JSON.parse(settings) as { developmentOptions?: object };
    const developmentOptions = { ...configuration.developmentOptions, extensions: [uri] };
    element.setAttribute('data-settings', JSON.stringify({ ...configuration, developmentOptions }));
  });
  observer.observe(document, { childList: true, subtree: true });
}
