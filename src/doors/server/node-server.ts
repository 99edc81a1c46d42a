import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createAdvisor } from '../../advise/create';
import { today } from '../../host/node/clock';
import { nodeFiles } from '../../host/node/files';
import { readPack } from '../../host/node/pack';
import { noFiles, portFiles } from './folder-files';
import { servedFiles } from './served-files';
import { serve } from './server';
import { pathOfUri, schemeOf } from './uris';

/**
 * Serves a client over the transport that the command line names (`--stdio`, `--node-ipc`, `--socket=`, `--pipe=`).
 * Files of this machine are read here; those of other file systems only where the client serves them.
 *
 * @param distFolder where `catalog.json` and `bodies.json` are
 */
export function startNodeServer(distFolder: string, version: string): void {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, {
    version,
    today,
    files: (folder, client) => {
      if (schemeOf(folder) === 'file') return portFiles(nodeFiles(pathOfUri(folder)));
      return client.servesFiles ? servedFiles(connection, folder) : noFiles;
    },
    advisor: async () => {
      const { pack, bodies } = await readPack(distFolder);
      return createAdvisor(pack, bodies);
    },
  });
}
