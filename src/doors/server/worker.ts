import '../../host/web/jitless';

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { createAdvisor } from '../../advise/create';
import type { Bodies, Pack } from '../../catalog/pack';
import { today } from '../../host/node/clock';
import { type ReadCatalogParams, readCatalogRequest } from './protocol';
import { servedFiles } from './served-files';
import { serve } from './server';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

async function read<T>(file: ReadCatalogParams['file']): Promise<T> {
  return JSON.parse(
    await connection.sendRequest<string>(readCatalogRequest, { file } satisfies ReadCatalogParams),
  );
}

serve(connection, {
  version,
  today,
  files: (folder) => servedFiles(connection, folder),
  advisor: async () => {
    const [pack, bodies] = await Promise.all([read<Pack>('catalog.json'), read<Bodies>('bodies.json')]);
    return createAdvisor(pack, bodies);
  },
});
