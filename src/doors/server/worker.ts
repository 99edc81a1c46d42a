import './jitless';

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { createAdvisor } from '../../advise/create';
import type { Bodies, PackData } from '../../catalog/pack';
import { placesFrom } from '../../catalog/places';
import { today } from '../../host/node/clock';
import { type ReadCatalogParams, readCatalogRequest } from './protocol';
import { servedFiles } from './served-files';
import { serve } from './server';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

/** A file of the catalog, which the build checked against its schema. */
function read(file: ReadCatalogParams['file']): Promise<string> {
  return connection.sendRequest<string>(readCatalogRequest, { file } satisfies ReadCatalogParams);
}

serve(connection, {
  version,
  today,
  files: (folder) => servedFiles(connection, folder),
  advisor: async () => {
    const [pack, bodies, places] = await Promise.all([
      read('catalog.json'),
      read('bodies.json'),
      read('places.txt'),
    ]);
    // Checked by the build that wrote them; checking again would cost more than the whole analysis.
    const data = JSON.parse(pack) as PackData;
    return createAdvisor({ ...data, places: placesFrom(places) }, JSON.parse(bodies) as Bodies);
  },
});
