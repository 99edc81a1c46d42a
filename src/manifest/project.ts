import type { Node } from '../text/tree';
import { entryOf } from '../text/tree';
import { anchorOf, type Checked, type Item, type ManifestFile, readManifest } from './document';
import type { Facts } from './fact';
import { type Layer, readFacts, type Scopes } from './facts';
import { keyPath, nameOf } from './path';
import { type RootFiles, resolveBase } from './roots';

/** A system with the file it stands in and the path it is called by. */
export interface SystemSource {
  readonly item: Item;
  readonly file: ManifestFile;
  /** Its id, else its name, else `systems[3]`; no two systems of a root have the same. */
  readonly key: string;
  readonly path: string;
}

/** A manifest root with its parts and its base, read together. */
export interface Project {
  readonly files: RootFiles;
  readonly root: ManifestFile;
  readonly parts: readonly ManifestFile[];
  readonly base: ManifestFile | undefined;
  /** Set when `extends` names a base that cannot be read: `outside`, or not there. */
  readonly baseProblem: 'outside' | 'missing' | undefined;
  readonly systems: readonly SystemSource[];
}

/** Reads a root with its parts and base. A root whose text is missing reads as empty. */
export function readProject(
  files: RootFiles,
  texts: ReadonlyMap<string, string>,
  previous?: Project,
): Project {
  const earlier = new Map(
    [previous?.root, previous?.base, ...(previous?.parts ?? [])].flatMap((file) =>
      file ? [[file.path, file] as const] : [],
    ),
  );
  const read = (path: string, role: ManifestFile['role']) =>
    readManifest(path, role, texts.get(path) ?? '', earlier.get(path));
  const root = read(files.root, 'root');
  const parts = files.parts.filter((path) => texts.has(path)).map((path) => read(path, 'part'));
  const extended = extendedPath(root);
  const basePath = extended === undefined ? undefined : resolveBase(root.path, extended);
  const base = basePath !== undefined && texts.has(basePath) ? read(basePath, 'base') : undefined;
  return {
    files,
    root,
    parts,
    base,
    baseProblem: extended === undefined || base ? undefined : basePath === undefined ? 'outside' : 'missing',
    systems: nameSystems([root, ...parts]),
  };
}

function extendedPath(root: ManifestFile): string | undefined {
  const node = entryOf(root.head.piece.tree, 'extends')?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/**
 * A system is called by its id, or by its name where it has none; a later one of the same name, and one without any, by
 * its index. Indexes count over all files of the root, so that two of them are never called the same.
 */
function nameSystems(files: readonly ManifestFile[]): SystemSource[] {
  const taken = new Set<string>();
  const items = files.flatMap((file) => file.items.map((item) => ({ item, file })));
  return items.map(({ item, file }, index) => {
    const name = nameOf(item.piece.tree);
    const own = name !== undefined && !taken.has(name) ? name : undefined;
    if (own === undefined) return { item, file, key: `systems[${index}]`, path: `systems[${index}]` };
    taken.add(own);
    return { item, file, key: own, path: keyPath('systems', own) };
  });
}

/** Facts about one system: what it says itself, then the defaults of its file, of the root and of the base. */
export function factsOf(project: Project, system: SystemSource): Facts {
  return readFacts({ ...sharedScopes(project), system: systemLayers(project, system) });
}

/** Facts about the organization, preferences and policy alone. */
export function sharedFacts(project: Project): Facts {
  return readFacts(sharedScopes(project));
}

function systemLayers(project: Project, system: SystemSource): Layer[] {
  const { item, file } = system;
  const own: Layer = {
    node: item.piece.tree,
    from: 'given',
    // The item's own places get their file and line only when the answer is put together (see Spot).
    file: '',
    lines: item.piece.lines,
    path: system.path,
    refused: item.refused,
    anchor: anchorOf(item.piece.tree, item.piece),
  };
  const sources = [file.role === 'part' ? file : undefined, project.root, project.base];
  const defaults = sources.flatMap((source) =>
    source ? (headLayer(project, source, 'defaults', 'defaulted') ?? []) : [],
  );
  return [own, ...defaults];
}

const sharedKeys = ['organization', 'preferences', 'policy', 'ignore'] as const;

function sharedScopes(project: Project): Scopes {
  return Object.fromEntries(
    sharedKeys.map((key) => {
      const own = headLayer(project, project.root, key, 'given') ?? emptyLayer(project.root, key);
      const base = project.base && headLayer(project, project.base, key, 'given');
      return [key, base ? [own, base] : [own]];
    }),
  );
}

/** What the head of a file says under one key, or undefined where it does not have that key. */
function headLayer(
  project: Project,
  file: ManifestFile,
  key: string,
  from: Layer['from'],
): Layer | undefined {
  const entry = entryOf(file.head.piece.tree, key);
  if (!entry) return undefined;
  return {
    ...layerOf(file, key, from, entry.value),
    anchor: entry.keySpan,
    ...(file === project.base ? { locked: lockOf(file.head, key) } : {}),
  };
}

/** A file that does not have the key: everything under it is unknown, and would be written at the top. */
function emptyLayer(file: ManifestFile, key: string): Layer {
  const { piece } = file.head;
  return { ...layerOf(file, key, 'given', undefined), anchor: anchorOf(piece.tree, piece) };
}

function layerOf(
  file: ManifestFile,
  key: string,
  from: Layer['from'],
  node: Node | undefined,
): Omit<Layer, 'anchor'> {
  return { node, from, file: file.path, lines: file.head.piece.lines, path: key, refused: file.head.refused };
}

/** Paths of a base's `locked` list, such as `policy.failOn`; a locked object locks all below it. */
function lockOf(head: Checked, key: string): NonNullable<Layer['locked']> {
  const node = entryOf(head.piece.tree, 'locked')?.value;
  const members = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  const locked = members.flatMap((member) =>
    member.kind === 'scalar' && typeof member.value === 'string' ? [member.value] : [],
  );
  return (keys) => {
    const path = [key, ...keys].join('.');
    return locked.some((lock) => path === lock || path.startsWith(`${lock}.`));
  };
}
