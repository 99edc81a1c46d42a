import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from './cache';
import { startHost } from './vscode-host';

const manifests = ['ai-usage.yaml', 'ai-usage.yml', 'ai-usage.json'];

/**
 * Serves VS Code with the extension on a project, its manifest open, and says the address; ends when `until` does.
 * Gives 0 then, and 1 when VS Code ended by itself.
 */
export async function serveProject(
  { project, extensionPath, say }: { project: string; extensionPath: string; say: Say },
  until: Promise<void>,
): Promise<number> {
  const manifest = manifests.map((name) => join(project, name)).find(existsSync);
  const host = await startHost({
    version: 'newest',
    trusted: true,
    folder: project,
    extensionPath,
    ...(manifest === undefined ? {} : { openFile: manifest }),
    say,
  });
  say(`\nOpen in a browser:  ${host.url}\nCtrl-C ends it.`);
  const asked = await Promise.race([until.then(() => true), host.ended.then(() => false)]);
  await host.stop();
  if (asked) return 0;
  say(`VS Code ended by itself. It said:\n${host.log().trim()}`);
  return 1;
}
