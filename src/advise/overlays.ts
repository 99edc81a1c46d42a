import { createModel, type Model } from '../assess/model';
import { type Catalog, type MergedCatalog, mergeOverlays } from '../catalog/overlay';
import { maxOverlayFile, type Overlay, type OverlayFile } from '../catalog/overlay-file';
import type { Facts } from '../manifest/fact';
import { isManifestPath } from '../manifest/roots';
import type { OverlayFinding, OverlayFindings } from '../rules/rule';
import type { OverlayTexts } from './advisor';

/** Files of overlay folders that are read for one root: more would take long, and be a mistake. */
const mostFiles = 500;

/** How many merged catalogs are kept: roots mostly share one, and an edit makes one obsolete. */
const remembered = 6;

/** A catalog as one root sees it, with all that was found wrong with the overlays that it names. */
export interface RootCatalog extends Catalog {
  readonly model: Model;
  readonly findings: OverlayFindings;
}

/** The files below folders that are read as entries of a catalog, sorted; one more than is read, where there are more. */
export function overlayPaths(folders: readonly string[], paths: Iterable<string>): readonly string[] {
  if (folders.length === 0) return [];
  const found = new Set<string>();
  for (const path of paths) {
    if (isEntryFile(path) && folders.some((folder) => path.startsWith(`${folder}/`))) found.add(path);
  }
  return [...found].sort().slice(0, mostFiles + 1);
}

/** A text of an overlay's file as it is kept: of one that is too long to be read, as much as shows that. */
export function overlayText<Read extends { readonly text: string } | { readonly problem: string }>(
  read: Read,
) {
  const tooLong = 'text' in read && read.text.length > maxOverlayFile;
  return tooLong ? { text: read.text.slice(0, maxOverlayFile + 1) } : read;
}

/** The overlay folders that a policy names and that may be read, without doubles, in its order. */
export function overlayFolders(shared: Facts): readonly string[] {
  const folders = namedFolders(shared).flatMap((named) => ('folder' in named ? named.folder : []));
  return [...new Set(folders)];
}

/** The bundled catalog, and what overlays make of it: the same files are merged once, whichever roots name them. */
export class Catalogs {
  readonly #bundled: RootCatalog;
  #merged: { readonly overlays: readonly Overlay[]; readonly merged: Merged }[] = [];

  constructor(readonly bundled: Catalog) {
    const findings = { named: [], files: [] };
    this.#bundled = { ...bundled, model: createModel(bundled.pack), findings };
  }

  /** The catalog for a root. `texts` are the files below the folders that its policy names. */
  for(shared: Facts, texts: OverlayTexts | undefined): RootCatalog {
    const named = namedFolders(shared);
    if (named.length === 0) return this.#bundled;
    const folders = overlayFolders(shared);
    const found = overlayPaths(folders, texts?.keys() ?? []);
    const paths = found.slice(0, mostFiles);
    const overlays = folders
      .map((folder): Overlay => ({ folder, files: filesIn(folder, paths, texts) }))
      .filter(({ files }) => files.length > 0);
    const read = new Set(overlays.map(({ folder }) => folder));
    const complaints = named.flatMap((one): OverlayFinding[] => {
      const { spot, path } = one;
      if ('problem' in one) return [{ message: one.problem, path, spot }];
      return read.has(one.folder) ? [] : [{ message: 'missing', path, spot }];
    });
    const [first] = named;
    if (found.length > mostFiles && first) {
      complaints.push({ message: 'tooMany', path: first.path, spot: first.spot, most: mostFiles });
    }
    if (overlays.length === 0) {
      return { ...this.#bundled, findings: { named: complaints, files: [] } };
    }
    const { pack, bodies, model, problems } = this.#merge(overlays);
    return { pack, bodies, model, findings: { named: complaints, files: problems } };
  }

  #merge(overlays: readonly Overlay[]): Merged {
    const earlier = this.#merged.find((one) => sameOverlays(one.overlays, overlays));
    const merged = earlier?.merged ?? merge(this.bundled, overlays);
    const others = this.#merged.filter((one) => one !== earlier);
    this.#merged = [{ overlays, merged }, ...others].slice(0, remembered);
    return merged;
  }
}

interface Merged extends MergedCatalog {
  readonly model: Model;
}

function merge(bundled: Catalog, overlays: readonly Overlay[]): Merged {
  const merged = mergeOverlays(bundled, overlays);
  return { ...merged, model: createModel(merged.pack) };
}

function sameOverlays(a: readonly Overlay[], b: readonly Overlay[]): boolean {
  return a.length === b.length && a.every((overlay, index) => sameOverlay(overlay, b[index]));
}

function sameOverlay(a: Overlay, b: Overlay | undefined): boolean {
  return (
    a.folder === b?.folder &&
    a.files.length === b.files.length &&
    a.files.every((file, index) => sameFile(file, b.files[index]))
  );
}

function sameFile(a: OverlayFile, b: OverlayFile | undefined): boolean {
  if (a.path !== b?.path) return false;
  if ('text' in a) return 'text' in b && a.text === b.text;
  return 'problem' in b && a.problem === b.problem;
}

function filesIn(folder: string, paths: readonly string[], texts: OverlayTexts | undefined): OverlayFile[] {
  const prefix = `${folder}/`;
  return paths
    .filter((path) => path.startsWith(prefix))
    .flatMap((path) => {
      const read = texts?.get(path);
      return read ? [{ path: path.slice(prefix.length), ...read }] : [];
    });
}

/** YAML is read too, so that an entry written as YAML alone is told what it lacks. A README is for people. */
function isEntryFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return /\.(?:md|ya?ml)$/.test(name) && name !== 'readme.md' && !isManifestPath(path);
}

type Spot = OverlayFinding['spot'];
type NamedFolder = { readonly path: string; readonly spot: Spot } & (
  | { readonly folder: string }
  | { readonly problem: 'outside' | 'around' }
);

function namedFolders(shared: Facts): readonly NamedFolder[] {
  const fact = shared.get('policy.catalogs');
  if (fact.kind !== 'list') return [];
  return fact.members.flatMap(({ value, spot }): NamedFolder[] => {
    if (typeof value !== 'string') return [];
    const from = spot.file.split('/').slice(0, -1);
    const steps = resolved(from, value);
    if (!steps) return [{ path: value, spot, problem: 'outside' }];
    // A folder around the manifest would make an entry of every file.
    if (steps.every((step, index) => step === from[index])) return [{ path: value, spot, problem: 'around' }];
    return [{ path: value, spot, folder: steps.join('/') }];
  });
}

/** A path from a folder, as steps from the folder that was asked for; undefined where it leaves that one. */
function resolved(from: readonly string[], path: string): readonly string[] | undefined {
  if (/^(?:\/|[A-Za-z]:)|\\/.test(path)) return undefined;
  const steps = [...from];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps;
}
