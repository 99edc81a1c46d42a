export { findRoots, isManifestPath, manifestRole } from '../manifest/roots';
