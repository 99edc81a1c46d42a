import { version } from '../../../package.json';
import { startNodeServer } from './node-server';

// Bundled as CommonJS into the folder that holds the catalog.
startNodeServer(__dirname, version);
