import './jitless';

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { createAdvisor } from '../../advise/create';
import type { Bodies, Pack } from '../../catalog/pack';
import { today } from '../../host/node/clock';
import { type ReadCatalogParams, readCatalogRequest } from './protocol';
import { servedFiles } from './served-files';
import { serve } from './server';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

/** A file of the catalog, which the build checked against its schema. */
async function read(file: ReadCatalogParams['file']): Promise<unknown> {
  return JSON.parse(
    await connection.sendRequest<string>(readCatalogRequest, { file } satisfies ReadCatalogParams),
  );
}

serve(connection, {
  version,
  today,
  files: (folder) => servedFiles(connection, folder),
  advisor: async () => {
    const [pack, bodies] = await Promise.all([read('catalog.json'), read('bodies.json')]);
    // Checked by the build that wrote both; checking again would cost more than the whole analysis.
    return createAdvisor(pack as Pack, bodies as Bodies);
  },
});
